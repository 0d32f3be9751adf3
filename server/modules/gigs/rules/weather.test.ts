import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../../../tests/refusal.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { boardQuery } from '../dawn/board.ts';
import { offersTo } from '../dawn/offers.fixture.ts';
import { readOpenings } from '../dawn/pool.ts';
import { workerDayQuery } from '../dawn/worker-day.ts';
import { beijing, codeOf, placedIn, type TestEmployer } from '../day/day.fixture.ts';
import { startShift } from '../day/shift.ts';
import { counter, DAWN, DAY, type GigMarket, gigMarket, office } from '../gigs.fixture.ts';
import { policyOn, publishedPolicies } from '../matching/policy.ts';
import { instantAt } from '../shifts.ts';
import { recordWeather, setRule } from './commands.ts';
import { rulesQuery, weatherQuery } from './queries.ts';
import { readTerms, shippedTerms } from './terms.ts';
import { areSteps, overlapMinutes, readWeatherRules, shippedWeatherRules, warningsFor } from './weather.ts';

const rules = shippedWeatherRules(DAY);
const work = (from: string, to: string, breakMinutes = 0, outdoors = true) => ({
  outdoors,
  startsAt: instantAt(DAY, from),
  endsAt: instantAt(DAY, to, to <= from),
  breakMinutes,
});
const days = (highest: number, lowest = 20, day = DAY) => [{ day, highest, lowest }];

describe('heat and cold', () => {
  it.each([
    [34.9, [], []],
    [35, ['heat-warm'], ['warn']],
    [36.9, ['heat-warm'], ['warn']],
    [37, ['heat-hot'], ['limit']],
    [39.9, ['heat-hot'], ['limit']],
    [40, ['heat-stop'], ['stop']],
  ])('at %s °C outdoors', (degrees, codes, effects) => {
    const found = warningsFor(work('06:00', '12:00'), days(degrees), rules);
    expect(found.map(({ code }) => code)).toEqual(codes);
    expect(found.map(({ effect }) => effect)).toEqual(effects);
    expect(warningsFor(work('06:00', '12:00', 0, false), days(degrees), rules)).toEqual([]);
  });

  it.each([
    ['six hours before noon', work('06:00', '12:00'), true],
    ['eight hours', work('04:00', '12:00'), false],
    ['through noon', work('10:00', '16:00'), false],
    ['through noon with the break over it', work('09:00', '18:00', 180), true],
    ['after three', work('15:00', '21:00'), true],
  ])('at 38 °C, %s', (_what, order, isKept) => {
    expect(warningsFor(order, days(38), rules)).toMatchObject([{ outdoorMinutes: 360, notBetween: ['12:00', '15:00'], isKept }]);
  });

  it('of a night are those of the worse of its two days; hours that are closed run through midnight', () => {
    const night = work('21:00', '05:00', 60);
    const both = [...days(30, 5), ...days(41, 5, '2026-06-19')];
    expect(warningsFor(night, both, rules)).toMatchObject([{ code: 'heat-stop', day: '2026-06-19' }]);
    expect(warningsFor(night, days(5, -20), rules)).toMatchObject([{ code: 'cold-hard', temperature: -20, isKept: false }]);
    expect(overlapMinutes(night, ['20:00', '06:00'])).toBe(480);
    expect(overlapMinutes(work('05:00', '21:00'), ['20:00', '06:00'])).toBe(120);
  });

  it('never weigh less on a hotter or a colder day, and an order without the limit’s hours keeps it', () => {
    const weight = ['warn', 'limit', 'stop'];
    const order = fc
      .record({
        from: fc.integer({ min: 0, max: 1439 }),
        length: fc.integer({ min: 60, max: 960 }),
        pause: fc.integer({ min: 0, max: 240 }),
      })
      .map(({ from, length, pause }) => {
        const startsAt = new Date(instantAt(DAY, '00:00').getTime() + from * 60_000);
        return { outdoors: true, startsAt, endsAt: new Date(startsAt.getTime() + length * 60_000), breakMinutes: pause };
      });
    fc.assert(
      fc.property(order, fc.integer({ min: -40, max: 45 }), fc.integer({ min: 0, max: 10 }), (one, degrees, more) => {
        const heaviest = (weather: ReturnType<typeof days>) =>
          Math.max(-1, ...warningsFor(one, weather, rules).map(({ effect }) => weight.indexOf(effect)));
        if (degrees > 0) expect(heaviest(days(degrees + more))).toBeGreaterThanOrEqual(heaviest(days(degrees)));
        else expect(heaviest(days(5, degrees - more))).toBeGreaterThanOrEqual(heaviest(days(5, degrees)));
        const minutes = (one.endsAt.getTime() - one.startsAt.getTime()) / 60_000;
        const [hot] = warningsFor(one, days(38), rules);
        if (minutes <= 360 && overlapMinutes(one, ['12:00', '15:00']) === 0) expect(hot?.isKept).toBe(true);
        if (minutes - one.breakMinutes > 360) expect(hot?.isKept).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('stand in a file whose steps grow, and are refused otherwise', () => {
    expect(areSteps(rules)).toBe(true);
    expect(areSteps({ ...rules, heat: rules.heat.toReversed() })).toBe(false);
    expect(() => readWeatherRules('rules: []')).toThrow(/rules is missing/);
    expect(() => readTerms('terms: [{version: "1"}]')).toThrow(/terms.yaml terms\/0/);
  });
});

describe('the day’s temperatures', () => {
  let market: GigMarket;
  let employer: TestEmployer;
  beforeAll(async () => {
    market = await gigMarket();
    employer = await market.employer();
  });
  afterAll(() => market.close());
  beforeEach(() => market.clock.moveTo(new Date(DAWN)));
  const record = (day: string, highest: number, isForecast = true) =>
    market.run(recordWeather, { day, highest, lowest: 20, isForecast, source: '区气象台' });

  it('warn on order, offer and board; at 40 °C nobody is posted or begins outdoors, indoors everybody', async () => {
    const worker = await market.worker();
    const order = await market.order(employer, { outdoors: true, endsAt: '11:00', breakMinutes: 0, site: '露天工地' });
    const [offer] = await offersTo(market, order.id, [worker.id]);
    await record(DAY, 38);
    const day = await market.ask(workerDayQuery, { worker: worker.id }, worker.actor);
    expect(day.offers.find(({ id }) => id === offer)?.order.warnings).toMatchObject([
      { code: 'heat-hot', isKept: true, outdoorMinutes: 360 },
    ]);
    const board = await market.ask(boardQuery, { station: market.station });
    await market.order(employer, { outdoors: true, endsAt: '11:00', breakMinutes: 0 });
    expect(board.orders.every(({ outdoors, warnings }) => !outdoors || warnings.length === 1)).toBe(true);
    const long = market.order(employer, { outdoors: true, endsAt: '16:00' });
    expect(await refusal(long)).toMatchObject({ code: 'gig-weather-hours', params: { hours: 6, from: '12:00', to: '15:00' } });
    const placement = await placedIn(
      market,
      (await market.order(employer, { outdoors: true, endsAt: '11:00', breakMinutes: 0, site: '工地二' })).id,
      await market.worker(),
    );
    expect(placement).toBeTruthy();
    market.clock.moveTo(beijing('04:45'));
    await record(DAY, 40.2);
    const stopped = market.order(employer, { outdoors: true, endsAt: '11:00', breakMinutes: 0 });
    const refused = await refusal(stopped);
    expect(refused).toMatchObject({ code: 'gig-weather-stop', params: { day: DAY, temperature: 40.2 } });
    expect(refused.params.law).toContain('防暑降温措施管理办法');
    await market.order(employer, { outdoors: false });
  });

  it('that stop a day stop the shifts that were promised for it', async () => {
    const tomorrow = '2026-06-19';
    const worker = await market.worker();
    const order = await market.order(employer, { outdoors: true, endsAt: '11:00', breakMinutes: 0, day: tomorrow });
    const placement = await placedIn(market, order.id, worker);
    const openings = async () =>
      inDistrict(
        market.kernel.database,
        market.district,
        (transaction) =>
          readOpenings(transaction, {
            station: market.station,
            day: DAY,
            now: market.clock.now(),
            policy: policyOn(DAY, publishedPolicies()),
          }),
        'read',
      );
    const other = await market.order(employer, { outdoors: true, endsAt: '11:00', breakMinutes: 0, day: tomorrow });
    const closed = async () => (await openings()).find(({ id }) => id === other.id)?.closed;
    expect(await closed()).toBeUndefined();
    await record(tomorrow, 41);
    expect(await closed()).toBe('stopped');
    market.clock.moveTo(beijing('06:50', tomorrow));
    const start = market.run(startShift, { placement, code: codeOf(market, order.id, 'start') }, worker.actor);
    expect(await refusal(start)).toMatchObject({ code: 'gig-weather-stop' });
  });

  it('count by the latest forecast and the latest measurement, whichever is worse', async () => {
    const day = '2026-06-20';
    await record(day, 41);
    market.clock.moveTo(beijing('05:00'));
    await record(day, 36);
    const known = async () => (await market.ask(weatherQuery, {})).days.find((one) => one.day === day);
    expect(await known()).toEqual({ day, highest: 36, lowest: 20 });
    expect(await refusal(record(day, 38, false))).toMatchObject({ code: 'gig-weather-far' });
    market.clock.moveTo(beijing('15:00', day));
    await record(day, 38.5, false);
    expect(await known()).toMatchObject({ highest: 38.5 });
    expect(await refusal(record('2026-06-01', 30))).toMatchObject({ code: 'gig-day-past' });
  });

  it('follow the district’s own rule from its day on, set with a reason that everybody reads', async () => {
    const day = '2026-06-25';
    const own = {
      version: 'local-1',
      heat: [{ ...rules.heat[0], at: 33, says: { zh: '33 度起。', en: 'From 33 degrees.' } }],
      cold: [],
    };
    const set = (content: object, from = day) =>
      market.run(setRule, { kind: 'weather', from, content, reason: '今年热得早' }, office);
    expect(await refusal(set(own, '2026-06-01'))).toMatchObject({ code: 'gig-day-past' });
    expect(await refusal(set({ version: 'x', heat: [{ code: 'heat-warm' }], cold: [] }))).toMatchObject({
      code: 'gig-rule-shape',
    });
    expect(await refusal(set({ ...own, heat: rules.heat.toReversed() }))).toMatchObject({ code: 'gig-rule-shape' });
    await set(own);
    await record(day, 34);
    const order = async (on: string) =>
      market
        .ask(boardQuery, { station: market.station })
        .then(() => market.order(employer, { outdoors: true, day: on, site: `户外${on}` }));
    await order(day);
    market.clock.moveTo(beijing('05:00', day));
    const board = await market.ask(boardQuery, { station: market.station });
    expect(board.orders.find(({ site }) => site === `户外${day}`)?.warnings).toMatchObject([
      { code: 'heat-warm', temperature: 34 },
    ]);
    const published = await market.ask(rulesQuery, {});
    expect(published.weather.version).toBe('local-1');
    expect(published.set).toMatchObject([
      { kind: 'weather', from: day, reason: '今年热得早', setByName: office.kind === 'staff' ? office.name : '' },
    ]);
    expect(published.terms).toEqual(shippedTerms(day));
    // Terms that a district set before Leye learned to ask for something stand, and the new part as shipped.
    const { inTime, ...older } = { ...shippedTerms(day), version: 'local-terms' };
    await market.run(setRule, { kind: 'terms', from: day, content: { ...older, inTime }, reason: '本区自己的约定' }, office);
    const { client, end } = await market.rows();
    await client.query("UPDATE gig_rule SET content = content - 'inTime' WHERE kind = 'terms'");
    await end();
    expect((await market.ask(rulesQuery, {})).terms).toEqual({ ...older, inTime, from: day });
    expect(
      await refusal(market.run(setRule, { kind: 'weather', from: day, content: own, reason: '不该能改' }, counter)),
    ).toMatchObject({ code: 'forbidden' });
  });
});
