import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { samplePaper } from '../../server/modules/programme/draft/papers.fixture.ts';
import { type Office, openOffice, settled } from './office.ts';

let office: Office;
let page: Page;
beforeAll(async () => {
  office = await openOffice();
  page = await office.enter('office');
}, 180_000);
afterAll(() => office?.close());
afterEach(() => expect(office.takeFaults(422)).toEqual([]));

const open = async (address: string) => {
  await page.goto(`/office${address}`);
  await settled(page);
};
async function upload(name: string, text: string): Promise<void> {
  await open('/programme/new');
  await page
    .getByLabel('上传政策文件')
    .and(page.locator('input'))
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.waitForURL(/\/programme\/drafts\//);
  await settled(page);
}
const paper = () => page.getByRole('region', { name: '原文' });
const saved = () => page.getByRole('status').filter({ hasText: '已保存' }).waitFor();

/** Fills in whatever the draft still lacks, item by item, as an officer does who has the paper beside it. */
async function finish(): Promise<void> {
  const all = page.getByRole('button', { name: /^没有疑点的 \d+ 项一并确认$/ });
  if (await all.isVisible()) await all.click();
  for (const group of await page.locator('details.item-group:not([open]) > summary').all()) await group.click();
  for (;;) {
    const item = page.locator('article.item', { has: page.locator('.state-read, .finding-error') }).first();
    if ((await item.count()) === 0) break;
    await item.getByRole('button', { name: /^更正/ }).click();
    const form = page.locator('form.item-form');
    for (const field of await form.locator('input[type=text], textarea').all()) {
      if ((await field.inputValue()) !== '' || !(await field.isEditable())) continue;
      const label = (await field.getAttribute('id')) ?? '';
      await field.fill(label.endsWith('_en') ? 'Written by a person' : label.endsWith('telephone') ? '12333' : '由人填写');
    }
    const rule = form.locator('fieldset.rule select').first();
    if ((await rule.count()) > 0 && (await rule.inputValue()) === '') await rule.selectOption({ label: '还没有记录，手工填报' });
    await form.getByRole('button', { name: '更正并确认' }).click();
    await form.waitFor({ state: 'detached' });
  }
}

describe('a policy paper', () => {
  it('that is not one is refused with a sentence that says what to do', async () => {
    await open('/programme/new');
    await page
      .getByLabel('上传政策文件')
      .and(page.locator('input'))
      .setInputFiles({ name: '空白.txt', mimeType: 'text/plain', buffer: Buffer.from(' \n') });
    expect(((await page.getByRole('alert').textContent()) ?? '').length).toBeGreaterThan(8);
  });

  it('becomes a draft: the paper marked on the left, what was read on the right, each leading to the other', async () => {
    await upload('样例区促进就业三年行动方案.txt', samplePaper());
    expect(await paper().textContent()).toContain('面向重点人群办好培训班');
    for (const kind of ['area', 'measure', 'unit', 'figure'])
      expect(await paper().locator(`.mark-${kind}`).count(), kind).toBeGreaterThanOrEqual(2);
    await paper().locator('.mark-figure', { hasText: '3000人次' }).first().click();
    const chosen = page.locator('article[aria-current=true]');
    await chosen.getByText(/3,000/).waitFor();
    await page.locator('article.item-measure').filter({ hasText: '支持自主创业' }).locator('.item-title').click();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.mark-chosen')].some(({ textContent }) => textContent?.includes('支持自主创业')),
    );
  });

  it('is corrected and confirmed item by item, and then counts as the next version', async () => {
    const figure = page.locator('article.item-figure', { hasText: /3,000/ });
    await figure.getByRole('button', { name: /^更正/ }).click();
    await page.locator('form.item-form').getByLabel('目标值').fill('3200');
    await page.locator('form.item-form').getByRole('button', { name: '更正并确认' }).click();
    const corrected = page.locator('article.item-figure', { hasText: /3,200/ });
    await corrected.getByText('已更正').waitFor();
    await saved();
    await page.reload();
    await settled(page);
    await corrected.waitFor();

    await finish();
    await page.getByText('全部确认完毕，没有错误。').waitFor();
    await saved();
    await page.getByRole('button', { name: '确认为新的一版' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '确认为新的一版' }).click();
    await page.waitForURL(/\/office\/programme(\?|$)/);
    await page.getByText(/现行第 2 版/).waitFor();
    expect(await page.locator('.promise').count()).toBe(3);
    await open('/ledger');
    expect(await page.locator('.ledger-measure').count()).toBe(3);
    await page.getByText(/3,200/).first().waitFor();
  });

  it('corrected later, shows what changed against the version in force: the number, and the clause it stands in', async () => {
    await upload('样例区促进就业三年行动方案（修订）.txt', samplePaper({ trained: '4500人次', cooperating: '区财政局' }));
    await open('/programme');
    await page.getByRole('link', { name: '与现行版比' }).first().click();
    await page.waitForURL(/\/programme\/compare/);
    await settled(page);
    const says = page.getByRole('region', { name: '文件条文有什么不同' });
    await says
      .getByText(/4500人次/)
      .first()
      .waitFor();
    expect(await says.textContent()).toContain('区教委');
  });

  it('keeps every version: the first is still there, and says that it is not in force', async () => {
    await open('/programme');
    await page.getByRole('complementary').getByRole('link', { name: '第 1 版', exact: true }).click();
    await page.getByText('这是第 1 版，不是现行的。').waitFor();
    expect(await page.locator('.promise').count()).toBe(14);
    await page.getByRole('link', { name: '与第 1 版比' }).click();
    await page.waitForURL(/before=version%3A1|before=version:1/);
    await settled(page);
    await page.getByRole('region', { name: '计数会有什么不同' }).waitFor();
  });
});
