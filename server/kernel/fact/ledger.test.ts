import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testKernel } from '../../../tests/kernel.ts';
import { system } from '../actor/actor.ts';
import { allowSystem } from '../actor/permission.ts';
import { command } from '../command/command.ts';
import { execute } from '../command/run.ts';
import { inDistrict } from '../database/transaction.ts';
import { cellsUpTo, readCells } from '../figure/cells.ts';
import { listCounted } from '../figure/counted.ts';
import { readQuality } from '../figure/quality.ts';
import { recountQuality } from '../figure/recount.ts';
import { foldFacts } from './fold.ts';
import { factKind } from './kind.ts';
import { base, kinds, paid, type Step, step, steps } from './ledger.fixture.ts';

let test: Awaited<ReturnType<typeof testKernel>>;
beforeAll(async () => {
  test = await testKernel(kinds);
});
afterAll(() => test.close());

/** Duplicates that count nothing, as added up and as counted anew from the facts. */
const duplicatesOf = () =>
  inDistrict(
    test.kernel.database,
    test.district,
    async (transaction) => {
      const [until, names] = [{ until: new Date('2100-01-01'), also: [] }, ['test.served']];
      const [added] = await readQuality(transaction, names, '2026-12-31');
      const [counted] = await recountQuality(transaction, names, [], '2026-12-31', until);
      return [added?.duplicates ?? 0, counted?.duplicates ?? 0];
    },
    'read',
  );

const days = ['2026-01-10', '2026-03-31', '2026-05-05', '2026-12-31'];

/** What the rollup and tail say, what all facts add up to, and what the list of counted records adds up to. */
async function threeReadings(kind: string, on: string) {
  return inDistrict(test.kernel.database, test.district, async (transaction) => {
    const cells = await readCells(transaction, [kind], on, true);
    const cut = cellsUpTo(await readCells(transaction, [kind], '2026-12-31', true), '2026-12-31', on);
    const { rows } = await transaction.client.query(
      'SELECT coalesce(sum(quantity), 0)::float8 AS sum FROM fact WHERE district = $1 AND kind = $2 AND day <= $3',
      [test.district, kind, on],
    );
    const listed = await listCounted(transaction, { facts: { kind }, from: null, on }, { limit: 10_000 });
    const round = (value: number) => Math.round(value * 100) / 100;
    return {
      rollup: round(cells.reduce((sum, cell) => sum + cell.quantity, 0)),
      // Read up to a later day and cut at a month's end: the same.
      cut: cut ? round(cut.reduce((sum, cell) => sum + cell.quantity, 0)) : 'within a month',
      facts: round(rows[0].sum),
      list: round(listed.reduce((sum, fact) => sum + fact.quantity, 0)),
      records: cells.reduce((sum, cell) => sum + cell.facts, 0),
      listed: listed.length,
      rows: listed,
    };
  });
}

async function run(all: readonly Step[], records: string[]) {
  for (const one of all) {
    if (one.do === 'fold') {
      await foldFacts(test.kernel.database, test.district);
      continue;
    }
    const record = randomUUID();
    const targets = one.do === 'reverse' || one.do === 'end' ? records.slice(one.pick % (records.length + 1)).slice(0, 1) : [];
    await execute(test.kernel, step, { step: one, record, targets }, { district: test.district, actor: system('test') });
    if (targets.length === 0 && one.do !== 'reverse' && one.do !== 'end') records.push(record);
  }
}

describe('facts', () => {
  it('roll up and list to the same number, whatever is counted, ended, taken back and folded in whatever order', async () => {
    const records: string[] = [];
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        await run(all, records);
        for (const kind of kinds) {
          for (const on of days) {
            const { rollup, cut, facts, list, records: counted, listed } = await threeReadings(kind.name, on);
            expect({ kind: kind.name, on, rollup, cut, list, counted }).toEqual({
              kind: kind.name,
              on,
              rollup: facts,
              cut: ['2026-01-10', '2026-05-05'].includes(on) ? 'within a month' : facts,
              list: facts,
              counted: listed,
            });
          }
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('roll up to a full recount while twenty writers and a folder work at once', async () => {
    const writers = Array.from({ length: 20 }, async (_, at) => {
      const records: string[] = [];
      const all = fc.sample(steps, { numRuns: 3, seed: at }).flat();
      await run(all, records);
    });
    const folding = (async () => {
      for (let round = 0; round < 30; round += 1) await foldFacts(test.kernel.database, test.district);
    })();
    await Promise.all([...writers, folding]);
    for (const kind of kinds) {
      const { rollup, facts, list } = await threeReadings(kind.name, '2026-12-31');
      expect({ rollup, list }).toEqual({ rollup: facts, list: facts });
    }
  }, 120_000);

  it('counts one person once a service and day, and lets the second record count when the first is taken back', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    const before = (await threeReadings('test.served', '2026-12-31')).rollup;
    const serve = { do: 'serve', day: 1, person: 999 };
    const duplicates = await duplicatesOf();
    for (const record of [first, second])
      await execute(test.kernel, step, { step: serve, record, targets: [] }, { district: test.district, actor: system('test') });
    expect(await duplicatesOf()).toEqual(duplicates.map((n) => n + 1));
    expect((await threeReadings('test.served', '2026-12-31')).rollup).toBe(before + 1);
    await execute(
      test.kernel,
      step,
      { step: { do: 'reverse' }, record: first, targets: [first] },
      { district: test.district, actor: system('test') },
    );
    const after = await threeReadings('test.served', '2026-12-31');
    expect(after.rollup).toBe(before + 1);
    expect(await duplicatesOf(), 'it counts, and is no duplicate any more').toEqual(duplicates);
    expect(after.rows.some((row) => row.record === second)).toBe(true);
    expect(after.rows.some((row) => row.record === first)).toBe(false);
  });

  it('keeps only the latest census of an employer, also when an older one arrives late or the latest is taken back', async () => {
    const standing = async (on: string) =>
      (await threeReadings('test.signed', on)).rows.filter((row) => mine.has(row.record)).map((row) => row.quantity);
    const mine = new Map<string, number>();
    const census = async (day: number, count: number) => {
      const record = randomUUID();
      mine.set(record, count);
      await execute(
        test.kernel,
        step,
        { step: { do: 'census', day, employer: 77, count }, record, targets: [] },
        { district: test.district, actor: system('test') },
      );
      return record;
    };
    await census(0, 10); // 2026-01-01
    const latest = await census(4, 30); // 2026-05-05
    await census(2, 20); // 2026-03-03, late
    expect(await standing('2026-02-01')).toEqual([10]);
    expect(await standing('2026-04-01')).toEqual([20]);
    expect(await standing('2026-12-31')).toEqual([30]);
    await execute(
      test.kernel,
      step,
      { step: { do: 'reverse' }, record: latest, targets: [latest] },
      { district: test.district, actor: system('test') },
    );
    expect(await standing('2026-12-31')).toEqual([20]);
  });

  it('ends earlier what had an end already, never later, and counts that as no correction', async () => {
    const record = randomUUID();
    const call = { district: test.district, actor: system('test') };
    const mine = async (on: string) =>
      (await threeReadings('test.staffed', on)).rows.filter((row) => row.record === record).length;
    const end = (day: number) => execute(test.kernel, step, { step: { do: 'end', day }, record, targets: [record] }, call);
    const corrections = async (): Promise<number> => {
      await foldFacts(test.kernel.database, test.district);
      return await inDistrict(test.kernel.database, test.district, async ({ client }) => {
        const { rows } = await client.query<{ n: number }>(
          `SELECT sum(corrections)::int AS n FROM fact_rollup WHERE kind = 'test.staffed' AND grain = 'D'`,
        );
        return rows[0]?.n ?? 0;
      });
    };
    await execute(test.kernel, step, { step: { do: 'staff', day: 0, place: 9 }, record, targets: [] }, call); // 2026-01-01
    const before = await corrections();
    await end(5); // 2026-06-06
    expect([await mine('2026-06-05'), await mine('2026-06-06')]).toEqual([1, 0]);
    await end(2); // 2026-03-03
    expect([await mine('2026-03-02'), await mine('2026-03-03'), await mine('2026-06-05')]).toEqual([1, 0, 0]);
    await end(4); // 2026-05-05
    expect([await mine('2026-03-02'), await mine('2026-03-03'), await mine('2026-05-04')]).toEqual([1, 0, 0]);
    expect(await corrections()).toBe(before);
    for (const on of ['2026-03-02', '2026-03-03', '2026-12-31']) {
      const { rollup, facts, list } = await threeReadings('test.staffed', on);
      expect({ rollup, list }, on).toEqual({ rollup: facts, list: facts });
    }
    await execute(test.kernel, step, { step: { do: 'reverse' }, record, targets: [record] }, call);
    expect(await corrections()).toBe(before + 1);
  });

  it('takes a record back once, however many people take it back at the same time', async () => {
    const record = randomUUID();
    const call = { district: test.district, actor: system('test') };
    await execute(test.kernel, step, { step: { do: 'pay', day: 3, amount: 500, town: 1 }, record, targets: [] }, call);
    const before = (await threeReadings('test.paid', '2026-12-31')).facts;
    await Promise.all(
      Array.from({ length: 10 }, () => execute(test.kernel, step, { step: { do: 'reverse' }, record, targets: [record] }, call)),
    );
    expect((await threeReadings('test.paid', '2026-12-31')).facts).toBe(Math.round((before - 500) * 100) / 100);
  });

  it('refuse a category that the kind does not have, and a kind that no module declares', async () => {
    const unknown = factKind({ ...base, name: 'test.unknown', counts: 'flow' });
    const bad = command({
      name: 'test.bad',
      input: Type.Object({ undeclared: Type.Boolean() }),
      may: allowSystem,
      run: async ({ undeclared }, { facts }) => {
        const input = { day: '2026-01-01', quantity: 1, unit: 'u', variant: 'coins', record: { type: 'test', id: randomUUID() } };
        facts.count(undeclared ? unknown : paid, input);
      },
    });
    for (const undeclared of [true, false]) {
      await expect(execute(test.kernel, bad, { undeclared }, { district: test.district, actor: system('test') })).rejects.toThrow(
        TypeError,
      );
    }
  });
});
