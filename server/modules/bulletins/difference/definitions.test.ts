import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../../../kernel/command/command.ts';
import { execute } from '../../../kernel/command/run.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { setPath } from '../../figures/module.ts';
import { findProgramme, keepProgramme } from '../../programme/module.ts';
import { at, openBulletins } from '../bulletins.fixture.ts';
import { mayWrite } from '../may.ts';

let test: Awaited<ReturnType<typeof openBulletins>>;
beforeAll(async () => {
  test = await openBulletins();
}, 120_000);
afterAll(() => test.close());

describe('what was promised otherwise since a bulletin', () => {
  it('explains an interim path that an accepted plan set since', async () => {
    const bulletin = await test.make('2025-08-14', '2025-08-31');
    test.clock.moveTo(new Date(test.clock.now().getTime() + 600_000));
    const points = [{ day: '2025-08-31', value: 1000 }];
    const set = command({
      name: 'test.set-path',
      input: Type.Object({}),
      may: mayWrite,
      audit: () => ({}),
      run: async (_input, work) => {
        await setPath(work, '13', points);
        return {};
      },
    });
    await execute(test.kernel, set, {}, test.call());
    const difference = (await test.differences(bulletin)).figures.find(({ code }) => code === '13');
    expect(difference?.changes).toMatchObject([
      { what: 'path', version: null, since: test.clock.now().toISOString(), released: { zh: '直线推进' } },
    ]);
    expect(difference?.changes[0]?.today?.zh).toContain('2025年8月31日 1,000');
    expect(difference?.numbers.find(({ what }) => what === 'path')).toMatchObject({ today: 1000, causes: [{ cause: 'rule' }] });
  });

  it('explains a programme that was changed since: another target, another rule, a figure no longer promised', async () => {
    test.clock.moveTo(at('2025-09-16'));
    const bulletin = await test.make('2025-08-05', '2025-08-31');
    const confirmed = await inDistrict(test.kernel.database, test.district, (transaction) => findProgramme(transaction));
    if (!confirmed) throw new Error('no programme');
    const measures = confirmed.programme.measures.map((measure) => ({
      ...measure,
      figures: measure.figures
        .filter(({ code }) => code !== '5')
        .map((figure) => {
          if (figure.code === '1') return { ...figure, target: { ...figure.target, value: 80_000 } };
          const { count } = figure;
          if (figure.code === '6a' && count.rule === 'sum')
            return { ...figure, count: { ...count, window: 'year' as const, facts: { kind: 'assessment.taken' } } };
          return figure;
        }),
    }));
    await inDistrict(test.kernel.database, test.district, (transaction) =>
      keepProgramme(transaction, { ...confirmed.programme, measures }, { actor: 'test', at: test.clock.now(), note: 'changed' }),
    );
    const { figures } = await test.differences(bulletin);
    const target = figures.find(({ code }) => code === '1');
    expect(target?.released).toBe(target?.today);
    const path = target?.numbers.find(({ what }) => what === 'path');
    expect(path?.today).toBeCloseTo(Number(path?.released) * 2, 5);
    expect(path?.causes).toEqual([{ cause: 'rule', facts: 0, amount: expect.any(Number) }]);
    const since = test.clock.now().toISOString();
    const by = { version: confirmed.version + 1, since };
    expect(target?.changes).toEqual([
      {
        what: 'target',
        released: { zh: '每年至少 4万个', en: 'at least 40,000 openings a year' },
        today: { zh: '每年至少 8万个', en: 'at least 80,000 openings a year' },
        ...by,
      },
    ]);
    const rule = figures.find(({ code }) => code === '6a');
    expect(rule?.sides[0]?.causes).toEqual([{ cause: 'rule', facts: 0, amount: (rule?.today ?? 0) - (rule?.released ?? 0) }]);
    expect(rule?.changes).toMatchObject([{ what: 'rule', ...by }]);
    expect(rule?.changes[0]?.released).not.toEqual(rule?.changes[0]?.today);
    expect(figures.find(({ code }) => code === '5')).toMatchObject({
      isStillPromised: false,
      today: null,
      sides: [],
      changes: [{ what: 'dropped', today: null, ...by }],
    });
    // The bulletin itself is still counted by the rules it was made by.
    expect((await test.verify(bulletin)).rows.filter(({ isEqual }) => !isEqual)).toEqual([]);
    await inDistrict(test.kernel.database, test.district, (transaction) =>
      keepProgramme(transaction, confirmed.programme, { actor: 'test', at: test.clock.now(), note: 'as before' }),
    );
  });
});
