import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../../tests/refusal.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { wordsOf } from '../../kernel/http/errors.ts';
import { sendRecord } from '../records/module.ts';
import { todayQuery } from '../today/module.ts';
import { at, liaison, office, openBulletins } from './bulletins.fixture.ts';
import { saveWords } from './commands/save-words.ts';
import { discardBulletin, withdrawBulletin } from './commands/withdraw-bulletin.ts';
import { freezeBulletin, makeBulletin, paperOf, paperQuery, releaseBulletin } from './module.ts';
import { bulletinList } from './queries/bulletins.ts';
import { checkText } from './text/check-text.ts';
import { words } from './words.ts';

let test: Awaited<ReturnType<typeof openBulletins>>;
beforeAll(async () => {
  test = await openBulletins();
}, 120_000);
afterAll(() => test.close());

/** How wide a title stands: digits are half as wide as characters. */
const charactersOf = (line: string): number => [...line].reduce((sum, one) => sum + (one > '\u2e7f' ? 1 : 0.5), 0);
const AUGUST = ['2025-08-01', '2025-08-31', 'month'] as const;

describe('spans', () => {
  const refused = async (from: string, to: string, kind = 'span') => (await refusal(test.make(from, to, kind))).code;
  it('are over, begin with the programme, are real, in order, and whole where they are called so', async () => {
    expect(await refused('2025-09-01', '2026-09-30')).toBe('span-not-over');
    expect(await refused('2024-05-01', '2024-12-31')).toBe('span-before-programme');
    expect(await refused('2025-02-01', '2025-02-30')).toBe('not-a-day');
    expect(await refused('2025-08-31', '2025-08-01')).toBe('span-reversed');
    expect(await refused('2025-08-02', '2025-08-31', 'month')).toBe('span-not-whole');
  });

  it('are written out where they are refused', async () => {
    const problem = await refusal(test.make('2025-08-31', '2025-08-01'));
    const wording = new Map(Object.entries(words));
    expect(wordsOf(problem, wording, 'zh')).toBe('起始日（2025年8月31日）在截止日（2025年8月1日）之后。');
    expect(wordsOf(problem, wording, 'en')).toBe('The first day (31 August 2025) is after the last (1 August 2025).');
  });

  it('of any days break their title at sense: the days, then what it is about', async () => {
    const paper = await ask(test.kernel, paperQuery, { bulletin: await test.make('2025-08-10', '2025-08-31') }, test.call());
    const { title, blocks } = paperOf(paper, 'zh');
    expect(title).toBe('关于2025年8月10日至2025年8月31日\n就业友好型城市建设工作进展情况的通报');
    for (const line of title.split('\n')) expect(charactersOf(line)).toBeLessThanOrEqual(20);
    expect(JSON.stringify(blocks.at(-1))).toMatch(/数据截至2025年8月31日，于2025年9月3日12:00（北京时间）冻结/);
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
    expect({ where, params }).toEqual({ where: 'overview-1/zh', params: { number: '3万', near: '采集了3万个' } });
    expect((await test.view(bulletin)).revision).toBe(1);
  });

  it('may use the set phrases that papers are full of', () => {
    for (const zh of [
      '千方百计稳就业，一方面抓岗位，另一方面抓培训',
      '进一步统一思想，一体化推进一站式服务',
      '一批企业第一时间响应，老百姓十分满意',
      '一是强化统筹，二是压实责任',
    ])
      expect(checkText(zh, 'x', new Set()), zh).toEqual([]);
    expect(checkText('Each unit did what it could, day by day.', 'x', new Set())).toEqual([]);
  });

  it('as they come with the numbers are ones that the office may save', async () => {
    const { paragraphs, tokens } = await test.view(bulletin);
    for (const { zh, en } of paragraphs)
      for (const text of [zh, en]) expect(checkText(text, 'x', new Set(Object.keys(tokens))), text).toEqual([]);
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
        execute(test.kernel, releaseBulletin, { bulletin: refusedOne, sha256: '0'.repeat(64), revision: 0 }, test.call()),
      ).then(({ code }) => code),
    ]);
    expect(numbers.at(-1)).toBe('numbers-changed');
    const given = numbers
      .slice(0, -1)
      .map((number) => Number(String(number).split('-')[1]))
      .sort((a, b) => a - b);
    expect(given).toEqual([1, 2, 3, 4, 5]);
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
    expect(await refusal(execute(test.kernel, withdrawBulletin, { bulletin, why: '  \n   　 ' }, test.call()))).toMatchObject({
      details: [{ at: '/why', code: 'field-too-short' }],
    });
    await execute(test.kernel, withdrawBulletin, { bulletin, why: ' 数据来源有误 ' }, test.call());
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
