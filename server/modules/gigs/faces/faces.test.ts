import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../../../tests/refusal.ts';
import { type Actor, system, visitor } from '../../../kernel/actor/actor.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { declineOffer } from '../dawn/answer.ts';
import { checkInAtCounter, checkInAtKiosk } from '../dawn/check-in.ts';
import { placeByHand } from '../dawn/counter.ts';
import { lapseOffers } from '../dawn/lapse.ts';
import { lineQuery } from '../dawn/line.ts';
import { offersTo } from '../dawn/offers.fixture.ts';
import { messagesWith } from '../day/day.fixture.ts';
import { devicesQuery, endKiosk, setUpKiosk } from '../devices/commands.ts';
import { deviceCookie, readDeviceToken } from '../devices/token.ts';
import { counter, DAWN, DAY, DISTRICT, type GigMarket, gigMarket, office } from '../gigs.fixture.ts';
import { closeStation, openStation } from '../market/station-commands.ts';
import { getStation } from '../market/stations.ts';
import { recordWeather } from '../rules/commands.ts';
import { recordService, reverseService } from '../services/commands.ts';
import { counterWorkerQuery, deskServicesQuery, ownStationsQuery } from './counter.ts';
import { screenQuery } from './screen.ts';
import { passedOverQuery, walkInQuery } from './walk-in.ts';

let market: GigMarket;
let employer: Awaited<ReturnType<GigMarket['employer']>>;
let code: string;
beforeAll(async () => {
  market = await gigMarket();
  employer = await market.employer();
  code = await inDistrict(market.kernel.database, DISTRICT, async (tx) => (await getStation(tx, market.station)).code, 'read');
});
afterAll(() => market.close());
beforeEach(() => market.clock.moveTo(new Date(DAWN)));

const standing = { id: '00000000-0000-7000-8000-000000000001', name: '门口' } as const;
const kioskOf = (station: string): Actor => ({ kind: 'kiosk', ...standing, grants: [{ role: 'kiosk', station }] });
const screenOf = (station: string): Actor => ({ kind: 'screen', ...standing, grants: [{ role: 'screen', station }] });

describe('devices', () => {
  it('are set up by an officer of the station, keep only a hash, and end for good', async () => {
    const { device: id, token } = await market.run(setUpKiosk, { station: market.station, kind: 'screen', name: '大厅正面' });
    const rows = await market.rows();
    const kept = await rows.client.query('SELECT token_hash, kind FROM gig_kiosk WHERE id = $1', [id]);
    await rows.end();
    expect(kept.rows[0].kind).toBe('screen');
    expect(kept.rows[0].token_hash.toString('base64url')).not.toContain(token.slice(0, 12));
    await market.run(endKiosk, { device: id });
    const { devices } = await market.ask(devicesQuery, { station: market.station });
    expect(devices.find((one) => one.device === id)?.endedAt).toBe(new Date(DAWN).toISOString());
    const elsewhere: Actor = { kind: 'staff', id: 'x', name: 'x', grants: [{ role: 'station-officer', area: '110112001000' }] };
    expect(
      await refusal(market.run(setUpKiosk, { station: market.station, kind: 'kiosk', name: '别处' }, elsewhere)),
    ).toMatchObject({ code: 'not-found' });
  });

  it('that are set up anew in the same browser take the place of what it was before', async () => {
    const first = await market.run(setUpKiosk, { station: market.station, kind: 'kiosk', name: '一号' });
    await market.run(setUpKiosk, { station: market.station, kind: 'screen', name: '一号', instead: first.token });
    const { devices } = await market.ask(devicesQuery, { station: market.station });
    expect(devices.filter(({ name, endedAt }) => name === '一号' && endedAt === null).map(({ kind }) => kind)).toEqual([
      'screen',
    ]);
  });

  it('show their token in a cookie that no script reads, over https to this host alone', () => {
    const token = 'a'.repeat(43);
    const cookie = deviceCookie('https://leye.test', token);
    expect(cookie).toMatch(/^__Host-leye\.device=a{43};.*HttpOnly; SameSite=Strict; Secure$/);
    expect(readDeviceToken(`x=1; ${cookie}`, 'https://leye.test')).toBe(token);
    expect(readDeviceToken(`leye.device=${token}`, 'https://leye.test')).toBeUndefined();
    expect(readDeviceToken('leye.device=short', 'http://leye.test')).toBeUndefined();
  });
});

describe('the screen', () => {
  it('shows the code of the day on itself and to the station’s officers, and to nobody else', async () => {
    const path = async (actor: Actor) => (await market.ask(screenQuery, { code }, actor)).checkInPath;
    expect(await path(screenOf(market.station))).toMatch(/^\/s\/[a-z2-9]{6}\?d=[0-9a-f]{8}$/);
    expect(await path(counter)).toBe(await path(screenOf(market.station)));
    for (const nobody of [visitor, kioskOf(market.station), screenOf('00000000-0000-7000-8000-000000000009')])
      expect(await path(nobody)).toBeNull();
    expect(await refusal(market.ask(screenQuery, { code: 'nosuch' }, visitor))).toMatchObject({ code: 'no-gig-station' });
  });

  it('names where whoever has work is met, also of an order that takes nobody more', async () => {
    const order = await market.order(employer, { seats: 1, meetingPoint: '东门2号车' });
    const worker = await market.worker();
    await market.run(placeByHand, { station: market.station, worker: worker.id, order: order.id, reason: '人就在窗口' });
    const { meetings, board } = await market.ask(screenQuery, { code }, visitor);
    expect(board.orders.map(({ number }) => number)).not.toContain(order.number);
    expect(meetings).toContainEqual(
      expect.objectContaining({ number: order.number, meetingPoint: '东门2号车', people: 1, from: '07:00' }),
    );
  });

  it('names the desks that the station says it has', async () => {
    const given = { ...anotherStation, opensAt: '04:00', desks: { 'first-aid': '进门左手' } };
    const { station } = await market.run(openStation, given, office);
    const stations = (await market.ask(ownStationsQuery, {}, office)).stations;
    const opened = stations.find(({ id }) => id === station);
    expect((await market.ask(screenQuery, { code: opened?.code ?? '' }, visitor)).desks).toEqual([
      { desk: 'first-aid', where: '进门左手' },
    ]);
    const waits = await market.worker({}, { checkIn: false });
    await market.run(checkInAtCounter, { station, worker: waits.id }, office);
    await market.run(closeStation, { station, on: DAY, reason: '合并到马驹桥' }, office);
    expect(await messagesWith(market, '今天关门，不再派活，原因：合并到马驹桥')).toHaveLength(1);
    expect((await market.ask(ownStationsQuery, {}, office)).stations.at(-1)).toMatchObject({ id: station, closedOn: DAY });
    expect((await market.ask(ownStationsQuery, {})).stations.map(({ id }) => id)).toEqual([market.station]);
  });
});

describe('the kiosk', () => {
  it('answers a card or a number with a place in the line and a masked name, which no idempotency key keeps', async () => {
    const worker = await market.worker({}, { checkIn: false });
    const kiosk = kioskOf(market.station);
    const byCard = await market.run(checkInAtKiosk, { station: market.station, card: worker.card }, kiosk, 'tap-a');
    expect(byCard).toMatchObject({ worker: worker.id, name: '测**', wasThere: false });
    const byNumber = await market.run(checkInAtKiosk, { station: market.station, number: String(worker.number) }, kiosk);
    expect(byNumber).toMatchObject({ number: byCard.number, wasThere: true });
    expect((await market.run(checkInAtKiosk, { station: market.station, number: worker.mobile }, kiosk)).number).toBe(
      byCard.number,
    );
    const rows = await market.rows();
    const kept = await rows.client.query("SELECT answer::text AS answer FROM command_key WHERE key = 'tap-a'");
    await rows.end();
    expect(kept.rows[0].answer).not.toContain('测');
    expect(await refusal(market.run(checkInAtKiosk, { station: market.station, number: '999999' }, kiosk))).toMatchObject({
      code: 'gig-worker-unknown',
    });
    const given = { station: market.station, number: String(worker.number) };
    expect(await refusal(market.run(checkInAtKiosk, given, screenOf(market.station)))).toMatchObject({ code: 'forbidden' });
  });
});

describe('the counter', () => {
  it('finds a worker by the number on the card, masked, and nobody by another', async () => {
    const worker = await market.worker({}, { checkIn: false });
    expect(await market.ask(counterWorkerQuery, { number: worker.number })).toMatchObject({
      name: '测**',
      worker: { id: worker.id },
    });
    expect(await market.ask(counterWorkerQuery, { number: 999_999 })).toBeNull();
  });

  it('checks in by the number alone, at the minute when the counter had no network', async () => {
    const worker = await market.worker({}, { checkIn: false });
    market.clock.moveTo(new Date('2026-06-18T05:10:00+08:00'));
    const given = { station: market.station, number: String(worker.number), at: '2026-06-18T05:00:00+08:00' };
    const [one, two] = await Promise.all([
      market.run(checkInAtCounter, given, counter, 'cut-1'),
      market.run(checkInAtCounter, given, counter, 'cut-1'),
    ]);
    expect([one.worker, two.number]).toEqual([worker.id, one.number]);
    const rows = await market.rows();
    const { rows: kept } = await rows.client.query('SELECT at FROM gig_check_in WHERE worker = $1', [worker.id]);
    await rows.end();
    expect(kept.map(({ at }) => at.toISOString())).toEqual([new Date(given.at).toISOString()]);
  });

  it('lists the walk-in’s orders by the published cost with what speaks for each, and says why the others are not for them', async () => {
    const near = await market.order(employer, { site: '近的', pay: 26_000 });
    await market.order(employer, { site: '要叉车证', trade: 'forklift' });
    const low = await market.order(employer, { site: '钱少', pay: 14_000 });
    const worker = await market.worker({ payFloor: 15_000 });
    const { rows, barred } = await market.ask(walkInQuery, { station: market.station, worker: worker.id });
    expect(rows[0]?.order.id).toBe(near.id);
    expect(rows[0]?.reasons.length).toBeGreaterThan(0);
    expect(rows.map(({ order }) => order.id)).not.toContain(low.id);
    expect([...rows].sort((a, b) => a.points - b.points)).toEqual(rows);
    expect(barred).toEqual(
      expect.arrayContaining([
        { condition: 'trade', orders: 1 },
        { condition: 'pay', orders: 1 },
      ]),
    );
    const stranger = await market.worker({}, { checkIn: false });
    expect(await refusal(market.ask(walkInQuery, { station: market.station, worker: stranger.id }))).toMatchObject({
      code: 'gig-not-checked-in',
    });
  });

  it('puts last, and says so, what somebody turned down this morning', async () => {
    const mason = await market.worker({ skills: [{ trade: 'bricklaying', level: 1 }] });
    const better = await market.order(employer, { trade: 'bricklaying', pay: 30_000 });
    const other = await market.order(employer, { trade: 'bricklaying' });
    const shown = async () => (await market.ask(walkInQuery, { station: market.station, worker: mason.id })).rows;
    expect((await shown()).map(({ order }) => order.id)).toEqual([better.id, other.id]);
    const [offer] = await offersTo(market, better.id, [mason.id]);
    await market.run(declineOffer, { offer, reason: 'hours' }, mason.actor);
    const [first, last] = await shown();
    expect([first?.order.id, last?.order.id]).toEqual([other.id, better.id]);
    expect(last?.notes).toEqual([{ zh: '今天回绝过', en: 'Declined today' }]);
    expect(first?.notes).toEqual([]);
    expect(last?.reasons.map(({ en }) => en)).not.toContain('Declined today');
  });

  it('does not say of somebody who let an offer go by that they turned it down', async () => {
    const mason = await market.worker({ skills: [{ trade: 'decorating', level: 1 }] });
    const order = await market.order(employer, { trade: 'decorating' });
    await offersTo(market, order.id, [mason.id]);
    market.clock.moveTo(new Date(market.clock.now().getTime() + 20 * 60_000));
    await market.run(lapseOffers, {}, system('gigs'));
    const { rows } = await market.ask(walkInQuery, { station: market.station, worker: mason.id });
    expect(rows.find((row) => row.order.id === order.id)?.notes).toContainEqual({
      zh: '今天派过，没来得及答复',
      en: 'Offered today, not answered in time',
    });
    expect(rows.flatMap(({ notes }) => notes.map(({ zh }) => zh))).not.toContain('今天回绝过');
  });

  it('says before it gives out an order whom it passes over, masked, and those are then the ones who read why', async () => {
    const order = await market.order(employer, { trade: 'gardening' });
    const gardener = { skills: [{ trade: 'gardening', level: 1 }] };
    const ahead = [await market.worker(gardener), await market.worker(gardener)];
    const last = await market.worker(gardener);
    const given = { station: market.station, worker: last.id, order: order.id };
    const { entries } = await market.ask(lineQuery, { station: market.station });
    const first = entries
      .filter(({ worker }) => ahead.some(({ id }) => id === worker))
      .map(({ number, name }) => ({ number, name }));
    expect(await market.ask(passedOverQuery, given)).toEqual({ people: 2, first });
    expect(await market.run(placeByHand, { ...given, reason: '前面两位不想去' })).toMatchObject({ passedOver: 2 });
  });

  it('keeps a desk’s service on the day on which it was given, and lists it by when it was given', async () => {
    const worker = await market.worker();
    const given = { station: market.station, worker: worker.id, desk: 'legal-aid', note: '问加班费怎么算' } as const;
    market.clock.moveTo(new Date('2026-06-19T00:05:00+08:00'));
    const { service } = await market.run(recordService, { ...given, at: '2026-06-18T23:58:00+08:00' });
    const rows = await market.rows();
    const { rows: kept } = await rows.client.query('SELECT day::text AS day FROM gig_service WHERE id = $1', [service]);
    await rows.end();
    expect(kept[0].day).toBe(DAY);
    market.clock.moveTo(new Date('2026-06-18T10:00:00+08:00'));
    const { services } = await market.ask(deskServicesQuery, { station: market.station });
    expect(services[0]).toMatchObject({
      service,
      desk: 'legal-aid',
      note: '问加班费怎么算',
      workerName: '测**',
      at: '2026-06-18T15:58:00.000Z',
      isReversed: false,
      isRepeat: false,
    });
  });

  it('says of a desk’s second service to somebody that it counts nothing, until the first is taken back', async () => {
    const worker = await market.worker();
    const given = { station: market.station, worker: worker.id } as const;
    const { service: first } = await market.run(recordService, { ...given, desk: 'first-aid', note: '手划破了' });
    await market.run(recordService, { ...given, desk: 'legal-aid', note: '问工伤' });
    await market.run(recordService, { ...given, desk: 'advice-desk', note: '看了合同' });
    const repeats = async () =>
      (await market.ask(deskServicesQuery, { station: market.station })).services
        .filter((row) => row.worker === worker.id)
        .map(({ desk, isRepeat }) => [desk, isRepeat])
        .sort();
    const said = (legalAid: boolean) => [
      ['advice-desk', false],
      ['first-aid', false],
      ['legal-aid', legalAid],
    ];
    expect(await repeats()).toEqual(said(true));
    await market.run(reverseService, { service: first, reason: '记错了人' });
    expect(await repeats()).toEqual(said(false));
  });
});

describe('the weather on the screen', () => {
  it('says what heat and cold mean for the station’s work outdoors, full orders too, and nothing of work under a roof', async () => {
    const warnings = async () => (await market.ask(screenQuery, { code }, visitor)).warnings;
    const outdoors = await market.order(employer, { outdoors: true, seats: 1 });
    await market.order(employer, { outdoors: true });
    await market.order(employer);
    expect(await warnings()).toEqual([]);
    const measured = { highest: 36.5, lowest: 24, isForecast: true, source: '区气象台' };
    await market.run(recordWeather, { day: DAY, ...measured });
    expect(await warnings()).toEqual([
      expect.objectContaining({ code: 'heat-warm', effect: 'warn', day: DAY, temperature: 36.5, orders: 2 }),
    ]);
    const worker = await market.worker();
    await market.run(placeByHand, { station: market.station, worker: worker.id, order: outdoors.id, reason: '人就在窗口' });
    expect((await warnings())[0]).toMatchObject({ orders: 2 });
    await market.order(employer, { outdoors: true, day: '2026-06-19' });
    await market.run(recordWeather, { day: '2026-06-19', ...measured, highest: 41 });
    expect((await warnings()).map(({ day, effect }) => [day, effect])).toEqual([
      [DAY, 'warn'],
      ['2026-06-19', 'stop'],
    ]);
  });
});

const anotherStation = {
  name: { zh: '运河零工驿站', en: 'Canal gig post' },
  address: '示例路2号',
  area: '110112001000',
  telephone: '010-00000001',
  opensAt: '05:00',
  closesAt: '18:00',
  roundMinutes: 5,
  answerMinutes: 10,
};
