import { Type } from 'typebox';
import { allowAnyone, decide } from '../../../kernel/actor/permission.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { addDays, addMonths, firstDayOfMonth, lastDayOfMonth, monthOf } from '../../../kernel/term/day.ts';
import { listEntries } from '../dawn/line.ts';
import { listAllStations, scopeOfStation } from '../market/stations.ts';
import { mayRunStation, maySeeFairness, maySeeMarket } from '../may.ts';
import { fairnessRulesOn } from '../rules/fairness.ts';
import { Id } from '../shapes.ts';
import type { FairnessMonth, FairnessSummary, ThreeMornings } from './contract.ts';
import { firstMonthOf, measureSpan, type Span } from './month.ts';
import { listUnseen, servicesToday } from './unseen.ts';

/** As much of a month as has been. */
const spanOf = (month: string, today: string): Span => {
  const last = lastDayOfMonth(month);
  return { from: firstDayOfMonth(last), to: last < today ? last : today };
};

/** How the market treated groups of people in a month, at one station or at all of them. */
export const fairnessQuery = query({
  name: 'gigs.fairness',
  route: 'GET /api/gig-fairness',
  input: Type.Object(
    { month: Type.Optional(Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })), station: Type.Optional(Id) },
    { additionalProperties: false },
  ),
  may: maySeeFairness,
  run: async ({ month = '', station }, { transaction, today }): Promise<FairnessMonth> => {
    const stations = await listAllStations(transaction);
    const asked = month === '' || month > monthOf(today) ? monthOf(today) : month;
    const span = spanOf(asked, today);
    const rules = await fairnessRulesOn(transaction, span.to);
    const some = station === undefined ? stations : stations.filter(({ id }) => id === station);
    const ids = some.map(({ id }) => id);
    const measured = await measureSpan(transaction, ids, span, rules);
    const { version, says, smallestShown, morningsSeen } = rules;
    return {
      month: asked,
      ...span,
      station: station ?? null,
      stations: stations.map(({ id, name }) => ({ id, name })),
      rules: { version, says, smallestShown, morningsSeen },
      firstMonth: await firstMonthOf(transaction, ids),
      ...measured,
    };
  },
});

/**
 * What the public reads is counted once a day, over whole days: nobody's morning shows by how the sums move. Before somebody stands in a
 * line of that day the days before may still be coming in, as after a start with an empty database; then it stands for a while only.
 */
type Counted = { readonly on: string; readonly until: number; readonly summary: Promise<FairnessSummary> };
/** How long a count stands before the day has begun; one that found nothing to show took no time either. */
const STANDS_MS = 10 * 60_000;
const EMPTY_STANDS_MS = 60_000;
const counted = new WeakMap<object, Map<string, Counted>>();

/** The last month of which there is something to show, all stations together, until yesterday. For everybody. */
export const fairnessSummaryQuery = query({
  name: 'gigs.fairness-summary',
  route: 'GET /api/gig-fairness/summary',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowAnyone,
  run: async (_input, reading): Promise<FairnessSummary> => {
    const { services, district, today, now } = reading;
    const ofDistricts = counted.get(services) ?? new Map<string, Counted>();
    counted.set(services, ofDistricts);
    const known = ofDistricts.get(district);
    if (known?.on === today && now.getTime() < known.until) return known.summary;
    // Asked before it is counted: what comes in between would be missing for the whole day.
    const begun = hasBegun(reading);
    const summary = begun.then(() => summaryOf(reading));
    // Whoever asks meanwhile waits for this count.
    const keep = (until: number) => ofDistricts.set(district, { on: today, until, summary });
    keep(Number.POSITIVE_INFINITY);
    try {
      const found = await summary;
      if (!(await begun)) keep(now.getTime() + (found ? STANDS_MS : EMPTY_STANDS_MS));
      return found;
    } catch (error) {
      ofDistricts.delete(district);
      throw error;
    }
  },
});

/** Somebody has stood in a line of this day: the days before it are over, and all of them is here. */
async function hasBegun({ transaction, today }: Reading): Promise<boolean> {
  const { client, district } = transaction;
  const stations = (await listAllStations(transaction)).map(({ id }) => id);
  const { rows } = await client.query(
    'SELECT 1 FROM gig_check_in WHERE district = $1 AND station = ANY($2::uuid[]) AND day = $3 LIMIT 1',
    [district, stations, today],
  );
  return rows.length > 0;
}

/** The month before this one, which is whole; this one where that shows nothing. */
async function summaryOf({ transaction, today }: Reading): Promise<FairnessSummary> {
  const stations = (await listAllStations(transaction)).map(({ id }) => id);
  const yesterday = addDays(today, -1);
  for (const month of [monthOf(addMonths(firstDayOfMonth(today), -1)), monthOf(today)]) {
    const span = spanOf(month, yesterday);
    if (span.to < span.from) continue;
    const rules = await fairnessRulesOn(transaction, span.to);
    const { fairness, longWait } = await measureSpan(transaction, stations, span, rules);
    if (!fairness.all) continue;
    const { smallestShown, morningsSeen } = rules;
    return { month, ...span, countedOn: today, smallestShown, morningsSeen, fairness, longWait };
  }
  return null;
}

/** Nobody waits three mornings unseen: who stands in the line today and has. Whoever does not work at the station sees how many. */
export const threeMorningsQuery = query({
  name: 'gigs.three-mornings',
  route: 'GET /api/gig-stations/:station/three-mornings',
  input: Type.Object({ station: Id }, { additionalProperties: false }),
  may: maySeeMarket,
  scope: scopeOfStation,
  run: async ({ station }, reading): Promise<ThreeMornings> => {
    const { transaction, actor, today } = reading;
    const { morningsSeen } = await fairnessRulesOn(transaction, today);
    const entries = await listEntries(reading, station, morningsSeen);
    const services = await servicesToday(
      transaction,
      entries.map(({ worker }) => worker),
      today,
    );
    const ofStations = await listUnseen(transaction, [station], { today, mornings: morningsSeen });
    const unseen = new Set(ofStations.get(station));
    const last = await transaction.db
      .selectFrom('gig_batch')
      .select('id')
      .where('district', '=', transaction.district)
      .where('station', '=', station)
      .where('day', '=', today)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    const isTheirs = decide(mayRunStation, actor, await scopeOfStation({ station }, reading)) === 'allowed';
    return {
      station,
      day: today,
      morningsSeen,
      people: entries.length,
      placed: entries.filter(({ state }) => state === 'placed' || state === 'wants-more').length,
      offered: entries.filter(({ state }) => state === 'offered').length,
      unseen: unseen.size,
      lastBatch: last?.id ?? null,
      list: isTheirs
        ? entries
            .toSorted(
              (a, b) =>
                Number(unseen.has(b.worker)) - Number(unseen.has(a.worker)) || b.mornings - a.mornings || a.number - b.number,
            )
            .map(({ worker, workerNumber, name, number, mornings, state, why }) => ({
              worker,
              workerNumber,
              name,
              number,
              mornings,
              state,
              why,
              services: services.get(worker) ?? 0,
              isUnseen: unseen.has(worker),
            }))
        : null,
    };
  },
  audit: ({ station }, { list }) =>
    list && list.length > 0 ? { station, workers: list.map(({ worker }) => worker) } : undefined,
});
