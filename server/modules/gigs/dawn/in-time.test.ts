import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { walkInQuery } from '../faces/walk-in.ts';
import { counter, DAWN, DAY, easyWork, type GigMarket, gigMarket } from '../gigs.fixture.ts';
import { publishedPolicies } from '../matching/policy.ts';
import { postOrders } from '../orders/commands.ts';
import { shippedTerms } from '../rules/terms.ts';
import { placeByHand } from './counter.ts';
import { leaveBy, minutesLate, roundsUntil, wayFrom } from './in-time.ts';
import { reportNoShow } from './no-show.ts';
import { runBatch } from './run-batch.ts';
import { workerDayQuery } from './worker-day.ts';

const [policy] = publishedPolicies();
if (!policy) throw new TypeError('no policy was published');
const station = { latitude: 39.75, longitude: 116.56 };
const way = wayFrom(station, policy, shippedTerms(DAY));
const at = (time: string) => new Date(`${DAY}T${time}:00+08:00`);
/** Twelve kilometres north of the station. */
const far = {
  latitude: 39.75 + 12 / 111.195,
  longitude: 116.56,
  startsAt: at('07:00'),
  transport: 'own-way',
  busLeavesAt: null,
} as const;

describe('the last moment to set out', () => {
  it('is the start less the published estimate of the way, or of the way by the employer’s bus', () => {
    // 12 km × 1.35 at 18 km/h are 54 minutes; at 30 km/h 33, counted up.
    expect(leaveBy(far, way)).toEqual(at('06:06'));
    expect(leaveBy({ ...far, transport: 'fare-paid' }, way)).toEqual(at('06:06'));
    expect(leaveBy({ ...far, transport: 'bus-from-station' }, way)).toEqual(at('06:27'));
    expect(leaveBy({ ...far, ...station }, way)).toEqual(at('07:00'));
  });

  it('is when the employer says that their bus leaves, sooner or later than the estimate', () => {
    const bus = (time: string) => leaveBy({ ...far, transport: 'bus-from-station', busLeavesAt: at(time) }, way);
    expect([bus('05:30'), bus('06:40')]).toEqual([at('05:30'), at('06:40')]);
  });

  it('is missed by the minutes after it, and not by a moment before', () => {
    expect([at('05:00'), at('06:06'), at('06:07'), at('06:36')].map((now) => minutesLate(far, way, now))).toEqual([0, 0, 1, 30]);
  });
});

it('rounds send people until the time to answer is left before it', () => {
  expect(roundsUntil(far, way, 10)).toEqual(at('05:56'));
});

describe('a morning whose work cannot all be reached', () => {
  let market: GigMarket;
  let employer: Awaited<ReturnType<GigMarket['employer']>>;
  beforeAll(async () => {
    market = await gigMarket();
    employer = await market.employer();
  });
  afterAll(() => market.close());

  /** Some 19 km from the station: 84 minutes on one's own, 51 by bus. */
  const farOrder = async (over: Partial<typeof easyWork> | { transport: 'own-way' }, startsAt: string) => {
    const { orders } = await market.run(
      postOrders,
      {
        employer: employer.id,
        station: market.station,
        work: { ...easyWork, startsAt, ...over },
        sites: [{ site: '远的工地', area: '110112001000', seats: 1 }],
        days: [DAY],
      },
      employer.manager,
    );
    const [order] = orders;
    if (!order) throw new TypeError('an order was posted');
    return order;
  };
  const round = () => runBatch(market.kernel, market.district, market.station);
  const dayOf = (worker: Awaited<ReturnType<GigMarket['worker']>>) =>
    market.ask(workerDayQuery, { worker: worker.id }, worker.actor);

  it('sends nobody to what begins too soon, says so, and leaves it to the counter with the minutes it would be late', async () => {
    const worker = await market.worker({ radiusKm: 40 });
    const order = await farOrder({ transport: 'own-way' }, '05:40');
    expect(await round()).toMatchObject({ offers: 0 });
    expect((await dayOf(worker)).checkIn?.why?.said.zh).toContain('赶不到');

    const { rows } = await market.ask(walkInQuery, { station: market.station, worker: worker.id });
    expect(rows.map((row) => row.order.id)).toEqual([order.id]);
    expect(rows[0]?.notes[0]?.zh).toMatch(/晚到 1\d 分钟/);
    const given = { station: market.station, worker: worker.id, order: order.id, reason: '单位同意晚到' };
    await market.run(placeByHand, given, counter);
    expect((await dayOf(worker)).placements).toHaveLength(1);
  });

  it('offers the same work where the employer sends a bus, and puts what can be reached before what cannot', async () => {
    const worker = await market.worker({ radiusKm: 40 });
    const late = await farOrder({ transport: 'own-way' }, '05:40');
    const byBus = await farOrder({ transport: 'bus-from-station' }, '05:40');
    const { rows } = await market.ask(walkInQuery, { station: market.station, worker: worker.id });
    expect(rows.map((row) => row.order.id)).toEqual([byBus.id, late.id]);
    expect(await round()).toMatchObject({ offers: 1 });
    expect((await dayOf(worker)).offers.map(({ order, leaveBy }) => [order.id, leaveBy])).toEqual([
      [byBus.id, at('04:49').toISOString()],
    ]);
  });

  it('still asks somebody to take the place of whoever did not come, late as it is', async () => {
    market.clock.moveTo(new Date(DAWN));
    const [absent, next] = [await market.worker(), await market.worker()];
    const order = await market.order(employer, { startsAt: '06:00', transport: 'own-way', trade: 'loading' });
    const given = { station: market.station, worker: absent.id, order: order.id, reason: '本人在柜台' };
    const { placement } = await market.run(placeByHand, given, counter);
    market.clock.moveTo(at('06:30'));
    const { asked } = await market.run(reportNoShow, { placement, replace: true }, employer.manager);
    expect(asked).not.toBeNull();
    const [offer] = (await dayOf(next)).offers;
    expect(offer).toMatchObject({ way: 'replacement', order: { id: order.id }, leaveBy: at('06:00').toISOString() });
  });
});
