import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { ask, execute } from '../../../kernel/command/run.ts';
import type { Host } from '../../../kernel/http/host.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Face } from '../faces/contract.ts';
import { screenQuery } from '../faces/screen.ts';
import { setUpKiosk } from './commands.ts';
import { deviceCookie, readDeviceToken } from './token.ts';

/** What is not one JSON command or query: the cookie of a device, and a board that answers only when it has changed. */
export function stationRoutes(app: FastifyInstance, host: Host): void {
  const whoAndWhere = async (request: Parameters<Host['identify']>[0]) => {
    const [actor, district] = await Promise.all([host.identify(request), host.districtOf(request)]);
    return { actor, district: district.code };
  };

  app.post<{ Params: { station: string } }>('/api/gig-stations/:station/devices', async (request, reply) => {
    const call = await whoAndWhere(request);
    if (typeof request.body !== 'object' || request.body === null)
      throw new Problem('invalid', 'bad-request', { detail: 'JSON' });
    const instead = readDeviceToken(request.headers.cookie, host.publicAddress);
    const { station } = request.params;
    // The address and the cookie say which station and which browser, whatever stands in the body.
    const given = { ...request.body, station, ...(instead === undefined ? {} : { instead }) };
    const { device, code, token } = await execute(host.kernel, setUpKiosk, given, call);
    return reply
      .header('set-cookie', deviceCookie(host.publicAddress, token))
      .header('cache-control', 'no-store')
      .send({ device, code });
  });

  app.get<{ Params: { code: string } }>('/api/gig-faces/:code', async (request, reply) => {
    const read = await ask(host.kernel, screenQuery, { code: request.params.code }, await whoAndWhere(request));
    const { checkInPath, ...shown } = read;
    const answer: Face = { ...shown, checkInAddress: checkInPath === null ? null : host.publicAddress + checkInPath };
    // The moment of reading changes with every reading; what hangs on the wall does not.
    const { at: _at, ...lasting } = answer;
    const tag = `W/"${createHash('sha256').update(JSON.stringify(lasting)).digest('base64url').slice(0, 27)}"`;
    void reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'cookie');
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.send(answer);
  });
}
