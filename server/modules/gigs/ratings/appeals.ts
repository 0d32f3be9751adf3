import type { Transaction } from '../../../kernel/database/transaction.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import { shippedTrades } from '../market/trades.ts';
import type { DecidedAppeal, RatedShift, WaitingAppeal } from './contract.ts';
import { asRating } from './store.ts';

const appeals = ({ db, district }: Transaction, stations: readonly string[]) =>
  db
    .selectFrom('gig_rating as r')
    .innerJoin('gig_placement as p', (join) => join.onRef('p.district', '=', 'r.district').onRef('p.id', '=', 'r.placement'))
    .innerJoin('gig_order as o', (join) => join.onRef('o.district', '=', 'p.district').onRef('o.id', '=', 'p.order'))
    .selectAll('r')
    .select(['p.day', 'p.starts_at', 'p.ends_at', 'p.started_at', 'p.ended_at', 'p.ended_why', 'o.number', 'o.trade', 'o.site'])
    .where('r.district', '=', district)
    .where('r.appealed_at', 'is not', null)
    .where('p.station', 'in', [...stations]);
type Row = Awaited<ReturnType<ReturnType<typeof appeals>['execute']>>[number];

/** Appeals that wait at stations, the oldest first. */
export async function listAppeals(transaction: Transaction, stations: readonly string[]): Promise<WaitingAppeal[]> {
  if (stations.length === 0) return [];
  const rows = await appeals(transaction, stations).where('r.appeal_outcome', 'is', null).orderBy('r.appealed_at').execute();
  return rows.flatMap(asAppeal);
}

/** Those decided since an instant, the last first. */
export async function listDecidedAppeals(
  transaction: Transaction,
  stations: readonly string[],
  since: Date,
): Promise<DecidedAppeal[]> {
  if (stations.length === 0) return [];
  const rows = await appeals(transaction, stations)
    .where('r.appeal_decided_at', '>=', since)
    .orderBy('r.appeal_decided_at', 'desc')
    .limit(200)
    .execute();
  return rows.flatMap((row) => {
    const { appealOutcome: outcome, appealReason: reason, appealDecidedAt } = asRating(row);
    if (outcome === null || appealDecidedAt === null) return [];
    return asAppeal(row).map((appeal) => ({
      ...appeal,
      outcome,
      reason: reason ?? '',
      decidedAt: appealDecidedAt.toISOString(),
    }));
  });
}

function asAppeal(row: Row): WaitingAppeal[] {
  const { id, side, ratedAt, stars, text, answer, appealWhy, appeal, appealedAt } = asRating(row);
  if (appealWhy === null || appealedAt === null) return [];
  const month = dayOf(ratedAt).slice(0, 7);
  return [
    {
      ...{ rating: id, side, month, stars, text, answer },
      ...{ why: appealWhy, appeal: appeal ?? '', appealedAt: appealedAt.toISOString() },
      shift: shiftOf(row),
    },
  ];
}

function shiftOf(row: Row): RatedShift {
  // By whole minutes of the clock, as the wage slip reckons them.
  const minute = (instant: Date): number => Math.floor(instant.getTime() / 60_000);
  const minutesPast = (later: Date | null, earlier: Date | null): number =>
    later === null || earlier === null ? 0 : Math.max(0, minute(later) - minute(earlier));
  return {
    day: row.day,
    order: row.number,
    tradeName: shippedTrades().find(row.trade)?.name ?? { zh: row.trade, en: row.trade },
    site: row.site,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    ending: row.ended_why as RatedShift['ending'], // reason: the column's CHECK names exactly these
    minutesLate: minutesPast(row.started_at, row.starts_at),
    minutesEarly: minutesPast(row.ends_at, row.ended_at),
  };
}
