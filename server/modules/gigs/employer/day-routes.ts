/** The employer's day on the portal: who was there, wages, ratings, complaints. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Command } from '../../../kernel/command/command.ts';
import type { Host } from '../../../kernel/http/host.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import {
  type AnswerPublic,
  emptyForm,
  type Read,
  requireResident,
  type Shown,
  type TakeForm,
  type Visit,
} from '../../portal/module.ts';
import { answerComplaint } from '../complaints/open.ts';
import { complaintQuery, employerComplaintsQuery } from '../complaints/queries.ts';
import { confirmAttendance } from '../day/confirm.ts';
import { employerWagesQuery } from '../day/employer-queries.ts';
import { payWages } from '../day/pay.ts';
import { wageQuery } from '../day/worker-queries.ts';
import { fenOf, yuanOf } from '../money.ts';
import { orderQuery } from '../orders/queries.ts';
import { answerAsEmployer, appealAsEmployer } from '../ratings/answer.ts';
import { employerRatingsQuery } from '../ratings/queries.ts';
import { rateWorker } from '../ratings/rate.ts';
import { oneAttendance, wrongTimes } from './attendance-form.ts';
import { complaintPage, complaintsPage } from './complaint-pages.tsx';
import { type PersonField, personFields, personFilled, personPage } from './person-page.tsx';
import { appealPage, ratingPage, ratingsPage } from './rating-pages.tsx';
import { wagePage, wagesPage } from './wages-page.tsx';

const hidden = { schema: { hide: true } };
type Ids = {
  readonly employer: string;
  readonly order: string;
  readonly placement: string;
  readonly complaint: string;
  readonly rating: string;
};
const idsOf = (request: FastifyRequest): Ids => request.params as Ids; // reason: fastify types unvalidated params as unknown

export function dayRoutes(portal: FastifyInstance, page: AnswerPublic, form: TakeForm, host: Host): void {
  const { clock } = host.kernel;
  const get = (path: string, write: (ids: Ids, visit: Visit, readAs: Read) => ReturnType<Parameters<AnswerPublic>[2]>) =>
    portal.get(`/employer/:employer/${path}`, hidden, async (request, reply) => {
      if (!(await requireResident(host, request, reply))) return reply;
      return page(request, reply, (visit, _read, readAs) => write(idsOf(request), visit, readAs));
    });

  /** A form on a page of the employer: what went wrong is said there too. */
  const post = <S extends TSchema, Answer, Name extends string>(
    path: string,
    command: Command<S, Answer>,
    names: readonly Name[],
    input: (filled: Readonly<Record<string, string>>, ids: Ids) => unknown,
    back: (ids: Ids) => string,
    again: (shown: Required<Shown<Name>>, ids: Ids, visit: Visit, readAs: Read) => ReturnType<Parameters<AnswerPublic>[2]>,
  ) =>
    portal.post(`/employer/:employer/${path}`, hidden, (request, reply) => {
      const ids = idsOf(request);
      return form(request, reply, {
        command,
        names,
        input: (filled, whole) => input({ ...whole, ...filled }, ids),
        done: () => back(ids),
        again: (shown, visit, _read, readAs) => again(shown, ids, visit, readAs),
        address: back(ids),
      });
    });

  const person = async ({ employer, order: id, placement }: Ids, visit: Visit, readAs: Read, shown?: Shown<PersonField>) => {
    const { order, people } = await readAs(orderQuery, { order: id });
    const one = people.find((each) => each.placement === placement);
    if (!one) throw new Problem('not-found', 'no-gig-placement');
    const filled = shown ?? { filled: personFilled(one, order), once: clock.newId() };
    return personPage(visit, { employer, order, person: one, now: clock.now().toISOString() }, filled);
  };
  const ofPerson = ({ employer, order, placement }: Ids) => `/employer/${employer}/orders/${order}/people/${placement}`;
  get('orders/:order/people/:placement', person);
  post(
    'orders/:order/people/:placement/rate',
    rateWorker,
    personFields,
    ({ stars, text, never }, { placement }) => ({
      placement,
      ...(stars ? { stars: Number(stars) } : {}),
      ...(text?.trim() ? { text: text.trim() } : {}),
      neverAgain: never === 'on',
    }),
    ofPerson,
    (shown, ids, visit, readAs) => person(ids, visit, readAs, shown),
  );
  portal.post('/employer/:employer/orders/:order/people/:placement/times', hidden, (request, reply) => {
    const ids = idsOf(request);
    return form(request, reply, {
      command: confirmAttendance,
      names: personFields,
      input: ({ correction, ...filled }, { day = '' }) =>
        oneAttendance(ids.order, day, { ...filled, reason: correction, placement: ids.placement }),
      done: () => ofPerson(ids),
      again: ({ wrong, ...shown }, visit, _read, readAs) =>
        person(ids, visit, readAs, wrong ? { ...shown, wrong: wrongTimes(wrong) } : shown),
      address: ofPerson(ids),
    });
  });

  const wages = async ({ employer }: Ids, visit: Visit, readAs: Read, shown?: Shown<'amount'>) =>
    wagesPage(visit, employer, await readAs(employerWagesQuery, { employer }), dayOf(clock.now()), clock.newId(), shown);
  const wage = async ({ employer, placement }: Ids, visit: Visit, readAs: Read, shown?: Shown<'amount' | 'more'>) => {
    const one = (await readAs(employerWagesQuery, { employer })).wages.find((each) => each.placement === placement);
    if (!one) throw new Problem('not-found', 'no-gig-placement');
    const filled = { amount: yuanOf(one.amount), more: '' };
    const slip = await readAs(wageQuery, { placement });
    return wagePage(visit, employer, { wage: one, slip }, shown ?? { filled, once: clock.newId() });
  };
  const toWages = ({ employer }: Ids) => `/employer/${employer}/wages`;
  get('wages', wages);
  get('wages/:placement', wage);
  post(
    'wages/pay',
    payWages,
    ['amount'],
    ({ wages: listed = '' }, { employer }) => ({
      employer,
      wages: listed.split(',').map((each) => {
        const [placement = '', amount = ''] = each.split(':');
        return { placement, amount: Number(amount) };
      }),
    }),
    toWages,
    (shown, ids, visit, readAs) => wages(ids, visit, readAs, shown),
  );
  post(
    'wages/:placement',
    payWages,
    ['amount', 'more'],
    ({ amount = '', more }, { employer, placement }) => ({
      employer,
      wages: [{ placement, amount: fenOf(amount), ...(more === 'on' ? { isMore: true } : {}) }],
    }),
    toWages,
    (shown, ids, visit, readAs) => {
      // The command takes a list of wages; here it is the one.
      const fields = new Map([...shown.wrong.fields].map(([at, message]) => [at.replace(/^wages\/0\//, ''), message]));
      return wage(ids, visit, readAs, { ...shown, wrong: { ...shown.wrong, fields } });
    },
  );

  get('complaints', async ({ employer }, visit, readAs) =>
    complaintsPage(visit, employer, (await readAs(employerComplaintsQuery, { employer })).complaints),
  );
  const complaint = async ({ employer, complaint: id }: Ids, visit: Visit, readAs: Read, shown?: Shown<'text'>) =>
    complaintPage(visit, employer, await readAs(complaintQuery, { complaint: id }), shown ?? emptyForm(host, ['text']));
  get('complaints/:complaint', complaint);
  post(
    'complaints/:complaint',
    answerComplaint,
    ['text'],
    ({ text }, { complaint: id }) => ({ complaint: id, text }),
    ({ employer, complaint: id }) => `/employer/${employer}/complaints/${id}`,
    (shown, ids, visit, readAs) => complaint(ids, visit, readAs, shown),
  );

  get('ratings', async ({ employer }, visit, readAs) =>
    ratingsPage(visit, employer, await readAs(employerRatingsQuery, { employer })),
  );
  const rating = async ({ employer, rating: id }: Ids, visit: Visit, readAs: Read, shown?: Shown<'text' | 'why'>) => {
    const one = (await readAs(employerRatingsQuery, { employer })).list.find((each) => each.rating === id);
    if (!one) throw new Problem('not-found', 'not-found');
    return ratingPage(visit, employer, one, shown ?? emptyForm(host, ['text', 'why']));
  };
  const ofRating = ({ employer, rating: id }: Ids) => `/employer/${employer}/ratings/${id}`;
  get('ratings/:rating', rating);
  get('ratings/:rating/appeal', ({ employer, rating: id }, visit) =>
    appealPage(visit, employer, id, emptyForm(host, ['text', 'why'])),
  );
  post(
    'ratings/:rating/answer',
    answerAsEmployer,
    ['text', 'why'],
    ({ text }, { rating: id }) => ({ rating: id, text }),
    ofRating,
    (shown, ids, visit, readAs) => rating(ids, visit, readAs, shown),
  );
  post(
    'ratings/:rating/appeal',
    appealAsEmployer,
    ['text', 'why'],
    ({ text, why }, { rating: id }) => ({ rating: id, text, why }),
    ofRating,
    (shown, { employer, rating: id }, visit) => appealPage(visit, employer, id, shown),
  );
}
