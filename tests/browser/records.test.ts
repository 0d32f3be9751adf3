import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { type ActivityRow, activityCells, activityCsv, activityTable } from './activities.ts';
import { asGb18030 } from './gb18030.ts';
import { type Office, openOffice, settled } from './office.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let office: Office;
let page: Page;
beforeAll(async () => {
  office = await openOffice();
  page = await office.enter('office');
}, 180_000);
afterAll(() => office?.close());
afterEach(() => expect(office.takeFaults(400, 422)).toEqual([]));

const open = async (address: string) => {
  await page.goto(`/office${address}`);
  await settled(page);
};
/** Figure 2c, the recruitment events of this year, as its page shows it. */
async function events(): Promise<number> {
  await open('/figures/2c');
  return Number(/^\d+/.exec((await page.locator('.big').textContent()) ?? '')?.[0] ?? 0);
}
async function upload(name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await open('/records/activity');
  await page.getByLabel('选择要上传的表格').and(page.locator('input')).setInputFiles({ name, mimeType, buffer });
  await page.waitForURL(/\/records\/imports\//);
}
const state = (text: string) => page.locator('.heading .tag', { hasText: text }).waitFor();
const counts = async (word: string) =>
  Number(
    (await page
      .locator('.counts > div', { has: page.getByText(word, { exact: true }) })
      .locator('dd')
      .textContent()) ?? 'NaN',
  );
const badCells = () =>
  page
    .locator('table', { has: page.getByText('要改正的格子') })
    .locator('tbody th')
    .allTextContents();

describe('a table of records', () => {
  it('begins with a template that the office itself takes back: its headings are those that an upload needs', async () => {
    await open('/records/activity');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('CSV 模板').click()]);
    const template = await readFile(await download.path(), 'utf8');
    for (const heading of ['活动名称', '活动形式', '举办日期', '所在地区']) expect(template).toContain(heading);
    const [workbook] = await Promise.all([page.waitForEvent('download'), page.getByText('Excel 模板').click()]);
    expect((await readFile(await workbook.path())).subarray(0, 2).toString()).toBe('PK');
  });

  it('is checked cell by cell; the good rows are taken, the figure moves, and the whole can be taken back', async () => {
    const before = await events();
    const cells = activityCells(activityTable(office.today, '春风行动'));
    await upload('春风行动.xlsx', XLSX, await writeExcelFile(cells).toBuffer());
    await state('等您决定');
    expect([await counts('没问题'), await counts('要改正')]).toEqual([3, 2]);
    expect((await badCells()).sort()).toEqual(['B6', 'C5']);
    expect(await page.getByRole('row', { name: /C5/ }).textContent()).toContain('举办日期');

    await page.getByRole('button', { name: '只导入没问题的（3 行）' }).click();
    await page.getByRole('button', { name: '确认' }).click();
    await state('已导入');
    const receipt = page.getByRole('region', { name: '回执' });
    const brought = [...((await receipt.textContent()) ?? '').matchAll(/\+(\d+)\s场/g)].map(([, events]) => Number(events));
    expect(brought.reduce((sum, events) => sum + events, 0)).toBe(3);
    const address = new URL(page.url()).pathname.replace('/office', '');
    expect(await events()).toBe(before + 3);

    await open(address);
    await receipt.locator('summary', { hasText: '整份冲销' }).click();
    await receipt.getByLabel('为什么冲销').fill('报成了别的月份');
    await receipt.getByRole('button', { name: '整份冲销' }).click();
    await state('已整份冲销');
    expect(await receipt.textContent()).toContain('报成了别的月份');
    expect(await events()).toBe(before);
  });

  it('in GB18030, as old spreadsheets save it, is read as well; sent again it brings nothing new, and says so', async () => {
    const before = await events();
    const rows: ActivityRow[] = activityTable(office.today, '夜市招聘').slice(0, 3);
    const file = asGb18030(activityCsv(rows));
    expect(file.toString('utf8')).not.toContain('活动名称');
    await upload('夜市招聘.csv', 'text/csv', file);
    await state('等您决定');
    await page.getByRole('button', { name: '全部导入（3 行）' }).click();
    await state('已导入');
    expect(await events()).toBe(before + 3);

    await upload('夜市招聘.csv', 'text/csv', file);
    await state('等您决定');
    await page.getByText('没有新的记录可导入。').waitFor();
    expect([await counts('没问题'), await counts('早已报过')]).toEqual([0, 3]);
    await page.getByRole('button', { name: '都不导入' }).click();
    await page.getByRole('button', { name: '确认' }).click();
    await state('已放弃');
    expect(await events()).toBe(before + 3);
  });

  it('that is not a table at all is refused with a sentence that says what to do', async () => {
    await open('/records/activity');
    await page
      .getByLabel('选择要上传的表格')
      .and(page.locator('input'))
      .setInputFiles({ name: '照片.xlsx', mimeType: XLSX, buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]) });
    expect(await page.getByRole('alert').textContent()).toMatch(/xlsx|csv/i);
  });
});

describe('one record by hand', () => {
  it('names every field to put right, keeps what was typed, and counts once it is right', async () => {
    const before = await events();
    await open('/records/activity?view=enter');
    await page.getByLabel('活动名称').fill('乔庄社区专场');
    await page.getByRole('button', { name: '报送' }).click();
    await page.getByText('请填这一项').first().waitFor();

    await page.getByLabel('活动形式').selectOption({ label: '专场招聘' });
    await day('2099年6月1日');
    await page.getByLabel(/^参加单位数/).fill('很多');
    await page.getByRole('button', { name: '报送' }).click();
    const summary = page.getByRole('alert').filter({ has: page.locator('li') });
    await summary.waitFor();
    expect(await summary.locator('li').count()).toBe(2);
    expect(await page.getByLabel('活动名称').inputValue()).toBe('乔庄社区专场');
    expect(await page.getByLabel(/^参加单位数/).inputValue()).toBe('很多');

    const [year, month, date] = office.today.split('-').map(Number);
    await day(`${year}年${month}月${date}日`);
    await page.getByLabel(/^参加单位数/).fill('14');
    await page.getByRole('button', { name: '报送' }).click();
    await page.getByText('已报送，已计入。').waitFor();
    expect(await events()).toBe(before + 1);
  });

  const day = async (text: string) => {
    await page.getByLabel('举办日期').fill(text);
    await page.getByLabel('举办日期').press('Tab');
  };
});
