import { type Static, Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import { unplace } from '../dawn/place.ts';
import { findOverlap, holdPlacements, listPlacementsOfOrders, type Placement } from '../dawn/placement-store.ts';
import { mayRunSite } from '../may.ts';
import { scopeOfOrder } from '../orders/commands.ts';
import type { Order } from '../orders/contract.ts';
import { shareOrder } from '../orders/store.ts';
import { type Terms, termsOn } from '../rules/terms.ts';
import { countService } from '../services/count.ts';
import { Id, Instant } from '../shapes.ts';
import { tellResident, yuan } from '../tell.ts';
import { holdWorker } from '../workers/store.ts';
import { checkEnd, checkStart, usualBreak } from './attendance.ts';
import { type AttendanceSaid, endings } from './contract.ts';
import { begin, finish, requireEnding } from './shift.ts';
import { dropWage, findWage, holdWageIfAny, isClosed } from './wage-store.ts';

const Person = Type.Object(
  {
    placement: Id,
    came: Type.Boolean(),
    /** Needed of whoever came. */
    startedAt: Type.Optional(Instant),
    /** Absent: still at work. */
    endedAt: Type.Optional(Instant),
    breakMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 480 })),
    /** Needed where the end is before the ordered one. */
    ending: Type.Optional(Type.Enum([...endings])),
  },
  { additionalProperties: false },
);
type Person = Static<typeof Person>;

/** What is said of one person: that they did not come, or when they did. */
type Arrival = { readonly came: false } | (Omit<Person, 'startedAt'> & { readonly came: true; readonly startedAt: string });

function arrivalOf(person: Person, at: number): Arrival {
  if (!person.came) return { came: false };
  const { startedAt } = person;
  if (startedAt === undefined)
    throw new Problem('invalid', 'gig-came-when', {}, [{ at: `/people/${at}/startedAt`, code: 'gig-came-when' }]);
  return { ...person, came: true, startedAt };
}

/**
 * The foreman, the manager, or the counter for them, says of everybody of an order in one go who came, from when until when and with which
 * break; or says it again otherwise, with the reason, until the worker has confirmed the wage. What stood there before is kept and both
 * sides read it. Who is said to have come although reported absent has their promise back.
 *
 * What the weather forbids is not refused here: people who have worked are to be paid.
 * @throws Problem `gig-came-when`, `gig-correction-reason`, `gig-wage-closed`, `gig-wage-touched`, `gig-no-show-early`, `gig-ending-needed`, `gig-shift-early`,
 *   `gig-shift-future`, `gig-placement-state`, `no-gig-placement`
 */
export const confirmAttendance = command({
  name: 'gigs.confirm-attendance',
  route: 'POST /api/gig-orders/:order/attendance',
  input: Type.Object(
    { order: Id, people: Type.Array(Person, { minItems: 1, maxItems: 500 }), reason: Type.Optional(Text(2, 200)) },
    { additionalProperties: false },
  ),
  may: mayRunSite,
  scope: scopeOfOrder,
  run: async ({ order: id, people, reason }, work) => {
    const { transaction, now } = work;
    const ids = people.map(({ placement }) => placement);
    // Who was reported absent may have gone to work elsewhere: they are held first, as whoever gives somebody work does.
    const absent = (await listPlacementsOfOrders(transaction, [id])).filter(
      (one) => one.state === 'no-show' && ids.includes(one.id),
    );
    for (const worker of absent.map((one) => one.worker).sort()) await holdWorker(transaction, worker);
    const order = await shareOrder(transaction, id);
    const terms = await termsOn(transaction, order.day);
    const placements = await holdPlacements(transaction, id, ids);
    const answer = { order: id, started: 0, finished: 0, absent: 0, corrected: 0 };
    for (const [at, person] of people.entries()) {
      const placement = placements.get(person.placement);
      if (!placement) throw new Problem('not-found', 'no-gig-placement');
      if (placement.state === 'withdrawn' || placement.state === 'cancelled')
        throw new Problem('conflict', 'gig-placement-state');
      const wage = await holdWageIfAny(transaction, placement.id);
      if (wage && isClosed(wage.state)) throw new Problem('conflict', 'gig-wage-closed');
      const before = saidOf(placement);
      const after = await settle(work, placement, order, arrivalOf(person, at), terms);
      answer[after.state === 'no-show' ? 'absent' : after.state === 'finished' ? 'finished' : 'started'] += 1;
      if (!isCorrection(before, saidOf(after))) continue;
      if (reason === undefined) throw new Problem('invalid', 'gig-correction-reason');
      answer.corrected += 1;
      await keepChange(work, placement.id, before, saidOf(after), reason);
      const amount = (await findWage(transaction, placement.id))?.amount ?? 0;
      if (now > order.startsAt && amount !== (wage?.amount ?? 0))
        await tellChange(work, placement, order, wage?.amount ?? 0, amount);
    }
    return answer;
  },
  audit: ({ order, reason }, { started, finished, absent, corrected }) => ({
    order,
    ...(reason === undefined ? {} : { reason }),
    started,
    finished,
    absent,
    corrected,
  }),
});

const byOf = ({ actor }: Pick<Work, 'actor'>): 'foreman' | 'counter' => (actor.kind === 'resident' ? 'foreman' : 'counter');

/** Does what is said of one person. */
async function settle(work: Work, placement: Placement, order: Order, person: Arrival, terms: Terms): Promise<Placement> {
  const { now } = work;
  if (!person.came) {
    if (placement.state === 'no-show') return placement;
    if (now.getTime() < placement.startsAt.getTime() + terms.attendance.noShowMinutes * 60_000)
      throw new Problem('conflict', 'gig-no-show-early', { minutes: terms.attendance.noShowMinutes });
    return await neverCame(work, placement);
  }
  const startedAt = new Date(person.startedAt);
  const endedAt = person.endedAt === undefined ? undefined : new Date(person.endedAt);
  if (startedAt > now || (endedAt && endedAt > now)) throw new Problem('invalid', 'gig-shift-future');
  checkStart(startedAt, order, terms);
  const by = byOf(work);
  let current = placement.state === 'no-show' ? await restore(work, placement, order) : placement;
  if (current.state === 'placed') current = await begin(work, current, order, startedAt, by);
  if (endedAt === undefined) {
    if (current.state === 'finished') throw new Problem('conflict', 'gig-shift-ended');
    return await startAnew(work, current, startedAt, by);
  }
  const breakMinutes = person.breakMinutes ?? usualBreak({ startedAt, endedAt }, order, terms);
  checkEnd(startedAt, endedAt, breakMinutes, terms);
  const ending = requireEnding(person.ending, endedAt, order, terms);
  current = await startAnew(work, current, startedAt, by);
  return await finish(work, current, order, { startedAt, endedAt, breakMinutes, ending }, by, terms);
}

/** Another beginning than the one that was said before. */
async function startAnew(
  { transaction: { db, district } }: Work,
  placement: Placement,
  startedAt: Date,
  by: 'foreman' | 'counter',
) {
  if (placement.startedAt?.getTime() === startedAt.getTime()) return placement;
  await db
    .updateTable('gig_placement')
    .set({ started_at: startedAt, started_by: by })
    .where('district', '=', district)
    .where('id', '=', placement.id)
    .execute();
  return { ...placement, startedAt, startedBy: by };
}

/** Nobody came: no seat, no person-time, no wage. */
async function neverCame(work: Work, placement: Placement): Promise<Placement> {
  const { db, district } = work.transaction;
  await dropWage(work.transaction, placement.id);
  const nothing = {
    started_at: null,
    started_by: null,
    ended_at: null,
    ended_by: null,
    ended_why: null,
    break_minutes: null,
    is_insured: null,
  };
  await db
    .updateTable('gig_placement')
    .set({ ...nothing, state: 'placed' })
    .where('district', '=', district)
    .where('id', '=', placement.id)
    .execute();
  await unplace(work, placement, 'no-show', '');
  const gone = {
    startedAt: null,
    startedBy: null,
    endedAt: null,
    endedBy: null,
    ending: null,
    breakMinutes: null,
    isInsured: null,
  };
  return { ...placement, ...gone, state: 'no-show' };
}

/** Somebody was there after all: the promise counts again, on the day on which it was made. */
async function restore(work: Work, placement: Placement, order: Order): Promise<Placement> {
  const { transaction } = work;
  if (await findOverlap(transaction, placement.worker, order)) throw new Problem('conflict', 'gig-busy');
  await transaction.db
    .updateTable('gig_placement')
    .set({ state: 'placed', reason: null })
    .where('district', '=', transaction.district)
    .where('id', '=', placement.id)
    .execute();
  await countService(work, {
    worker: placement.worker,
    service: 'placed',
    day: dayOf(placement.placedAt),
    station: placement.station,
    desk: 'market',
    note: '',
    source: `placement:${placement.id}`,
  });
  return { ...placement, state: 'placed' };
}

const saidOf = ({ state, startedAt, endedAt, breakMinutes, ending }: Placement): AttendanceSaid => ({
  state,
  startedAt: startedAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
  breakMinutes,
  ending,
});

/** Whether something that had been said is said otherwise; what had not been said yet is no correction. */
export function isCorrection(before: AttendanceSaid, after: AttendanceSaid): boolean {
  if (before.state === 'placed') return false;
  if ((before.state === 'no-show') !== (after.state === 'no-show')) return true;
  if (before.startedAt !== null && before.startedAt !== after.startedAt) return true;
  if (before.endedAt === null) return false;
  return before.endedAt !== after.endedAt || before.breakMinutes !== after.breakMinutes || before.ending !== after.ending;
}

const keepChange = async (
  work: Work,
  placement: string,
  before: AttendanceSaid,
  after: AttendanceSaid,
  reason: string,
): Promise<void> =>
  void (await work.transaction.db
    .insertInto('gig_attendance_change')
    .values({
      district: work.district,
      placement,
      id: work.newId(),
      at: work.now,
      by_kind: byOf(work),
      by_key: actorKey(work.actor),
      reason,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
    })
    .execute());

const tellChange = (work: Work, { worker }: Placement, order: Order, before: number, after: number): Promise<boolean> =>
  tellResident(work, worker, {
    subject: said('工钱改了', 'Your wage was changed'),
    text: said(
      '【乐业】您 {day} 在“{site}”的考勤被更正，工钱由 {before} 元改为 {after} 元。原因和改动都在您的工资条上；不对的话，可以投诉。',
      'Leye: attendance of your shift on {day}, “{site}”, was corrected; the wage goes from {before} to {after} yuan. The reason stands on your slip; if it is wrong, you can complain.',
    ),
    params: { day: order.day, site: order.site, before: yuan(before), after: yuan(after) },
  });
