import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../../../tests/refusal.ts';
import { workerDayQuery } from '../dawn/worker-day.ts';
import { iso, messagesWith, placedIn } from '../day/day.fixture.ts';
import { DAY, type GigMarket, gigMarket } from '../gigs.fixture.ts';
import { changeOrder } from './change.ts';
import { orderQuery } from './queries.ts';

let market: GigMarket;
let employer: Awaited<ReturnType<GigMarket['employer']>>;
beforeAll(async () => {
  market = await gigMarket();
  employer = await market.employer();
});
afterAll(() => market.close());

const orderOf = async (id: string) => (await market.ask(orderQuery, { order: id }, employer.manager)).order;

describe('the bus that an employer sends', () => {
  it('leaves before the work, and on the evening before where that begins after midnight', async () => {
    const day = await market.order(employer, { busLeavesAt: '06:10' });
    expect(await orderOf(day.id)).toMatchObject({ bus: '06:10', busLeavesAt: iso('06:10') });
    const night = { startsAt: '00:30', endsAt: '06:00', busLeavesAt: '23:40', day: '2026-06-19' };
    const { id } = await market.order(employer, night);
    expect(await orderOf(id)).toMatchObject({ bus: '23:40', busLeavesAt: iso('23:40', DAY) });
  });

  it('cannot leave after the work has begun, hours before it, or where nobody is taken', async () => {
    const late = await refusal(market.order(employer, { busLeavesAt: '07:00' }));
    expect(late).toMatchObject({ code: 'gig-bus-time', details: [{ at: '/work/busLeavesAt' }] });
    expect(await refusal(market.order(employer, { busLeavesAt: '02:59' }))).toMatchObject({ code: 'gig-bus-time' });
    await market.order(employer, { busLeavesAt: '03:00' });
    const own = await refusal(market.order(employer, { transport: 'own-way', busLeavesAt: '06:10' }));
    expect(own).toMatchObject({ code: 'gig-bus-none' });
  });

  it('is what whoever is placed goes by; when it changes, or where they meet, they hear of it, and of nothing else', async () => {
    const { id } = await market.order(employer, { busLeavesAt: '06:10', site: '坐车去的仓' });
    const worker = await market.worker();
    await placedIn(market, id, worker);
    const page = async () => (await market.ask(workerDayQuery, { worker: worker.id }, worker.actor)).placements[0]?.order;
    expect(await page()).toMatchObject({ bus: '06:10' });

    const told = () => messagesWith(market, '“坐车去的仓”的活，集合地点或发车时间改了');
    const { seats, meetingPoint } = await orderOf(id);
    const change = async (given: object) => {
      const { revision } = await orderOf(id);
      return market.run(changeOrder, { order: id, revision, seats, bring: '手套', meetingPoint, ...given }, employer.manager);
    };
    await change({});
    expect(await told()).toHaveLength(0);
    await change({ busLeavesAt: '06:20' });
    expect(await page()).toMatchObject({ bus: '06:20', bring: '手套' });
    expect(await told()).toHaveLength(1);
    await change({ meetingPoint: '站前广场9号' });
    expect(await told()).toHaveLength(2);
    expect(await refusal(change({ busLeavesAt: '08:00' }))).toMatchObject({ code: 'gig-bus-time' });
    await change({ busLeavesAt: null });
    expect(await page()).toMatchObject({ bus: null, busLeavesAt: null });
  });
});
