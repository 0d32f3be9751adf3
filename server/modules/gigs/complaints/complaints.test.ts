import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../../../tests/refusal.ts';
import type { Actor } from '../../../kernel/actor/actor.ts';
import { today } from '../../../kernel/clock.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { beijing, messagesWith, placedIn, type TestEmployer, type TestWorker, worksIn } from '../day/day.fixture.ts';
import { employerNumbersQuery } from '../day/employer-queries.ts';
import { confirmWage, payWages } from '../day/pay.ts';
import { wageQuery } from '../day/worker-queries.ts';
import { counter, DAWN, type GigMarket, gigMarket, office } from '../gigs.fixture.ts';
import { setRule } from '../rules/commands.ts';
import { shippedTerms } from '../rules/terms.ts';
import { gigTasks } from '../tasks.ts';
import { dismissComplaint, mediateComplaint, noteComplaint, referComplaint, settleComplaint } from './desk.ts';
import { answerComplaint, openComplaint, withdrawComplaint } from './open.ts';
import { complaintQuery, employerComplaintsQuery, stationComplaintsQuery, workerComplaintsQuery } from './queries.ts';

let market: GigMarket;
let employer: TestEmployer;
let worker: TestWorker;
let placement: string;
beforeAll(async () => {
  market = await gigMarket();
});
afterAll(() => market.close());
/** A shift worked on Thursday 18 June 2026, its 240 yuan due the same day. */
beforeEach(async () => {
  market.clock.moveTo(new Date(DAWN));
  employer = await market.employer();
  worker = await market.worker();
  const order = await market.order(employer);
  placement = await placedIn(market, order.id, worker);
  await worksIn(market, order.id, placement, worker);
});

const wage = async () => (await market.ask(wageQuery, { placement }, worker.actor)).state;
const pay = (amount: number) => market.run(payWages, { employer: employer.id, wages: [{ placement, amount }] }, employer.manager);
const received = (amount: number) => market.run(confirmWage, { placement, received: amount }, worker.actor);
const complain = (given: object, actor: Actor = worker.actor) =>
  market.run(openComplaint, { worker: worker.id, placement, about: 'wage', text: '少给了加班费', ...given }, actor);
const one = (complaint: string, actor: Actor = worker.actor) => market.ask(complaintQuery, { complaint }, actor);

describe('a difference about a wage', () => {
  it('opens a complaint by itself, with its term, and both sides are told; paying the rest settles it', async () => {
    await pay(20_000);
    const { complaint: number } = await received(20_000);
    expect(await wage()).toBe('disputed');
    expect((await received(20_000)).complaint).toBe(number);
    const [mine] = (await market.ask(workerComplaintsQuery, { worker: worker.id }, worker.actor)).complaints;
    // 19 June 2026 is the Dragon Boat Festival: three working days on from Thursday the 18th is Wednesday.
    expect(mine).toMatchObject({ number, about: 'wage', state: 'open', claimed: 4_000, dueOn: '2026-06-24', workingDays: 3 });
    expect((await market.ask(employerComplaintsQuery, { employer: employer.id }, employer.manager)).complaints).toEqual([mine]);
    expect(await messagesWith(market, `投诉 ${number}：已立案`)).toHaveLength(2);
    await pay(24_000);
    expect(await wage()).toBe('disputed');
    await received(24_000);
    expect(await wage()).toBe('confirmed');
    expect(await one(mine?.id ?? '')).toMatchObject({
      state: 'settled',
      settledAmount: 24_000,
      steps: [{ by: 'worker', code: 'opened' }, { code: 'settled' }],
    });
  });

  it('ends as well when the worker has the money first and the employer says so later', async () => {
    market.clock.moveTo(beijing('05:00', '2026-06-19'));
    await received(0);
    await received(24_000);
    expect(await wage()).toBe('disputed');
    await market.order(employer, { day: '2026-06-19' });
    await pay(24_000);
    expect(await wage()).toBe('confirmed');
    const [mine] = (await market.ask(workerComplaintsQuery, { worker: worker.id }, worker.actor)).complaints;
    expect(mine).toMatchObject({ state: 'settled', settledAmount: 24_000 });
  });

  it('is not there before the wage is due, and keeps new orders out after', async () => {
    expect(await refusal(received(0))).toMatchObject({ code: 'gig-wage-not-due' });
    market.clock.moveTo(beijing('05:00', '2026-06-19'));
    await received(0);
    expect(await wage()).toBe('disputed');
    expect(await refusal(market.order(employer, { day: '2026-06-19' }))).toMatchObject({ code: 'gig-wages-unpaid' });
  });
});

describe('a complaint', () => {
  it('about a wage is one at a time, and settled by the desk it settles the wage', async () => {
    await pay(24_000);
    const { complaint, number } = await complain({ claimed: 9_000 });
    expect(await wage()).toBe('disputed');
    expect(await refusal(complain({}))).toMatchObject({ code: 'gig-complaint-open', params: { number } });
    await market.run(answerComplaint, { complaint, text: '当天没有加班' }, employer.manager);
    await market.run(noteComplaint, { complaint, text: '已看打卡记录，有两小时' }, counter);
    expect(await refusal(market.run(settleComplaint, { complaint, outcome: '补两小时加班费' }, counter))).toMatchObject({
      code: 'gig-settle-amount',
    });
    await market.run(settleComplaint, { complaint, outcome: '补两小时加班费', amount: 33_000 }, counter);
    expect(await wage()).toBe('settled');
    const shown = await one(complaint);
    expect(shown).toMatchObject({ state: 'settled', settledAmount: 33_000 });
    expect(shown.steps.map(({ by, code }) => `${by} ${code}`)).toEqual([
      'worker opened',
      'employer answered',
      'station noted',
      'station settled',
    ]);
    expect(await one(complaint, employer.manager)).toEqual(shown);
    expect(await one(complaint, counter)).toEqual({ ...shown, workerName: expect.stringMatching(/^.\*+$/) });
    expect(shown.workerName).toBeNull();
    expect(await refusal(market.run(noteComplaint, { complaint, text: '再记一笔' }, counter))).toMatchObject({
      code: 'gig-complaint-closed',
    });
  });

  it('about a wage shows slip, payment and receipt; what is agreed is the whole wage, never less than has been received', async () => {
    await pay(20_000);
    const { complaint: number } = await received(20_000);
    const [{ id } = { id: '' }] = (await market.ask(workerComplaintsQuery, { worker: worker.id }, worker.actor)).complaints;
    const said = { amount: 24_000, paidAmount: 20_000, receivedAmount: 20_000, state: 'disputed' };
    expect(await one(id, counter)).toMatchObject({ number, claimed: 4_000, wage: said });
    const settle = (amount: number) => market.run(settleComplaint, { complaint: id, outcome: '差的四十元补上', amount }, counter);
    expect(await refusal(settle(4_000))).toMatchObject({ code: 'gig-settle-below', params: { yuan: '200' } });
    expect(await one(id)).toMatchObject({ state: 'open', settledAmount: null, wage: said });
    await settle(24_000);
    expect(await one(id)).toMatchObject({ settledAmount: 24_000, wage: { state: 'settled', receivedAmount: 24_000 } });
  });

  it('that is not upheld ends with its reason, told to both, and counts as neither settled nor referred', async () => {
    await pay(24_000);
    const { complaint, number } = await complain({ claimed: 9_000 });
    const before = (await market.ask(stationComplaintsQuery, { station: market.station }, counter)).counts;
    const numbers = async () => (await market.ask(employerNumbersQuery, { employer: employer.id }, counter)).complaints;
    expect(await numbers()).toBe(1);
    await market.run(dismissComplaint, { complaint, reason: '打卡记录没有加班' }, counter);
    expect(await wage()).toBe('paid');
    const shown = await one(complaint);
    expect(shown).toMatchObject({ state: 'dismissed', outcome: '打卡记录没有加班', settledAmount: null });
    expect(shown.steps.at(-1)).toMatchObject({ by: 'station', code: 'dismissed', text: '打卡记录没有加班' });
    expect(await messagesWith(market, `投诉 ${number}：窗口查过，没有查实`)).toHaveLength(2);
    const { counts } = await market.ask(stationComplaintsQuery, { station: market.station }, counter);
    expect(counts).toEqual({
      ...before,
      open: before.open - 1,
      closed: before.closed + 1,
      inTerm: before.inTerm + 1,
      dismissed: before.dismissed + 1,
    });
    expect(await numbers()).toBe(0);
    expect(await refusal(market.run(dismissComplaint, { complaint, reason: '再说一遍' }, counter))).toMatchObject({
      code: 'gig-complaint-closed',
    });
  });

  it('withdrawn leaves the wage as it was', async () => {
    const { complaint } = await complain({});
    await market.run(withdrawComplaint, { complaint, reason: '老板答应明天给' }, worker.actor);
    expect(await wage()).toBe('due');
    await pay(24_000);
    const again = await complain({});
    await market.run(withdrawComplaint, { complaint: again.complaint, reason: '算错了' }, worker.actor);
    expect(await wage()).toBe('paid');
  });

  it('goes to mediation for fifteen days as the terms count them, and what is over comes before the officers', async () => {
    const { complaint, number } = await complain({ about: 'safety', text: '没有发安全帽' });
    const tasksOf = async (actor: Actor) =>
      inDistrict(
        market.kernel.database,
        market.district,
        (transaction) =>
          gigTasks({
            transaction,
            actor,
            district: market.district,
            now: market.clock.now(),
            today: today(market.clock),
            kinds: market.kernel.kinds,
            services: market.kernel.services,
          }),
        'read',
      );
    const mine = async (actor: Actor = counter) => (await tasksOf(actor)).filter(({ params }) => params.number === number);
    expect(await mine()).toMatchObject([{ code: 'gig-complaint-due', urgency: 2, due: '2026-06-22', workingDays: 1 }]);
    market.clock.moveTo(beijing('09:00', '2026-06-23'));
    expect(await mine()).toMatchObject([{ urgency: 0, workingDays: -1 }]);
    expect((await tasksOf(counter)).filter(({ code }) => code === 'gig-wages-overdue').length).toBeGreaterThan(0);
    const elsewhere: Actor = {
      kind: 'staff',
      id: 'else',
      name: '别处',
      grants: [{ role: 'station-officer', area: '110112001000' }],
    };
    expect(await mine(elsewhere)).toEqual([]);
    expect(await mine(office)).toHaveLength(1);
    expect(await refusal(market.run(mediateComplaint, { complaint, text: '谈不拢' }, elsewhere))).toMatchObject({
      code: 'not-found',
    });
    // Fifteen calendar days from Tuesday 23 June end on Wednesday 8 July.
    expect((await market.run(mediateComplaint, { complaint, text: '谈不拢' }, counter)).dueOn).toBe('2026-07-08');
    expect(await mine()).toEqual([]);
    const working = {
      ...shippedTerms('2026-06-23'),
      version: 'local',
      mediation: {
        ...shippedTerms('2026-06-23').mediation,
        counts: 'working',
        says: { zh: '按工作日算。', en: 'Working days.' },
      },
    };
    await market.run(setRule, { kind: 'terms', from: '2026-06-23', content: working, reason: '按工作日计算' }, office);
    const other = await complain({ about: 'conduct', text: '带班的推了人' });
    expect((await market.run(mediateComplaint, { complaint: other.complaint, text: '谈不拢' }, counter)).dueOn).toBe(
      '2026-07-14',
    );
    await market.run(referComplaint, { complaint, reason: '对方不到场，移送监察' }, counter);
    const { counts } = await market.ask(stationComplaintsQuery, { station: market.station }, counter);
    expect(counts).toMatchObject({ referred: 1 });
    expect(counts.mediation).toBeGreaterThanOrEqual(1);
  });

  it('is taken at the counter for somebody without a telephone, and holds nobody’s number', async () => {
    expect(await refusal(complain({ text: '老板电话 13812345678 打不通' }))).toMatchObject({ code: 'gig-text-personal' });
    expect(await refusal(complain({ text: '他就是个王 八-蛋' }))).toMatchObject({ code: 'gig-text-insult' });
    expect(await refusal(complain({ about: 'wage', placement: undefined, station: market.station }))).toMatchObject({
      code: 'gig-complaint-where',
    });
    const { complaint } = await complain(
      { about: 'fee', placement: undefined, station: market.station, text: '门口有人收介绍费' },
      counter,
    );
    expect(await one(complaint)).toMatchObject({ about: 'fee', employer: null, steps: [{ by: 'station', code: 'opened' }] });
    const stranger = await market.worker();
    expect(await refusal(one(complaint, stranger.actor))).toMatchObject({ code: 'not-found' });
  });
});
