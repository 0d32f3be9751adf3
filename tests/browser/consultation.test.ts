import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../server/kernel/term/day.ts';
import { DRAFT } from '../../server/modules/consultation/consultation.fixture.ts';
import { tooWide, violations } from './axe.ts';
import { type Office, openOffice, settled } from './office.ts';

let office: Office;
const pages: Page[] = [];
beforeAll(async () => {
  office = await openOffice();
}, 180_000);
afterAll(() => office?.close());
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
  expect(office.takeFaults(409, 422)).toEqual([]);
});

const enter = async (account: string, width: number): Promise<Page> => {
  const page = await office.enter(account, { width, height: 800 });
  pages.push(page);
  return page;
};
const open = async (page: Page, address: string) => {
  await page.goto(`/office${address}`);
  await settled(page);
};

/** A consultation that asks the liaison's unit, made over the interface's own routes. */
async function asked(title: string, isPublic = false): Promise<string> {
  const { request } = (await enter('office', 1440)).context();
  const made = await request.post('/api/consultations', { data: { title, text: DRAFT } });
  const { consultation } = await made.json();
  const dueOn = addDays(office.today, 14);
  const data = { version: 1, units: ['human-resources', 'finance'], isPublic, dueOn };
  const opened = await request.post(`/api/consultations/${consultation}/open`, { data });
  if (!opened.ok()) throw new Error(await opened.text());
  return consultation;
}

/** Selects words of the paper as a hand does: the page is told by the browser itself. */
const select = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const walk = document.createTreeWalker(document.querySelector('.consult-paper') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
      return;
    }
    throw new Error(`${wanted} does not stand in the paper`);
  }, words);

const opinion = (page: Page, number: number) => page.getByRole('article', { name: `第 ${number} 条` });

describe.each([1440, 360])('on a screen %i px wide', (width) => {
  it('the office pastes a paper, chooses units and a day, and sends it', async () => {
    const page = await enter('office', width);
    await open(page, '/consultations');
    await page.getByRole('link', { name: '发起征求意见' }).click();
    await page.getByLabel('文件名称').fill(`措施${width}`);
    await page.getByLabel('或者粘贴正文').fill(DRAFT);
    await page.getByRole('button', { name: '用粘贴的正文发起' }).click();
    await page.waitForURL(/view=units/);
    await page.getByRole('checkbox', { name: '区财政局' }).check();
    await page.getByRole('checkbox', { name: '区人力社保局' }).check();
    await page.getByLabel('截止日期').fill(addDays(office.today, 14));
    await page.getByLabel('截止日期').press('Enter');
    await page.getByRole('button', { name: '发出征求意见' }).click();
    await page.getByText(/已保存，.*截止/).waitFor();
    await page
      .getByRole('row', { name: /区财政局/ })
      .getByText('未答复')
      .waitFor();
    expect(await tooWide(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  it('a liaison without comment is done in two clicks from today', async () => {
    const title = `无意见的稿子${width}`;
    const consultation = await asked(title);
    const page = await enter('liaison', width);
    await open(page, '/');
    await page.getByRole('link', { name: `《${title}》等贵单位提意见` }).click();
    await page.getByRole('button', { name: '无意见' }).click();
    await page.getByText('已答复“无意见”。').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/office/consultations/${consultation}`);
    await open(page, '/');
    expect(await page.getByRole('link', { name: new RegExp(title) }).count()).toBe(0);
  });

  it('from the words selected to the published paper: what is adopted has to stand in the text first', async () => {
    const consultation = await asked(`有意见的稿子${width}`);
    const liaison = await enter('liaison', width);
    await open(liaison, `/consultations/${consultation}`);
    await select(liaison, '建成零工驿站60个');
    await liaison.getByRole('button', { name: '对选中的文字提意见' }).click();
    await liaison.getByLabel('改为').fill('建成零工驿站48个');
    await liaison.getByLabel('理由').fill('资金只够四十八个。');
    expect(await tooWide(liaison)).toBe(0);
    expect(await violations(liaison)).toEqual([]);
    await liaison.getByRole('button', { name: '提交意见' }).click();
    await opinion(liaison, 1).getByText('等待办理。').waitFor();

    const page = await enter('office', width);
    await open(page, `/consultations/${consultation}`);
    const card = opinion(page, 1);
    await card.getByText('资金只够四十八个。').waitFor();
    await card.getByRole('radio', { name: '采纳', exact: true }).check();
    await card.getByLabel('理由（必填，提出方能看到）').fill('同意。');
    await card.getByRole('button', { name: '保存采纳情况' }).click();
    await card.getByText('写明已采纳，但文中仍是“建成零工驿站60个”').waitFor();
    // A sentence is read across the card, not letter by letter down its edge.
    const [sentence, wide] = [await card.locator('.check-finding p').first().boundingBox(), await card.boundingBox()];
    expect(sentence?.width).toBeGreaterThan((wide?.width ?? 0) / 2);
    expect(await tooWide(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '定稿公布' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '定稿公布' }).click();
    await page.getByRole('alert').getByText('第 1 条意见的采纳情况与文件不一致').waitFor();

    await page.getByRole('link', { name: '改稿' }).click();
    await page.getByLabel('正文', { exact: true }).fill(DRAFT.replace('60个', '48个'));
    await page.getByRole('button', { name: '保存为第 2 稿' }).click();
    await page.getByText('已保存为第 2 稿：1 条意见已办结，0 条未办结。').waitFor();
    await page.getByRole('link', { name: '各稿对比' }).click();
    await page.locator('.piece-insert', { hasText: '48' }).waitFor();
    await page.locator('.piece-delete', { hasText: '60' }).waitFor();
    await page.getByRole('link', { name: '汇总说明' }).click();
    await page.getByText(/共收到 1 条意见，其中采纳 1 条/).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 Word 文件' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/汇总说明\.docx$/);
    // A unit is silent and the sender has not answered yet: publication says so and wants to know why it cannot wait.
    await page.getByRole('button', { name: '定稿公布' }).click();
    const early = page.getByRole('form', { name: '定稿公布' });
    await early.getByText(/还没有答复、.*前还可以答复的单位：1 家/).waitFor();
    await early.getByText(/第 1 条意见的提出方还没有答复采纳情况/).waitFor();
    await early.getByLabel('为什么不能等').fill('市里要求本周印发。');
    expect(await tooWide(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    await early.getByRole('button', { name: '提前定稿公布' }).click();
    await page.getByText('第 2 稿已定稿公布。').waitFor();
    await page.getByText('提前公布的理由：市里要求本周印发。').waitFor();
    await page.getByRole('link', { name: '经过' }).click();
    await page.getByText(/第 2 稿提前定稿公布，理由：市里要求本周印发。/).waitFor();
    expect(await tooWide(page)).toBe(0);

    await liaison.reload();
    await opinion(liaison, 1).getByText('同意。').waitFor();
    await liaison.getByText('第 2 稿已定稿公布。下面是定稿。').waitFor();
    await liaison.getByText('建成零工驿站48个').first().waitFor();
    await liaison.getByRole('button', { name: '和征求意见时的稿子对比' }).click();
    await liaison.locator('.piece-insert', { hasText: '48' }).waitFor();
    expect(await violations(liaison)).toEqual([]);
    await opinion(liaison, 1).getByRole('button', { name: '有异议' }).click();
    await opinion(liaison, 1).getByLabel('有异议的理由').fill('请再核算。');
    await opinion(liaison, 1).getByRole('button', { name: '提交异议' }).click();
    await opinion(liaison, 1).getByText('提出方有异议：请再核算。').waitFor();
  });

  it('the public speaks without signing in and without JavaScript, keeps a number, and sees what became of it', async () => {
    const title = `公开的稿子${width}`;
    const consultation = await asked(title, true);
    const context = await office.browser.newContext({
      viewport: { width, height: 700 },
      javaScriptEnabled: false,
      baseURL: office.base,
    });
    const page = await context.newPage();
    await page.goto('/?lang=zh');
    await page.getByRole('link', { name: '给文件提意见' }).click();
    await page.getByRole('link', { name: new RegExp(title) }).click();
    await page.getByLabel('加上一些内容').check();
    await page.getByLabel('您的意见和理由（必填）').fill('夜班工人也要用。');
    await page.getByRole('button', { name: '提交意见' }).click();
    await page.getByRole('alert').getByText('请写明改成或增加哪些字。').waitFor();
    expect(await page.getByLabel('您的意见和理由（必填）').inputValue()).toBe('夜班工人也要用。');
    await page.getByLabel('您建议写成什么').fill('夜间也开放');
    await page.getByRole('button', { name: '提交意见' }).click();
    const receipt = (await page.locator('.receipt').textContent()) ?? '';
    expect(receipt).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/);
    // The page is loaded anew, the form sent a second time: it is the same opinion.
    await page.reload();
    expect(await page.locator('.receipt').textContent()).toBe(receipt);

    const { request } = (await enter('office', 1440)).context();
    const shown = await (await request.get(`/api/consultations/${consultation}`)).json();
    expect(shown.opinions).toHaveLength(1);
    const data = { revision: 0, decision: 'not adopted', reason: '夜间人手不够。' };
    expect((await request.post(`/api/opinions/${shown.opinions[0].opinion}/decision`, { data })).ok()).toBe(true);

    await page.goto('/consultations');
    await page.getByLabel('意见编号').fill(receipt.toLowerCase());
    await page.getByRole('button', { name: '查看' }).click();
    await page.getByText('不采纳。理由：夜间人手不够。').waitFor();
    await page.getByLabel('不认可', { exact: true }).check();
    await page.getByLabel('为什么不认可').fill('白天都在上班。');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('您已表示不认可：白天都在上班。').waitFor();
    expect(await tooWide(page)).toBe(0);
    await context.close();
  });
});

it('every public page of a consultation passes axe and fits, in both languages', async () => {
  const consultation = await asked('公开给大家看的稿子', true);
  for (const lang of ['zh', 'en'] as const)
    for (const width of [360, 1440]) {
      const page = await office.visit({ lang, width });
      for (const address of ['/consultations', `/consultations/${consultation}`]) {
        await page.goto(`${address}?lang=${lang}`);
        expect([address, lang, width, await tooWide(page), await violations(page)]).toEqual([address, lang, width, 0, []]);
      }
      await page.context().close();
    }
});

it('of two officers who edit at once, the second keeps what was typed, sees what the first did, and saves on top', async () => {
  const consultation = await asked('两人同时改的稿子');
  const page = await enter('office', 1440);
  await open(page, `/consultations/${consultation}?view=edit`);
  await page.getByLabel('正文', { exact: true }).fill(DRAFT.replace('60个', '61个'));
  const { request } = (await enter('office', 1440)).context();
  const data = { base: 1, note: '', text: DRAFT.replace('3000人次', '3500人次') };
  expect((await request.post(`/api/consultations/${consultation}/versions`, { data })).ok()).toBe(true);
  await page.getByRole('button', { name: '保存为第 2 稿' }).click();
  await page.getByRole('alert').getByText('已有人保存到第 2 稿').waitFor();
  expect(await page.getByLabel('正文', { exact: true }).inputValue()).toContain('61个');
  await page.getByRole('link', { name: '看第 2 稿改了什么' }).waitFor();
  await page.getByRole('button', { name: '我已对照，以第 2 稿为底保存' }).click();
  await page.getByText(/已保存为第 3 稿/).waitFor();
});

it('what was typed and not saved is there again after looking at the opinions, and can be discarded', async () => {
  const consultation = await asked('写到一半的稿子');
  const page = await enter('office', 1440);
  await open(page, `/consultations/${consultation}?view=edit`);
  const text = page.getByLabel('正文', { exact: true });
  await text.fill(DRAFT.replace('60个', '61个'));
  await page.getByLabel('改了什么（可不填）').fill('多建一个');
  await page.getByText('还没有保存；写的内容先留在这台电脑上。').waitFor();
  await page.getByRole('link', { name: '意见', exact: true }).click();
  await page.getByText('还没有收到意见').waitFor();
  await page.getByRole('link', { name: '改稿' }).click();
  await page.getByText('这是您上次写到一半、没有保存的内容。').waitFor();
  expect(await text.inputValue()).toContain('61个');
  await page.reload();
  await page.getByText('这是您上次写到一半、没有保存的内容。').waitFor();
  expect(await page.getByLabel('改了什么（可不填）').inputValue()).toBe('多建一个');
  await page.getByRole('button', { name: '不要了，从现在的稿子改起' }).click();
  expect(await text.inputValue()).toBe(DRAFT);
  await page.getByRole('link', { name: '意见', exact: true }).click();
  await page.getByRole('link', { name: '改稿' }).click();
  expect(await text.inputValue()).toBe(DRAFT);
});

it('an opinion half written stays when other words are selected or none, and typed words that stand twice are asked about', async () => {
  const consultation = await asked('选了又选的稿子');
  const page = await enter('liaison', 1440);
  await open(page, `/consultations/${consultation}`);
  await select(page, '建成零工驿站60个');
  await page.getByRole('button', { name: '对选中的文字提意见' }).click();
  await page.getByLabel('改为').fill('由区教委商定');
  await page.getByLabel('理由').fill('避免交叉。');
  await select(page, '全天开放不少于10小时');
  await page.getByRole('button', { name: '对选中的文字提意见' }).click();
  await page.getByText('选中：全天开放不少于10小时').first().waitFor();
  await page.getByRole('button', { name: '不针对这几个字' }).click();
  expect(await page.getByLabel('改为').inputValue()).toBe('由区教委商定');
  expect(await page.getByLabel('理由').inputValue()).toBe('避免交叉。');
  await page.getByLabel('原文').fill('区教委');
  await page.getByRole('button', { name: '提交意见' }).click();
  await page.getByRole('alert').getByText('“区教委”在文件里有 2 处').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: /^第 2 项：/ }).click();
  await opinion(page, 1).getByText('避免交叉。').waitFor();
});

it('on a narrow screen the page of a paper opens at its top, with nothing lying over its buttons', async () => {
  const consultation = await asked('窄屏上的稿子', true);
  const { request } = (await enter('liaison', 1440)).context();
  const from = DRAFT.indexOf('培训合格的发给证书');
  const data = { unit: 'human-resources', version: 1, kind: 'remove', span: [from, from + 9], why: '重复。' };
  expect((await request.post(`/api/consultations/${consultation}/opinions`, { data })).ok()).toBe(true);
  const page = await enter('office', 360);
  await open(page, `/consultations/${consultation}`);
  await page.locator('.opinion-mark-chosen').waitFor();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.getByRole('button', { name: '定稿公布' }).click({ trial: true });
});
