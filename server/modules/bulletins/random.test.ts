import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, execute } from '../../kernel/command/run.ts';
import { foldFacts } from '../../kernel/fact/fold.ts';
import { Problem } from '../../kernel/problem.ts';
import { addDays } from '../../kernel/term/day.ts';
import { chanceOf } from '../demo/story/world.ts';
import { ledgerQuery } from '../figures/module.ts';
import { endRecord, reverseRecord, sendRecord } from '../records/module.ts';
import { at, openBulletins } from './bulletins.fixture.ts';
import { discardBulletin } from './module.ts';

let test: Awaited<ReturnType<typeof openBulletins>>;
beforeAll(async () => {
  test = await openBulletins({ story: false });
}, 120_000);
afterAll(() => test.close());

const towns = ['110112109201', '110112001001'];
const codes = ['91350100M000100Y43', '11320000MB151840XJ'];

/** A life at random: records late and early, twice, corrected, ended, taken back; the tail folded now and then; bulletins in between. */
it.each([1, 2, 3, 4])('whatever happens after it, a bulletin recounts, and what differs adds up (seed %i)', async (seed) => {
  const { next: chance } = chanceOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T; // reason: the lists here are never empty
  const records: string[] = [];
  const bulletins: string[] = [];
  const start = `2025-${String(3 + seed).padStart(2, '0')}-01`;
  const send = async (type: string, row: Record<string, string>) => {
    records.push((await execute(test.kernel, sendRecord, { type, row }, test.call())).id);
  };
  const acts: readonly (() => Promise<unknown>)[] = [
    () =>
      send('family', {
        name: '甲',
        phone: `1391111${seed}00${Math.floor(chance() * 9)}`,
        service: pick(['outing', 'class']),
        servedOn: day(),
        area: pick(towns),
      }),
    () =>
      send('activity', {
        name: `活动${seed}${records.length}`,
        form: '招聘会',
        heldOn: day(),
        area: pick(['马驹桥镇', '中仓街道']),
        employers: '9',
      }),
    () => {
      const employees = 10 + Math.floor(chance() * 90);
      return send('contract-census', {
        employer: '某公司',
        creditCode: pick(codes),
        censusOn: day(),
        employees: `${employees}`,
        signed: `${Math.floor(employees * chance())}`,
        area: pick(towns),
      });
    },
    () =>
      send('specialist', {
        name: '乙',
        phone: `1392222${seed}00${Math.floor(chance() * 5)}`,
        community: pick(towns),
        from: day(),
      }),
    () => execute(test.kernel, reverseRecord, { record: pick(records), why: '录入有误' }, test.call()),
    () => execute(test.kernel, endRecord, { record: pick(records), day: day(), why: '已经离岗' }, test.call()),
    () => foldFacts(test.kernel.database, test.district),
  ];
  let passed = 0;
  const day = () => addDays(start, Math.floor(chance() * (passed + 5)));
  for (let step = 0; step < 60; step += 1) {
    passed = Math.floor(step / 2);
    test.clock.moveTo(new Date(at(addDays(start, passed + 6)).getTime() + step * 60_000 * 7));
    await (records.length === 0 ? acts[0] : pick(acts))?.().catch((error: unknown) => {
      // Ended twice, reversed before, of a type that does not end: the house says no, and nothing happened.
      if (!(error instanceof Problem)) throw error;
    });
    if (step % 12 === 11) bulletins.push(await test.make(addDays(start, -step), addDays(start, passed)));
  }
  let explained = 0;
  let summed = 0;
  for (const bulletin of bulletins) {
    const { rows, numbers, equal } = await test.verify(bulletin);
    expect({ equal, bad: rows.filter(({ isEqual }) => !isEqual) }).toEqual({ equal: numbers, bad: [] });
    const { figures, on } = await test.differences(bulletin);
    const today = await ask(test.kernel, ledgerQuery, { on }, test.call());
    const standing = new Map(today.measures.flatMap(({ figures: own }) => own.map((figure) => [figure.code, figure.current])));
    for (const { code, sides, numbers: others, today: value } of figures) {
      for (const { what, key, released, today: now, causes } of others) {
        // Nothing differs without a reason; where the facts add up to the number, they add up to the difference.
        expect({ code, what, key, causes: causes.length > 0 }).toEqual({ code, what, key, causes: true });
        if (causes.some(({ amount }) => amount === null)) continue;
        summed += 1;
        const sum = causes.reduce((total, { amount }) => total + Math.round((amount ?? 0) * 100), 0);
        const difference = Math.round(Number(now ?? 0) * 100) - Math.round(Number(released ?? 0) * 100);
        expect({ code, what, key, sum }).toEqual({ code, what, key, sum: difference });
      }
      expect(value).toBe(standing.get(code)?.value);
      for (const { side, released, today: now, causes } of sides) {
        explained += causes.length;
        const sum = causes.reduce((total, { amount }) => total + Math.round(amount * 100), 0);
        expect({ code, side, sum }).toEqual({ code, side, sum: Math.round(now * 100) - Math.round(released * 100) });
        // A side of a figure that nobody's rules changed is explained by facts alone.
        expect(causes.every(({ cause }) => cause !== 'rule' && cause !== 'places' && cause !== 'typed')).toBe(true);
      }
    }
    await execute(test.kernel, discardBulletin, { bulletin }, test.call());
  }
  expect(explained).toBeGreaterThan(5);
  expect(summed).toBeGreaterThan(20);
});
