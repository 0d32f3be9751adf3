import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusal } from '../../../../tests/refusal.ts';
import { type GigMarket, gigMarket, office } from '../gigs.fixture.ts';
import { setRule } from '../rules/commands.ts';
import { shippedTerms } from '../rules/terms.ts';

let market: GigMarket;
beforeAll(async () => {
  market = await gigMarket();
});
afterAll(() => market.close());

it('nothing below the minimum wage of an hour is posted, breaks not counted, and it says what the shift needs', async () => {
  const employer = await market.employer();
  // Nine hours there, eight of them work: 116.80 yuan at 14.60 an hour.
  const shift = { startsAt: '07:00', endsAt: '16:00', breakMinutes: 60 };
  expect(await refusal(market.order(employer, { ...shift, pay: 11_679 }))).toMatchObject({
    code: 'gig-pay-too-little',
    params: { hour: '14.59', least: '14.60', whole: '116.80' },
    details: [{ at: '/work/pay' }],
  });
  await market.order(employer, { ...shift, pay: 11_680 });
  const hourly = { ...shift, payBy: 'hour' as const };
  expect(await refusal(market.order(employer, { ...hourly, pay: 1_459 }))).toMatchObject({ code: 'gig-pay-too-little' });
  await market.order(employer, { ...hourly, pay: 1_460 });
});

it('a district sets its own least pay from a day on, and none where it names none', async () => {
  const employer = await market.employer();
  const day = '2026-06-20';
  const says = { zh: '本区没有另定最低工钱（0 元）。', en: 'No least pay of its own (0 yuan).' };
  const content = { ...shippedTerms(day), version: 'no-least', leastPay: { fenPerHour: 0, says } };
  await market.run(setRule, { kind: 'terms', from: day, content, reason: '本区试行一年' }, office);
  await market.order(employer, { pay: 100, day });
  expect(await refusal(market.order(employer, { pay: 100, day: '2026-06-19' }))).toMatchObject({ code: 'gig-pay-too-little' });
});
