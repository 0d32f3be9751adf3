import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { canonicalJson } from '../../../kernel/audit/canonical.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { tellTimeline } from '../../../kernel/timeline/tell.ts';
import { getStation } from '../../gigs/module.ts';
import { MEASURE } from '../about.ts';
import { answersOf, type Judgement, judge, judgeAgain, unmet } from '../judge.ts';
import { mayAnswerFor, mayRun, worksAt } from '../may.ts';
import { recordsSay } from '../records.ts';
import {
  askRemedies,
  changeRemedy,
  changeStation,
  getRound,
  holdStation,
  listInspections,
  listRemedies,
  type StationRow,
} from '../store.ts';
import { gradeWords } from '../words.ts';
import { Decisions, Id, Reason } from './shapes.ts';

/** A station may object until so many working days after its grade; what was not met is put right within so many. */
const OBJECT_WITHIN = 5;
const REMEDY_WITHIN = 20;

const OfStation = { round: Id, station: Id };

/**
 * The office settles a station: where the two inspections differ it decides, with a reason; what the records show is counted now and kept;
 * points and grade follow. The inspector must have handed in; a station that let its own term pass is judged without its word.
 */
export const settleStation = command({
  name: 'market-standard.settle-station',
  route: 'POST /api/market-rounds/:round/stations/:station/settle',
  input: Type.Object({ ...OfStation, decisions: Decisions }, { additionalProperties: false }),
  may: mayRun,
  run: async ({ round: id, station, decisions }, work) => {
    const { transaction, actor, now, today, services } = work;
    const row = await holdStation(transaction, id, station);
    if (row.state !== 'inspecting') throw new Problem('conflict', 'market-settled');
    const round = await getRound(transaction, id);
    const inspections = (await listInspections(transaction, id)).filter((one) => one.station === station);
    const waits = inspections.find(({ kind, state, dueOn }) => state === 'open' && (kind === 'cross' || dueOn >= today));
    if (waits) throw new Problem('conflict', waits.kind === 'cross' ? 'market-cross-missing' : 'market-self-missing');
    const records = (await recordsSay(transaction, round.standard, [station], round)).get(station) ?? {};
    const judgement = judge(round.standard, await answersOf(transaction, inspections), records, decisions);
    await changeStation(transaction, row, {
      state: 'graded',
      records: JSON.stringify(records),
      ...columnsOf(judgement),
      settled_by: actorKey(actor),
      settled_by_name: 'name' in actor ? actor.name : '',
      settled_at: now,
      object_until: services.calendar.addWorkingDays(today, OBJECT_WITHIN),
    });
    await askRemedies(transaction, row, unmet(judgement), services.calendar.addWorkingDays(today, REMEDY_WITHIN));
    await tellGrade(work, 'market-graded', row, round.title, judgement);
    return { grade: judgement.grade, points: judgement.points, of: judgement.of };
  },
  audit: ({ round, station, decisions }, answer) => ({ round, station, decisions: decisions.length, ...answer }),
});

/** The station does not accept its grade: once, within its term, with the reason. */
export const objectToGrade = command({
  name: 'market-standard.object',
  route: 'POST /api/market-rounds/:round/stations/:station/objection',
  input: Type.Object({ ...OfStation, reason: Reason }, { additionalProperties: false }),
  may: mayAnswerFor,
  run: async ({ round, station, reason }, work) => {
    const { transaction, actor, now, today } = work;
    await requireOwn(work, station);
    const row = await holdStation(transaction, round, station);
    if (row.state !== 'graded')
      throw new Problem('conflict', row.state === 'inspecting' ? 'market-not-graded' : 'market-objected');
    if (row.objectUntil !== null && today > row.objectUntil)
      throw new Problem('conflict', 'market-objection-late', { until: row.objectUntil });
    await changeStation(transaction, row, {
      state: 'objected',
      objection: reason.trim(),
      objected_by_name: 'name' in actor ? actor.name : '',
      objected_at: now,
    });
    return { station };
  },
  audit: ({ round, station }) => ({ round, station }),
});

/** @throws Problem not-found for whoever does not work at the station */
export async function requireOwn({ transaction, actor }: Pick<Work, 'transaction' | 'actor'>, station: string): Promise<void> {
  if (!worksAt(actor, await getStation(transaction, station))) throw new Problem('not-found', 'not-found');
}

/** The office answers an objection for good: the grade stands, or items count otherwise and it follows from them. The records are counted anew. */
export const decideObjection = command({
  name: 'market-standard.decide-objection',
  route: 'POST /api/market-rounds/:round/stations/:station/decision',
  input: Type.Object({ ...OfStation, changes: Decisions, reason: Reason }, { additionalProperties: false }),
  may: mayRun,
  run: async ({ round: id, station, changes, reason }, work) => {
    const { transaction, actor, now, today, services } = work;
    const row = await holdStation(transaction, id, station);
    if (row.state !== 'objected' || !row.findings) throw new Problem('conflict', 'market-no-objection');
    const { standard, title, ...span } = await getRound(transaction, id);
    const records = (await recordsSay(transaction, standard, [station], span)).get(station) ?? {};
    const judgement = judgeAgain(standard, row.findings, records, changes);
    const isKept = canonicalJson(judgement.findings) === canonicalJson(row.findings);
    await changeStation(transaction, row, {
      state: 'decided',
      records: JSON.stringify(records),
      ...columnsOf(judgement),
      decision: isKept ? 'kept' : 'changed',
      decision_reason: reason.trim(),
      decided_by_name: 'name' in actor ? actor.name : '',
      decided_at: now,
    });
    await askRemedies(transaction, row, unmet(judgement), services.calendar.addWorkingDays(today, REMEDY_WITHIN));
    const missing = new Set(unmet(judgement));
    for (const remedy of await listRemedies(transaction, id))
      if (remedy.station === station && !missing.has(remedy.item) && remedy.state !== 'met')
        await changeRemedy(transaction, remedy, {
          state: 'met',
          reason: reason.trim(),
          decided_by_name: 'name' in actor ? actor.name : '',
          decided_at: now,
        });
    await tellGrade(work, 'market-objection-decided', row, title, judgement);
    return { grade: judgement.grade, points: judgement.points, of: judgement.of };
  },
  audit: ({ round, station, changes }, answer) => ({ round, station, changes: changes.length, ...answer }),
});

const columnsOf = ({ findings, points, of, grade }: Judgement) => ({
  findings: JSON.stringify(findings),
  points,
  of_points: of,
  grade,
});

async function tellGrade(
  work: Work,
  code: 'market-graded' | 'market-objection-decided',
  { station }: Pick<StationRow, 'station'>,
  title: string,
  { grade, points, of }: Judgement,
): Promise<void> {
  const { name } = await getStation(work.transaction, station);
  await tellTimeline(work, { measure: MEASURE, code, params: { title, station: name, grade: gradeWords[grade], points, of } });
}
