/** Shifts and wages, complaints, and ratings in both directions. */
import type { FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { emptyForm, picked, type Read, type Shown, type Visit } from '../../portal/module.ts';
import { openComplaint, withdrawComplaint } from '../complaints/open.ts';
import { complaintQuery, workerComplaintsQuery } from '../complaints/queries.ts';
import { confirmWage } from '../day/pay.ts';
import { wageQuery, workerWagesQuery } from '../day/worker-queries.ts';
import { fenOf } from '../money.ts';
import { answerAsWorker, appealAsWorker } from '../ratings/answer.ts';
import { workerRatingsQuery } from '../ratings/queries.ts';
import { rateEmployer } from '../ratings/rate.ts';
import { complaintPage } from './complaint.tsx';
import { hidden, idOf, own, requireWorker, type Serve } from './serve.ts';
import { type ShiftShown, shiftFields, shiftPage } from './shift.tsx';
import { type TypedOfRating, workPage } from './work.tsx';

export function workRoutes(serve: Serve): void {
  const { host, portal, page, form } = serve;
  const of = (request: FastifyRequest): string => (request.params as { of: string }).of; // reason: fastify types unvalidated params as unknown

  portal.get('/gigs/work', hidden, async (request, reply) => {
    if (!(await requireWorker(serve, request, reply))) return reply;
    return page(request, reply, (visit, _read, readAs) => writeWork(visit, readAs));
  });
  portal.get('/gigs/work/:of', hidden, async (request, reply) => {
    if (!(await requireWorker(serve, request, reply))) return reply;
    return page(request, reply, (visit, _read, readAs) => writeShift(of(request), visit, readAs, emptyForm(host, shiftFields)));
  });

  /** A form on a shift's page: what went wrong is said there too. */
  const onShift = <S extends TSchema, Answer>(
    path: string,
    command: Command<S, Answer>,
    input: (filled: ShiftShown['filled'], placement: string, worker: string) => unknown,
  ) =>
    portal.post(`/gigs/work/:of/${path}`, hidden, async (request, reply) => {
      const placement = of(request);
      const worker = await idOf(host, request);
      const address = `/gigs/work/${placement}`;
      return form(request, reply, {
        command,
        names: shiftFields,
        input: (filled) => input(filled, placement, worker),
        done: () => address,
        again: (shown, visit, _read, readAs) => writeShift(placement, visit, readAs, shown),
        address,
      });
    });
  onShift('received', confirmWage, ({ received }, placement) => ({ placement, received: fenOf(received) }));
  onShift('rate', rateEmployer, ({ stars, said, neverAgain }, placement) => ({
    placement,
    ...(stars === '' ? {} : { stars: Number(stars) }),
    ...(said.trim() === '' ? {} : { text: said.trim() }),
    neverAgain: neverAgain === 'on',
  }));
  onShift('complain', openComplaint, ({ about, text }, placement, worker) => ({ worker, placement, about, text: text.trim() }));

  portal.get('/gigs/complaints/:of', hidden, async (request, reply) => {
    if (!(await requireWorker(serve, request, reply))) return reply;
    return page(request, reply, (visit, _read, readAs) => writeComplaint(of(request), visit, readAs));
  });
  portal.post('/gigs/complaints/:of/withdraw', hidden, (request, reply) => {
    const complaint = of(request);
    const address = `/gigs/complaints/${complaint}`;
    return form(request, reply, {
      command: withdrawComplaint,
      names: ['reason'],
      input: ({ reason }) => ({ complaint, reason }),
      done: () => address,
      again: (shown, visit, _read, readAs) => writeComplaint(complaint, visit, readAs, shown),
      address,
    });
  });

  /** A short form on the list: it has one field, or two, and goes back there. */
  const onList = <S extends TSchema, Answer>(
    path: string,
    command: Command<S, Answer>,
    names: readonly ('text' | 'why')[],
    input: (filled: Readonly<Record<string, string>>, named: string) => unknown,
  ) =>
    portal.post(path, hidden, (request, reply) =>
      form(request, reply, {
        command,
        names,
        input: (filled) => input(filled, of(request)),
        done: () => '/gigs/work',
        again: (shown, visit, _read, readAs) => writeWork(visit, readAs, { ...shown, at: of(request), names }),
        address: '/gigs/work',
      }),
    );
  onList('/gigs/ratings/:of/answer', answerAsWorker, ['text'], ({ text }, rating) => ({ rating, text }));
  onList('/gigs/ratings/:of/appeal', appealAsWorker, ['why', 'text'], ({ why, text }, rating) => ({ rating, why, text }));
}

/** The query answers both sides and the station; here it is the worker's. */
async function writeComplaint(id: string, visit: Visit, readAs: Read, shown?: Shown<'reason'>) {
  const { number } = await own(visit, readAs);
  const complaint = await readAs(complaintQuery, { complaint: id });
  if (complaint.workerNumber !== number) throw new Problem('not-found', 'no-gig-complaint');
  return complaintPage(visit, number, complaint, shown);
}

async function writeWork(visit: Visit, readAs: Read, typed?: TypedOfRating) {
  const { id: worker, number } = await own(visit, readAs);
  const [wages, { complaints }, ratings] = await Promise.all([
    readAs(workerWagesQuery, { worker }),
    readAs(workerComplaintsQuery, { worker }),
    readAs(workerRatingsQuery, { worker }),
  ]);
  return workPage(visit, { number, wages, complaints, ratings }, typed);
}

async function writeShift(placement: string, visit: Visit, readAs: Read, shown: ShiftShown) {
  const { id: worker, number } = await own(visit, readAs);
  const [{ shifts }, { complaints }] = await Promise.all([
    readAs(workerWagesQuery, { worker }),
    readAs(workerComplaintsQuery, { worker }),
  ]);
  const shift = shifts.find((one) => one.placement === placement);
  if (!shift) throw new Problem('not-found', 'no-gig-placement');
  const slip = shift.wage === null ? undefined : await readAs(wageQuery, { placement });
  const ofIt = complaints.filter((one) => one.placement === placement);
  return shiftPage(visit, number, shift, slip, ofIt, { ...shown, filled: { ...picked({}, shiftFields), ...shown.filled } });
}
