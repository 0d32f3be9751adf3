import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../../../tests/refusal.ts';
import { system } from '../../../kernel/actor/actor.ts';
import { counter, DAWN, DAY, type GigMarket, gigMarket } from '../gigs.fixture.ts';
import { recordInsurance } from '../orders/commands.ts';
import { askAttendance, remindWages } from './ask.ts';
import { confirmAttendance } from './confirm.ts';
import { beijing, codeOf, countedBy, iso, messagesWith, placedIn, type TestEmployer, worksIn } from './day.fixture.ts';
import { employerNumbersQuery, employerWagesQuery } from './employer-queries.ts';
import { confirmWage, payWages } from './pay.ts';
import { endShift, startShift } from './shift.ts';
import { stationWagesQuery } from './station-wages.ts';
import { siteCodeQuery, wageQuery, workerWagesQuery } from './worker-queries.ts';

let market: GigMarket;
let employer: TestEmployer;
beforeAll(async () => {
  market = await gigMarket();
});
afterAll(() => market.close());
beforeEach(async () => {
  market.clock.moveTo(new Date(DAWN));
  employer = await market.employer();
});

const slip = (placement: string) => market.ask(wageQuery, { placement }, employer.manager);

describe('a shift by the site’s code', () => {
  it('begins with the foreman’s first code and ends with the second, and pays what was agreed', async () => {
    const worker = await market.worker();
    const order = await market.order(employer);
    const placement = await placedIn(market, order.id, worker);
    const codes = await market.ask(siteCodeQuery, { order: order.id }, employer.manager);
    expect(await refusal(market.run(startShift, { placement, code: codes.start }, worker.actor))).toMatchObject({
      code: 'gig-shift-early',
    });
    market.clock.moveTo(beijing('06:50'));
    expect(await refusal(market.run(startShift, { placement, code: codes.end }, worker.actor))).toMatchObject({
      code: 'gig-site-code-wrong',
    });
    const start = () => market.run(startShift, { placement, code: codes.start }, worker.actor);
    const [first, second] = await Promise.all([start(), start()]);
    expect(first).toEqual(second);
    expect(first).toMatchObject({ state: 'started', isInsured: false });
    market.clock.moveTo(beijing('16:02'));
    expect(await refusal(market.run(endShift, { placement, code: codes.start }, worker.actor))).toMatchObject({
      code: 'gig-site-code-wrong',
    });
    await market.run(endShift, { placement, code: codes.end }, worker.actor);
    expect(await slip(placement)).toMatchObject({
      amount: 24_000,
      minutes: 480,
      breakMinutes: 60,
      state: 'due',
      dueOn: DAY,
      lines: [{ code: 'agreed-day', amount: 24_000 }],
      startedBy: 'code',
      isInsured: false,
    });
    expect(await market.ask(wageQuery, { placement }, worker.actor)).toEqual(await slip(placement));
    expect(await refusal(market.ask(wageQuery, { placement }, (await market.worker()).actor))).toMatchObject({
      code: 'not-found',
    });
  });

  it('is told from a phone that was without network as it was tapped, and asks why it ended early', async () => {
    const worker = await market.worker();
    const order = await market.order(employer);
    const placement = await placedIn(market, order.id, worker);
    market.clock.moveTo(beijing('13:00'));
    await market.run(startShift, { placement, code: codeOf(market, order.id, 'start'), at: iso('07:03') }, worker.actor);
    const end = { placement, code: codeOf(market, order.id, 'end'), at: iso('12:00') };
    expect(await refusal(market.run(endShift, end, worker.actor))).toMatchObject({ code: 'gig-ending-needed' });
    await market.run(endShift, { ...end, ending: 'sent-home' }, worker.actor);
    expect(await slip(placement)).toMatchObject({ amount: 24_000, ending: 'sent-home', startedAt: iso('07:03') });
  });

  it('cannot be ended as sent home before it was to begin, and as left earns nothing that anybody is asked to pay', async () => {
    const worker = await market.worker();
    const order = await market.order(employer);
    const placement = await placedIn(market, order.id, worker);
    market.clock.moveTo(beijing('06:10'));
    await market.run(startShift, { placement, code: codeOf(market, order.id, 'start') }, worker.actor);
    market.clock.moveTo(beijing('06:20'));
    const end = { placement, code: codeOf(market, order.id, 'end') };
    expect(await refusal(market.run(endShift, { ...end, ending: 'sent-home' }, worker.actor))).toMatchObject({
      code: 'gig-sent-home-early',
    });
    await market.run(endShift, { ...end, ending: 'left-early' }, worker.actor);
    expect(await slip(placement)).toMatchObject({ amount: 0 });
    market.clock.moveTo(beijing('19:00', '2026-06-20'));
    // Nothing is owed, so the next order is taken.
    await market.order(employer, { day: '2026-06-21' });
    expect((await market.ask(employerWagesQuery, { employer: employer.id }, employer.manager)).owed).toBe(0);
  });

  it('of a night is due when the night is over, not before', async () => {
    market.clock.moveTo(beijing('20:00'));
    const order = await market.order(employer, { startsAt: '21:00', endsAt: '05:00', breakMinutes: 30 });
    market.clock.moveTo(new Date(DAWN));
    const worker = await market.worker();
    const placement = await placedIn(market, order.id, worker);
    market.clock.moveTo(beijing('20:55'));
    await market.run(startShift, { placement, code: codeOf(market, order.id, 'start') }, worker.actor);
    market.clock.moveTo(beijing('05:00', '2026-06-19'));
    await market.run(endShift, { placement, code: codeOf(market, order.id, 'end') }, worker.actor);
    expect(await slip(placement)).toMatchObject({ amount: 24_000, dueOn: '2026-06-19', isOverdue: false });
  });
});

describe('the foreman says who came', () => {
  it('of everybody in one go, corrects with a reason that the worker reads, and no more once the wage is confirmed', async () => {
    const [ann, bob, eve] = [await market.worker(), await market.worker(), await market.worker()];
    const order = await market.order(employer, { seats: 3 });
    const [a, b, e] = [
      await placedIn(market, order.id, ann),
      await placedIn(market, order.id, bob),
      await placedIn(market, order.id, eve),
    ];
    const before = await countedBy(market);
    market.clock.moveTo(beijing('18:30'));
    const hours = { startedAt: iso('07:00'), endedAt: iso('16:00'), breakMinutes: 60 };
    const confirm = (people: object[], reason?: string) =>
      market.run(confirmAttendance, { order: order.id, people, ...(reason === undefined ? {} : { reason }) }, employer.manager);
    expect(
      await confirm([
        { placement: a, came: true, ...hours },
        { placement: b, came: true, ...hours, endedAt: iso('18:00') },
        { placement: e, came: false },
      ]),
    ).toMatchObject({ finished: 2, absent: 1, corrected: 0 });
    expect((await countedBy(market)).placed).toBe((before.placed ?? 0) - 1);
    expect((await slip(b)).amount).toBe(33_000);
    const less = [{ placement: b, came: true, ...hours, endedAt: iso('17:00') }];
    expect(await refusal(confirm(less))).toMatchObject({ code: 'gig-correction-reason' });
    expect(await confirm(less, '他是五点走的')).toMatchObject({ corrected: 1 });
    expect(await slip(b)).toMatchObject({
      amount: 28_500,
      changes: [{ by: 'foreman', reason: '他是五点走的', before: { endedAt: iso('18:00') }, after: { endedAt: iso('17:00') } }],
    });
    expect(await messagesWith(market, '330.00 元改为 285.00 元')).toHaveLength(1);
    // Who was there after all has their promise back.
    expect(await confirm([{ placement: e, came: true, ...hours }], '认错人了')).toMatchObject({ finished: 1, corrected: 1 });
    expect((await countedBy(market)).placed).toBe(before.placed);
    await market.run(payWages, { employer: employer.id, wages: [{ placement: b, amount: 28_500 }] }, employer.manager);
    await market.run(confirmWage, { placement: b, received: 28_500 }, bob.actor);
    expect(await refusal(confirm(less, '再改一次'))).toMatchObject({ code: 'gig-wage-closed' });
  });

  it('for those who have no foreman there, the counter says it; nobody says what has not happened', async () => {
    const worker = await market.worker();
    const order = await market.order(employer);
    const placement = await placedIn(market, order.id, worker);
    const whole = { placement, came: true, startedAt: iso('07:00'), endedAt: iso('16:00') };
    market.clock.moveTo(beijing('12:00'));
    expect(await refusal(market.run(confirmAttendance, { order: order.id, people: [whole] }, counter))).toMatchObject({
      code: 'gig-shift-future',
    });
    market.clock.moveTo(beijing('16:30'));
    await market.run(confirmAttendance, { order: order.id, people: [whole] }, counter);
    expect(await slip(placement)).toMatchObject({ startedBy: 'counter', endedBy: 'counter', breakMinutes: 60, amount: 24_000 });
  });

  it('is asked when nobody says anything, once, and stops posting when it goes on', async () => {
    const worker = await market.worker();
    const order = await market.order(employer, { site: '无人登记' });
    await placedIn(market, order.id, worker);
    const unsaid = async () => (await market.ask(employerWagesQuery, { employer: employer.id }, employer.manager)).unsaid;
    market.clock.moveTo(beijing('16:30'));
    expect(await market.run(askAttendance, {}, system('gigs'))).toEqual({ asked: 0 });
    market.clock.moveTo(beijing('17:30'));
    expect((await market.run(askAttendance, {}, system('gigs'))).asked).toBeGreaterThan(0);
    expect(await messagesWith(market, '无人登记')).toHaveLength(1);
    expect(await market.run(askAttendance, {}, system('gigs'))).toEqual({ asked: 0 });
    expect(await unsaid()).toMatchObject([{ order: order.id, people: 1, site: '无人登记' }]);
    expect((await market.ask(workerWagesQuery, { worker: worker.id }, worker.actor)).shifts[0]).toMatchObject({
      isUnsaid: true,
      wage: null,
    });
    market.clock.moveTo(beijing('06:00', '2026-06-24'));
    expect(await refusal(market.order(employer, { day: '2026-06-24' }))).toMatchObject({ code: 'gig-attendance-unsaid' });
    expect(await market.ask(employerNumbersQuery, { employer: employer.id }, employer.manager)).toMatchObject({
      blockedBy: 'attendance',
    });
  });
});

describe('insurance', () => {
  it('that is recorded before the start is told to whoever is placed, counted once as the shift begins, and taken back with it', async () => {
    const worker = await market.worker();
    const order = await market.order(employer, { site: '有保险' });
    const placement = await placedIn(market, order.id, worker);
    const before = await countedBy(market);
    await market.run(recordInsurance, { order: order.id, insurer: '示例保险', number: 'PZ-2026-1' }, employer.manager);
    expect(await messagesWith(market, '“有保险”的活，老板已登记保险')).toHaveLength(1);
    market.clock.moveTo(beijing('06:55'));
    const start = () => market.run(startShift, { placement, code: codeOf(market, order.id, 'start') }, worker.actor);
    await start();
    await start();
    expect((await countedBy(market)).insured).toBe((before.insured ?? 0) + 1);
    market.clock.moveTo(beijing('08:00'));
    const absent = { order: order.id, people: [{ placement, came: false }], reason: '扫码的是别人' };
    await market.run(confirmAttendance, absent, employer.manager);
    const after = await countedBy(market);
    expect([after.insured ?? 0, after.placed ?? 0]).toEqual([before.insured ?? 0, (before.placed ?? 0) - 1]);
  });

  it('that is missing at the start is said to the worker; who came early is insured by what is recorded before the start', async () => {
    const worker = await market.worker();
    const order = await market.order(employer, { site: '没有保险的活' });
    const placement = await placedIn(market, order.id, worker);
    market.clock.moveTo(beijing('06:30'));
    await market.run(startShift, { placement, code: codeOf(market, order.id, 'start') }, worker.actor);
    expect(await messagesWith(market, '“没有保险的活”的活），老板没有登记意外保险')).toHaveLength(1);
    const before = await countedBy(market);
    market.clock.moveTo(beijing('06:45'));
    await market.run(recordInsurance, { order: order.id, insurer: '示例保险', number: 'PZ-2026-2' }, employer.manager);
    expect((await countedBy(market)).insured ?? 0).toBe((before.insured ?? 0) + 1);
    market.clock.moveTo(beijing('07:00'));
    const late = market.run(recordInsurance, { order: order.id, insurer: '示例保险', number: 'PZ-2026-3' }, employer.manager);
    expect(await refusal(late)).toMatchObject({ code: 'gig-insurance-late' });
  });
});

describe('a wage', () => {
  it('is done when both say so, whoever says it first', async () => {
    const [ann, bob] = [await market.worker(), await market.worker()];
    const order = await market.order(employer, { seats: 2 });
    const [a, b] = [await placedIn(market, order.id, ann), await placedIn(market, order.id, bob)];
    await worksIn(market, order.id, a, ann);
    market.clock.moveTo(beijing('16:05'));
    const people = [{ placement: b, came: true, startedAt: iso('07:00'), endedAt: iso('16:00') }];
    await market.run(confirmAttendance, { order: order.id, people }, employer.manager);
    expect(await market.run(confirmWage, { placement: b, received: 24_000 }, bob.actor)).toMatchObject({ state: 'due' });
    const wages = [a, b].map((placement) => ({ placement, amount: 24_000 }));
    await market.run(payWages, { employer: employer.id, wages }, employer.manager);
    expect([(await slip(a)).state, (await slip(b)).state]).toEqual(['paid', 'confirmed']);
    await market.run(confirmWage, { placement: a, received: 24_000 }, ann.actor);
    expect((await slip(a)).state).toBe('confirmed');
    expect(await market.ask(workerWagesQuery, { worker: ann.id }, ann.actor)).toMatchObject({ earnedThisMonth: 24_000, owed: 0 });
    const stranger = await market.employer('另一家有限公司');
    expect(await refusal(market.run(payWages, { employer: stranger.id, wages }, stranger.manager))).toMatchObject({
      code: 'no-gig-wage',
    });
  });

  it('unpaid after its day is reminded of once a day and keeps new orders out until it is paid', async () => {
    const worker = await market.worker();
    const order = await market.order(employer);
    const placement = await placedIn(market, order.id, worker);
    await worksIn(market, order.id, placement, worker);
    const remind = () => market.run(remindWages, {}, system('gigs'));
    expect(await remind()).toEqual({ reminded: 0, wages: 0 });
    market.clock.moveTo(beijing('18:00'));
    expect((await remind()).wages).toBeGreaterThan(0);
    expect(await messagesWith(market, '1 笔工钱没付，共 240.00 元')).not.toEqual([]);
    expect(await remind()).toEqual({ reminded: 0, wages: 0 });
    const tomorrow = '2026-06-19';
    market.clock.moveTo(beijing('06:00', tomorrow));
    const post = () => market.order(employer, { day: tomorrow });
    expect(await refusal(post())).toMatchObject({ code: 'gig-wages-unpaid', params: { wages: 1, yuan: '240.00' } });
    const { employers } = await market.ask(stationWagesQuery, { station: market.station }, counter);
    expect(employers.find((one) => one.employer === employer.id)).toMatchObject({
      overdue: { wages: 1, amount: 24_000 },
      due: { wages: 0, amount: 0 },
      disputed: { wages: 0 },
      blockedBy: 'wages',
    });
    const pay = (amount: number) =>
      market.run(payWages, { employer: employer.id, wages: [{ placement, amount }] }, employer.manager);
    // Nothing is no payment, and a part leaves the rest owed.
    expect(await refusal(pay(0))).toMatchObject({ code: 'gig-paid-nothing', details: [{ at: '/wages/0/amount' }] });
    await pay(9_000);
    expect(await refusal(post())).toMatchObject({ code: 'gig-wages-unpaid', params: { wages: 1, yuan: '150.00' } });
    expect(await messagesWith(market, '90.00 元，还差 150.00 元')).toHaveLength(1);
    // More than the slip says is asked about: a nought too many is soon typed.
    expect(await refusal(pay(240_000))).toMatchObject({ code: 'gig-paid-more', params: { yuan: '240' } });
    await pay(24_000);
    await post();
  });
});
