import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff, testKernel } from '../../../tests/kernel.ts';
import { type Clock, clockAt } from '../../kernel/clock.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { foldFacts } from '../../kernel/fact/fold.ts';
import { tellStory } from '../demo/module.ts';
import { chanceOf } from '../demo/story/world.ts';
import { citiesFolder, establishCity, readCity } from '../programme/module.ts';
import { recordKinds, reverseRecord, sendRecord } from '../records/module.ts';
import { selectionsOf } from './context.ts';
import type { CountedRecord } from './contract.ts';
import { figureQuery, ledgerQuery, recordsQuery } from './module.ts';
import { correctionsQuery } from './queries/corrections.ts';

const TODAY = '2025-09-20';
const office = staff({ role: 'programme-office' });
const officer = staff({ role: 'street-officer', area: '110112109000' });
const clock: Clock = clockAt(new Date(`${TODAY}T04:00:00Z`));

let test: Awaited<ReturnType<typeof testKernel>>;
let codes: string[];
beforeAll(async () => {
  test = await testKernel(recordKinds, { clock });
  await establishCity(test.kernel, test.urls.ownerUrl, path.join(citiesFolder, 'tongzhou'));
  await tellStory(test.kernel, { district: test.district, from: '2025-07-01', to: TODAY, seed: 7, gigServices: 400 });
  const { programme } = await readCity(path.join(citiesFolder, 'tongzhou'));
  codes = programme.measures.flatMap((measure) => measure.figures.map((figure) => figure.code));
}, 120_000);
afterAll(() => test.close());

const call = (actor = office) => ({ district: test.district, actor });
const figure = (code: string, on?: string) => ask(test.kernel, figureQuery, on ? { code, on } : { code }, call());

async function allRecords(input: Record<string, string | number | boolean>, actor = office) {
  const rows: CountedRecord[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await ask(
      test.kernel,
      recordsQuery,
      { ...input, limit: 200, ...(cursor ? { cursor } : {}) } as never,
      call(actor),
    ); // reason: narrowed in each test; the query checks its shape itself
    rows.push(...page.rows);
    if (!page.next) return { rows, sum: page.sum, records: page.records };
    cursor = page.next;
  }
}

const total = (rows: readonly CountedRecord[]) => Math.round(rows.reduce((sum, row) => sum + row.quantity, 0) * 100) / 100;

describe('the nineteen figures of Tongzhou', () => {
  it('are all there, each fed by its records', async () => {
    expect(codes).toHaveLength(19);
    for (const code of codes) expect((await figure(code)).statement.records, code).toBeGreaterThan(0);
  });

  it('are each the sum of exactly the records that a click lists, today and on a past day', async () => {
    for (const code of codes) {
      for (const on of [TODAY, '2025-08-15']) {
        const { current, rule } = await figure(code, on);
        const part = await allRecords({ code, on });
        expect({ code, on, sum: part.sum, listed: part.records }).toEqual({
          code,
          on,
          sum: total(part.rows),
          listed: part.rows.length,
        });
        if (rule === 'sum' || rule === 'level') expect(current.value, code).toBe(part.sum);
        if (rule === 'ratio') {
          const whole = await allRecords({ code, on, side: 'whole' });
          expect({ part: current.part, whole: current.whole }, code).toEqual({ part: part.sum, whole: whole.sum });
          expect(whole.sum).toBe(total(whole.rows));
        }
      }
    }
  });

  it('list by month, town and unit exactly what the breakdowns say', async () => {
    for (const code of ['1', '3b', '6a', '12', '14']) {
      const { towns, units, months, rule, from } = await figure(code);
      for (const town of towns.slice(0, 3))
        expect((await allRecords({ code, town: town.code })).sum, `${code} ${town.name}`).toBe(town.value);
      for (const unit of units)
        expect((await allRecords({ code, unit: unit.code })).sum, `${code} ${unit.name}`).toBe(unit.value);
      if (rule !== 'sum') continue;
      for (const month of months.filter(({ month }) => `${month}-01` >= from))
        expect((await allRecords({ code, month: month.month })).sum, `${code} ${month.month}`).toBe(month.value);
    }
  });

  it('list for a town of a coverage what covers its places, wherever it is registered, and give units no share', async () => {
    for (const code of ['2a', '10a']) {
      const { towns, units } = await figure(code);
      for (const town of towns)
        expect((await allRecords({ code, town: town.code })).rows.length, `${code} ${town.name}`).toBe(town.records);
      expect(units.every(({ value, share }) => value === null && share === null)).toBe(true);
      expect(units.some(({ records }) => records > 0)).toBe(true);
    }
  });

  it('state for a past day only what had counted by then', async () => {
    for (const code of ['1', '6a', '14']) {
      const on = '2025-08-15';
      // All of them lie in this year, so the window holds every record up to the day.
      expect((await figure(code, on)).statement.records, code).toBe((await figure(code, on)).current.records);
    }
  });

  it('name the community of a record and the site of a restaurant, and say the number of a site nobody has listed', async () => {
    const restaurants = await allRecords({ code: '10a' });
    const named = restaurants.rows.filter(({ place }) => place !== '');
    expect(named.length).toBeGreaterThan(0);
    for (const { place, placeName } of named) {
      expect(placeName, place).not.toBe('');
      if (/^\d{12}$/.test(place)) expect(placeName).not.toBe(place);
    }
    const sites = (await allRecords({ code: '10a', side: 'whole' })).rows;
    expect(sites.every(({ place, placeName }) => place !== '' && placeName !== place)).toBe(true);
    const specialists = (await allRecords({ code: '12' })).rows;
    for (const { place, placeName } of specialists) if (place) expect(placeName, place).toMatch(/[\u4e00-\u9fff]/);
  });

  it('say over what they count, and offer a side only where records stand behind it', async () => {
    for (const code of codes) {
      const { sides, window, rule } = await figure(code);
      expect(['year', 'month', 'programme', 'standing']).toContain(window);
      if (rule === 'level' || rule === 'coverage') expect(window, code).toBe('standing');
      for (const side of ['part', 'whole'] as const) {
        const listed = allRecords({ code, side });
        if (sides.includes(side)) await expect(listed, `${code} ${side}`).resolves.toBeDefined();
        else await expect(listed, `${code} ${side}`).rejects.toMatchObject({ code: 'no-records-side' });
      }
    }
  });

  it('have a fact just committed in the next reading, and lose it when it is taken back, for the past day too', async () => {
    const before = await figure('3b');
    const row = {
      contract: randomUUID(),
      part: '1',
      borrower: '个人',
      amount: '123456.78',
      paidOn: '2025-08-10',
      bank: '示例银行',
      area: '110112109000',
    };
    const { id } = await execute(test.kernel, sendRecord, { type: 'loan', row }, call());
    expect((await figure('3b')).current.value).toBeCloseTo((before.current.value ?? 0) + 123_456.78, 2);
    const past = (await figure('3b', '2025-08-15')).current.value ?? 0;
    await foldFacts(test.kernel.database, test.district);
    await execute(test.kernel, reverseRecord, { record: id, why: '重复登记' }, call());
    expect((await figure('3b')).current.value).toBe(before.current.value);
    expect((await figure('3b', '2025-08-15')).current.value).toBeCloseTo(past - 123_456.78, 2);
    const { corrections } = await ask(test.kernel, correctionsQuery, { code: '3b' }, call());
    expect(corrections[0]).toMatchObject({ record: id, quantity: -123_456.78, day: '2025-08-10' });
  });

  it('show late records as late', async () => {
    const row = {
      contract: randomUUID(),
      part: '1',
      borrower: '个人',
      amount: '1000',
      paidOn: '2025-07-02',
      bank: '示例银行',
      area: '110112109000',
    };
    await execute(test.kernel, sendRecord, { type: 'loan', row }, call());
    const { rows } = await allRecords({ code: '3b', month: '2025-07' });
    expect(rows.filter(({ isLate }) => isLate).map(({ quantity }) => quantity)).toContain(1000);
    expect((await figure('3b')).statement.late).toBeGreaterThan(0);
    const late = await allRecords({ code: '3b', late: true });
    expect(late.rows.every(({ isLate }) => isLate)).toBe(true);
    expect(late.rows.map(({ quantity }) => quantity)).toContain(1000);
    expect({ sum: late.sum, records: late.records }).toEqual({ sum: total(late.rows), records: late.rows.length });
  });

  it('show a street officer the records of the own town only, and say their sum', async () => {
    const { towns } = await figure('14');
    const own = towns.find(({ code }) => code === '110112109000');
    const seen = await allRecords({ code: '14' }, officer);
    expect(new Set(seen.rows.map(({ town }) => town))).toEqual(new Set(['110112109000']));
    expect(seen.sum).toBe(own?.value);
  });

  it('make a ledger whose lights add up to nineteen', async () => {
    const ledger = await ask(test.kernel, ledgerQuery, {}, call());
    expect(ledger.measures).toHaveLength(14);
    expect(Object.values(ledger.lights).reduce((sum, count) => sum + count, 0)).toBe(19);
  });

  it('agree with a recount over all facts', async () => {
    const { programme } = await readCity(path.join(citiesFolder, 'tongzhou'));
    for (const definition of programme.measures.flatMap(({ figures }) => figures)) {
      if (definition.count.rule !== 'sum' || definition.count.window !== 'programme') continue;
      const [selection] = selectionsOf(definition);
      const recount = await inDistrict(test.kernel.database, test.district, async ({ client }) => {
        const { rows } = await client.query(
          'SELECT coalesce(sum(quantity), 0)::float8 AS sum FROM fact WHERE kind = $1 AND day <= $2 AND ($3::text[] IS NULL OR variant = ANY ($3))',
          [selection?.kind, TODAY, selection?.variants ?? null],
        );
        return rows[0].sum as number; // reason: the test's own query
      });
      expect((await figure(definition.code)).current.value, definition.code).toBeCloseTo(recount, 2);
    }
  });

  it('say clearly what is wrong with a day, a code or a side that does not exist', async () => {
    await expect(figure('99')).rejects.toMatchObject({ kind: 'not-found', code: 'no-figure' });
    await expect(figure('1', '2025-02-30')).rejects.toMatchObject({ kind: 'invalid', code: 'not-a-day' });
    await expect(allRecords({ code: '1', side: 'whole' })).rejects.toMatchObject({ code: 'no-records-side' });
  });
});

describe('the story of the demonstration', () => {
  it('is the same for the same seed, and another for another', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, chanceOf(seed).next);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('goes on where it was cut off, and counts nothing twice', async () => {
    const before = await figure('6a');
    await tellStory(test.kernel, { district: test.district, from: '2025-07-01', to: TODAY, seed: 7, gigServices: 400 });
    expect((await figure('6a')).current.value).toBe(before.current.value);
  });
});
