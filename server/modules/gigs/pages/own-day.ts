import { Type } from 'typebox';
import { query } from '../../../kernel/command/query.ts';
import type { ShownOffer, WorkerDay } from '../dawn/contract.ts';
import { type ReadDay, readDay } from '../dawn/worker-day.ts';
import { metresBetween, minutesFor } from '../matching/way.ts';
import { mayWorkerDo } from '../may.ts';
import type { ShownOrder } from '../orders/contract.ts';
import { Id } from '../shapes.ts';
import { scopeOfWorker } from '../workers/join.ts';
import { changeFor, isDone, type Tip } from './tip.ts';

/** A way in a straight line, kilometres with one decimal; and by when to leave the station, where that is known. */
export type Way = Pick<ShownOffer, 'kilometres' | 'minutesThere' | 'leaveBy'>;

/** The day, and what only the phone's page says of it. */
export type OwnDay = WorkerDay & {
  /** The ways to work that is agreed, by placement. */
  readonly ways: Readonly<Record<string, Way>>;
  /** What would have helped in the last round; null where it found something, or nothing would have. */
  readonly tip: Tip | null;
  /** Nothing is offered until they look for work again. */
  readonly isPaused: boolean;
  /** What was agreed and then called off by the worker, as long as it has not begun. */
  readonly calledOff: readonly ShownOrder[];
  /** Whoever calls off work later than so many minutes before it begins has broken a promise. */
  readonly lateWithdrawalMinutes: number;
  /** How many minutes before its start work may begin. */
  readonly earliestMinutes: number;
  /** How often the station looks for work; null for whoever is not in the line. */
  readonly roundMinutes: number | null;
};

/** Everything that a worker's own page of today shows: made of what the day itself has read, because phones ask again and again. */
export const ownDayQuery = query({
  name: 'gigs.own-day',
  input: Type.Object({ worker: Id }, { additionalProperties: false }),
  may: mayWorkerDo,
  scope: scopeOfWorker,
  run: async ({ worker }, reading): Promise<OwnDay> => {
    const read = await readDay(reading, worker);
    return {
      ...read.day,
      ways: waysOf(read),
      tip: tipOf(read),
      isPaused: read.worker.isPaused,
      calledOff: calledOff(read, reading.now),
      lateWithdrawalMinutes: read.terms.ratings.lateWithdrawalMinutes,
      earliestMinutes: read.terms.attendance.earliestMinutes,
      roundMinutes: read.line?.station.roundMinutes ?? null,
    };
  },
});

/** As the offer said it; of work agreed on an earlier day, as it is now. */
function waysOf({ day: { offers, placements }, worker, policy }: ReadDay): OwnDay['ways'] {
  const offered = new Map<string, Way>(offers.map((offer) => [offer.id, offer]));
  const wayTo = (order: ShownOrder): Way => {
    const metres = metresBetween(worker, order);
    const minutesThere = Math.round(minutesFor(metres, policy.travel));
    return { kilometres: Math.round(metres / 100) / 10, minutesThere, leaveBy: order.busLeavesAt };
  };
  const ahead = placements.filter(({ state }) => state === 'placed' || state === 'started');
  return Object.fromEntries(ahead.map(({ id, order }) => [id, offered.get(id) ?? wayTo(order)]));
}

function calledOff({ promised, shown }: ReadDay, now: Date): ShownOrder[] {
  const off = promised.filter(({ state, startsAt }) => state === 'withdrawn' && startsAt > now).map(({ order }) => order);
  // Agreed to again: then that is what counts.
  const isAgreed = (id: string) => promised.some(({ order, state }) => order === id && state !== 'withdrawn');
  return [...new Set(off)].flatMap((id) => (isAgreed(id) ? [] : (shown.get(id) ?? [])));
}

function tipOf({ line, worker }: ReadDay): Tip | null {
  const reason = line?.checkIn.why ? line.kept.reason : null;
  const change = reason === null ? undefined : changeFor(reason, line?.kept.reasonParams ?? {});
  if (!change) return null;
  const claimed = worker.licences.filter(({ state }) => state === 'claimed').map(({ licence }) => licence);
  return { ...change, isDone: isDone(change, { ...worker, trades: worker.skills.map(({ trade }) => trade), claimed }) };
}
