import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../../../tests/refusal.ts';
import { system } from '../../../kernel/actor/actor.ts';
import { aStation, counter, DAWN, DAY, type GigMarket, gigMarket, office } from '../gigs.fixture.ts';
import { stationToken } from '../market/day-token.ts';
import { openStation } from '../market/station-commands.ts';
import { cancelOrder } from '../orders/cancel.ts';
import { recordService, reverseService } from '../services/commands.ts';
import { acceptOffer, declineOffer, withdrawPlacement } from './answer.ts';
import { boardQuery } from './board.ts';
import { checkIn, checkInAtCounter, leaveLine } from './check-in.ts';
import { placeByHand } from './counter.ts';
import { lapseOffers } from './lapse.ts';
import { lineQuery } from './line.ts';
import { reportNoShow } from './no-show.ts';
import { offersTo } from './offers.fixture.ts';
import { workerDayQuery } from './worker-day.ts';

let market: GigMarket;
let employer: Awaited<ReturnType<GigMarket['employer']>>;
beforeAll(async () => {
  market = await gigMarket();
  employer = await market.employer();
});
afterAll(() => market.close());
beforeEach(() => market.clock.moveTo(new Date(DAWN)));

const dayOf = (worker: { id: string; actor: Parameters<GigMarket['run']>[2] }) =>
  market.ask(workerDayQuery, { worker: worker.id }, worker.actor);

describe('the line', () => {
  it('gives one number a day, the same again to whoever comes twice, and takes back who had left', async () => {
    const ann = await market.worker();
    const first = (await dayOf(ann)).checkIn;
    const again = await market.run(checkInAtCounter, { station: market.station, worker: ann.id });
    expect(again).toMatchObject({ number: first?.number, wasThere: true });
    await market.run(leaveLine, { worker: ann.id }, ann.actor);
    expect((await dayOf(ann)).checkIn?.hasLeft).toBe(true);
    await market.run(checkInAtCounter, { station: market.station, worker: ann.id });
    expect((await dayOf(ann)).checkIn).toMatchObject({ number: first?.number, hasLeft: false });
  });

  it('says which place in another station’s line is given up for one here', async () => {
    const worker = await market.worker();
    const first = (await dayOf(worker)).checkIn;
    const given = aStation({ zh: '第二零工站', en: 'Second station' });
    const neverOpen = market.run(openStation, { ...given, closesAt: '04:00' }, office);
    expect(await refusal(neverOpen)).toMatchObject({ code: 'gig-station-hours' });
    const { station } = await market.run(openStation, given, office);
    const there = await market.run(checkInAtCounter, { station, worker: worker.id });
    expect(there).toMatchObject({ wasThere: false, gaveUp: { station: market.station, number: first?.number } });
    expect((await market.run(checkInAtCounter, { station, worker: worker.id })).gaveUp).toBeNull();
    await market.run(leaveLine, { worker: worker.id }, worker.actor);
    expect((await market.run(checkInAtCounter, { station: market.station, worker: worker.id })).gaveUp).toBeNull();
  });

  it('takes the code of today’s screen, also from a phone that could send only later, and not yesterday’s', async () => {
    const worker = await market.worker({}, { checkIn: false });
    const code = await stationCode();
    const token = (day: string) => stationToken(market.kernel.services.seal, market.district, market.station, day);
    const given = { worker: worker.id, station: code };
    expect(await refusal(market.run(checkIn, { ...given, token: token('2026-06-17') }, worker.actor))).toMatchObject({
      code: 'gig-code-old',
    });
    market.clock.moveTo(new Date('2026-06-18T06:00:00+08:00'));
    const tapped = '2026-06-18T04:41:00+08:00';
    const keyed = () => market.run(checkIn, { ...given, token: token(DAY), at: tapped }, worker.actor, 'tap-1');
    const [one, two] = await Promise.all([keyed(), keyed()]);
    expect(one.number).toBe(two.number);
    expect(
      await refusal(market.run(checkIn, { ...given, token: token(DAY), at: '2026-06-17T04:41:00+08:00' }, worker.actor)),
    ).toMatchObject({ code: 'gig-sent-too-late' });
  });

  it('gives forty people who come at once forty numbers without a gap or a double', async () => {
    const before = (await market.ask(boardQuery, { station: market.station })).lastNumber;
    const people = await Promise.all(Array.from({ length: 40 }, () => market.worker({}, { checkIn: false })));
    const numbers = await Promise.all(
      people.map(async ({ id }) => (await market.run(checkInAtCounter, { station: market.station, worker: id })).number),
    );
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, at) => before + 1 + at));
  });

  it('does not let somebody in who acts for another', async () => {
    const [one, two] = [await market.worker(), await market.worker()];
    expect(await refusal(market.ask(workerDayQuery, { worker: one.id }, two.actor))).toMatchObject({ code: 'not-found' });
    expect(await refusal(market.run(leaveLine, { worker: one.id }, two.actor))).toMatchObject({ code: 'not-found' });
  });
});

describe('an offer', () => {
  it('is taken once, holds its seat meanwhile, and counts one person-time', async () => {
    const worker = await market.worker();
    const order = await market.order(employer);
    const before = await market.counted();
    const [offer] = await offersTo(market, order.id, [worker.id]);
    expect((await dayOf(worker)).offers[0]).toMatchObject({ id: offer, state: 'offered' });
    const accept = () => market.run(acceptOffer, { offer }, worker.actor);
    await Promise.all([accept(), accept(), accept()]);
    expect((await dayOf(worker)).placements).toHaveLength(1);
    expect(await market.counted()).toBe(before + 1);
    expect(await refusal(market.run(declineOffer, { offer, reason: 'too-far' }, worker.actor))).toMatchObject({
      code: 'gig-offer-settled',
    });
  });

  it('that was declined is not taken after all, and says why it was declined', async () => {
    const worker = await market.worker();
    const order = await market.order(employer);
    const [offer] = await offersTo(market, order.id, [worker.id]);
    await market.run(declineOffer, { offer, reason: 'too-far' }, worker.actor);
    expect(await refusal(market.run(acceptOffer, { offer }, worker.actor))).toMatchObject({ code: 'gig-offer-settled' });
    expect((await dayOf(worker)).offers[0]).toMatchObject({ state: 'declined', reason: 'too-far' });
  });

  it('that lapsed is still taken while the seat is free, and honestly refused when it is gone', async () => {
    const [late, later] = [await market.worker(), await market.worker()];
    const order = await market.order(employer, { startsAt: '08:00' });
    const [offer] = await offersTo(market, order.id, [late.id]);
    market.clock.moveTo(new Date('2026-06-18T05:00:00+08:00'));
    await market.run(lapseOffers, {}, system('gigs'));
    expect((await dayOf(late)).offers[0]?.state).toBe('lapsed');
    const [second] = await offersTo(market, order.id, [later.id]);
    expect(await refusal(market.run(acceptOffer, { offer }, late.actor))).toMatchObject({ code: 'gig-offer-late' });
    await market.run(declineOffer, { offer: second, reason: 'hours' }, later.actor);
    await market.run(acceptOffer, { offer, at: '2026-06-18T04:55:00+08:00' }, late.actor);
    expect((await dayOf(late)).placements).toHaveLength(1);
  });

  it('never leads two people to one seat, nor one person to two places at once', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => market.worker()));
    const order = await market.order(employer, { seats: 3 });
    const offers = await offersTo(
      market,
      order.id,
      people.map(({ id }) => id),
    );
    expect(offers).toHaveLength(3);
    const other = await market.order(employer, { seats: 6, startsAt: '08:00', endsAt: '12:00' });
    await Promise.allSettled([
      ...people.map(({ id }) =>
        market.run(placeByHand, { station: market.station, worker: id, order: other.id, reason: '当面谈好' }),
      ),
      ...offers.map((offer, at) => market.run(acceptOffer, { offer }, people[at]?.actor)),
    ]);
    for (const person of people) expect((await dayOf(person)).placements.length).toBeLessThanOrEqual(1);
    const { client, end } = await market.rows();
    const { rows } = await client.query(
      `SELECT o.id FROM gig_order o JOIN gig_placement p ON p."order" = o.id AND p.state = 'placed' GROUP BY o.id, o.seats HAVING count(*) > o.seats`,
    );
    await end();
    expect(rows).toEqual([]);
  });
});

describe('what comes to nothing', () => {
  it('gives seat and person-time back when somebody withdraws, and when the order is cancelled', async () => {
    const worker = await market.worker();
    const order = await market.order(employer);
    const before = await market.counted();
    const [offer] = await offersTo(market, order.id, [worker.id]);
    await market.run(acceptOffer, { offer }, worker.actor);
    await market.run(withdrawPlacement, { placement: offer, reason: '孩子病了' }, worker.actor);
    expect(await market.counted()).toBe(before);
    const [second] = await offersTo(market, order.id, [worker.id]);
    await market.run(acceptOffer, { offer: second }, worker.actor);
    expect(await market.counted()).toBe(before + 1);
    await market.run(cancelOrder, { order: order.id, reason: '货没有到' }, employer.manager);
    expect(await market.counted()).toBe(before);
    expect((await dayOf(worker)).placements[0]?.state).toBe('cancelled');
  });

  it('asks the next in one tap when somebody does not come, and not before they are late', async () => {
    const [absent, next] = [await market.worker(), await market.worker()];
    const order = await market.order(employer);
    const [offer] = await offersTo(market, order.id, [absent.id]);
    await market.run(acceptOffer, { offer }, absent.actor);
    market.clock.moveTo(new Date('2026-06-18T07:10:00+08:00'));
    const report = () => market.run(reportNoShow, { placement: offer, replace: true }, employer.manager);
    expect(await refusal(report())).toMatchObject({ code: 'gig-no-show-early' });
    market.clock.moveTo(new Date('2026-06-18T07:16:00+08:00'));
    const { asked } = await report();
    expect(asked).not.toBeNull();
    const everybody = await market.ask(lineQuery, { station: market.station });
    expect(everybody.entries.find(({ worker }) => worker === absent.id)?.state).not.toBe('placed');
    expect(next.id).toBeTruthy();
  });

  it('never asks whoever did not come to take their own place, although they still stand in the line', async () => {
    const absent = await market.worker({ skills: [{ trade: 'gardening', level: 1 }] });
    const order = await market.order(employer, { trade: 'gardening' });
    const [offer] = await offersTo(market, order.id, [absent.id]);
    await market.run(acceptOffer, { offer }, absent.actor);
    market.clock.moveTo(new Date('2026-06-18T07:16:00+08:00'));
    expect((await market.run(reportNoShow, { placement: offer, replace: true }, employer.manager)).asked).toBeNull();
  });
});

describe('whoever is asked to replace somebody', () => {
  const at = (time: string) => market.clock.moveTo(new Date(`2026-06-18T${time}:00+08:00`));
  const lastOf = async (worker: Awaited<ReturnType<GigMarket['worker']>>) => (await dayOf(worker)).offers[0];

  it('and says no, or nothing in time, is followed by the next, as long as the work goes on', async () => {
    const plumbers = [];
    for (let n = 0; n < 4; n += 1) plumbers.push(await market.worker({ skills: [{ trade: 'plumbing', level: 1 }] }));
    const [absent, ...others] = plumbers;
    if (!absent) return;
    const order = await market.order(employer, { trade: 'plumbing', endsAt: '16:00' });
    const [offer] = await offersTo(market, order.id, [absent.id]);
    await market.run(acceptOffer, { offer }, absent.actor);
    at('07:16');
    await market.run(reportNoShow, { placement: offer, replace: true }, employer.manager);
    const asked = async () => {
      const all = await Promise.all(others.map(async (worker) => ({ worker, offer: await lastOf(worker) })));
      return all.filter((one) => one.offer?.state === 'offered');
    };
    const [first, ...nobody] = await asked();
    expect(nobody).toEqual([]);
    await market.run(declineOffer, { offer: first?.offer?.id ?? '', reason: 'hours' }, first?.worker.actor);
    const [second] = await asked();
    expect(second?.worker.id).not.toBe(first?.worker.id);
    at('08:00');
    await market.run(lapseOffers, {}, system('gigs'));
    const [third] = await asked();
    expect([first?.worker.id, second?.worker.id]).not.toContain(third?.worker.id);
    at('16:30');
    await market.run(declineOffer, { offer: third?.offer?.id ?? '', reason: 'hours' }, third?.worker.actor);
    expect(await asked()).toEqual([]);
  });
});

describe('placing by hand', () => {
  it('needs a reason, which those read who were passed over; what a condition forbids is not done by hand either', async () => {
    const ahead = await market.worker();
    const behind = await market.worker();
    const order = await market.order(employer, { site: '手工安排' });
    const given = { station: market.station, worker: behind.id, order: order.id };
    await expect(market.run(placeByHand, { ...given, reason: ' ' })).rejects.toMatchObject({ code: 'shape' });
    const { passedOver } = await market.run(placeByHand, { ...given, reason: '老板点名要他' });
    expect(passedOver).toBeGreaterThan(0);
    expect((await dayOf(ahead)).passedOver).toMatchObject([{ order: order.number, reason: '老板点名要他' }]);
    expect((await dayOf(behind)).passedOver).toEqual([]);
    expect((await dayOf(behind)).placements[0]?.byHand).toBe('老板点名要他');
    expect(await refusal(market.run(placeByHand, { ...given, reason: '又点了一次' }))).toMatchObject({
      code: 'gig-placed-already',
    });
    const welding = await market.order(employer, { trade: 'welding' });
    const given2 = { station: market.station, worker: ahead.id, order: welding.id, reason: '他会一点' };
    expect(await refusal(market.run(placeByHand, given2))).toMatchObject({ code: 'gig-condition-trade' });
  });
});

describe('a desk', () => {
  it('counts a person once a service and day, and a mistake is taken back', async () => {
    const worker = await market.worker();
    const before = await market.counted();
    const given = { station: market.station, worker: worker.id, desk: 'legal-aid', note: '问加班费' };
    const { service } = await market.run(recordService, given);
    await market.run(recordService, { ...given, desk: 'first-aid', note: '手划破了' });
    expect(await market.counted()).toBe(before + 1);
    await market.run(recordService, { ...given, desk: 'advice-desk', note: '问参保' });
    expect(await market.counted()).toBe(before + 2);
    // The first is taken back; the second of the same service takes over.
    await market.run(reverseService, { service, reason: '记错了人' }, counter);
    expect(await market.counted()).toBe(before + 2);
  });
});

async function stationCode(): Promise<string> {
  const { client, end } = await market.rows();
  const { rows } = await client.query<{ code: string }>('SELECT code FROM gig_station WHERE id = $1', [market.station]);
  await end();
  return rows[0]?.code ?? '';
}
