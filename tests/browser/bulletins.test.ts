import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../server/kernel/term/day.ts';
import { tooWide, violations } from './axe.ts';
import { type Office, openOffice, settled } from './office.ts';

let office: Office;
let page: Page;
let bulletin: string;
beforeAll(async () => {
  office = await openOffice({ story: true });
  page = await office.enter('office');
}, 180_000);
afterAll(() => office?.close());

/** Fits both widths, passes axe, and is kept as a picture where somebody wants to look. */
async function look(name: string, at = page): Promise<void> {
  for (const width of [1440, 360]) {
    await at.setViewportSize({ width, height: 900 });
    await settled(at);
    expect(await tooWide(at), `${name} at ${width} px`).toBeLessThanOrEqual(0);
    expect(await violations(at), `${name} at ${width} px`).toEqual([]);
    if (process.env.SHOTS) await at.screenshot({ path: `${process.env.SHOTS}/bulletin-${name}-${width}.png`, fullPage: true });
  }
  await at.setViewportSize({ width: 1440, height: 900 });
}

describe('the programme office makes the bulletin of the last month', () => {
  it('in two clicks: its days are chosen already', async () => {
    await page.goto('/office');
    await page.getByRole('navigation').getByRole('link', { name: '通报' }).click();
    await page.getByRole('heading', { level: 1, name: '通报' }).waitFor();
    await look('list-empty');
    await page.getByRole('link', { name: '出一期通报' }).click();
    await page.getByText('数字算到').waitFor();
    await look('new');
    await page.getByRole('button', { name: '生成草稿' }).click();
    await page.getByText('草稿：数字取自').waitFor();
    bulletin = page.url().split('/').at(-1) ?? '';
    for (const heading of ['一、总体情况', '二、各项任务进展', '三、滞后事项及责任单位'])
      await page.getByRole('heading', { name: heading }).waitFor();
    await look('draft');
  });

  it('changes words and cannot type a number; what was typed is kept', async () => {
    await page.getByRole('button', { name: '改文字' }).click();
    const overview = page.getByRole('region', { name: '总体情况 1' });
    await overview.getByRole('button', { name: '改这一段' }).click();
    await overview.getByLabel('中文').fill('截至{on}，各单位合力推进，完成了98%。');
    await overview.getByRole('button', { name: /保\s*存/ }).click();
    await overview.getByRole('alert').getByText('这里手写了数字“98”').waitFor();
    expect(await overview.getByLabel('中文').inputValue()).toBe('截至{on}，各单位合力推进，完成了98%。');
    await look('words');
    await overview.getByLabel('中文').fill('截至{on}，各单位合力推进，采集空岗{1.value}。');
    await overview.getByRole('button', { name: /保\s*存/ }).click();
    await overview.getByText('已改').waitFor();
    await page.getByRole('button', { name: '通报', exact: true }).click();
    await page
      .locator('.document')
      .getByText(/各单位合力推进，采集空岗[\d,万]+/)
      .waitFor();
  });

  it('sees every number counted again from the records', async () => {
    await page.getByRole('button', { name: '核对数字' }).click();
    await page.getByText(/个数字全部一致/).waitFor();
    await page.getByRole('row', { name: /6a/ }).getByRole('button').click();
    await page
      .getByRole('rowheader', { name: /街道（乡镇）：/ })
      .first()
      .waitFor();
    await look('verify');
  });

  it('releases it, downloads the paper, and opens it to the public', async () => {
    await page
      .getByRole('button', { name: /^发\s*布$/ })
      .first()
      .click();
    await page
      .locator('.ant-popover')
      .getByRole('button', { name: /发\s*布/ })
      .click();
    await page.getByText('已发布', { exact: false }).first().waitFor();
    await page.getByText(/第1期/).first().waitFor();
    const file = await page.context().request.get(`/api/bulletins/${bulletin}/paper.docx`);
    expect(file.headers()['content-disposition']).toMatch(/^attachment; filename="bulletin-\d{4}-1\.docx"$/);
    const paper = strFromU8(unzipSync(await file.body())['word/document.xml'] ?? new Uint8Array());
    expect(paper).toContain('各单位合力推进，采集空岗');
    if (process.env.SHOTS) (await import('node:fs')).writeFileSync(`${process.env.SHOTS}/bulletin.docx`, await file.body());
    await page.getByRole('button', { name: '对外公开' }).click();
    await page.locator('.ant-popover').getByRole('button', { name: '对外公开' }).click();
    await page.getByText('门户地址').waitFor();
    await look('released');
  });

  it('prints the paper alone: no rail, no buttons', async () => {
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.rail', '.heading', '.choices', '.demo-line'])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    expect(await page.locator('.document').isVisible()).toBe(true);
    if (process.env.SHOTS) await page.pdf({ path: `${process.env.SHOTS}/bulletin-print.pdf`, preferCSSPageSize: true });
    await page.emulateMedia({ media: 'screen' });
  });

  it('is read by a liaison in the office, and by anybody on the portal without JavaScript', async () => {
    const liaison = await office.enter('liaison');
    await liaison.goto('/office/bulletins');
    await liaison
      .getByRole('link', { name: /年\d+月/ })
      .first()
      .click();
    await liaison.getByText('各单位合力推进').waitFor();
    expect(await liaison.getByRole('button', { name: '撤回' }).count()).toBe(0);
    await liaison.context().close();
    const context = await office.browser.newContext({ javaScriptEnabled: false, baseURL: office.base, locale: 'zh-CN' });
    const anybody = await context.newPage();
    await anybody.goto('/bulletins');
    await anybody.getByRole('link', { name: /第1期/ }).click();
    await anybody.getByText('各单位合力推进').waitFor();
    for (const width of [1440, 360]) {
      await anybody.setViewportSize({ width, height: 900 });
      if (process.env.SHOTS)
        await anybody.screenshot({ path: `${process.env.SHOTS}/bulletin-portal-${width}.png`, fullPage: true });
    }
    const weight =
      (await (await context.request.get(`/bulletins`)).body()).length +
      (await (await context.request.get(anybody.url())).body()).length;
    expect(weight).toBeLessThan(300_000);
    await context.close();
  });

  it('says why today’s number is another, fact by fact', async () => {
    const last = `${addDays(`${office.today.slice(0, 7)}-01`, -1)}`;
    for (const name of ['补录招聘会甲', '补录招聘会乙']) {
      const row = { name, form: '招聘会', heldOn: last, area: '马驹桥镇', employers: '30' };
      expect((await page.context().request.post('/api/records/activity', { data: { row } })).ok()).toBe(true);
    }
    await page.goto(`/office/bulletins/${bulletin}?view=differences`);
    const fairs = page.locator('.bulletin-group').filter({ hasText: '2c' });
    await fairs.getByRole('rowheader', { name: '通报后才入库的记录' }).waitFor();
    expect(await fairs.getByRole('table').first().getByRole('row').last().textContent()).toContain('+2');
    // What the period brought is another too, for the same reason.
    const inSpan = fairs.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '本期', exact: true }) });
    expect(await inSpan.textContent()).toContain('通报后才入库的记录（2 条 · +2）');
    await fairs.getByRole('button', { name: '逐条看 2 条' }).click();
    await fairs.getByRole('cell', { name: '马驹桥镇' }).first().waitFor();
    await look('differences');
  });

  it('withdraws it with a reason that everybody sees', async () => {
    await page.goto(`/office/bulletins/${bulletin}`);
    await page.getByRole('button', { name: /撤\s*回/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('撤回原因').fill('数据来源有误');
    await dialog.getByRole('button', { name: /撤\s*回/ }).click();
    await page.getByText('原因：数据来源有误').first().waitFor();
    await look('withdrawn');
    const english = await office.enter('leader', { lang: 'en' });
    await english.goto(`/office/bulletins/${bulletin}`);
    await english.getByText('Withdrawn').first().waitFor();
    await look('english', english);
    await english.context().close();
    expect(office.takeFaults(422)).toEqual([]);
  });
});
