import { Type } from 'typebox';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { byOf } from '../by.ts';
import { mayRun } from '../may.ts';
import { checksOf, decisionsOf, insertSignOff, type StoredCheck, type StoredOpinion } from '../opinion-store.ts';
import { steps } from '../rules.ts';
import { getOpinion } from '../scope.ts';
import { getVersion, holdConsultation, type StoredVersion } from '../store.ts';
import { Id, Reason, Span, Version } from './shapes.ts';

type Current = { readonly opinion: StoredOpinion; readonly current: StoredVersion; readonly check: StoredCheck };

/** What the officer looked at must still be so: the same version, the same decision. */
async function currentOf(
  { transaction }: Work,
  { opinion: id, version, revision }: { readonly opinion: string; readonly version: number; readonly revision: number },
): Promise<Current> {
  const opinion = await getOpinion(transaction, id);
  const held = await holdConsultation(transaction, opinion.consultation);
  if (!steps[held.state].includes('decide')) throw new Problem('conflict', 'consultation-published');
  const latest = (await decisionsOf(transaction, [id])).get(id)?.at(-1);
  const check = (await checksOf(transaction, held.id, held.version)).get(id);
  if (held.version !== version)
    throw new Problem('conflict', 'consultation-version-stale', { version: held.version, base: version });
  if (!latest || latest.revision !== revision || check?.revision !== revision)
    throw new Problem('conflict', 'opinion-decision-changed');
  return { opinion, check, current: await getVersion(transaction, held.id, version) };
}

const shape = { opinion: Id, version: Version, revision: Type.Integer({ minimum: 1 }) };

async function sign(
  work: Work,
  { opinion, check }: Current,
  kind: 'confirmed' | 'signed-off',
  stands: string | null,
  reason: string,
) {
  const { transaction, actor, now, newId } = work;
  const by = byOf(actor, now);
  await insertSignOff(transaction, {
    id: newId(),
    opinion: opinion.id,
    revision: check.revision,
    version: check.version,
    kind,
    stands,
    findings_key: check.findings_key,
    reason,
    signed_by: by.key,
    signed_by_name: by.name,
    signed_at: now,
  });
}

/**
 * A person says that these words are the change that was promised. Remembered for exactly those words: as soon as they no longer stand
 * in the text, somebody is asked again. Without words it holds for exactly what the check found.
 */
export const confirmPlace = command({
  name: 'consultation.confirm-place',
  route: 'POST /api/opinions/:opinion/confirmation',
  input: Type.Object(
    { ...shape, span: Type.Optional(Span), note: Type.String({ maxLength: 1000 }) },
    { additionalProperties: false },
  ),
  may: mayRun,
  run: async ({ span, note, ...seen }, work): Promise<{ stands: string | null }> => {
    const found = await currentOf(work, seen);
    if (found.check.verdict !== 'needs a person') throw new Problem('conflict', 'opinion-needs-no-person');
    const { text } = found.current;
    if (span && (span[1] <= span[0] || span[1] > text.length)) throw new Problem('invalid', 'opinion-span-outside');
    const stands = span ? text.slice(...span) : null;
    if (stands?.trim() === '') throw new Problem('invalid', 'opinion-span-outside');
    await sign(work, found, 'confirmed', stands, note.trim());
    return { stands };
  },
  audit: ({ opinion, version, revision }) => ({ opinion, version, revision }),
});

/** A contradiction that stays, with a name and a reason; the summary shows it. Another contradiction needs another signature. */
export const signOffContradiction = command({
  name: 'consultation.sign-off-contradiction',
  route: 'POST /api/opinions/:opinion/sign-off',
  input: Type.Object({ ...shape, reason: Reason }, { additionalProperties: false }),
  may: mayRun,
  run: async ({ reason, ...seen }, work): Promise<{ signed: true }> => {
    const found = await currentOf(work, seen);
    if (found.check.verdict !== 'contradiction') throw new Problem('conflict', 'opinion-without-contradiction');
    await sign(work, found, 'signed-off', null, reason.trim());
    return { signed: true };
  },
  audit: ({ opinion, version, revision }) => ({ opinion, version, revision }),
});
