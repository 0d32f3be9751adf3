/** The public pages of whoever acts for an employer. Plain forms. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Command } from '../../kernel/command/command.ts';
import type { Host } from '../../kernel/http/host.ts';
import { emptyForm, picked, type Read, requireResident, type Shown, servePublic, type Visit } from '../portal/module.ts';
import { decideRequest } from './commands/decide.ts';
import { addForeman, endMember } from './commands/members.ts';
import { registerEmployer } from './commands/register-employer.ts';
import { employerPage, employersPage, registerPage } from './pages/employers.tsx';
import { myEmployers, oneEmployer } from './queries/employers.ts';

const hidden = { schema: { hide: true } };

export async function publicRoutes(app: FastifyInstance, host: Host): Promise<void> {
  await servePublic(app, host, (portal, page, form) => {
    portal.get('/employer', hidden, (request, reply) =>
      page(request, reply, async (visit, _read, readAs) =>
        employersPage(visit, await readAs(myEmployers, {}), host.kernel.services.forEmployers),
      ),
    );
    portal.get('/employer/new', hidden, async (request, reply) => {
      if (!(await requireResident(host, request, reply))) return reply;
      return page(request, reply, (visit) => registerPage(visit, emptyForm(host, ['name', 'creditCode'])));
    });
    portal.post('/employer/new', hidden, (request, reply) =>
      form(request, reply, {
        command: registerEmployer,
        names: ['name', 'creditCode'],
        input: (filled) => filled,
        done: ({ employer, became }) => (became === 'requested' ? '/employer' : `/employer/${employer}`),
        again: (shown, visit) => registerPage(visit, shown),
      }),
    );
    portal.get('/employer/:employer', hidden, (request, reply) =>
      page(request, reply, (visit, _read, readAs) => onePage(host, idOf(request), emptyForm(host, ['mobile']), visit, readAs)),
    );

    /** A form on an employer's page: what went wrong is said there too. */
    const onPage = <S extends TSchema, Answer, Name extends string>(
      path: string,
      command: Command<S, Answer>,
      names: readonly Name[],
      input: (filled: Readonly<Record<Name, string>>, employer: string) => unknown,
    ) =>
      portal.post(`/employer/:employer/${path}`, hidden, async (request, reply) => {
        const employer = idOf(request);
        const address = `/employer/${employer}`;
        const { actor } = await host.knownOutside(request);
        return form(request, reply, {
          command,
          names,
          input: (filled) => input(filled, employer),
          // Whoever left it sees it no more.
          done: (answer) => (actor.kind === 'resident' && hasLeft(answer, actor.id) ? '/employer' : address),
          again: ({ filled, ...shown }, visit, _read, readAs) =>
            onePage(host, employer, { ...shown, filled: picked(filled, ['mobile']) }, visit, readAs),
          address,
        });
      });
    onPage('foremen', addForeman, ['mobile'], ({ mobile }, employer) => ({ employer, mobile }));
    onPage('end', endMember, ['resident'], ({ resident }, employer) => ({ employer, resident }));
    onPage('requests', decideRequest, ['request', 'decision'], (filled) => filled);
  });
}

const idOf = (request: FastifyRequest): string => (request.params as { employer: string }).employer; // reason: fastify types unvalidated params as unknown

const hasLeft = (answer: unknown, self: string): boolean =>
  typeof answer === 'object' && answer !== null && Reflect.get(answer, 'resident') === self;

async function onePage(host: Host, employer: string, shown: Shown<'mobile'>, visit: Visit, readAs: Read) {
  const found = await readAs(oneEmployer, { employer });
  const isManager = found.members.some(({ resident, as }) => resident === visit.resident?.id && as === 'manager');
  return employerPage(visit, found, isManager, shown, host.kernel.services.forEmployers);
}
