import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../../../tests/refusal.ts';
import { system } from '../../../kernel/actor/actor.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { syntheticMobile } from '../../../kernel/identifier/synthetic.ts';
import { sendRecords } from '../../records/module.ts';
import { counter, DAWN, DAY, type GigMarket, gigMarket, office, TOWN } from '../gigs.fixture.ts';
import { recordService } from './commands.ts';
import { flagDoubts, flagsQuery, flagTasks } from './flags.ts';
import { settleFlag, watchSeries } from './watch.ts';

let market: GigMarket;
beforeAll(async () => {
  market = await gigMarket();
  await inDistrict(market.kernel.database, '110112', ({ client }) =>
    client.query(
      "INSERT INTO unit (district, code, name, area) VALUES ('110112', 'human-resources', '区人力社保局', NULL) ON CONFLICT DO NOTHING",
    ),
  );
});
afterAll(() => market?.close());

const night = () => market.run(watchSeries, {}, system('gigs'));
const flags = () => market.ask(flagsQuery, {}, office);
const reading = async <T>(read: (given: Parameters<typeof flagTasks>[0]) => Promise<T>, on: string): Promise<T> =>
  inDistrict(market.kernel.database, '110112', (transaction) =>
    read({
      transaction,
      actor: office,
      district: '110112',
      now: market.clock.now(),
      today: on,
      kinds: market.kernel.kinds,
      services: market.kernel.services,
    }),
  );

describe('a desk that writes down more than it can serve', () => {
  it('is seen on the same day, and waits for the office from the night on', async () => {
    market.clock.moveTo(new Date(DAWN));
    for (let no = 0; no < 22; no += 1) {
      const { id } = await market.worker({}, { born: 1960 + no });
      await market.run(recordService, {
        station: market.station,
        worker: id,
        desk: 'advice-desk',
        note: `第${no}件事，${'问'.repeat(no + 1)}`,
      });
    }
    expect(await market.counted()).toBe(22);
    const [seen] = (await flags()).today;
    expect(seen).toMatchObject({ id: null, test: 'burst', day: DAY, total: 22, params: { most: 22 } });
    expect(seen?.services[0]?.person, 'nobody is named in full').toMatch(/\*/);

    market.clock.moveTo(new Date('2026-06-19T02:40:00+08:00'));
    expect(await night()).toEqual({ days: 1, found: 1, added: 1 });
    expect(await night(), 'the same night again finds the same').toMatchObject({ found: 1, added: 0 });
    expect((await flags()).open).toHaveLength(1);
    expect(await reading(flagTasks, '2026-06-19')).toEqual([
      { code: 'gig-flags', params: { n: 1, first: DAY }, link: '/gig-flags', urgency: 1 },
    ]);
    expect((await reading((given) => flagDoubts(given, ['gig.served'], '2026-06-19'), '2026-06-19'))[0]?.zh).toContain('1 组');
    expect(await reading((given) => flagDoubts(given, ['vacancy.collected'], '2026-06-19'), '2026-06-19')).toEqual([]);
  });

  it('is settled by somebody else, with a reason; taken back, nothing of it counts any more', async () => {
    const [flag] = (await flags()).open;
    const settle = (actor = office) =>
      market.run(settleFlag, { flag: flag?.id, outcome: 'reversed', reason: '核对监控，无人在场' }, actor);
    expect(await refusal(settle(counter))).toMatchObject({ kind: 'forbidden' });
    expect(
      await refusal(settle({ ...counter, grants: [{ role: 'programme-office' }] } as typeof counter)),
      'whoever wrote them down',
    ).toMatchObject({ code: 'gig-flag-own' });
    expect(await settle()).toEqual({ takenBack: 22, left: 0 });
    expect(await market.counted()).toBe(0);
    expect(await refusal(settle())).toMatchObject({ code: 'gig-flag-settled' });
    const [settled] = (await flags()).settled;
    expect(settled).toMatchObject({ outcome: 'reversed', reason: '核对监控，无人在场' });
    expect(settled?.services.every(({ isTakenBack }) => isTakenBack)).toBe(true);
    expect(await night(), 'what was taken back raises nothing again').toMatchObject({ found: 0, added: 0 });
  });
});

describe('an imported list', () => {
  const people = Array.from({ length: 24 }, () => syntheticMobile(Math.random));
  const send = (day: string, phones: readonly string[]) =>
    market.run(
      sendRecords,
      {
        type: 'gig-service',
        rows: phones.map((phone) => ({ phone, service: '咨询指导', servedOn: day, station: '示例零工驿站', area: TOWN })),
      },
      office,
    );

  it('that is an earlier day’s is found whenever it comes, and one that is sound stays settled', async () => {
    await send('2026-06-10', people);
    await send('2026-06-12', people);
    market.clock.moveTo(new Date('2026-06-20T02:40:00+08:00'));
    expect((await night()).added).toBe(1);
    const [flag] = (await flags()).open;
    expect(flag).toMatchObject({ test: 'copied', day: '2026-06-12', total: 24, params: { day: '2026-06-10', same: 24 } });
    expect(flag?.subject.zh).toBe('示例零工驿站');
    const before = await market.counted();
    await market.run(settleFlag, { flag: flag?.id, outcome: 'sound', reason: '两天都是同一个培训班' }, office);
    expect(await market.counted()).toBe(before);
    expect(await night()).toMatchObject({ found: 1, added: 0 });
    expect((await flags()).open).toEqual([]);
  });

  it('is taken back with its records', async () => {
    await send('2026-06-15', people);
    await night();
    const [flag] = (await flags()).open;
    const before = await market.counted();
    expect(await market.run(settleFlag, { flag: flag?.id, outcome: 'reversed', reason: '名单是照抄的' }, office)).toEqual({
      takenBack: 24,
      left: 0,
    });
    expect(before - (await market.counted())).toBe(24);
  });
});
