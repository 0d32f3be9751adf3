import { inDistrict } from '../../../kernel/database/transaction.ts';
import type { IdentitySource } from '../../../kernel/http/identity.ts';
import { deviceHash, readDeviceToken } from './token.ts';

/**
 * A kiosk or screen by its cookie, each with its own role: what hangs on a wall checks nobody in. One query, none where no cookie is shown. Whatever was ended opens nothing from the next request on.
 */
export const identifyDevice: IdentitySource = async (request, { kernel, districtOf, publicAddress }) => {
  const token = readDeviceToken(request.headers.cookie, publicAddress);
  if (token === undefined) return undefined;
  const { code: district } = await districtOf(request);
  const [device] = await inDistrict(
    kernel.database,
    district,
    async ({ client }) =>
      (
        await client.query<{ id: string; name: string; station: string; kind: string }>({
          name: 'identify_gig_device',
          text: 'SELECT id, name, station, kind FROM gig_kiosk WHERE district = $1 AND token_hash = $2 AND ended_at IS NULL',
          values: [district, deviceHash(token)],
        })
      ).rows,
    'read',
  );
  if (!device) return undefined;
  const { id, name, station, kind } = device;
  return kind === 'screen'
    ? { actor: { kind, id, name, grants: [{ role: kind, station }] } }
    : { actor: { kind: 'kiosk', id, name, grants: [{ role: 'kiosk', station }] } };
};
