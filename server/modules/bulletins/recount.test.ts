import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../../tests/refusal.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { foldFacts } from '../../kernel/fact/fold.ts';
import { reverseRecord, sendRecord } from '../records/module.ts';
import { at, liaison, openBulletins } from './bulletins.fixture.ts';
import type { FigureDifference } from './contract.ts';
import { differenceFacts } from './queries/differences.ts';

let test: Awaited<ReturnType<typeof openBulletins>>;
beforeAll(async () => {
  test = await openBulletins();
}, 120_000);
afterAll(() => test.close());

const AUGUST = ['2025-08-01', '2025-08-31', 'month'] as const;

/** The causes of each side add up to the difference, exactly. */
function expectExplained({ sides }: FigureDifference) {
  for (const { released, today, causes } of sides) {
    const sum = causes.reduce((total, { amount }) => total + Math.round(amount * 100), 0);
    expect(sum).toBe(Math.round(today * 100) - Math.round(released * 100));
  }
}

describe('a bulletin of August', () => {
  let august: string;
  let july: string;
  beforeAll(async () => {
    july = await test.make('2025-07-01', '2025-07-31', 'month');
    await test.release(july);
    august = await test.make(...AUGUST);
  });

  it('is a draft with frozen numbers of its last day, and whoever opens the span again gets the same draft', async () => {
    const view = await test.view(august);
    expect(view).toMatchObject({ state: 'draft', number: null, isFrozen: true, isWhole: true, on: '2025-08-31', mayWrite: true });
    expect(await test.make(...AUGUST)).toBe(august);
    expect((await refusal(test.view(august, liaison))).code).toBe('no-bulletin');
  });

  it('says every measure with its light, every figure, what is behind and whose, and what other modules add', async () => {
    const { html, tokens } = await test.view(august);
    for (const language of ['zh', 'en'] as const) {
      expect(html[language]).not.toMatch(/\{[a-z0-9.-]+\}/);
      for (let no = 1; no <= 14; no += 1) expect(html[language]).toContain(tokens[`m${no}.title`]?.[language]);
    }
    for (const heading of ['一、总体情况', '二、各项任务进展', '三、滞后事项及责任单位', '四、督办情况'])
      expect(html.zh).toContain(heading);
    expect(html.zh).toContain('本期发出督办通知1,234件，已答复2件。');
    expect(html.zh).toContain('与上期通报（〔2025〕第1期）相比');
    expect(html.zh).toContain('〔2025〕第1号');
    expect(html.zh).toMatch(/牵头单位：区人力社保局/);
    expect(html.zh).toContain('通州区就业友好型城市建设综合办');
  });

  it('can be counted again from the facts, every number of it, and still after the tail was folded', async () => {
    const before = await test.verify(august);
    expect(before.rows.filter(({ isEqual }) => !isEqual)).toEqual([]);
    expect(before.numbers).toBeGreaterThan(500);
    // A section whose module cannot count it again is said so, and not counted as agreeing.
    expect(before.rows.some(({ figure }) => figure === 'section:notices')).toBe(false);
    expect(before.notRecounted[0]?.zh).toBe('“督办情况”的数字：{notices.answered}、{notices.sent}');
    await foldFacts(test.kernel.database, test.district);
    const { isWhole, equal, numbers } = await test.verify(august);
    expect({ isWhole, equal }).toEqual({ isWhole: true, equal: numbers });
  });

  it('stays what it was when records come later, and says fact by fact what the difference is', async () => {
    await test.release(august);
    const [first = '', second = ''] = [await test.family('2025-08-05'), await test.family('2025-08-06')];
    test.clock.moveTo(at('2025-09-10'));
    const may = await test.make('2025-08-02', '2025-08-31');
    test.clock.moveTo(at('2025-09-11'));
    // One of these families comes again (a duplicate), then its first record is taken back: the duplicate takes over.
    await execute(test.kernel, reverseRecord, { record: first, why: '录入有误' }, test.call());
    await test.family('2025-08-20');
    await test.family('2025-08-21');
    const view = await test.view(august);
    const { equal, numbers } = await test.verify(august);
    expect({ equal, isWhole: view.isWhole }).toEqual({ equal: numbers, isWhole: true });
    expect((await test.verify(may)).equal).toBe((await test.verify(may)).numbers);

    const { figures } = await test.differences(may);
    const families = figures.find(({ code }) => code === '13');
    expect(families?.sides).toEqual([
      {
        side: 'value',
        released: expect.any(Number),
        today: (families?.released ?? 0) + 1,
        causes: [
          { cause: 'late', facts: 2, amount: 2 },
          { cause: 'taken-back', facts: 1, amount: -1 },
        ],
      },
    ]);
    const listed = await ask(test.kernel, differenceFacts, { bulletin: may, code: '13', limit: 2 }, test.call());
    const rest = await ask(
      test.kernel,
      differenceFacts,
      { bulletin: may, code: '13', limit: 2, cursor: listed.next ?? '' },
      test.call(),
    );
    expect([...listed.rows, ...rest.rows].map(({ cause, quantity }) => [cause, quantity]).sort()).toEqual([
      ['late', 1],
      ['late', 1],
      ['taken-back', -1],
    ]);
    expect(rest.next).toBeNull();
    expect(second).not.toBe('');
    for (const difference of [...figures, ...(await test.differences(august)).figures]) expectExplained(difference);
  });

  it('explains a duplicate that took over', async () => {
    const phone = '13912345678';
    const first = await test.family('2025-08-10', phone);
    await execute(
      test.kernel,
      sendRecord,
      { type: 'family', row: { name: '测试', phone, service: 'class', servedOn: '2025-08-12', area: '110112001001' } },
      test.call(),
    );
    test.clock.moveTo(at('2025-09-12'));
    const bulletin = await test.make('2025-08-03', '2025-08-31');
    test.clock.moveTo(at('2025-09-13'));
    await execute(test.kernel, reverseRecord, { record: first, why: '录入有误' }, test.call());
    const { figures } = await test.differences(bulletin);
    // One went, one took its place: the number is the same, those of the two places are not.
    const families = figures.find(({ code }) => code === '13');
    expect(families?.released).toBe(families?.today);
    expect(families?.sides.map(({ causes }) => causes)).toEqual([
      [
        { cause: 'took-over', facts: 1, amount: 1 },
        { cause: 'taken-back', facts: 1, amount: -1 },
      ],
    ]);
    const towns = families?.numbers.filter(({ what }) => what === 'town').map(({ name, causes }) => [name, causes]);
    expect(towns).toEqual([
      ['马驹桥镇', [{ cause: 'taken-back', facts: 1, amount: -1 }]],
      ['中仓街道', [{ cause: 'took-over', facts: 1, amount: 1 }]],
    ]);
    const facts = await ask(test.kernel, differenceFacts, { bulletin, code: '13' }, test.call());
    expect(facts.rows.map(({ cause }) => cause).sort()).toEqual(['taken-back', 'took-over']);
  });

  it('explains what a period brought where the whole is the same: one record went, one came late for an earlier day', async () => {
    const inside = await test.family('2025-08-16');
    test.clock.moveTo(new Date(test.clock.now().getTime() + 600_000));
    const bulletin = await test.make('2025-08-15', '2025-08-31');
    test.clock.moveTo(new Date(test.clock.now().getTime() + 600_000));
    await execute(test.kernel, reverseRecord, { record: inside, why: '录入有误' }, test.call());
    await test.family('2025-08-04');
    const { figures, same } = await test.differences(bulletin);
    const families = figures.find(({ code }) => code === '13');
    expect(families?.today).toBe(families?.released);
    expect(families?.numbers.map(({ what, causes }) => [what, causes])).toEqual([
      ['in-span', [{ cause: 'taken-back', facts: 1, amount: -1 }]],
    ]);
    const [inSpan] = families?.numbers ?? [];
    expect(Number(inSpan?.today)).toBe(Number(inSpan?.released) - 1);
    expect(same).toBe(Number((await test.view(bulletin)).tokens['count.figures']?.zh) - figures.length);
  });

  it('explains shares by both of their sides, and coverages by their places', async () => {
    test.clock.moveTo(at('2025-09-14'));
    const bulletin = await test.make('2025-08-04', '2025-08-31');
    test.clock.moveTo(at('2025-09-15'));
    const census = {
      employer: '示例公司',
      creditCode: '91350100M000100Y43',
      censusOn: '2025-08-15',
      employees: '100',
      signed: '50',
      area: '110112109201',
    };
    await execute(test.kernel, sendRecord, { type: 'contract-census', row: census }, test.call());
    for (const community of ['110112109201', '110112001001'])
      await execute(
        test.kernel,
        sendRecord,
        { type: 'specialist', row: { name: '专员', phone: '13811112222', community, from: '2025-08-20' } },
        test.call(),
      );
    const { figures } = await test.differences(bulletin);
    const share = figures.find(({ code }) => code === '7a');
    expect(share?.sides.map(({ side, released, today, causes }) => [side, today - released, causes])).toEqual([
      ['part', 50, [{ cause: 'late', facts: 1, amount: 50 }]],
      ['whole', 100, [{ cause: 'late', facts: 1, amount: 100 }]],
    ]);
    for (const difference of figures) expectExplained(difference);
    expect((await test.verify(bulletin)).rows.filter(({ isEqual }) => !isEqual)).toEqual([]);
  });
});

describe('what is under way at the moment', () => {
  it('belongs to the bulletin only if it was there: a correction on its way comes after it, whole', async () => {
    test.clock.moveTo(at('2025-09-20'));
    const record = await test.family('2025-08-22');
    test.clock.moveTo(at('2025-09-20', 5));
    const client = await test.kernel.database.pool.connect();
    try {
      // A command whose facts are written (recorded before the moment) and not yet committed.
      await client.query(`BEGIN; SET LOCAL app.district = '${test.district}'`);
      await client.query(
        `SELECT append_facts($1, (SELECT jsonb_agg(to_jsonb(f) || '{"effect":"reverse","facts":-1,"quantity":-1}'::jsonb || jsonb_build_object('id', gen_random_uuid(), 'settles', f.id, 'span_of', f.id, 'until', f.day, 'once', null, 'claims', false))
           FROM fact f WHERE f.district = $1 AND f.record = $2), $3)`,
        [test.district, record, test.clock.now()],
      );
      test.clock.moveTo(new Date(test.clock.now().getTime() + 1000));
      const bulletin = await test.make('2025-08-22', '2025-08-31');
      await client.query('COMMIT');
      const verified = await test.verify(bulletin);
      expect(verified.rows.filter(({ isEqual }) => !isEqual)).toEqual([]);
      const { figures } = await test.differences(bulletin);
      expect(figures.find(({ code }) => code === '13')?.sides[0]?.causes).toEqual([
        { cause: 'taken-back', facts: 1, amount: -1 },
      ]);
    } finally {
      client.release();
    }
  });
});
