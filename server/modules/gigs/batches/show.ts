import type { Reading } from '../../../kernel/command/query.ts';
import { residentNames } from '../../residents/module.ts';
import { reasonNames, sayMatched, sayUnmatched } from '../dawn/why.ts';
import { shippedTrades } from '../market/trades.ts';
import { thaw, thawOutput } from '../matching/replay.ts';
import type { Batch, BatchMatch, BatchPerson, BatchUnmatched } from './contract.ts';
import type { KeptBatch } from './store.ts';

/** More than anybody reads; the whole is in the frozen output. */
const MOST = 1000;

type Found = {
  readonly matches: readonly {
    readonly worker: string;
    readonly order: string;
    readonly points: number;
    readonly parts: unknown;
  }[];
  readonly unmatched: readonly {
    readonly worker: string;
    readonly code: string;
    readonly params: Readonly<Record<string, unknown>>;
  }[];
};

/** Everybody in a round and what became of them; names only where `isNamed`. */
export async function showPeople(
  reading: Reading,
  batch: KeptBatch,
  isNamed: boolean,
): Promise<Pick<Batch, 'isWhole' | 'matches' | 'unmatched' | 'more'> & { readonly workers: readonly string[] }> {
  const found = batch.output ? wholeOf(batch.output) : await remainsOf(reading, batch);
  const matches = found.matches.slice(0, MOST);
  const unmatched = found.unmatched.slice(0, MOST);
  const workers = [...matches, ...unmatched].map(({ worker }) => worker);
  const personOf = await peopleOf(reading, batch, workers, isNamed);
  const orders = await ordersOf(reading, batch, found);
  const offered = await offeredIn(reading, batch);
  const names = reasonNames(new Map([...orders].map(([id, { name }]) => [id, name])));
  return {
    isWhole: batch.output !== undefined,
    matches: matches.map(({ worker, order, points, parts }): BatchMatch => {
      const its = orders.get(order);
      return {
        ...personOf(worker),
        order: its?.number ?? null,
        tradeName: its?.tradeName ?? { zh: '', en: '' },
        site: its?.site ?? '',
        points,
        why: sayMatched(parts, names),
        isOffered: offered.has(worker),
      };
    }),
    unmatched: unmatched.map(
      ({ worker, code, params }): BatchUnmatched => ({ ...personOf(worker), why: sayUnmatched(code, params) }),
    ),
    more: { matches: found.matches.length - matches.length, unmatched: found.unmatched.length - unmatched.length },
    workers: isNamed ? workers : [],
  };
}

function wholeOf(output: NonNullable<KeptBatch['output']>): Found {
  const { matched, unmatched } = thawOutput(output);
  return {
    matches: matched.map(({ worker, order, parts, reasons, context }) => ({
      worker,
      order,
      points: parts.sum,
      parts: { reasons, context },
    })),
    unmatched: unmatched.map(({ worker, reason, change }) => ({
      worker,
      code: reason.code,
      params: { ...reason.params, ...(change ? { change } : {}) },
    })),
  };
}

/** Of a round from before the whole was kept: its offers, and whoever has been told nothing newer since. */
async function remainsOf({ transaction: { client, district } }: Reading, { id, station, day }: KeptBatch): Promise<Found> {
  const offers = await client.query<{ worker: string; order: string; points: number | null; parts: unknown }>(
    'SELECT worker, "order", cost AS points, parts FROM gig_offer WHERE district = $1 AND station = $2 AND day = $3 AND batch = $4 ORDER BY id',
    [district, station, day, id],
  );
  const told = await client.query<{ worker: string; code: string; params: Record<string, unknown> | null }>(
    `SELECT worker, reason AS code, reason_params AS params FROM gig_check_in
     WHERE district = $1 AND station = $2 AND day = $3 AND batch = $4 AND reason IS NOT NULL ORDER BY number`,
    [district, station, day, id],
  );
  return {
    matches: offers.rows.map((row) => ({ ...row, points: row.points ?? 0 })),
    unmatched: told.rows.map((row) => ({ ...row, params: row.params ?? {} })),
  };
}

/**
 * The numbers that people had in the round: who stood elsewhere since has another one now. Where the round kept none, or is not what was
 * kept, today's are shown, as far as they are of this station.
 */
function linesIn(input: KeptBatch['input']): ReadonlyMap<string, number | undefined> {
  try {
    return new Map(thaw(input).workers.map(({ id, line }) => [id, line]));
  } catch {
    return new Map();
  }
}

async function peopleOf(
  { transaction, services }: Reading,
  { station, day, input }: KeptBatch,
  workers: readonly string[],
  isNamed: boolean,
): Promise<(worker: string) => BatchPerson> {
  const { client, district } = transaction;
  const lines = linesIn(input);
  const { rows } = await client.query<{ worker: string; line: number | null; number: number }>(
    `SELECT w.id AS worker, c.number AS line, w.number FROM gig_worker w
     LEFT JOIN gig_check_in c ON c.district = $1 AND c.worker = w.id AND c.day = $3 AND c.station = $4
     WHERE w.district = $1 AND w.id = ANY($2::uuid[])`,
    [district, workers, day, station],
  );
  const numbers = new Map(rows.map((row) => [row.worker, row]));
  const names = isNamed ? await residentNames(transaction, services, workers) : undefined;
  return (worker) => ({
    line: lines.get(worker) ?? numbers.get(worker)?.line ?? null,
    workerNumber: isNamed ? (numbers.get(worker)?.number ?? null) : null,
    name: names?.get(worker)?.masked ?? null,
  });
}

/** The orders of a round, and those that its reasons name. */
async function ordersOf({ transaction: { client, district } }: Reading, batch: KeptBatch, { matches }: Found) {
  const named = matches.flatMap(({ parts }) => ordersNamedIn(parts));
  const { rows } = await client.query<{ id: string; number: number; trade: string; site: string }>(
    'SELECT id, number, trade, site FROM gig_order WHERE district = $1 AND station = $2 AND id = ANY($3::uuid[])',
    [district, batch.station, [...new Set([...matches.map(({ order }) => order), ...named])]],
  );
  const trades = shippedTrades();
  return new Map(
    rows.map(({ id, number, trade, site }) => {
      const tradeName = trades.find(trade)?.name ?? { zh: trade, en: trade };
      return [id, { number, site, tradeName, name: { zh: `${number} 号单`, en: `order ${number}` } }];
    }),
  );
}

function ordersNamedIn(parts: unknown): string[] {
  if (typeof parts !== 'object' || parts === null || !('context' in parts) || !Array.isArray(parts.context)) return [];
  return parts.context.flatMap((one: unknown) => {
    const params = typeof one === 'object' && one !== null && 'params' in one ? one.params : undefined;
    const order = typeof params === 'object' && params !== null && 'order' in params ? params.order : undefined;
    return typeof order === 'string' ? [order] : [];
  });
}

async function offeredIn(
  { transaction: { client, district } }: Reading,
  { id, station, day }: KeptBatch,
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ worker: string }>(
    'SELECT worker FROM gig_offer WHERE district = $1 AND station = $2 AND day = $3 AND batch = $4',
    [district, station, day, id],
  );
  return new Set(rows.map(({ worker }) => worker));
}
