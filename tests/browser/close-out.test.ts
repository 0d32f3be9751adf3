import type { Page } from 'playwright-core';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allow } from '../../server/kernel/actor/permission.ts';
import { command } from '../../server/kernel/command/command.ts';
import { execute } from '../../server/kernel/command/run.ts';
import { foldFacts } from '../../server/kernel/fact/fold.ts';
import { recheckCloseOuts } from '../../server/modules/close-out/module.ts';
import { staff } from '../kernel.ts';
import { tooWide, violations } from './axe.ts';
import { type Office, openOffice, settled } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);
afterAll(() => office?.close());

/** Many person-times at once: what a year of the gig station comes to. */
const serve = command({
  name: 'test.serve',
  input: Type.Object({ day: Type.String(), quantity: Type.Number() }),
  may: allow({ 'programme-office': 'district' }),
  run: async ({ day, quantity }, { facts, kinds, newId }) => {
    const kind = kinds.get('gig.served');
    const id = newId();
    const [variant = ''] = Object.keys(kind?.variants ?? {});
    if (kind) facts.count(kind, { day, quantity, variant, unit: 'human-resources', record: { type: 'test', id }, of: [id] });
    return id;
  },
});
const takeBack = command({
  name: 'test.take-back',
  input: Type.Object({ record: Type.String() }),
  may: allow({ 'programme-office': 'district' }),
  run: async ({ record }, { facts }) => facts.reverse([record]),
});

/** Wide and narrow, each looked at by axe; kept as a picture where somebody wants to see it. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    expect(await tooWide(page), `${name} at ${width} px`).toBeLessThanOrEqual(0);
    expect(await violations(page), `${name} at ${width} px`).toEqual([]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

const said = {
  zh: {
    missing: /还差 2 项/,
    reached: '全部达到，按规则评为优秀。',
    note: '说明（可以不写）',
    apply: '申请销账',
    waits: '等综合办审核',
    task: '人力社保',
    approve: '批准销账',
    closed: '已销账 · 优秀',
    verify: '核对事实清单',
    same: /一致：1 条事实/,
    propose: '未达到也要销账：提请豁免',
    reason: '理由',
    proposeNow: '提请豁免',
    proposed: '豁免等领导签批',
    opinion: '签批意见',
    sign: '签批豁免',
    waived: '豁免销账（未达到） · 不合格',
    waivedTab: '2025年度 · 豁免销账（未达到）',
    signed: /于.+提请.*于.+签批/,
    onScreen: '2025年度豁免销账',
    reopened: '已重新打开',
  },
  en: {
    missing: /Still missing before it can be applied for \(2\)/,
    reached: 'Everything is reached; by the rule the grade is excellent.',
    note: 'Remark (optional)',
    apply: 'Apply',
    waits: 'Waits for the programme office',
    task: 'close it out',
    approve: 'Approve',
    closed: 'Closed out · excellent',
    verify: 'Check the list of facts',
    same: /The same: its facts \(1\)/,
    propose: 'Close it although it is short: propose a waiver',
    reason: 'Reason',
    proposeNow: 'Propose the waiver',
    proposed: 'Waiver waits for a leader',
    opinion: 'What you say to it',
    sign: 'Sign the waiver',
    waived: 'Closed by a waiver, short · unqualified',
    waivedTab: '2025 · Closed by a waiver, short',
    signed: /Proposed by .+signed by/,
    onScreen: '2025: waived',
    reopened: 'Reopened',
  },
} as const;

/** Chinese closes 2025, English the same task's 2026, which has to be reached early: each story is its own. */
describe.each([
  { lang: 'zh', period: '2025', day: '2025-12-30', quantity: 400_000, measure: 6, figure: '6a' },
  { lang: 'en', period: '2026', day: '2026-11-20', quantity: 900_000, measure: 7, figure: '7a' },
] as const)('a close-out in $lang', ({ lang, period, day, quantity, measure, figure }) => {
  const words = said[lang];
  const actor = { district: '', actor: staff({ role: 'programme-office' }) };
  let record: string;

  it('the liaison sees what is missing, and applies with a document once it is reached', async () => {
    const page = await office.enter('liaison', { lang });
    await page.goto(`/office/measures/14?period=${period}`);
    await settled(page);
    await page.getByText(words.missing).waitFor();
    await look(page, `close-out-${lang}-1-missing`);
    record = await execute(office.kernel, serve, { day, quantity }, { ...actor, district: office.district });
    await foldFacts(office.kernel.database, office.district);
    await page.reload();
    await page.getByText(words.reached).waitFor();
    await page.getByLabel(words.note).fill('零工市场签到记录齐全');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '年度总结.txt', mimeType: 'text/plain', buffer: Buffer.from(`总结 ${lang}`) });
    await page.getByRole('link', { name: '年度总结.txt' }).waitFor();
    await look(page, `close-out-${lang}-2-apply`);
    await page.getByRole('button', { name: words.apply, exact: true }).click();
    await page.locator('.close-out-state').getByText(words.waits).waitFor();
    await page.context().close();
    expect(office.takeFaults()).toEqual([]);
  });

  it('the office finds it on its first page, approves it, and can check the list of facts', async () => {
    const page = await office.enter('office', { lang });
    await page.goto('/office');
    await page
      .locator('.task-title', { hasText: lang === 'zh' ? '销账申请等您审核' : 'waits for you' })
      .first()
      .click();
    await page.getByRole('link', { name: '年度总结.txt' }).waitFor();
    await look(page, `close-out-${lang}-3-decide`);
    await page.getByRole('button', { name: words.approve, exact: true }).click();
    await page.goto(`/office/measures/14?period=${period}`);
    await page.locator('.close-out-state').getByText(words.closed).waitFor();
    await page.getByRole('button', { name: words.verify }).click();
    await page.getByText(words.same).waitFor();
    await look(page, `close-out-${lang}-4-closed`);
    await page.goto('/office/close-outs');
    await page.locator('table .close-out-approved').first().waitFor();
    // A period stands in one line.
    const inOne = await page
      .locator('table.table .nowrap')
      .evaluateAll((found) => found.map((one) => one.getClientRects().length));
    expect(inOne.filter((lines) => lines > 1)).toEqual([]);
    expect(inOne.length).toBeGreaterThan(0);
    await look(page, `close-out-${lang}-5-list`);
    await page.context().close();
    expect(office.takeFaults()).toEqual([]);
  });

  it('a waiver goes from the office to a leader, and is seen wherever the task is', async () => {
    const page = await office.enter('office', { lang });
    await page.goto(`/office/measures/${measure}?period=2025`);
    await page.getByText(words.propose).click();
    await page.getByLabel(words.reason, { exact: true }).fill('短');
    await page.getByRole('button', { name: words.proposeNow, exact: true }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel(words.reason, { exact: true }).fill('培训基地搬迁，明年补上');
    await page.getByRole('button', { name: words.proposeNow, exact: true }).click();
    await page.locator('.close-out-state').getByText(words.proposed).waitFor();
    await page.context().close();

    const leader = await office.enter('leader', { lang });
    await leader.goto('/office');
    await leader
      .locator('.task-title', { hasText: lang === 'zh' ? '豁免等您签批' : 'waits for your signature' })
      .first()
      .click();
    await leader.getByLabel(words.opinion).fill('同意，明年一季度补上');
    await look(leader, `close-out-${lang}-6-sign`);
    await leader.getByRole('button', { name: words.sign, exact: true }).click();
    await leader.goto(`/office/measures/${measure}?period=2025`);
    await leader.locator('.close-out-state').getByText(words.waived).waitFor();
    await look(leader, `close-out-${lang}-7-waived`);
    await leader.goto('/office/ledger');
    await leader.locator('.ledger .close-out-waived').first().waitFor();
    await look(leader, `close-out-${lang}-8-ledger`);
    // Nobody has to look for it: the head of the task and its tab, the figure's page, the big screen.
    await leader.goto(`/office/measures/${measure}`);
    await leader.locator('.heading + .close-out-marks .close-out-waived').waitFor();
    await leader.locator('.waiver', { hasText: '培训基地搬迁，明年补上' }).filter({ hasText: words.signed }).first().waitFor();
    await leader.getByRole('button', { name: words.waivedTab }).waitFor();
    await look(leader, `close-out-${lang}-8a-measure`);
    await leader.goto(`/office/figures/${figure}`);
    await leader.locator('.waiver', { hasText: '培训基地搬迁，明年补上' }).filter({ hasText: words.signed }).waitFor();
    await look(leader, `close-out-${lang}-8b-figure`);
    await leader.goto('/screen');
    await leader.locator('.multiple', { hasText: words.onScreen }).first().click();
    await leader.locator('.waiver-told', { hasText: '培训基地搬迁，明年补上' }).filter({ hasText: words.signed }).waitFor();
    await leader.context().close();
    expect(office.takeFaults(422)).toEqual([]);
  });

  it('a correction reopens it by itself, and the liaison is told on the first page', async () => {
    await execute(office.kernel, takeBack, { record }, { ...actor, district: office.district });
    await foldFacts(office.kernel.database, office.district);
    expect(await recheckCloseOuts(office.kernel, office.district)).toBeGreaterThan(0);
    const page = await office.enter('liaison', { lang });
    await page.goto('/office');
    await page
      .locator('.task-title', { hasText: lang === 'zh' ? '销账已自动重新打开' : 'its close-out was reopened' })
      .first()
      .click();
    await page.goto(`/office/measures/14?period=${period}`);
    await page.locator('.close-out-state').getByText(words.reopened).waitFor();
    await look(page, `close-out-${lang}-9-reopened`);
    await page.context().close();
    expect(office.takeFaults()).toEqual([]);
  });
});
