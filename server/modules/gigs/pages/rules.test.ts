import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Visit } from '../../portal/module.ts';
import { DAWN, type GigMarket, gigMarket, office } from '../gigs.fixture.ts';
import { changesBetween } from '../rules/changes.ts';
import { setRule } from '../rules/commands.ts';
import { rulesQuery } from '../rules/queries.ts';
import { shippedTerms } from '../rules/terms.ts';
import { textOf } from './pages.fixture.ts';
import { rulesPage } from './rules.tsx';

let market: GigMarket;
beforeAll(async () => {
  market = await gigMarket();
});
afterAll(() => market.close());
beforeEach(() => market.clock.moveTo(new Date(DAWN)));

const page = async (): Promise<string> => {
  const visit = { language: 'zh' } as Visit; // reason: the page reads nothing else of a visit
  const rules = await market.ask(rulesQuery, {});
  return textOf(renderToString(h(Fragment, null, rulesPage(visit, rules, null).body)));
};

describe('the rules as everybody reads them', () => {
  it('say of each part which version it is', async () => {
    const { cost, terms, weather, fairness } = await market.ask(rulesQuery, {});
    const text = await page();
    for (const { version } of [cost, terms, weather, fairness]) expect(text).toContain(`这一部分是 ${version} 版，从`);
  });

  it('tell a change to come by its kind, its reason, and what it says beside what it said', async () => {
    const terms = shippedTerms('2026-06-18');
    const says = { zh: '调解10天内没有达成协议的，可以申请仲裁。', en: 'Without agreement within 10 days, arbitration.' };
    const double = { zh: '超出的时间按两倍算。', en: 'What goes beyond pays double.' };
    const content = {
      ...terms,
      version: '本区-1',
      mediation: { ...terms.mediation, days: 10, says },
      overtime: { ...terms.overtime, percent: 200, says: double },
    };
    await market.run(setRule, { kind: 'terms', from: '2026-07-01', content, reason: '办得更快一些' }, office);
    const text = await page();
    expect(text).toContain('以后要改的规则');
    expect(text).toContain('2026年7月1日 起：上工、工钱、投诉的约定 原因：办得更快一些');
    expect(text).toContain(`${says.zh} 原来：${terms.mediation.says.zh}`);
    expect(text).toContain(`${double.zh} 原来：${terms.overtime.says.zh}`);
    expect(text).not.toContain('本区改过的规则');
    market.clock.moveTo(new Date('2026-07-01T05:00:00+08:00'));
    const after = await page();
    expect(after).toContain('本区改过的规则');
    expect(after).toContain('这一部分是 本区-1 版，从 2026年7月1日 起用');
  });
});

describe('what changes between two rules', () => {
  const one = (zh: string, days: number) => ({ version: '1', from: '2026-01-01', part: { days, says: { zh, en: zh } } });

  it('is nothing where only the version is another, and names what falls away', () => {
    expect(changesBetween(one('甲', 1), { ...one('甲', 1), version: '2' })).toEqual([]);
    expect(changesBetween(one('甲', 1), {})).toMatchObject([{ part: 'part', says: null, said: { zh: '甲' } }]);
    expect(changesBetween(one('甲', 1), one('甲', 2))).toMatchObject([{ said: null, values: [{ was: 1, is: 2 }] }]);
    expect(changesBetween(one('甲', 1), one('乙', 1))).toMatchObject([{ says: { zh: '乙' }, said: { zh: '甲' } }]);
  });
});
