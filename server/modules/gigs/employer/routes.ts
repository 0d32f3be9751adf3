/** The public pages of whoever orders day workers. Plain forms; whoever does not act for the employer finds nothing here. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Command } from '../../../kernel/command/command.ts';
import { ask } from '../../../kernel/command/run.ts';
import type { Host } from '../../../kernel/http/host.ts';
import { type Language, say } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import {
  emptyForm,
  entered,
  formOf,
  picked,
  type Read,
  requireResident,
  type Shown,
  servePublic,
  townsQuery,
  type Visit,
  type Wrong,
} from '../../portal/module.ts';
import { stationsQuery } from '../dawn/board.ts';
import { reportNoShow } from '../dawn/no-show.ts';
import { confirmAttendance } from '../day/confirm.ts';
import { siteCodeQuery } from '../day/worker-queries.ts';
import { cancelOrder } from '../orders/cancel.ts';
import { changeOrder } from '../orders/change.ts';
import { closeOrder, recordInsurance } from '../orders/commands.ts';
import type { ShownOrder } from '../orders/contract.ts';
import { employerOrdersQuery, orderQuery } from '../orders/queries.ts';
import { marketWords } from '../words/market.ts';
import { everybodyAsOrdered } from './attendance-form.ts';
import { dayRoutes } from './day-routes.ts';
import {
  copiedForm,
  fieldNamed,
  namedTwice,
  nextDayOf,
  type OrderField,
  orderedAlready,
  orderFields,
  postingOf,
  sitesOf,
  usualForm,
} from './form.ts';
import { ordersPage } from './list-page.tsx';
import { isManager } from './manager.ts';
import { orderPage, orderPageFields } from './order-page.tsx';
import { postOnce } from './post-once.ts';
import { type PostGround, postPage } from './post-page.tsx';
import { employerWords as words } from './words.ts';

const hidden = { schema: { hide: true } };
type Ids = { readonly employer: string; readonly order: string };
const idsOf = (request: FastifyRequest): Ids => request.params as Ids; // reason: fastify types unvalidated params as unknown

/** What an order's page says once, as its address names it: the outcome of what was just done. */
type Said = { readonly next?: string; readonly posted?: string };

const HOUR = 3_600_000;

/** What of a form's choices was left out is said as a person would. */
function toldOf(path: string, message: string, language: Language): string {
  if (path === 'days') return say(words.noDay, language);
  return /^sites\/\d+\/area$/.test(path) ? say(words.noArea, language) : message;
}

const byFields = (wrong: Wrong, language: Language): Wrong => ({
  ...wrong,
  fields: new Map([...wrong.fields].map(([path, message]) => [fieldNamed(path), toldOf(path, message, language)])),
});

/** Who insures is asked for after the shape of everything else: where that is wrong too, both are said at once. */
function withInsurer(wrong: Wrong, { insurance, insurer }: Shown<OrderField>['filled'], language: Language): Wrong {
  if (wrong.fields.size === 0 || insurance === 'none' || insurer.trim() !== '' || wrong.fields.has('insurer')) return wrong;
  return { ...wrong, fields: new Map([...wrong.fields, ['insurer', say(marketWords['problem.gig-insurer-needed'], language)]]) };
}

export async function employerRoutes(app: FastifyInstance, host: Host): Promise<void> {
  const { clock } = host.kernel;
  const today = () => dayOf(clock.now());

  await servePublic(app, host, (portal, page, form) => {
    portal.get('/employer/:employer/orders', hidden, async (request, reply) => {
      if (!(await requireResident(host, request, reply))) return reply;
      const { employer } = idsOf(request);
      const { posted } = request.query as { posted?: string }; // reason: fastify types unvalidated queries as unknown
      return page(request, reply, async (visit, _read, readAs) =>
        ordersPage(visit, {
          employer,
          today: today(),
          now: clock.now(),
          posted,
          isManager: isManager(visit, employer),
          ...(await readAs(employerOrdersQuery, { employer })),
        }),
      );
    });

    portal.get('/employer/:employer/orders/new', hidden, async (request, reply) => {
      if (!(await requireResident(host, request, reply))) return reply;
      const { employer } = idsOf(request);
      const { copy } = request.query as { copy?: string }; // reason: fastify types unvalidated queries as unknown
      return page(request, reply, async (visit, read, readAs) => {
        if (!isManager(visit, employer)) throw new Problem('forbidden', 'managers-only');
        const { orders, isVerified } = await readAs(employerOrdersQuery, { employer });
        const { stations } = await read(stationsQuery, {});
        const order = orders.find(({ id }) => id === copy);
        const filled = order ? copiedForm(order, orders, clock.now()) : usualForm(stations[0]?.id ?? '', clock.now());
        const copied = order && { order, to: nextDayOf(order, orders, clock.now()) };
        return await posting(visit, read, employer, { filled, once: clock.newId() }, { copied, isVerified });
      });
    });

    portal.post('/employer/:employer/orders/new', hidden, async (request, reply) => {
      const { employer } = idsOf(request);
      const given = formOf(request);
      // Another place was asked for: the form comes again with what was typed, one place longer.
      if (given.more === 'site') {
        const filled = picked(given, orderFields);
        const longer = { ...filled, sites: String(sitesOf(filled) + 1) };
        return page(
          request,
          reply,
          (visit, read) => posting(visit, read, employer, { filled: longer, once: given.once ?? clock.newId() }, {}),
          { isPrivate: true },
        );
      }
      return form(request, reply, {
        command: postOnce,
        names: orderFields,
        input: (filled, { again }) => ({ ...postingOf(filled, employer, today()), again: again === 'yes' }),
        done: ({ orders, posting }) =>
          `/employer/${employer}/orders${orders.length === 1 ? `/${orders[0]?.id}` : ''}?posted=${posting}`,
        again: async (shown, visit, read, readAs) => {
          if (shown.wrong.problem.code !== 'gig-order-twice') return posting(visit, read, employer, shown, {});
          const { orders } = await readAs(employerOrdersQuery, { employer });
          const meant = postingOf(shown.filled, employer, today());
          return posting(visit, read, employer, shown, { twice: orderedAlready(meant, orders), within: namedTwice(meant) });
        },
      });
    });

    const posting = async (
      visit: Visit,
      read: Read,
      employer: string,
      shown: Shown<OrderField>,
      more: Pick<PostGround, 'copied' | 'twice' | 'within' | 'isVerified'>,
    ) =>
      postPage(
        visit,
        {
          employer,
          today: today(),
          stations: (await read(stationsQuery, {})).stations,
          towns: await read(townsQuery, {}),
          ...more,
        },
        shown.wrong
          ? { ...shown, wrong: withInsurer(byFields(shown.wrong, visit.language), shown.filled, visit.language) }
          : shown,
      );

    portal.get('/employer/:employer/orders/:order', hidden, async (request, reply) => {
      if (!(await requireResident(host, request, reply))) return reply;
      const asked = request.query as Said; // reason: fastify types unvalidated queries as unknown
      return page(request, reply, (visit, _read, readAs) => one(idsOf(request), visit, readAs, undefined, asked));
    });

    const one = async (
      { employer, order }: Ids,
      visit: Visit,
      readAs: Read,
      shown?: Shown<(typeof orderPageFields)[number]>,
      { next, posted }: Said = {},
    ) => {
      const found = await readAs(orderQuery, { order });
      const filled = {
        ...emptyForm(host, orderPageFields).filled,
        seats: String(found.order.seats),
        meetingPoint: found.order.meetingPoint,
        busLeavesAt: found.order.bus ?? '',
        bring: found.order.bring,
        insurer: found.order.insurer ?? '',
      };
      return orderPage(
        visit,
        {
          employer,
          ...found,
          code: await codeOf(found.order, readAs),
          isManager: isManager(visit, employer),
          next: next === 'asked' || next === 'nobody' ? next : undefined,
          posted,
          today: today(),
          now: clock.now().toISOString(),
        },
        // Of several forms on the page only one was sent: the others keep what they had.
        shown ? { ...shown, filled: { ...filled, ...entered(shown.filled) } } : { filled, once: clock.newId() },
      );
    };

    /** From two hours before the start until the evening after the end. */
    const codeOf = async ({ id, startsAt, endsAt, state }: ShownOrder, readAs: Read) => {
      const now = clock.now().getTime();
      const isDay = now > Date.parse(startsAt) - 2 * HOUR && now < Date.parse(endsAt) + 4 * HOUR;
      return isDay && state !== 'cancelled' ? await readAs(siteCodeQuery, { order: id }) : null;
    };

    /** A form on an order's page: what went wrong is said there too. */
    const onPage = <S extends TSchema, Answer>(
      path: string,
      command: Command<S, Answer>,
      input: (filled: Readonly<Record<string, string>>, order: string) => unknown,
      answered: (answer: Answer) => string = () => '',
    ) =>
      portal.post(`/employer/:employer/orders/:order/${path}`, hidden, (request, reply) => {
        const ids = idsOf(request);
        const address = `/employer/${ids.employer}/orders/${ids.order}`;
        return form(request, reply, {
          command,
          names: orderPageFields,
          input: (filled, whole) => input({ ...whole, ...filled }, ids.order),
          done: (answer) => `${address}${answered(answer)}`,
          again: (shown, visit, _read, readAs) => one(ids, visit, readAs, shown),
          address,
        });
      });
    onPage('insurance', recordInsurance, ({ insurer, number }, order) => ({ order, insurer, number }));
    onPage('change', changeOrder, ({ revision, seats, meetingPoint, bring, busLeavesAt }, order) => ({
      order,
      revision: Number(revision),
      seats: Number(seats),
      meetingPoint,
      bring,
      busLeavesAt: busLeavesAt === '' ? null : busLeavesAt,
    }));
    onPage('close', closeOrder, (_given, order) => ({ order }));
    onPage('cancel', cancelOrder, ({ reason }, order) => ({ order, reason }));
    portal.post('/employer/:employer/orders/:order/everybody', hidden, async (request, reply) => {
      const ids = idsOf(request);
      const address = `/employer/${ids.employer}/orders/${ids.order}`;
      const { actor } = await host.knownOutside(request);
      const { code: district } = await host.districtOf(request);
      const { order, people } = await ask(host.kernel, orderQuery, { order: ids.order }, { district, actor });
      return form(request, reply, {
        command: confirmAttendance,
        names: orderPageFields,
        input: () => everybodyAsOrdered(ids.order, order, people),
        done: () => address,
        again: (shown, visit, _read, readAs) => one(ids, visit, readAs, shown),
        address,
      });
    });
    onPage(
      'no-show',
      reportNoShow,
      ({ placement, replace }) => ({ placement, replace: replace === 'yes' }),
      ({ asked, replace }) => (replace ? `?next=${asked === null ? 'nobody' : 'asked'}` : ''),
    );
    dayRoutes(portal, page, form, host);
  });
}
