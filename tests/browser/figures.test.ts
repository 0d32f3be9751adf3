import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays, lastDayOfMonth } from '../../server/kernel/term/day.ts';
import { type Office, openOffice, settled } from './office.ts';

let office: Office;
let page: Page;
/** The month before this one, of which the story has told every day. */
let month: string;
beforeAll(async () => {
  office = await openOffice({ story: true });
  month = addDays(`${office.today.slice(0, 7)}-01`, -1).slice(0, 7);
  page = await office.enter('office');
}, 120_000);
afterAll(() => office?.close());
afterEach(() => expect(office.takeFaults()).toEqual([]));

const open = async (address: string) => {
  await page.goto(`/office${address}`);
  await settled(page);
};
/** The number that stands first in a text: `1,234 人次` is 1234. */
const numberIn = (text: string | null): number => Number(/-?[\d,]+(?:\.\d+)?/.exec(text ?? '')?.[0].replaceAll(',', '') ?? 'NaN');

/** What the list of records says of itself: how many there are, and what they add up to. */
async function listed(): Promise<{ records: number; sum: number }> {
  await settled(page);
  const lead = page.locator('.heading-lead').filter({ hasText: /条记录/ });
  const [, records, sum] = /([\d,]+) 条记录.*?(?:就是|合计) ([\d,.]+)/.exec((await lead.textContent()) ?? '') ?? [];
  return { records: numberIn(records ?? ''), sum: numberIn(sum ?? '') };
}

/** Presses the export and reads the file that arrives: its header, and its rows by that header. */
async function exported(): Promise<Record<string, string>[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('导出 CSV').click()]);
  const [header = '', ...lines] = (await readFile(await download.path(), 'utf8'))
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [header.split(',')[at], cell])));
}
const sumOf = (rows: Record<string, string>[]) => rows.reduce((sum, row) => sum + Number(row.数量), 0);

describe('from what must be done to the figure', () => {
  it('Today names what is behind, and one press opens that figure with its reason', async () => {
    await open('');
    const task = page.locator('.tasks .task-title').first();
    const title = ((await task.textContent()) ?? '').split('：')[0] ?? '';
    await task.click();
    await page.waitForURL(/\/office\/figures\/\w+/);
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    await page.locator('.figure-why').waitFor();
  });

  it('a light on Today opens the ledger with the tasks that have it', async () => {
    await open('');
    const line = page.locator('.standing-line', { hasText: '滞后' });
    const count = numberIn(await line.locator('b').textContent());
    await line.click();
    await page.waitForURL(/\/office\/ledger\?.*light=behind/);
    await settled(page);
    expect(count).toBeGreaterThan(0);
    expect(numberIn(await page.getByRole('button', { name: /滞后/, pressed: true }).locator('b').textContent())).toBe(count);
  });
});

describe('the ledger', () => {
  it('keeps its filters in the address: a reload and a colleague see the same tasks', async () => {
    await open('/ledger');
    const all = await page.locator('.ledger-measure').count();
    await page.getByRole('group', { name: '按灯查看' }).getByRole('button', { name: /滞后/ }).click();
    await page.getByRole('combobox', { name: /^单位/ }).selectOption({ label: '区商务局' });
    await page.waitForURL(/light=behind.*unit=commerce|unit=commerce.*light=behind/);
    const tasks = await page.locator('.ledger-title').allTextContents();
    expect(tasks.length).toBeGreaterThan(0);
    expect(tasks.length).toBeLessThan(all);

    await page.reload();
    await settled(page);
    expect(await page.locator('.ledger-title').allTextContents()).toEqual(tasks);
    expect(await page.getByRole('combobox', { name: /^单位/ }).inputValue()).toBe('commerce');

    const colleague = await office.enter('leader');
    await colleague.goto(page.url());
    await settled(colleague);
    expect(await colleague.locator('.ledger-title').allTextContents()).toEqual(tasks);
    await colleague.context().close();
  });

  it('says what to do when no task matches, and one press clears the filters', async () => {
    await open('/ledger?unit=court&light=silent');
    await page.getByText('没有符合条件的任务').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.locator('.ledger-measure').first().waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('exports a row for every figure', async () => {
    await open('/ledger');
    expect((await exported()).length).toBeGreaterThanOrEqual(19);
  });
});

describe('a figure', () => {
  it('opens exactly its records: the list, the export and the number in the ledger are one number', async () => {
    await open('/ledger');
    const number = page
      .locator('tr', { has: page.getByRole('link', { name: '技能培训', exact: true }) })
      .locator('.ledger-value a');
    const value = numberIn(await number.textContent());
    await number.click();
    await page.waitForURL(/figures\/6a\/records/);
    const list = await listed();
    const rows = await exported();
    expect(value).toBeGreaterThan(50);
    expect(list.sum).toBe(value);
    expect(rows.length).toBe(list.records);
    expect(sumOf(rows)).toBe(value);

    await page.getByRole('button', { name: /^再看/ }).click();
    await page.waitForFunction(() => document.querySelectorAll('.table tbody tr').length > 50);
  });

  it('by town: the number of a town opens that town’s records only, and the towns add up to the whole', async () => {
    await open('/figures/6a');
    const whole = numberIn(await page.locator('.big').textContent());
    const towns = page.locator('.town-split .table tbody tr');
    const values = (await towns.locator('td.number:nth-child(3)').allTextContents()).map(numberIn);
    expect(values.reduce((sum, value) => sum + value, 0)).toBe(whole);

    const name = (await towns.first().locator('th').textContent()) ?? '';
    await towns.first().locator('a').click();
    await page.waitForURL(/town=\d{12}/);
    expect((await listed()).sum).toBe(values[0]);
    const rows = await exported();
    expect(sumOf(rows)).toBe(values[0]);
    expect(new Set(rows.map((row) => row['街道（乡镇）']))).toEqual(new Set([name]));
  });

  it('by month: the number of a month opens the records of its days only', async () => {
    await open('/figures/6a');
    await page.getByText('看成表格').click();
    const number = page.locator(`a[href*="month=${month}"]`);
    const value = numberIn(await number.textContent());
    await number.click();
    await page.waitForURL(new RegExp(`month=${month}`));
    expect(value).toBeGreaterThan(0);
    expect((await listed()).sum).toBe(value);
    const rows = await exported();
    expect(sumOf(rows)).toBe(value);
    expect(new Set(rows.map((row) => row.日期?.slice(0, 7)))).toEqual(new Set([month]));
  });

  it('at a past day, chosen in the calendar, stands where that month’s line says it stood', async () => {
    const end = lastDayOfMonth(month);
    await open('/figures/6a');
    await page.getByText('看成表格').click();
    const stood = numberIn(await page.locator(`a[href*="on=${end}"]`).textContent());
    const [year, number, day] = end.split('-').map(Number);
    await page.getByLabel('截至日期').fill(`${year}年${number}月${day}日`);
    await page.getByLabel('截至日期').press('Enter');
    await page.waitForURL(new RegExp(`on=${end}`));
    await page.getByText(/不是今天的/).waitFor();
    await settled(page);
    expect(numberIn(await page.locator('.big').textContent())).toBe(stood);

    await page.locator('.big a').click();
    await page.waitForURL(new RegExp(`records\\?.*on=${end}`));
    expect((await listed()).sum).toBe(stood);
  });

  it('that is a share opens both of its sides', async () => {
    await open('/figures/7b');
    const [, part = '', whole = ''] =
      /([\d,]+) ÷ ([\d,]+)/.exec((await page.locator('.figure-top p', { hasText: '÷' }).textContent()) ?? '') ?? [];
    await page.locator('.big a').click();
    await page.waitForURL(/figures\/7b\/records/);
    expect((await listed()).sum).toBe(numberIn(part));
    await page.getByRole('button', { name: '全部（分母）' }).click();
    await page.waitForURL(/side=whole/);
    await expect.poll(async () => (await listed()).sum, { timeout: 15_000 }).toBe(numberIn(whole));
    expect(numberIn(whole)).toBeGreaterThanOrEqual(numberIn(part));
  });

  it('shows a record beside the list: what it says, what it counts, how it came', async () => {
    await open('/figures/2c/records');
    await page.locator('.table tbody th a').first().click();
    await page.waitForURL(/record=/);
    const aside = page.getByRole('complementary', { name: '记录详情' });
    await aside.getByText('计入了什么').waitFor();
    await aside.getByText('来龙去脉').waitFor();
    await aside.getByRole('link', { name: '关闭' }).click();
    await aside.waitFor({ state: 'detached' });
  });
});
