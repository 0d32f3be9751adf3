/** The morning: the code on the station's screen, and the page of today. */
import type { FastifyRequest } from 'fastify';
import { ask } from '../../../kernel/command/run.ts';
import { Problem } from '../../../kernel/problem.ts';
import { formOf, type Read, type Visit, type WritePage, type Wrong } from '../../portal/module.ts';
import { acceptOffer, declineOffer, withdrawPlacement } from '../dawn/answer.ts';
import { stationsQuery } from '../dawn/board.ts';
import { checkIn, leaveLine, wantMore } from '../dawn/check-in.ts';
import { workerDayQuery } from '../dawn/worker-day.ts';
import { endShift, startShift } from '../day/shift.ts';
import { stationDoorQuery } from '../market/station-door.ts';
import { type AtStation, checkInPage, unknownCodePage } from './check-in.tsx';
import { ownDayQuery } from './own-day.ts';
import { findOwn, hidden, idOf, NOBODY, requireSame, requireWorker, type Serve, tapped } from './serve.ts';
import { type PlaceGivenUp, renderToday, todayPage } from './today.tsx';

/** What the code on the station's screen opens, and the check-in that it leads to. */
export function stationRoutes({ host, portal, page, form }: Serve): void {
  const codeOf = (request: FastifyRequest): string => (request.params as { code: string }).code; // reason: fastify types unvalidated params as unknown
  const tokenOf = (given: unknown): string => (typeof given === 'string' && /^[0-9a-f]{8}$/.test(given) ? given : '');
  const addressOf = (code: string, token: string): string => `/s/${encodeURIComponent(code)}?d=${token}`;

  portal.get('/s/:code', hidden, async (request, reply) => {
    const code = codeOf(request);
    const token = tokenOf((request.query as { d?: unknown }).d); // reason: fastify types an unvalidated query as unknown
    const { code: district } = await host.districtOf(request);
    const { actor } = await host.knownOutside(request);
    try {
      const door = await ask(host.kernel, stationDoorQuery, { code, token }, { district, actor });
      return await page(
        request,
        reply,
        async (visit, _read, readAs) =>
          checkInPage(visit, door, await whoStands(visit, readAs, door.station), addressOf(code, token), token),
        { isPrivate: true, address: addressOf(code, token) },
      );
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'gig-code-unknown') throw error;
      return page(request, reply, (visit) => unknownCodePage(visit), { status: 404, isPrivate: true });
    }
  });

  portal.post('/s/:code', { ...hidden, config: { goesFirst: true } }, async (request, reply) => {
    const code = codeOf(request);
    const token = tokenOf(formOf(request).d);
    await requireSame(host, request);
    const worker = await idOf(host, request);
    return form(request, reply, {
      command: checkIn,
      names: ['d', 'at'],
      input: ({ d, at }) => ({ worker, station: code, token: d, ...tapped(at) }),
      done: ({ gaveUp }) => (gaveUp ? `/gigs/today?gave=${gaveUp.number}&of=${gaveUp.station}` : '/gigs/today'),
      again: async (shown, visit, read, readAs) => {
        const door = await read(stationDoorQuery, { code, token });
        return checkInPage(visit, door, await whoStands(visit, readAs, door.station), addressOf(code, token), token, shown);
      },
      address: addressOf(code, token),
    });
  });
}

async function whoStands(visit: Visit, readAs: Read, station: string): Promise<AtStation> {
  if (!visit.resident) return { is: 'visitor' };
  const worker = await findOwn(visit, readAs);
  if (!worker) return { is: 'stranger' };
  const { checkIn: held } = await readAs(workerDayQuery, { worker: worker.id });
  const place = held && !held.hasLeft ? { station: held.stationName, number: held.number } : null;
  const isHere = held?.station === station;
  const { number, isPaused } = worker;
  return { is: 'worker', number, isPaused, held: (isHere && place?.number) || null, elsewhere: isHere ? null : place };
}

/** Which place elsewhere was given up by the check-in that led here, as its address says. */
async function placeGivenUp(request: FastifyRequest, read: Read): Promise<PlaceGivenUp | undefined> {
  const { gave, of } = request.query as { gave?: unknown; of?: unknown }; // reason: fastify types an unvalidated query as unknown
  if (typeof gave !== 'string' || !/^\d{1,5}$/.test(gave)) return undefined;
  const station = (await read(stationsQuery, {})).stations.find(({ id }) => id === of);
  return station && { station: station.name, number: Number(gave) };
}

export function todayRoutes(serve: Serve): void {
  const { host, portal, page, form } = serve;
  const now = () => host.kernel.clock.now();
  portal.get('/gigs/today', hidden, async (request, reply) => {
    const worker = await requireWorker(serve, request, reply);
    if (!worker) return reply;
    return page(request, reply, async (visit, read, readAs) => {
      const day = await readAs(ownDayQuery, { worker: worker.id });
      return todayPage(visit, day, now(), undefined, await placeGivenUp(request, read));
    });
  });
  portal.get('/gigs/today/part', hidden, async (request, reply) => {
    const { actor } = await host.knownOutside(request);
    const { code: district } = await host.districtOf(request);
    const worker = actor.kind === 'resident' ? actor.id : NOBODY;
    const day = await ask(host.kernel, ownDayQuery, { worker }, { district, actor });
    const { html, tag } = renderToday(day, now(), host.languageOf(request));
    reply.header('cache-control', 'private, no-cache').header('etag', tag).header('vary', 'Cookie, Accept-Language');
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.type('text/html; charset=utf-8').send(html);
  });

  const onToday =
    (at = ''): Again =>
    async ({ wrong, filled: { code = '', reason = '' } }, visit, _read, readAs) =>
      todayPage(visit, await readAs(ownDayQuery, { worker: visit.resident?.id ?? NOBODY }), now(), { at, wrong, code, reason });
  const rest = { done: () => '/gigs/today', again: onToday(), address: '/gigs/today' } as const;
  const restAt = (request: FastifyRequest) => ({ ...rest, again: onToday(placementOf(request)) });
  const offerOf = (request: FastifyRequest): string => (request.params as { offer: string }).offer; // reason: as above

  portal.post('/gigs/offers/:offer/take', hidden, async (request, reply) => {
    await requireSame(host, request);
    return form(request, reply, {
      command: acceptOffer,
      names: ['at'],
      input: ({ at }) => ({ offer: offerOf(request), ...tapped(at) }),
      ...rest,
    });
  });
  portal.post('/gigs/offers/:offer/decline', hidden, async (request, reply) => {
    await requireSame(host, request);
    return form(request, reply, {
      command: declineOffer,
      names: ['reason', 'at'],
      input: ({ reason, at }) => ({ offer: offerOf(request), reason, ...tapped(at) }),
      ...rest,
    });
  });
  portal.post('/gigs/placements/:placement/withdraw', hidden, (request, reply) =>
    form(request, reply, {
      command: withdrawPlacement,
      names: ['reason'],
      input: ({ reason }) => ({ placement: placementOf(request), reason: reason.trim() }),
      ...restAt(request),
    }),
  );
  const placementOf = (request: FastifyRequest): string => (request.params as { placement: string }).placement; // reason: as above
  const digits = (code: string): string => code.normalize('NFKC').replace(/\s/g, '');
  portal.post('/gigs/placements/:placement/start', hidden, async (request, reply) => {
    await requireSame(host, request);
    return form(request, reply, {
      command: startShift,
      names: ['code', 'at'],
      input: ({ code, at }) => ({ placement: placementOf(request), code: digits(code), ...tapped(at) }),
      ...restAt(request),
    });
  });
  portal.post('/gigs/placements/:placement/end', hidden, async (request, reply) => {
    await requireSame(host, request);
    return form(request, reply, {
      command: endShift,
      names: ['code', 'ending', 'at'],
      input: ({ code, ending, at }) => ({
        placement: placementOf(request),
        code: digits(code),
        ...(ending === '' ? {} : { ending }),
        ...tapped(at),
      }),
      ...restAt(request),
    });
  });
  portal.post('/gigs/today/leave', hidden, async (request, reply) => {
    await requireSame(host, request);
    const worker = await idOf(host, request);
    return form(request, reply, { command: leaveLine, names: [], input: () => ({ worker }), ...rest });
  });
  portal.post('/gigs/today/more', hidden, async (request, reply) => {
    const worker = await idOf(host, request);
    return form(request, reply, {
      command: wantMore,
      names: ['more'],
      input: ({ more }) => ({ worker, more: more === '1' }),
      ...rest,
    });
  });
}

type Again = (
  shown: { readonly wrong: Wrong; readonly filled: Readonly<Partial<Record<string, string>>> },
  ...rest: Parameters<WritePage>
) => ReturnType<WritePage>;
