import { afterAll, beforeAll, expect, it } from 'vitest';
import { settleComplaint } from '../complaints/desk.ts';
import { openComplaint } from '../complaints/open.ts';
import { acceptOffer, declineOffer } from '../dawn/answer.ts';
import { offersTo } from '../dawn/offers.fixture.ts';
import { counter, DAY, type GigMarket, gigMarket } from '../gigs.fixture.ts';
import { recordInsurance } from '../orders/commands.ts';
import { answerAsWorker, appealAsWorker } from '../ratings/answer.ts';
import { decideAppeal } from '../ratings/decide.ts';
import { workerRatingsQuery } from '../ratings/queries.ts';
import { rateEmployer, rateWorker } from '../ratings/rate.ts';
import { recordWeather } from '../rules/commands.ts';
import { confirmAttendance } from './confirm.ts';
import { beijing, countedBy, iso, worksIn } from './day.fixture.ts';
import { confirmWage, payWages } from './pay.ts';

let market: GigMarket;
beforeAll(async () => {
  market = await gigMarket();
});
afterAll(() => market.close());

it('A whole day, from the line at dawn to a decided appeal, counts for figure 14 that people were placed and insured, and nothing else', async () => {
  const { run } = market;
  const employer = await market.employer();
  const [ann, bob, eve] = [await market.worker(), await market.worker(), await market.worker()];
  expect(await countedBy(market)).toEqual({});
  const order = await market.order(employer, { seats: 2 });
  await run(recordInsurance, { order: order.id, insurer: '示例保险', number: 'PZ-1' }, employer.manager);
  await run(recordWeather, { day: DAY, highest: 33, lowest: 22, isForecast: true, source: '区气象台' }, counter);
  const [first, declined] = await offersTo(market, order.id, [ann.id, eve.id]);
  await run(declineOffer, { offer: declined, reason: 'too-far' }, eve.actor);
  const [second] = await offersTo(market, order.id, [bob.id]);
  expect(await countedBy(market)).toEqual({});
  const { placement: a } = await run(acceptOffer, { offer: first }, ann.actor);
  const { placement: b } = await run(acceptOffer, { offer: second }, bob.actor);
  expect(await countedBy(market)).toEqual({ placed: 2 });

  await worksIn(market, order.id, a, ann);
  market.clock.moveTo(beijing('16:10'));
  const people = [{ placement: b, came: true, startedAt: iso('07:00'), endedAt: iso('16:00') }];
  await run(confirmAttendance, { order: order.id, people }, employer.manager);
  const counted = { placed: 2, insured: 2 };
  expect(await countedBy(market)).toEqual(counted);
  // Said again, said otherwise, said by the counter: still once.
  await run(confirmAttendance, { order: order.id, people }, employer.manager);
  const later = [{ placement: b, came: true, startedAt: iso('07:00'), endedAt: iso('16:09') }];
  await run(confirmAttendance, { order: order.id, people: later, reason: '晚走了一会儿' }, counter);

  await run(
    payWages,
    {
      employer: employer.id,
      wages: [
        { placement: a, amount: 24_000 },
        { placement: b, amount: 20_000 },
      ],
    },
    employer.manager,
  );
  await run(confirmWage, { placement: a, received: 24_000 }, ann.actor);
  expect((await run(confirmWage, { placement: b, received: 20_000 }, bob.actor)).complaint).not.toBeNull();
  const { complaint } = await run(
    openComplaint,
    { worker: ann.id, about: 'conduct', placement: a, text: '带班的态度不好' },
    ann.actor,
  );
  await run(settleComplaint, { complaint, outcome: '已当面道歉' }, counter);
  await run(rateEmployer, { placement: a, stars: 4, text: '给钱快', neverAgain: false }, ann.actor);
  await run(rateWorker, { placement: b, stars: 2, text: '总看手机', neverAgain: false }, employer.manager);
  const [rated] = (await market.ask(workerRatingsQuery, { worker: bob.id }, bob.actor)).list;
  await run(answerAsWorker, { rating: rated?.rating, text: '在看导航' }, bob.actor);
  await run(appealAsWorker, { rating: rated?.rating, why: 'false', text: '送货要看导航' }, bob.actor);
  await run(decideAppeal, { rating: rated?.rating, outcome: 'removed', reason: '送货确需导航' }, counter);

  expect(await countedBy(market)).toEqual(counted);
});
