/** The public pages of the gig market for whoever takes day work. Plain forms; a script adds what a phone without network needs. */
import type { FastifyInstance } from 'fastify';
import type { Host } from '../../kernel/http/host.ts';
import { ledgerOf, servePublic, townsQuery, type WritePage } from '../portal/module.ts';
import { boardQuery, stationsQuery } from './dawn/board.ts';
import { fairnessSummaryQuery } from './fairness/queries.ts';
import { offlinePage } from './pages/check-in.tsx';
import { doorPage } from './pages/door.tsx';
import { joinRoutes, profileRoutes } from './pages/join-routes.ts';
import { rulesPage } from './pages/rules.tsx';
import { serveScripts } from './pages/script.ts';
import { findOwn, hidden, type Serve } from './pages/serve.ts';
import { teamRoutes } from './pages/team-routes.ts';
import { stationRoutes, todayRoutes } from './pages/today-routes.ts';
import { workRoutes } from './pages/work-routes.ts';
import { rulesQuery } from './rules/queries.ts';

export async function workerRoutes(app: FastifyInstance, host: Host): Promise<void> {
  serveScripts(app);
  await servePublic(app, host, (portal, page, form) => {
    const serve: Serve = { host, portal, page, form };
    portal.get('/gigs', hidden, (request, reply) => page(request, reply, writeDoor));
    portal.get('/gigs/rules', hidden, (request, reply) =>
      page(request, reply, async (visit, read) =>
        rulesPage(visit, await read(rulesQuery, {}), await read(fairnessSummaryQuery, {})),
      ),
    );
    portal.get('/gigs/offline', hidden, (request, reply) => page(request, reply, (visit) => offlinePage(visit)));
    joinRoutes(serve);
    profileRoutes(serve);
    stationRoutes(serve);
    todayRoutes(serve);
    workRoutes(serve);
    teamRoutes(serve);
  });
}

const writeDoor: WritePage = async (visit, read, readAs) => {
  const { stations } = await read(stationsQuery, {});
  const boards = await Promise.all(stations.map(({ id }) => read(boardQuery, { station: id })));
  const number = (await findOwn(visit, readAs))?.number ?? null;
  const shown = stations.flatMap((station) => {
    const board = boards.find((one) => one.station === station.id);
    return board ? [{ station, board }] : [];
  });
  return doorPage(visit, shown, number, await ledgerOf(read), await read(townsQuery, {}));
};
