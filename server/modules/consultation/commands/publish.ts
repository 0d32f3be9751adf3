import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Problem, type ProblemDetail } from '../../../kernel/problem.ts';
import { keepPaper, nameFrom, unitNames } from '../../programme/module.ts';
import { byOf } from '../by.ts';
import type { Early } from '../contract.ts';
import { earlyOf } from '../early.ts';
import { mayRun } from '../may.ts';
import { forgetContacts } from '../opinion-store.ts';
import { steps } from '../rules.ts';
import { opinionsShown } from '../stand.ts';
import { changeConsultation, getVersion, holdConsultation, unitsOf } from '../store.ts';
import { tellOfConsultation } from '../telling.ts';
import { Id, Reason, Version } from './shapes.ts';

/**
 * Publishes the newest version. Refused while an opinion is undecided, contested, waits for a person or contradicts the text without a
 * signature; the refusal lists them. Before the due date with units or the public still asked, or before senders had time to answer a
 * decision, it needs a reason that stays on record. The text becomes a policy paper, from which a programme can be drafted.
 */
export const publishConsultation = command({
  name: 'consultation.publish-consultation',
  route: 'POST /api/consultations/:consultation/publish',
  input: Type.Object(
    {
      consultation: Id,
      version: Version,
      /** Why it cannot wait. */
      reason: Type.Optional(Reason),
    },
    { additionalProperties: false },
  ),
  may: mayRun,
  run: async ({ consultation: id, version, reason }, work): Promise<{ paper: string; isEarly: boolean }> => {
    const { transaction, actor, now, newId, today } = work;
    const held = await holdConsultation(transaction, id);
    if (!steps[held.state].includes('publish'))
      throw new Problem('conflict', held.state === 'published' ? 'consultation-published' : 'consultation-not-open');
    if (held.version !== version)
      throw new Problem('conflict', 'consultation-version-stale', { version: held.version, base: version });
    const current = await getVersion(transaction, id, version);
    const opinions = await opinionsShown(work, id, version, nameFrom(await unitNames(transaction)));
    const open = opinions.filter(({ standing }) => standing !== 'settled');
    if (open.length > 0)
      throw new Problem(
        'conflict',
        'consultation-unsettled',
        { count: open.length },
        open.map(({ number, opinion, standing }) => ({ at: opinion, code: `opinion-${standing}`, params: { number } })),
      );
    const asked = { dueOn: held.due_on, isPublic: held.is_public, units: await unitsOf(transaction, [id]) };
    const early = earlyOf(asked, opinions, today);
    if (early && reason === undefined) throw new Problem('conflict', 'consultation-early', {}, whatIsCut(early));
    const published_reason = early && reason !== undefined ? reason.trim() : null;
    const by = byOf(actor, now);
    const sha256 = createHash('sha256').update(current.text).digest('hex');
    const name = `${held.title.slice(0, 200)}.txt`;
    const { paper } = await keepPaper(
      transaction,
      { id: newId(), sha256, name, text: current.text, reading: current.reading },
      by,
    );
    await forgetContacts(transaction, id);
    await changeConsultation(transaction, id, {
      state: 'published',
      published_by_name: by.name,
      published_at: now,
      published_reason,
      paper,
    });
    await tellOfConsultation(work, id, {
      code: published_reason === null ? 'consultation-published' : 'consultation-published-early',
      params: { title: held.title, version, ...(published_reason === null ? {} : { reason: published_reason }) },
    });
    return { paper, isEarly: early !== null };
  },
  audit: ({ consultation, version }, { paper, isEarly }) => ({ consultation, version, paper, isEarly }),
});

function whatIsCut({ silent, isPublicCut, unanswered, dueOn }: Early): ProblemDetail[] {
  return [
    ...(silent > 0 ? [{ at: 'units', code: 'early-silent', params: { count: silent, due: dueOn } }] : []),
    ...(isPublicCut ? [{ at: 'public', code: 'early-public', params: { due: dueOn } }] : []),
    ...unanswered.map(({ number, respondBy }) => ({
      at: String(number),
      code: 'early-unanswered',
      params: { number, day: respondBy },
    })),
  ];
}
