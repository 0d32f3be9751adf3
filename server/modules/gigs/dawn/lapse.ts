import { Type } from 'typebox';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { command } from '../../../kernel/command/command.ts';
import { partTeam, type TeamOffer } from './part-team.ts';
import { askNextReplacement } from './replacement.ts';

/** How long after its time an offer still waits for an answer that is on its way through a bad network. */
export const GRACE_MS = 60_000;
/** Many at a time, but never so many that others wait for the rows. */
const MOST = 2000;

/**
 * Offers that nobody answered give their seats back, and where somebody was to be replaced the next is asked. An answer that comes later is
 * still taken where the seat is free. Answers at which stations seats came free.
 */
export const lapseOffers = command({
  name: 'gigs.lapse-offers',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowSystem,
  run: async (_input, work) => {
    const { transaction, now } = work;
    const { client, district } = transaction;
    const { rows } = await client.query<TeamOffer & { station: string; way: string }>(
      `UPDATE gig_offer f SET state = 'lapsed'
       FROM (SELECT id FROM gig_offer WHERE district = $1 AND state = 'offered' AND answer_by < $2 ORDER BY id LIMIT ${MOST} FOR UPDATE SKIP LOCKED) AS due
       WHERE f.district = $1 AND f.id = due.id RETURNING f.id, f."order", f.station, f.way, f.team, f.batch`,
      [district, new Date(now.getTime() - GRACE_MS)],
    );
    for (const { order, way } of rows) if (way === 'replacement') await askNextReplacement(work, order);
    // Once a team, however many of it said nothing.
    const teams = new Map(rows.map((row) => [`${row.team} ${row.batch} ${row.order}`, row]));
    for (const offer of teams.values()) await partTeam(work, offer);
    return { lapsed: rows.length, stations: [...new Set(rows.map(({ station }) => station))] };
  },
  audit: (_input, { lapsed }) => ({ lapsed }),
});
