import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { tellTimeline } from '../../../kernel/timeline/tell.ts';
import { keepPaper } from '../../programme/module.ts';
import { byOf } from '../by.ts';
import { mayRun } from '../may.ts';
import { nameFrom, unitNames } from '../names.ts';
import { forgetContacts } from '../opinion-store.ts';
import { steps } from '../rules.ts';
import { opinionsShown } from '../stand.ts';
import { changeConsultation, getVersion, holdConsultation } from '../store.ts';
import { Id, Version } from './shapes.ts';

/**
 * Publishes the newest version. Refused while an opinion is undecided, contested, waits for a person or contradicts the text without a
 * signature; the refusal lists them. The text becomes a policy paper, from which a programme can be drafted.
 */
export const publishConsultation = command({
  name: 'consultation.publish-consultation',
  route: 'POST /api/consultations/:consultation/publish',
  input: Type.Object({ consultation: Id, version: Version }, { additionalProperties: false }),
  may: mayRun,
  run: async ({ consultation: id, version }, work): Promise<{ paper: string }> => {
    const { transaction, actor, now, newId } = work;
    const held = await holdConsultation(transaction, id);
    if (!steps[held.state].includes('publish'))
      throw new Problem('conflict', held.state === 'published' ? 'consultation-published' : 'consultation-not-open');
    if (held.version !== version)
      throw new Problem('conflict', 'consultation-version-stale', { version: held.version, base: version });
    const current = await getVersion(transaction, id, version);
    const open = (await opinionsShown(transaction, id, version, nameFrom(await unitNames(transaction)))).filter(
      ({ standing }) => standing !== 'settled',
    );
    if (open.length > 0)
      throw new Problem(
        'conflict',
        'consultation-unsettled',
        { count: open.length },
        open.map(({ number, opinion, standing }) => ({ at: opinion, code: `opinion-${standing}`, params: { number } })),
      );
    const by = byOf(actor, now);
    const sha256 = createHash('sha256').update(current.text).digest('hex');
    const name = `${held.title.slice(0, 200)}.txt`;
    const { paper } = await keepPaper(
      transaction,
      { id: newId(), sha256, name, text: current.text, reading: current.reading },
      by,
    );
    await forgetContacts(transaction, id);
    await changeConsultation(transaction, id, { state: 'published', published_by_name: by.name, published_at: now, paper });
    await tellTimeline(work, {
      measure: 0,
      code: 'consultation-published',
      params: { title: held.title, version },
      subject: `consultation:${id}`,
    });
    return { paper };
  },
  audit: ({ consultation, version }, { paper }) => ({ consultation, version, paper }),
});
