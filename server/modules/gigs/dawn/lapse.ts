import { Type } from 'typebox';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { command } from '../../../kernel/command/command.ts';

/** How long after its time an offer still waits for an answer that is on its way through a bad network. */
export const GRACE_MS = 60_000;
/** Many at a time, but never so many that others wait for the rows. */
const MOST = 2000;

/** Offers that nobody answered give their seats back. An answer that comes later is still taken where the seat is free. */
export const lapseOffers = command({
  name: 'gigs.lapse-offers',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowSystem,
  run: async (_input, { transaction: { client, district }, now }) => {
    const { rows } = await client.query<{ id: string }>(
      `UPDATE gig_offer f SET state = 'lapsed'
       FROM (SELECT id FROM gig_offer WHERE district = $1 AND state = 'offered' AND answer_by < $2 ORDER BY id LIMIT ${MOST} FOR UPDATE SKIP LOCKED) AS due
       WHERE f.district = $1 AND f.id = due.id RETURNING f.id`,
      [district, new Date(now.getTime() - GRACE_MS)],
    );
    return { lapsed: rows.length };
  },
  audit: (_input, { lapsed }) => ({ lapsed }),
});
