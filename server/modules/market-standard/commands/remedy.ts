import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { EvidenceHashes, useEvidence } from '../../evidence/module.ts';
import { remedyPlaceOf } from '../evidence-place.ts';
import { mayAnswerFor, mayRun } from '../may.ts';
import { changeRemedy, holdRemedy } from '../store.ts';
import { requireOwn } from './settle.ts';
import { Day, Id, ItemCode, Reason } from './shapes.ts';

const OfItem = { round: Id, station: Id, item: ItemCode };

/** The station says what it put right. */
export const reportRemedy = command({
  name: 'market-standard.report-remedy',
  route: 'POST /api/market-rounds/:round/stations/:station/items/:item/report',
  input: Type.Object({ ...OfItem, report: Reason, evidence: EvidenceHashes }, { additionalProperties: false }),
  may: mayAnswerFor,
  run: async ({ round, station, item, report, evidence }, work) => {
    await requireOwn(work, station);
    const remedy = await holdRemedy(work.transaction, { round, station, item });
    if (remedy.state !== 'open')
      throw new Problem('conflict', remedy.state === 'met' ? 'market-remedy-met' : 'market-remedy-waits');
    const { actor, now } = work;
    await changeRemedy(work.transaction, remedy, {
      state: 'reported',
      report: report.trim(),
      reported_by_name: 'name' in actor ? actor.name : '',
      reported_at: now,
    });
    await useEvidence(work, evidence, remedyPlaceOf(remedy));
    return { item };
  },
  audit: ({ round, station, item, evidence }) => ({ round, station, item, evidence }),
});

/** The office looked again: it is met, or something is still missing and there is a new date. The grade of the round stays what it was. */
export const decideRemedy = command({
  name: 'market-standard.decide-remedy',
  route: 'POST /api/market-rounds/:round/stations/:station/items/:item/decide',
  input: Type.Object(
    { ...OfItem, met: Type.Boolean(), reason: Reason, dueOn: Type.Optional(Day) },
    { additionalProperties: false },
  ),
  may: mayRun,
  run: async ({ round, station, item, met, reason, dueOn }, work) => {
    const { transaction, actor, now, today } = work;
    const remedy = await holdRemedy(transaction, { round, station, item });
    if (remedy.state !== 'reported')
      throw new Problem('conflict', remedy.state === 'met' ? 'market-remedy-met' : 'market-remedy-open');
    if (!met && (dueOn === undefined || dueOn <= today)) throw new Problem('invalid', 'market-remedy-date');
    await changeRemedy(transaction, remedy, {
      state: met ? 'met' : 'open',
      reason: reason.trim(),
      ...(met ? {} : { due_on: dueOn }),
      decided_by_name: 'name' in actor ? actor.name : '',
      decided_at: now,
    });
    return { item };
  },
  audit: ({ round, station, item, met }) => ({ round, station, item, met }),
});
