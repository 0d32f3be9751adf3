import { Type } from 'typebox';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import { checkedInstant } from '../dawn/instant.ts';
import { scopeOfStation } from '../market/stations.ts';
import { mayRunStation } from '../may.ts';
import { Id, Instant } from '../shapes.ts';
import { getWorker } from '../workers/store.ts';
import { countService, takeBackService } from './count.ts';
import { type Desk, desks } from './desks.ts';

/**
 * A desk has served somebody: one person-time of its service that day, however often they come back. A second record of the same person,
 * service and day is kept for the desk's own book and counts nothing.
 */
export const recordService = command({
  name: 'gigs.record-service',
  route: 'POST /api/gig-stations/:station/services',
  input: Type.Object(
    {
      station: Id,
      worker: Id,
      desk: Type.Enum(Object.keys(desks) as Desk[]), // reason: keys forgets the names
      note: Text(2, 300),
      /** When it was given, where the counter could send it only later. */
      at: Type.Optional(Instant),
    },
    { additionalProperties: false },
  ),
  may: mayRunStation,
  scope: scopeOfStation,
  run: async ({ station, worker, desk, note, at }, work) => {
    await getWorker(work.transaction, worker, work.today);
    const service = desks[desk];
    const givenAt = checkedInstant(at, work.now);
    const day = dayOf(givenAt);
    const id = await countService(work, { worker, service, day, station, desk, note, source: 'desk', givenAt });
    return { service: id };
  },
  audit: ({ station, worker, desk }, { service }) => ({ station, worker, desk, service }),
});

const scopeOfService = async ({ service }: { readonly service: string }, { transaction }: Pick<Work, 'transaction'>) => {
  const { db, district } = transaction;
  const row = await db
    .selectFrom('gig_service')
    .select('station')
    .where('district', '=', district)
    .where('id', '=', service)
    .executeTakeFirst();
  return row && (await scopeOfStation(row, { transaction }));
};

/** A service was written down by mistake. What came from a placement is corrected there, not here. */
export const reverseService = command({
  name: 'gigs.reverse-service',
  route: 'POST /api/gig-services/:service/reverse',
  input: Type.Object({ service: Id, reason: Text(4, 200) }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfService,
  run: async ({ service, reason }, work) => {
    const outcome = await takeBackService(work, service, reason);
    if (outcome === 'of-placement') throw new Problem('conflict', 'gig-service-of-placement');
    return { service, wasReversed: outcome === 'already' };
  },
  audit: ({ service, reason }) => ({ service, reason }),
});
