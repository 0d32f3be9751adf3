import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { type Params, said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { openWageComplaint, settleWageComplaint } from '../complaints/of-wage.ts';
import { mayActForWorker, mayManagerDo } from '../may.ts';
import { yuanOf } from '../money.ts';
import { Id, Money } from '../shapes.ts';
import { tellResident, yuan } from '../tell.ts';
import { scopeOfShift } from './shift.ts';
import { holdWage, isClosed, type KeptWage, setWage } from './wage-store.ts';

/**
 * The employer has paid: one or many at once, each with its whole amount so far. Less than the slip says is a part: the wage stays due, and
 * what is missing keeps new orders out like any other debt. The worker has the last word on what arrived.
 * @throws Problem `no-gig-wage`, `gig-wage-closed`, `gig-paid-nothing`, `gig-paid-more`: more than the slip says, and not said to be meant
 */
export const payWages = command({
  name: 'gigs.pay-wages',
  route: 'POST /api/employers/:employer/gig-wages/pay',
  input: Type.Object(
    {
      employer: Id,
      wages: Type.Array(
        Type.Object(
          {
            placement: Id,
            amount: Money,
            /** More than the slip says is meant. */
            isMore: Type.Optional(Type.Boolean()),
          },
          { additionalProperties: false },
        ),
        {
          minItems: 1,
          maxItems: 500,
        },
      ),
    },
    { additionalProperties: false },
  ),
  may: mayManagerDo,
  scope: async ({ employer }) => ({ employer }),
  run: async ({ employer, wages }, work) => {
    const { transaction, now, actor } = work;
    let sum = 0;
    // In one order, so that two who pay the same list never wait crosswise.
    for (const { placement, amount, isMore = false } of wages.toSorted((a, b) => (a.placement < b.placement ? -1 : 1))) {
      const wage = await holdWage(transaction, placement);
      if (wage.employer !== employer) throw new Problem('not-found', 'no-gig-wage');
      if (isClosed(wage.state)) throw new Problem('conflict', 'gig-wage-closed');
      const refuse = (kind: 'invalid' | 'conflict', code: string, params: Params = {}) => {
        const at = wages.findIndex((one) => one.placement === placement);
        return new Problem(kind, code, params, [{ at: `/wages/${at}/amount`, code, params }]);
      };
      if (amount === 0 && wage.amount > 0) throw refuse('invalid', 'gig-paid-nothing');
      if (amount > wage.amount && !isMore) throw refuse('conflict', 'gig-paid-more', { yuan: yuanOf(wage.amount) });
      const paid = { paid_amount: amount, paid_at: now, paid_by: actorKey(actor) };
      sum += amount;
      if (wage.receivedAmount !== null && wage.receivedAmount >= wage.amount) {
        // The worker said before that it has all arrived, and now the employer says so: it is done.
        await setWage(transaction, placement, { ...paid, state: 'confirmed', confirmed_at: now });
        await settleWageComplaint(work, placement, wage.receivedAmount, 'employer');
        continue;
      }
      await setWage(transaction, placement, {
        ...paid,
        state: wage.state === 'disputed' ? 'disputed' : amount >= wage.amount ? 'paid' : 'due',
      });
      await tellPaid(work, wage, amount);
    }
    return { paid: wages.length, amount: sum };
  },
  audit: ({ employer }, { paid, amount }) => ({ employer, paid, amount }),
});

const tellPaid = (work: Work, { worker, day, amount: whole }: KeptWage, amount: number): Promise<boolean> =>
  amount < whole
    ? tellPart(work, worker, { day, yuan: yuan(amount), missing: yuan(whole - amount) })
    : tellWhole(work, worker, { day, yuan: yuan(amount) });

const tellPart = (work: Work, worker: string, params: Params): Promise<boolean> =>
  tellResident(work, worker, {
    subject: said('老板说付了一部分工钱', 'Your employer says a part was paid'),
    text: said(
      '【乐业】老板说已付您 {day} 的工钱 {yuan} 元，还差 {missing} 元，仍算没付清。不该差这么多，请在工钱的页面上写收到多少，窗口会来处理。',
      'Leye: your employer says {yuan} yuan were paid for {day}; {missing} yuan are missing and still owed. If you do not agree, say on the page of your wage what arrived, and the counter deals with it.',
    ),
    params,
  });

const tellWhole = (work: Work, worker: string, params: Params): Promise<boolean> =>
  tellResident(work, worker, {
    subject: said('老板说已付工钱', 'Your employer says you were paid'),
    text: said(
      '【乐业】老板说已付您 {day} 的工钱 {yuan} 元。收到了请点“收到”；数目不对，请点“不对”写上收到多少，窗口会来处理。',
      'Leye: your employer says {yuan} yuan were paid for {day}. Please confirm; if the amount is another, say which, and the counter deals with it.',
    ),
    params,
  });

/**
 * The worker says what arrived. All of it: the wage is confirmed, once the employer says so too; a difference: it is disputed, and a
 * complaint with its term opens by itself. When the rest arrives later, the worker says so here and the complaint is settled.
 * @throws Problem `no-gig-wage`, `gig-wage-closed`, `gig-wage-not-due`: nothing was paid, and its day has not passed
 */
export const confirmWage = command({
  name: 'gigs.confirm-wage',
  route: 'POST /api/gig-placements/:placement/received',
  input: Type.Object({ placement: Id, received: Money }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfShift,
  run: async ({ placement, received }, work) => {
    const { transaction, now, today } = work;
    const wage = await holdWage(transaction, placement);
    if (isClosed(wage.state)) {
      if (wage.receivedAmount === received) return { placement, state: wage.state, complaint: null };
      throw new Problem('conflict', 'gig-wage-closed');
    }
    if (received >= wage.amount) {
      // Without the employer's word it is only kept: both have to say it.
      const state = wage.paidAt === null ? wage.state : ('confirmed' as const);
      await setWage(transaction, placement, {
        received_amount: received,
        ...(state === 'confirmed' ? { state, confirmed_at: now } : {}),
      });
      if (state === 'confirmed') await settleWageComplaint(work, placement, received, 'worker');
      return { placement, state, complaint: null };
    }
    if (wage.state === 'due' && wage.paidAt === null && wage.dueOn >= today)
      throw new Problem('conflict', 'gig-wage-not-due', { day: wage.dueOn });
    await setWage(transaction, placement, { state: 'disputed', received_amount: received });
    const complaint = await openWageComplaint(work, wage, wage.amount - received);
    return { placement, state: 'disputed' as const, complaint };
  },
  audit: ({ placement, received }, { state, complaint }) => ({
    placement,
    received,
    state,
    ...(complaint === null ? {} : { complaint }),
  }),
});
