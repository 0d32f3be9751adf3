import { Type } from 'typebox';
import { canonicalJson } from '../../../kernel/audit/canonical.ts';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { byOf } from '../by.ts';
import type { ConfirmedDraft } from '../draft/contract.ts';
import { holdOpenDraft } from '../draft/hold.ts';
import { draftFindings, itemsOf, programmeOf } from '../draft/programme-of.ts';
import { changeDraft } from '../draft-store.ts';
import { mayDraft } from '../may.ts';
import { getReading } from '../paper-store.ts';
import { findProgramme, keepProgramme, lockProgramme } from '../store.ts';
import { tellTargets } from '../tell-targets.ts';

/**
 * Makes a draft the programme in force: the next version, kept for ever. Refused while the check finds an error or an item has not been
 * confirmed by a person, and when another version has come into force than the one the person saw (`replaces`).
 */
export const confirmDraft = command({
  name: 'programme.confirm-draft',
  route: 'POST /api/programme/drafts/:draft/confirm',
  input: Type.Object(
    {
      draft: Type.String({ format: 'uuid' }),
      revision: Type.Integer({ minimum: 1 }),
      replaces: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
    },
    { additionalProperties: false },
  ),
  may: mayDraft,
  run: async ({ draft, revision, replaces }, work): Promise<ConfirmedDraft> => {
    const { transaction, actor, district, now, kinds } = work;
    const { content, summary } = await holdOpenDraft(transaction, draft, revision);
    await lockProgramme(transaction);
    const inForce = await findProgramme(transaction);
    if ((inForce?.version ?? null) !== replaces)
      throw new Problem('conflict', 'programme-moved-on', { version: inForce?.version ?? 0 });

    const reading = await getReading(transaction, summary.paper);
    const errors = draftFindings(content, reading, { kinds, district }).filter(({ level }) => level === 'error');
    const unconfirmed = itemsOf(content).filter(({ state }) => state === 'read');
    if (errors.length + unconfirmed.length > 0) {
      throw new Problem('invalid', 'draft-not-ready', { errors: errors.length, unconfirmed: unconfirmed.length }, [
        ...errors.map(({ path, code, params }) => ({ at: path, code, params })),
        ...unconfirmed.map(({ path }) => ({ at: path, code: 'draft-unconfirmed' })),
      ]);
    }

    const programme = programmeOf(content);
    const by = byOf(actor, now);
    const isSame = inForce !== undefined && canonicalJson(inForce.programme) === canonicalJson(programme);
    const version = isSame
      ? inForce.version
      : await keepProgramme(transaction, programme, { actor: by.key, at: now, note: summary.paperName });
    await tellTargets(work, inForce?.programme, programme);
    await changeDraft(transaction, draft, { content, state: 'confirmed', version }, by);
    return { version };
  },
  audit: ({ draft }, { version }) => ({ draft, version }),
});
