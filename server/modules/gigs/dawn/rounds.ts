import { Type } from 'typebox';
import { system } from '../../../kernel/actor/actor.ts';
import { command } from '../../../kernel/command/command.ts';
import { execute, type Kernel } from '../../../kernel/command/run.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { job } from '../../../kernel/job/declare.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import { isOpenAt, listStations, scopeOfStation } from '../market/stations.ts';
import { mayRunStation } from '../may.ts';
import { Id } from '../shapes.ts';
import { timeOf } from '../shifts.ts';
import { GRACE_MS, lapseOffers } from './lapse.ts';
import { runBatch } from './run-batch.ts';

/** Every minute: offers whose time is up give their seats back, then every open station matches whose round is due, or where seats came free. */
export const roundsJob = job({
  name: 'gigs.rounds',
  schedule: '* * * * *',
  run: async (_data, kernel) => {
    const { rows } = await kernel.database.pool.query<{ code: string }>('SELECT code FROM district ORDER BY code');
    for (const { code } of rows) {
      const freed = await lapseDue(kernel, code);
      for (const station of await dueStations(kernel, code, freed)) await runBatch(kernel, code, station);
    }
  },
});

/** An officer does not wait for the minute: a round now. */
export const roundNow = command({
  name: 'gigs.round-now',
  route: 'POST /api/gig-stations/:station/round',
  input: Type.Object({ station: Id }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfStation,
  run: async ({ station }, { jobs }) => {
    await jobs.send('gigs.round', { station }, { once: station });
    return { station };
  },
  audit: ({ station }) => ({ station }),
});

export const roundJob = job<{ district: string; station: string }>({
  name: 'gigs.round',
  run: async ({ district, station }, kernel) => {
    await lapseDue(kernel, district);
    await runBatch(kernel, district, station);
  },
});

async function lapseDue(kernel: Kernel, district: string): Promise<readonly string[]> {
  const before = new Date(kernel.clock.now().getTime() - GRACE_MS);
  const isAny = await inDistrict(
    kernel.database,
    district,
    async ({ client }) =>
      (
        await client.query("SELECT 1 FROM gig_offer WHERE district = $1 AND state = 'offered' AND answer_by < $2 LIMIT 1", [
          district,
          before,
        ])
      ).rows.length > 0,
    'read',
  );
  if (!isAny) return [];
  return (await execute(kernel, lapseOffers, {}, { district, actor: system('gigs') })).stations ?? [];
}

/** Open stations where somebody stands in the line, and whose last round is as long ago as their rhythm says or where seats came free since. */
async function dueStations(kernel: Kernel, district: string, freed: readonly string[]): Promise<string[]> {
  const now = kernel.clock.now();
  const day = dayOf(now);
  return await inDistrict(
    kernel.database,
    district,
    async (transaction) => {
      const open = (await listStations(transaction, day)).filter((station) => isOpenAt(station, timeOf(now)));
      const { rows } = await transaction.client.query<{ station: string; last: Date | null; here: number }>(
        `SELECT s.id AS station, (SELECT max(b.at) FROM gig_batch b WHERE b.district = $1 AND b.station = s.id AND b.day = $2) AS last,
           (SELECT count(*)::integer FROM gig_check_in c WHERE c.district = $1 AND c.station = s.id AND c.day = $2 AND c.left_at IS NULL) AS here
         FROM gig_station s WHERE s.district = $1 AND s.id = ANY($3::uuid[])`,
        [district, day, open.map(({ id }) => id)],
      );
      const minutes = new Map(open.map(({ id, roundMinutes }) => [id, roundMinutes]));
      // Ten seconds early is not too early: the minute's job does not come to the second.
      const isDue = (last: Date | null, station: string) =>
        freed.includes(station) ||
        last === null ||
        now.getTime() - last.getTime() >= (minutes.get(station) ?? 1) * 60_000 - 10_000;
      return rows.filter(({ here, last, station }) => here > 0 && isDue(last, station)).map(({ station }) => station);
    },
    'read',
  );
}
