import type { Scope } from '../../../kernel/actor/permission.ts';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Ending, SaidBy } from '../day/contract.ts';

export type PlacementState = 'placed' | 'withdrawn' | 'cancelled' | 'no-show' | 'started' | 'finished';

export type Placement = {
  readonly id: string;
  readonly worker: string;
  readonly order: string;
  readonly employer: string;
  readonly station: string;
  readonly day: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: PlacementState;
  readonly reason: string | null;
  readonly placedAt: Date;
  readonly startedAt: Date | null;
  readonly startedBy: SaidBy | null;
  readonly endedAt: Date | null;
  readonly endedBy: SaidBy | null;
  readonly ending: Ending | null;
  readonly breakMinutes: number | null;
  /** As the shift began; null before. */
  readonly isInsured: boolean | null;
};

/** States in which a placement holds its seat and its worker's time. */
export const holding: readonly PlacementState[] = ['placed', 'started', 'finished'];

const placements = ({ db, district }: Transaction) => db.selectFrom('gig_placement').selectAll().where('district', '=', district);
type Row = Awaited<ReturnType<ReturnType<typeof placements>['execute']>>[number];

const asPlacement = (row: Row): Placement => ({
  id: row.id,
  worker: row.worker,
  order: row.order,
  employer: row.employer,
  station: row.station,
  day: row.day,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  state: row.state as PlacementState, // reason: the column's CHECK names exactly these
  reason: row.reason,
  placedAt: row.placed_at,
  startedAt: row.started_at,
  startedBy: row.started_by as SaidBy | null, // reason: this and the two below are named by the columns' CHECKs
  endedAt: row.ended_at,
  endedBy: row.ended_by as SaidBy | null,
  ending: row.ended_why as Ending | null,
  breakMinutes: row.break_minutes,
  isInsured: row.is_insured,
});

/** @throws Problem `no-gig-placement` */
export async function holdPlacement(transaction: Transaction, id: string): Promise<Placement> {
  const row = await placements(transaction).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new Problem('not-found', 'no-gig-placement');
  return asPlacement(row);
}

export async function findPlacement(transaction: Transaction, id: string): Promise<Placement | undefined> {
  const row = await placements(transaction).where('id', '=', id).executeTakeFirst();
  return row && asPlacement(row);
}

/** Placements of an order, held, always in the same order. */
export const holdPlacements = async (
  transaction: Transaction,
  order: string,
  ids: readonly string[],
): Promise<Map<string, Placement>> =>
  new Map(
    ids.length === 0
      ? []
      : (
          await placements(transaction)
            .where('order', '=', order)
            .where(({ eb, ref }) => eb(ref('id'), '=', eb.fn.any(eb.val([...ids]))))
            .orderBy('id')
            .forUpdate()
            .execute()
        ).map((row) => [row.id, asPlacement(row)]),
  );

export const listPlacementsOfOrders = async (transaction: Transaction, orders: readonly string[]): Promise<Placement[]> =>
  orders.length === 0
    ? []
    : (await placements(transaction).where('order', 'in', orders).orderBy('placed_at').execute()).map(asPlacement);

export const listPlacementsOfWorker = async (transaction: Transaction, worker: string, since: string): Promise<Placement[]> =>
  (
    await placements(transaction)
      .where('worker', '=', worker)
      .where('day', '>=', since)
      .orderBy('starts_at', 'desc')
      .limit(100)
      .execute()
  ).map(asPlacement);

/** What a worker has promised or does that overlaps a stretch of time. */
export const findOverlap = async (
  transaction: Transaction,
  worker: string,
  stretch: { readonly startsAt: Date; readonly endsAt: Date },
): Promise<Placement | undefined> => {
  const row = await placements(transaction)
    .where('worker', '=', worker)
    .where('state', 'in', ['placed', 'started'])
    .where('starts_at', '<', stretch.endsAt)
    .where('ends_at', '>', stretch.startsAt)
    .executeTakeFirst();
  return row && asPlacement(row);
};

/** What a worker holds, or has had, of an order. */
export const findHeld = async (transaction: Transaction, worker: string, order: string): Promise<Placement | undefined> => {
  const row = await placements(transaction)
    .where('worker', '=', worker)
    .where('order', '=', order)
    .where('state', 'in', [...holding])
    .executeTakeFirst();
  return row && asPlacement(row);
};

/** A placement has two sides: the employer's people and the worker. */
export const scopeOfPlacement = async (
  { placement: id }: { readonly placement: string },
  { transaction }: { readonly transaction: Transaction },
): Promise<Scope | undefined> => {
  const placement = await findPlacement(transaction, id);
  return placement && { employer: placement.employer, person: placement.worker };
};
