import { randomBytes } from 'node:crypto';
import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { query } from '../../../kernel/command/query.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { getStation, scopeOfStation } from '../market/stations.ts';
import { mayRunStation } from '../may.ts';
import { Id } from '../shapes.ts';
import type { Device, DeviceKind, DeviceList } from './contract.ts';
import { deviceHash } from './token.ts';

/** More at one station is a mistake, or somebody at play. */
const MOST_DEVICES = 40;

export const DeviceShape = {
  kind: Type.Unsafe<DeviceKind>(Type.Union([Type.Literal('kiosk'), Type.Literal('screen')])),
  name: Text(1, 30),
};

/**
 * An officer makes the browser before them a kiosk or screen of a station. The token goes into that browser's cookie and nowhere else:
 * without a route of its own, the command is run by `routes.ts`. `instead`: the token that the browser showed until now.
 * @throws Problem `gig-station-closed`, `gig-devices-many`
 */
export const setUpKiosk = command({
  name: 'gigs.set-up-kiosk',
  input: Type.Object({ station: Id, ...DeviceShape, instead: Type.Optional(Type.String()) }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfStation,
  run: async ({ station: id, kind, name, instead }, work) => {
    const { transaction, newId, now, today, actor } = work;
    const { db, district } = transaction;
    const station = await getStation(transaction, id);
    if (station.closedOn !== null && today >= station.closedOn) throw new Problem('conflict', 'gig-station-closed');
    if (instead !== undefined) await endDevices(work, { tokenHash: deviceHash(instead) });
    const used = (await listDevices(work, id)).filter(({ endedAt }) => endedAt === null);
    if (used.length >= MOST_DEVICES) throw new Problem('conflict', 'gig-devices-many', { most: MOST_DEVICES });
    const token = randomBytes(32).toString('base64url');
    const device = newId();
    await db
      .insertInto('gig_kiosk')
      .values({
        district,
        id: device,
        station: id,
        name: name.trim(),
        kind,
        token_hash: deviceHash(token),
        set_up_by: actorKey(actor),
        set_up_at: now,
      })
      .execute();
    return { device, token, code: station.code };
  },
  audit: ({ station, kind }, { device }) => ({ station, kind, device }),
  keeps: ({ device }) => ({ device }),
});

/** The device is taken away, or was lost: its cookie opens nothing any more. */
export const endKiosk = command({
  name: 'gigs.end-kiosk',
  route: 'POST /api/gig-devices/:device/end',
  input: Type.Object({ device: Id }, { additionalProperties: false }),
  may: mayRunStation,
  scope: async ({ device }, { transaction }) => {
    const { db, district } = transaction;
    const row = await db
      .selectFrom('gig_kiosk')
      .select('station')
      .where('district', '=', district)
      .where('id', '=', device)
      .executeTakeFirst();
    return row && (await scopeOfStation(row, { transaction }));
  },
  run: async ({ device }, work) => {
    await endDevices(work, { id: device });
    return { device };
  },
  audit: ({ device }) => ({ device }),
});

async function endDevices({ transaction, now, actor }: Work, which: { id: string } | { tokenHash: Buffer }): Promise<void> {
  const { db, district } = transaction;
  await db
    .updateTable('gig_kiosk')
    .set({ ended_at: now, ended_by: actorKey(actor) })
    .where('district', '=', district)
    .where((row) => ('id' in which ? row('id', '=', which.id) : row('token_hash', '=', which.tokenHash)))
    .where('ended_at', 'is', null)
    .execute();
}

/** The kiosks and screens of a station. */
export const devicesQuery = query({
  name: 'gigs.devices',
  route: 'GET /api/gig-stations/:station/devices',
  input: Type.Object({ station: Id }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfStation,
  run: async ({ station }, reading): Promise<DeviceList> => ({ devices: await listDevices(reading, station) }),
});

async function listDevices({ transaction: { db, district } }: Pick<Work, 'transaction'>, station: string): Promise<Device[]> {
  const rows = await db
    .selectFrom('gig_kiosk')
    .select(['id', 'name', 'kind', 'set_up_at', 'ended_at'])
    .where('district', '=', district)
    .where('station', '=', station)
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .orderBy('set_up_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ id, name, kind, set_up_at, ended_at }) => ({
    device: id,
    name,
    kind: kind === 'screen' ? 'screen' : 'kiosk',
    setUpAt: set_up_at.toISOString(),
    endedAt: ended_at?.toISOString() ?? null,
  }));
}
