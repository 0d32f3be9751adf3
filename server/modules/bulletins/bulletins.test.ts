import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, execute } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { foldFacts } from '../../kernel/fact/fold.ts';
import type { Problem } from '../../kernel/problem.ts';
import { findProgramme, keepProgramme } from '../programme/module.ts';
import { reverseRecord, sendRecord } from '../records/module.ts';
import { todayQuery } from '../today/module.ts';
import { at, liaison, office, openBulletins } from './bulletins.fixture.ts';
import { saveWords } from './commands/save-words.ts';
import { discardBulletin, withdrawBulletin } from './commands/withdraw-bulletin.ts';
import type { FigureDifference } from './contract.ts';
import { freezeBulletin, makeBulletin } from './module.ts';
import { bulletinList } from './queries/bulletins.ts';
import { differenceFacts } from './queries/differences.ts';
import { checkText } from './text/check-text.ts';

let test: Awaited<ReturnType<typeof openBulletins>>;
beforeAll(async () => {
  test = await openBulletins();
}, 120_000);
afterAll(() => test.close());

const refusal = (work: Promise<unknown>): Promise<Problem> =>
  work.then(
    () => expect.unreachable(),
    (problem: Problem) => problem,
  );
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
    // One went, one took its place: nothing to explain in the number itself.
    expect(figures.find(({ code }) => code === '13')).toBeUndefined();
    const facts = await ask(test.kernel, differenceFacts, { bulletin, code: '13' }, test.call());
    expect(facts.rows.map(({ cause }) => cause).sort()).toEqual(['taken-back', 'took-over']);
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
    expect(target?.path.today).toBeCloseTo((target?.path.released ?? 0) * 2, 5);
    const rule = figures.find(({ code }) => code === '6a');
    expect(rule?.sides[0]?.causes).toEqual([{ cause: 'rule', facts: 0, amount: (rule?.today ?? 0) - (rule?.released ?? 0) }]);
    expect(figures.find(({ code }) => code === '5')).toMatchObject({ isStillPromised: false, today: null, sides: [] });
    // The bulletin itself is still counted by the rules it was made by.
    expect((await test.verify(bulletin)).rows.filter(({ isEqual }) => !isEqual)).toEqual([]);
    await inDistrict(test.kernel.database, test.district, (transaction) =>
      keepProgramme(transaction, confirmed.programme, { actor: 'test', at: test.clock.now(), note: 'as before' }),
    );
  });
});

describe('spans', () => {
  const refused = async (from: string, to: string, kind = 'span') => (await refusal(test.make(from, to, kind))).code;
  it('are over, begin with the programme, are real, in order, and whole where they are called so', async () => {
    expect(await refused('2025-09-01', '2026-09-30')).toBe('span-not-over');
    expect(await refused('2024-05-01', '2024-12-31')).toBe('span-before-programme');
    expect(await refused('2025-02-01', '2025-02-30')).toBe('not-a-day');
    expect(await refused('2025-08-31', '2025-08-01')).toBe('span-reversed');
    expect(await refused('2025-08-02', '2025-08-31', 'month')).toBe('span-not-whole');
  });

  it('may overlap, reach back before the programme, and be as long as it is', async () => {
    for (const [from, to] of [
      ['2025-08-10', '2025-08-31'],
      ['1999-01-01', '2025-08-31'],
      ['2025-08-31', '2025-08-31'],
    ] as const) {
      const bulletin = await test.make(from, to);
      expect((await test.view(bulletin)).on).toBe('2025-08-31');
      expect((await test.verify(bulletin)).rows.filter(({ isEqual }) => !isEqual)).toEqual([]);
    }
  });
});

describe('words', () => {
  let bulletin: string;
  beforeAll(async () => {
    bulletin = await test.make('2025-08-06', '2025-08-31');
  });
  const save = (zh: string, revision: number, en = 'All well on {on}.', id = 'overview-1') =>
    execute(test.kernel, saveWords, { bulletin, revision, paragraphs: [{ id, zh, en }] }, test.call());

  it('may be changed around the numbers, which are filled in as before', async () => {
    await save('各单位齐心协力，到{on}，空岗已采集{1.value}，进一步夯实基础。', 0);
    const { html, revision, paragraphs } = await test.view(bulletin);
    expect(revision).toBe(1);
    expect(html.zh).toMatch(/各单位齐心协力，到2025年8月31日，空岗已采集[\d,]+\u2009个，进一步夯实基础。/);
    expect(paragraphs.find(({ id }) => id === 'overview-1')?.original?.zh).toContain('{count.measures}');
  });

  it('are refused with typed numbers in any writing, unknown tokens and broken braces, and nothing is lost or saved', async () => {
    const details = async (zh: string, en?: string) => (await refusal(save(zh, 1, en))).details.map(({ code }) => code);
    for (const zh of [
      '采集了3万个',
      '采集了３万个',
      '采集空岗三万余个',
      '完成百分之九十八',
      '翻了一番',
      '二〇二六年',
      '成效过半',
      '①采集',
      '两家单位滞后',
    ])
      expect(await details(zh), zh).toEqual(['typed-number']);
    expect(await details('好', 'ninety per cent')).toEqual(['typed-number']);
    expect(await details('{1.wert}')).toEqual(['unknown-token']);
    expect(await details('{1.value')).toContain('broken-token');
    const { at: where, params } = (await refusal(save('采集了3万个', 1))).details[0] ?? {};
    expect({ where, params }).toEqual({ where: 'overview-1/zh', params: { number: '3' } });
    expect((await test.view(bulletin)).revision).toBe(1);
  });

  it('may use the set phrases that papers are full of', () => {
    for (const zh of [
      '千方百计稳就业，一方面抓岗位，另一方面抓培训',
      '进一步统一思想，一体化推进一站式服务',
      '一批企业第一时间响应，老百姓十分满意',
      '一是强化统筹，二是压实责任',
    ])
      expect(checkText(zh, 'x', new Set(), 'zh'), zh).toEqual([]);
    expect(checkText('Each unit did what it could, day by day.', 'x', new Set(), 'en')).toEqual([]);
  });

  it('saved on an older revision are a conflict', async () => {
    const { code, params } = await refusal(save('另一个人的话', 0));
    expect({ code, params }).toEqual({ code: 'words-changed', params: { revision: 1 } });
  });

  it('stay when the numbers are taken anew, and say the new ones', async () => {
    const before = await test.view(bulletin);
    await execute(
      test.kernel,
      sendRecord,
      { type: 'activity', row: { name: '样例招聘会', form: '招聘会', heldOn: '2025-08-08', area: '马驹桥镇', employers: '30' } },
      test.call(),
    );
    await freezeBulletin(test.kernel, { bulletin }, test.call());
    const after = await test.view(bulletin);
    expect(after.sha256).not.toBe(before.sha256);
    expect(after.paragraphs.find(({ id }) => id === 'overview-1')?.zh).toContain('齐心协力');
    expect(after.tokens['2c.value']).not.toEqual(before.tokens['2c.value']);
  });
});

describe('releasing', () => {
  it('gives numbers without gap, however many officers release at once', async () => {
    const spans = ['2025-08-11', '2025-08-12', '2025-08-13', '2025-08-14', '2025-08-15'];
    const drafts = await Promise.all(spans.map((from) => test.make(from, '2025-08-31')));
    const refusedOne = await test.make('2025-08-16', '2025-08-31');
    const numbers = await Promise.all([
      ...drafts.map((draft) => test.release(draft)),
      refusal(
        execute(
          test.kernel,
          (await import('./module.ts')).releaseBulletin,
          { bulletin: refusedOne, sha256: '0'.repeat(64), revision: 0 },
          test.call(),
        ),
      ).then(({ code }) => code),
    ]);
    expect(numbers.at(-1)).toBe('numbers-changed');
    const given = numbers
      .slice(0, -1)
      .map((number) => Number(String(number).split('-')[1]))
      .sort((a, b) => a - b);
    expect(given).toEqual([3, 4, 5, 6, 7]);
  });

  it('of the same span again is a new edition, linked with the one before', async () => {
    const again = await test.make('2025-08-11', '2025-08-31');
    await test.release(again);
    const view = await test.view(again, liaison);
    expect(view.edition).toBe(2);
    const earlier = await test.view(view.previousEdition?.id ?? '');
    expect(earlier.nextEdition?.id).toBe(again);
    expect(view.html.zh).toContain('第2版');
  });

  it('asked for twice with the same key, is made once, whatever became of it meanwhile', async () => {
    const given = { kind: 'span', from: '2025-08-21', to: '2025-08-31' };
    const send = () => makeBulletin(test.kernel, given, { ...test.call(), key: 'once' });
    const { bulletin } = await send();
    const { sha256 } = await test.view(bulletin);
    test.clock.moveTo(new Date(test.clock.now().getTime() + 60_000));
    expect((await send()).bulletin).toBe(bulletin);
    expect((await test.view(bulletin)).sha256).toBe(sha256);
    await test.release(bulletin);
    expect((await send()).bulletin).toBe(bulletin);
    expect((await test.view(bulletin)).sha256).toBe(sha256);
  });

  it('two officers who begin the same span at once work on one draft', async () => {
    const made = await Promise.all([1, 2, 3].map(() => test.make('2025-08-17', '2025-08-31')));
    expect(new Set(made).size).toBe(1);
  });

  it('cannot be undone but withdrawn, with a reason that everybody sees; a draft can be thrown away', async () => {
    const bulletin = await test.make('2025-08-18', '2025-08-31');
    await test.release(bulletin);
    expect((await refusal(execute(test.kernel, discardBulletin, { bulletin }, test.call()))).code).toBe('bulletin-not-draft');
    expect((await refusal(freezeBulletin(test.kernel, { bulletin }, test.call()))).code).toBe('bulletin-not-draft');
    await execute(test.kernel, withdrawBulletin, { bulletin, why: '数据来源有误' }, test.call());
    expect((await test.view(bulletin, liaison)).html.zh).toContain('已撤回：数据来源有误');
    const draft = await test.make('2025-08-19', '2025-08-31');
    await execute(test.kernel, discardBulletin, { bulletin: draft }, test.call());
    expect((await refusal(test.view(draft))).code).toBe('no-bulletin');
    const { bulletins } = await ask(test.kernel, bulletinList, {}, test.call(liaison));
    expect(bulletins.some(({ state }) => state === 'draft')).toBe(false);
    const told = await inDistrict(
      test.kernel.database,
      test.district,
      async ({ client }) =>
        (
          await client.query('SELECT code FROM timeline_entry WHERE measure = 0 AND subject = $1 ORDER BY id', [
            `bulletin:${bulletin}`,
          ])
        ).rows,
    );
    expect(told.map(({ code }) => code).sort()).toEqual(['bulletin-released', 'bulletin-withdrawn']);
  });

  it('tells when somebody touched what was frozen', async () => {
    const bulletin = await test.make('2025-08-20', '2025-08-31');
    const { Client } = (await import('pg')).default;
    const owner = new Client({ connectionString: test.urls.ownerUrl });
    await owner.connect();
    await owner.query(`SET app.district = '${test.district}'`);
    await owner.query(
      'UPDATE bulletin_snapshot SET content = replace(content, \'"on":"2025-08-31"\', \'"on":"2025-08-30"\') WHERE bulletin = $1',
      [bulletin],
    );
    await owner.end();
    expect((await test.view(bulletin)).isWhole).toBe(false);
    expect((await refusal(test.release(bulletin))).code).toBe('snapshot-touched');
  });
});

describe('today', () => {
  const waiting = async (day: string) => {
    test.clock.moveTo(at(day));
    return (await ask(test.kernel, todayQuery, {}, test.call())).tasks.filter(({ code }) => code.startsWith('bulletin'));
  };

  it('last month’s bulletin waits for the office in the first five working days, and the draft is a click away', async () => {
    expect(await waiting('2025-09-30')).toEqual([]);
    // From 1 to 8 October nobody works; the fifth working day is Tuesday the 14th (the 11th, a Saturday, is worked).
    expect(await waiting('2025-10-02')).toMatchObject([
      {
        code: 'bulletin-waits',
        link: '/bulletins/new?kind=month&from=2025-09-01&to=2025-09-30',
        due: '2025-10-14',
        params: { zh: '2025年9月' },
      },
    ]);
    const bulletin = await test.make('2025-09-01', '2025-09-30', 'month');
    expect(await waiting('2025-10-14')).toMatchObject([{ code: 'bulletin-draft', link: `/bulletins/${bulletin}`, urgency: 1 }]);
    expect(await waiting('2025-10-15')).toEqual([]);
    test.clock.moveTo(at('2025-10-13'));
    await test.release(bulletin);
    expect(await waiting('2025-10-13')).toEqual([]);
    expect(
      (await ask(test.kernel, todayQuery, {}, test.call(liaison))).tasks.filter(({ code }) => code.startsWith('bulletin')),
    ).toEqual([]);
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

describe('a city without facts', () => {
  it('has a bulletin all the same, which says that nothing is recorded', async () => {
    const empty = await openBulletins({ story: false });
    try {
      const bulletin = await empty.make(...AUGUST);
      const { html } = await empty.view(bulletin);
      expect(html.zh).toContain('尚无任何记录');
      expect((await empty.verify(bulletin)).rows.filter(({ isEqual }) => !isEqual)).toEqual([]);
      expect((await empty.differences(bulletin)).figures).toEqual([]);
      expect((await refusal(empty.view(bulletin, liaison))).code).toBe('no-bulletin');
      expect(office).toBeDefined();
    } finally {
      await empty.close();
    }
  });
});
