import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Visit } from '../../portal/module.ts';
import { DAY, type GigMarket, gigMarket } from '../gigs.fixture.ts';
import { orderQuery } from '../orders/queries.ts';
import { orderPage } from './order-page.tsx';

let market: GigMarket;
beforeAll(async () => {
  market = await gigMarket();
});
afterAll(() => market.close());

const visit = { language: 'zh' } as Visit; // reason: the page reads nothing else of a visit
const filled = { seats: '2', meetingPoint: '', busLeavesAt: '', bring: '', insurer: '', number: '', reason: '' };

it('an order of today says until when people are sent to it, and after that what to do about the places left', async () => {
  const employer = await market.employer();
  const { id } = await market.order(employer, { seats: 2, transport: 'own-way', startsAt: '07:00' });
  const at = async (time: string) => {
    market.clock.moveTo(new Date(`${DAY}T${time}:00+08:00`));
    const ground = {
      ...(await market.ask(orderQuery, { order: id }, employer.manager)),
      employer: employer.id,
      code: null,
      isManager: true,
      next: undefined,
      posted: undefined,
      today: DAY,
      now: market.clock.now().toISOString(),
    };
    return renderToString(h(Fragment, null, orderPage(visit, ground, { filled, once: 'once' }).body)).replace(/<[^>]+>/g, ' ');
  };
  // At the station itself: no way, and ten minutes to answer.
  expect(await at('06:50')).toContain('06:50 以前派得到这里');
  const late = await at('06:51');
  expect(late).toContain('06:50 以后不再派人，还缺 2 人');
  expect(late).toContain('010-00000000');
  expect(await at('07:00')).not.toContain('不再派人');
});
