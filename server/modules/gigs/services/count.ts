import { actorKey } from '../../../kernel/actor/actor.ts';
import type { Work } from '../../../kernel/command/command.ts';
import { type Transaction, together } from '../../../kernel/database/transaction.ts';
import { findClaimed } from '../../../kernel/fact/claim.ts';
import { listStandingFacts } from '../../../kernel/fact/standing.ts';
import { addDays, type Day } from '../../../kernel/term/day.ts';
import { gigServed } from '../../records/module.ts';
import { personKeys } from '../../residents/module.ts';
import { getStation } from '../market/stations.ts';
import type { Service } from './contract.ts';

export type GivenService = {
  readonly worker: string;
  readonly service: Service;
  readonly day: string;
  readonly station: string;
  readonly desk: string;
  readonly note: string;
  /** What it was given by: `placement:<id>`, or `desk`. One source gives a service once. */
  readonly source: string;
  /** When a desk gave it; of what comes from a placement, its record tells. */
  readonly givenAt?: Date;
};

/**
 * One service for one person, as figure 14 counts it: once a person, service and day, whichever the station. This and an imported row of
 * the same person name the person by the same key, so they are one person-time. Nothing else in this module counts anything.
 */
export async function countService(work: Work, { givenAt, ...given }: GivenService): Promise<string> {
  const { transaction, newId, now, actor, facts } = work;
  const { db, district } = transaction;
  const id = newId();
  const [station, claim] = await together(
    getStation(transaction, given.station),
    claimOf(work, given),
    db
      .insertInto('gig_service')
      .values({ district, id, ...given, given_at: givenAt ?? null, recorded_by: actorKey(actor), recorded_at: now })
      .execute(),
  );
  facts.count(gigServed, {
    day: given.day,
    quantity: 1,
    unit: 'human-resources',
    town: station.town,
    variant: given.service,
    record: { type: 'gig-service', id },
    of: claim,
  });
  return id;
}

/** Once a person, service and day; by the key under which an imported row or an earlier service of the day has claimed it, if any has. */
async function claimOf({ transaction }: Work, { worker, service, day }: GivenService): Promise<readonly string[]> {
  const keys = (await personKeys(transaction, [worker])).get(worker) ?? [worker];
  const ways = keys.map((key) => [key, service, day]);
  return (await findClaimed(transaction, gigServed, ways)) ?? ways[0] ?? [worker, service, day];
}

/** Which of these services count now. The others were taken back, or repeat what had counted already. */
export async function whichCount(
  transaction: Transaction,
  services: readonly string[],
  today: Day,
): Promise<ReadonlySet<string>> {
  // Of no day, and of these records: the rest of a day is the whole district's.
  const standing = await listStandingFacts(transaction, [gigServed.name], {
    from: today,
    to: addDays(today, -1),
    records: services,
  });
  return new Set(standing.map(({ record }) => record));
}

/** What a source gave is taken back: it should not have counted. */
export async function takeBackServices(work: Work, source: string, why: string): Promise<void> {
  const { transaction, now, facts } = work;
  const { db, district } = transaction;
  const rows = await db
    .updateTable('gig_service')
    .set({ reversed_at: now, reversed_why: why })
    .where('district', '=', district)
    .where('source', '=', source)
    .where('reversed_at', 'is', null)
    .returning('id')
    .execute();
  if (rows.length > 0) await facts.reverse(rows.map(({ id }) => id));
}

/** One service that a desk wrote down is taken back. */
export async function takeBackService(work: Work, id: string, why: string): Promise<'taken-back' | 'already' | 'of-placement'> {
  const { transaction, now, facts } = work;
  const { db, district } = transaction;
  const row = await db
    .selectFrom('gig_service')
    .select(['source', 'reversed_at'])
    .where('district', '=', district)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (row.source !== 'desk') return 'of-placement';
  if (row.reversed_at !== null) return 'already';
  await db
    .updateTable('gig_service')
    .set({ reversed_at: now, reversed_why: why })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute();
  await facts.reverse([id]);
  return 'taken-back';
}
