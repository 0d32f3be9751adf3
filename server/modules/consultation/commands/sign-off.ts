import { Type } from 'typebox';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { byOf } from '../by.ts';
import type { Span as Place } from '../check/shapes.ts';
import { doubtAbout } from '../confirmation.ts';
import { mayRun } from '../may.ts';
import {
  checksOf,
  decisionsOf,
  insertSignOff,
  type StoredCheck,
  type StoredDecision,
  type StoredOpinion,
  saidOf,
} from '../opinion-store.ts';
import { steps } from '../rules.ts';
import { getOpinion } from '../scope.ts';
import { getVersion, holdConsultation, type StoredVersion } from '../store.ts';
import { Id, Reason, Span, Version } from './shapes.ts';

type Current = {
  readonly opinion: StoredOpinion;
  readonly decision: StoredDecision;
  readonly current: StoredVersion;
  readonly check: StoredCheck;
};

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
  return { opinion, decision: latest, check, current: await getVersion(transaction, held.id, version) };
}

const shape = { opinion: Id, version: Version, revision: Type.Integer({ minimum: 1 }) };

type Signed = {
  readonly kind: 'confirmed' | 'signed-off';
  readonly reason: string;
  readonly place?: Place;
  readonly stands?: string;
};

async function sign(work: Work, { opinion, check }: Current, { kind, reason, place, stands }: Signed) {
  const { transaction, actor, now, newId } = work;
  const by = byOf(actor, now);
  await insertSignOff(transaction, {
    id: newId(),
    opinion: opinion.id,
    revision: check.revision,
    version: check.version,
    kind,
    stands: stands ?? null,
    span_from: place?.[0] ?? null,
    span_to: place?.[1] ?? null,
    findings_key: check.findings_key,
    reason,
    signed_by: by.key,
    signed_by_name: by.name,
    signed_at: now,
  });
}

/**
 * A person says that these words are the change that was promised. They have to lie where the opinion is about and to be like the promise
 * (`confirmation.ts`). The place is followed through later edits; as soon as its sentence is edited, somebody is asked again.
 */
export const confirmPlace = command({
  name: 'consultation.confirm-place',
  route: 'POST /api/opinions/:opinion/confirmation',
  input: Type.Object(
    { ...shape, span: Type.Optional(Span), note: Type.String({ maxLength: 1000 }) },
    { additionalProperties: false },
  ),
  may: mayRun,
  run: async ({ span, note, ...seen }, work): Promise<{ stands: string }> => {
    const found = await currentOf(work, seen);
    if (found.check.verdict !== 'needs a person') throw new Problem('conflict', 'opinion-needs-no-person');
    if (!span) throw new Problem('invalid', 'confirmation-without-place');
    const { text, outline } = found.current;
    if (span[1] <= span[0] || span[1] > text.length) throw new Problem('invalid', 'opinion-span-outside');
    const place: Place = [span[0], span[1]];
    const { check, opinion, decision } = found;
    const doubt = doubtAbout({
      span: place,
      text,
      outline,
      opinion: saidOf(opinion),
      decided: decision,
      anchor: check.span_from === null || check.span_to === null ? null : [check.span_from, check.span_to],
      findings: check.findings,
      before: (await getVersion(work.transaction, opinion.consultation, opinion.version)).text,
    });
    if (doubt) throw new Problem('invalid', doubt.code, doubt.params);
    const stands = text.slice(...place);
    await sign(work, found, { kind: 'confirmed', reason: note.trim(), place, stands });
    return { stands };
  },
  audit: ({ opinion, version, revision }) => ({ opinion, version, revision }),
});

/**
 * A contradiction that stays, or a change that no words of the text can be held against: with a name and a reason, which the summary
 * shows. Other findings need another signature.
 */
export const signOffContradiction = command({
  name: 'consultation.sign-off-contradiction',
  route: 'POST /api/opinions/:opinion/sign-off',
  input: Type.Object({ ...shape, reason: Reason }, { additionalProperties: false }),
  may: mayRun,
  run: async ({ reason, ...seen }, work): Promise<{ signed: true }> => {
    const found = await currentOf(work, seen);
    if (found.check.verdict === 'consistent' || found.check.verdict === null)
      throw new Problem('conflict', 'opinion-without-contradiction');
    await sign(work, found, { kind: 'signed-off', reason: reason.trim() });
    return { signed: true };
  },
  audit: ({ opinion, version, revision }) => ({ opinion, version, revision }),
});
