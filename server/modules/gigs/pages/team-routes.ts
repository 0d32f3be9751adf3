/** Forming a team, joining one by its code, leaving it. */
import { emptyForm } from '../../portal/module.ts';
import { formTeam, joinTeam, leaveTeam } from '../workers/teams.ts';
import { hidden, idOf, own, requireWorker, type Serve } from './serve.ts';
import { teamPage } from './team.tsx';

export function teamRoutes(serve: Serve): void {
  const { host, portal, page, form } = serve;
  portal.get('/gigs/team', hidden, async (request, reply) => {
    const worker = await requireWorker(serve, request, reply);
    if (!worker) return reply;
    return page(request, reply, (visit) => teamPage(visit, worker, emptyForm(host, ['code'])));
  });
  portal.post('/gigs/team/join', hidden, async (request, reply) => {
    const worker = await requireWorker(serve, request, reply);
    if (!worker) return reply;
    return form(request, reply, {
      command: joinTeam,
      names: ['code'],
      input: ({ code }) => ({ worker: worker.id, code: code.normalize('NFKC').replace(/\s/g, '') }),
      done: () => '/gigs/team',
      again: (shown, visit) => teamPage(visit, worker, shown),
      address: '/gigs/team',
    });
  });
  for (const [path, command] of [
    ['form', formTeam],
    ['leave', leaveTeam],
  ] as const)
    portal.post(`/gigs/team/${path}`, hidden, async (request, reply) => {
      const worker = await idOf(host, request);
      return form(request, reply, {
        command: command as typeof formTeam, // reason: of both only that they are done matters
        names: [],
        input: () => ({ worker }),
        done: () => '/gigs/team',
        again: async (shown, visit, _read, readAs) =>
          teamPage(visit, await own(visit, readAs), { ...shown, filled: { code: '' } }),
        address: '/gigs/team',
      });
    });
}
