import { hash } from 'node:crypto';
import { canonicalJson } from '../../../kernel/audit/canonical.ts';
import { bucketsOf, type OrderColumns, orderColumns, type WorkerColumns, workerColumns } from './columns.ts';
import { type Rows, rowsOver } from './rows.ts';
import type { MatchInput, MatchOrder, MatchWorker } from './shapes.ts';

/** A batch made ready: everybody and every order once, standing in the order of the batch's own hash, and as columns. */
export type Batch = {
  readonly input: MatchInput;
  readonly workers: readonly MatchWorker[];
  readonly orders: readonly MatchOrder[];
  readonly workerColumns: WorkerColumns;
  readonly orderColumns: OrderColumns;
  readonly rows: Rows;
  /** Rows of `workers` that go together. */
  readonly teams: readonly (readonly number[])[];
};

export function batchOf(input: MatchInput): Batch {
  const workers = drawn(input.workers, input.salt);
  const orders = drawn(input.orders, input.salt);
  const { columns, names } = orderColumns(orders);
  const people = workerColumns(workers, names);
  const teams = new Map<string, number[]>();
  for (const [row, { team }] of workers.entries()) {
    if (team === undefined) continue;
    const members = teams.get(team);
    if (members) members.push(row);
    else teams.set(team, [row]);
  }
  return {
    input,
    workers,
    orders,
    workerColumns: people,
    orderColumns: columns,
    rows: rowsOver(bucketsOf(columns), input.policy, columns.count),
    teams: [...teams.values()].filter((members) => members.length > 1),
  };
}

/**
 * Puts people and orders into an order that nobody can work towards: by the hash of salt and id, another one in every batch. From here on
 * whoever comes first among equals comes first by that. Who is listed twice counts once; and not at all where the two entries differ.
 */
export function drawn<Row extends { readonly id: string }>(rows: readonly Row[], salt: string): readonly Row[] {
  const hashed = [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, entries]) => {
    const [row, ...others] = entries;
    if (!row || (others.length > 0 && new Set(entries.map(canonicalJson)).size > 1)) return [];
    return { row, hash: drawOf(salt, id) };
  });
  hashed.sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0));
  return hashed.map(({ row }) => row);
}

/** The lot that somebody draws in a batch. */
export const drawOf = (salt: string, id: string): string => hash('sha256', `${salt}\n${id}`);
