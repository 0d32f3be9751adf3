import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Fairness } from '../matching/fairness.ts';
import type { Fall, Rung } from '../matching/ladder.ts';
import type { Frozen } from '../matching/replay.ts';
import type { BatchRow, Value } from './contract.ts';

const columns = [
  'id',
  'number',
  'at',
  'rung',
  'is_proven',
  'workers',
  'seats',
  'filled',
  'cost',
  'bound',
  'written',
  'milliseconds',
  'policy',
] as const;

const batches = ({ db, district }: Transaction) => db.selectFrom('gig_batch').select(columns).where('district', '=', district);
type Row = Awaited<ReturnType<ReturnType<typeof batches>['execute']>>[number];

function asRow(row: Row): BatchRow {
  const value = { filled: row.filled, cost: Number(row.cost) };
  const bound = row.bound as Value; // reason: keep-batch writes it, after its shape was checked
  // Where nothing better was known, the value itself was kept as the bound.
  const isKnown = !row.is_proven && (bound.filled !== value.filled || bound.cost !== value.cost);
  return {
    id: row.id,
    number: row.number,
    at: row.at.toISOString(),
    rung: row.rung as Rung, // reason: the column's CHECK names exactly these
    isProven: row.is_proven,
    workers: row.workers,
    seats: row.seats,
    ...value,
    bound: isKnown ? bound : null,
    written: row.written,
    milliseconds: row.milliseconds,
    policy: row.policy,
  };
}

export const listBatches = async (transaction: Transaction, station: string, day: string): Promise<BatchRow[]> =>
  (await batches(transaction).where('station', '=', station).where('day', '=', day).orderBy('number', 'desc').execute()).map(
    asRow,
  );

export type KeptBatch = BatchRow & {
  readonly station: string;
  readonly day: string;
  readonly salt: string;
  readonly steps: number;
  readonly falls: readonly Fall[] | null;
  readonly fairness: Fairness | null;
  readonly input: Frozen;
  /** Undefined in batches from before it was kept. */
  readonly output: Frozen | undefined;
  readonly outputHash: string;
};

/** @throws Problem `no-gig-batch` */
export async function getBatch({ db, district }: Transaction, id: string): Promise<KeptBatch> {
  const row = await db
    .selectFrom('gig_batch')
    .select([...columns, 'station', 'day', 'salt', 'steps', 'falls', 'fairness', 'input', 'input_hash', 'output', 'output_hash'])
    .where('district', '=', district)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', 'no-gig-batch');
  const outputHash = row.output_hash.toString('hex');
  const fairness = row.fairness as Partial<Fairness>; // reason: run-batch writes it; before it was measured, {}
  return {
    ...asRow(row),
    station: row.station,
    day: row.day,
    salt: row.salt,
    steps: row.steps,
    falls: row.falls as Fall[] | null, // reason: as above
    fairness: isMeasured(fairness) ? fairness : null,
    input: { bytes: row.input, sha256: row.input_hash.toString('hex') },
    output: row.output === null ? undefined : { bytes: row.output, sha256: outputHash },
    outputHash,
  };
}

const isMeasured = (fairness: Partial<Fairness>): fairness is Fairness => fairness.groups !== undefined;

/** At which station a batch was. */
export async function stationOfBatch({ db, district }: Transaction, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('gig_batch')
    .select('station')
    .where('district', '=', district)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.station;
}
