import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LightPart } from '../../../kernel/figure/lit.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { openBulletins } from '../bulletins.fixture.ts';
import type { FrozenFigure } from '../contract.ts';
import { changeOf, sinceOf } from './tell.ts';

const late: LightPart[] = [
  {
    measure: 9,
    subject: 'service:9-1',
    units: [],
    title: said('平均办理天数', 'days a decision takes'),
    light: 'overdue',
    why: { reason: 'standing', params: {} },
  },
  {
    measure: 9,
    subject: 'milestone:x',
    units: [],
    title: said('内部节点', 'inner'),
    light: 'on-path',
    why: { reason: 'milestone-open', params: {} },
  },
];

let test: Awaited<ReturnType<typeof openBulletins>>;
let zh: string;
let en: string;
beforeAll(async () => {
  test = await openBulletins({ services: { lightParts: [async () => late] } });
  await test.release(await test.make('2025-07-01', '2025-07-31', 'month'));
  const view = await test.view(await test.make('2025-08-01', '2025-08-31', 'month'));
  [zh, en] = [view.html.zh, view.html.en];
}, 120_000);
afterAll(() => test.close());

describe('what a bulletin says of a figure', () => {
  it('names the cumulative number, what the period brought, and how the cumulative number moved, each by its own name', () => {
    expect(zh).toMatch(/采集空岗累计[\d,]+\u2009个，应达到[\d,]+\u2009个，为进度路径的\d+%，[超按滞逾]/);
    expect(zh).toMatch(/；本期[\d,]+\u2009个；累计数比上期通报（截至2025年7月31日）增加[\d,]+\u2009个。/);
    expect(zh).not.toContain('，比上期');
    expect(zh).not.toContain('比上期持平');
    expect(en).toMatch(/; the number in all up [\d,]+ openings on the bulletin before \(31 July 2025\)\./);
  });

  it('of a share tells what came in and what was closed in the period, never a share above the whole', () => {
    expect(zh).toMatch(/；本期办结[^，。；]*[\d,]+\u2009件、[^，。；]*[\d,]+\u2009件/);
    expect(zh).not.toMatch(/本期\d+\.\d%/);
  });

  it('names each task’s light, in its paragraph and in the table, and in the overview those that need a look', () => {
    for (let no = 1; no <= 14; no += 1)
      if (no !== 11) expect(zh).toMatch(new RegExp(`>${no}．[^<]*目前(?:超前|按序|滞后|逾期|无声)`));
    // Nothing lights it here: it has neither figures nor, in this test, a plan.
    expect(zh).toMatch(/>11．[^<]*按实施方案的节点和服务水平推进。/);
    expect(zh).toContain('目前逾期（服务水平“平均办理天数”）');
    expect(zh).toMatch(/项逾期（[^）]*9．/);
    expect(zh).toContain('各项任务亮灯');
    expect(en).toContain('it is overdue (the level of service “days a decision takes”)');
    expect(zh).not.toContain('实施方案的节点）');
  });
});

describe('a change', () => {
  const figure = (unit: string, decimals: number, value: number) =>
    ({ unit: said(unit, unit), decimals, change: { value, light: 'on-path' } }) as unknown as FrozenFigure; // reason: nothing else of it is told
  const before = { bulletin: '', number: '2025-1', to: '2025-07-31' };
  it('that would be written as nothing is none', () => {
    expect(changeOf(figure('%', 1, 0.04)).zh).toBe('基本持平');
    expect(changeOf(figure('%', 1, -0.04)).zh).toBe('基本持平');
    expect(changeOf(figure('%', 1, 0.1)).zh).toBe('增加0.1个百分点');
    expect(changeOf(figure('个', 0, 0.4)).zh).toBe('基本持平');
    expect(changeOf(figure('个', 0, -3)).zh).toBe('减少3\u2009个');
  });
  it('reads as a sentence, with the bulletin it refers to', () => {
    expect(sinceOf(figure('个', 0, 0), before).zh).toBe('与上期通报（截至2025年7月31日）持平');
    expect(sinceOf(figure('个', 0, 5), before).zh).toBe('比上期通报（截至2025年7月31日）增加5\u2009个');
  });
});
