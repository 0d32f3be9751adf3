import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../server/kernel/term/day.ts';
import { type Office, openOffice, settled } from './office.ts';
import { button, heading, looksRight, PHONE, pickDay } from './on-page.ts';
import { sender } from './supervised.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);
afterAll(() => office?.close());
afterEach(() => expect(office.takeFaults(409, 422)).toEqual([]));

const isSaved = (page: Page) =>
  page
    .locator('.plan-bar-state')
    .getByText(/^已保存/)
    .waitFor();

describe('an implementation plan', () => {
  it('is written, handed in with a gap that shows at its field, returned, changed, handed in again and accepted', async () => {
    const liaison = await office.enter('liaison');
    await liaison.goto('/office');
    await liaison.getByRole('link', { name: '给任务 6“提升职业技能”写实施方案' }).click();
    await heading(liaison, '任务 6 的实施方案');
    const first = liaison.getByRole('group', { name: '第 1 个节点' });
    await first.getByLabel('做什么').fill('发布急需紧缺工种目录');
    await first.getByLabel('交付什么').fill('目录第一版');
    await button(liaison, '报送').click();
    await first.getByText('请选完成日期。').waitFor();
    await expect.poll(() => liaison.evaluate(() => document.activeElement?.closest('.ant-picker') !== null)).toBe(true);
    await liaison.getByText('还有 1 处要补').waitFor();
    await looksRight(liaison);

    // What is typed is saved by itself, and is there after a reload.
    await pickDay(liaison, '完成日期', addDays(office.today, 40));
    await liaison.getByText('内容齐了，可以报送').waitFor();
    await button(liaison, '加一个节点').click();
    const second = liaison.getByRole('group', { name: '第 2 个节点' });
    await second.getByLabel('做什么').fill('培训过半');
    await second.getByLabel('交付什么').fill('培训 5,000 人次');
    await second.getByLabel('怎么算完成').selectOption('figure');
    await second.getByLabel('哪个指标').selectOption({ label: '技能培训' });
    await second.getByLabel(/到多少/).fill('5,000');
    await liaison.getByText('还有 1 处要补').waitFor();
    await isSaved(liaison);
    await liaison.reload();
    await settled(liaison);
    expect(await second.getByLabel(/到多少/).inputValue()).toBe('5000');
    await pickDay(second, '完成日期', addDays(office.today, 90));
    await liaison.getByRole('group', { name: '技能培训的进度' }).getByRole('button', { name: '按月定' }).click();
    const months = liaison.locator('.path-cell input');
    expect(await months.count()).toBe(36);
    expect(await months.last().getAttribute('readonly')).not.toBeNull();
    await liaison.getByText('内容齐了，可以报送').waitFor();
    await button(liaison, '报送').click();
    await liaison.getByText('已报送，等专班审核。').waitFor();
    await button(liaison, '撤回修改').waitFor();

    const programmeOffice = await office.enter('office');
    await programmeOffice.goto('/office');
    await programmeOffice.getByRole('link', { name: '任务 6 的实施方案等您审核' }).click();
    await programmeOffice.getByText('这是第一份方案，没有可比的。').waitFor();
    expect(await programmeOffice.getByRole('row').count()).toBe(3);
    await button(programmeOffice, '退回').click();
    await button(programmeOffice, '退回').click();
    await programmeOffice.getByText('请至少写 4 个字。').waitFor();
    await programmeOffice.getByLabel('退回的理由，写明要改什么').fill('目录要写明由谁评审');
    await button(programmeOffice, '退回').click();
    await programmeOffice.getByText('已退回，牵头单位会看到理由。').waitFor();

    await liaison.goto('/office');
    await liaison.getByText('理由：目录要写明由谁评审').waitFor();
    await liaison.getByRole('link', { name: /任务 6.*被退回/ }).click();
    await liaison.getByText('照意见改好，再报送一次。').waitFor();
    await first.getByLabel('交付什么').fill('经专家评审的目录第一版');
    await button(liaison, '报送').click();
    await liaison.getByText('已报送，等专班审核。').waitFor();

    await programmeOffice.goto('/office/measures/6/plan');
    await programmeOffice.getByText('经专家评审的目录第一版').waitFor();
    await looksRight(programmeOffice);
    await button(programmeOffice, '同意，开始执行').click();
    await programmeOffice.getByText(/审核通过，正在执行/).waitFor();
    await programmeOffice.getByRole('button', { name: /按序\s*发布急需紧缺工种目录/ }).waitFor();
    await Promise.all([liaison, programmeOffice].map((page) => page.context().close()));
  });

  it('that changes one in force shows the office what is new, moved and dropped', async () => {
    const liaison = await office.enter('liaison');
    await liaison.goto('/office/measures/6/plan');
    await button(liaison, '修改方案').click();
    await pickDay(liaison.getByRole('group', { name: '第 1 个节点' }), '完成日期', addDays(office.today, 55));
    await liaison.getByRole('button', { name: '去掉第 2 个节点' }).click();
    await button(liaison, '加一个节点').click();
    const added = liaison.getByRole('group', { name: '第 2 个节点' });
    await added.getByLabel('做什么').fill('技能竞赛');
    await added.getByLabel('交付什么').fill('竞赛方案');
    await pickDay(added, '完成日期', addDays(office.today, 120));
    await added.getByLabel('谁来做').click();
    await liaison.keyboard.type('宋庄');
    await liaison.getByText('宋庄镇政府', { exact: true }).last().click();
    await liaison.getByText('内容齐了，可以报送').waitFor();
    await button(liaison, '报送').click();
    await liaison.getByText('新增 1 个，改期 1 个，改写 0 个，取消 1 个，0 个不变。').waitFor();

    const programmeOffice = await office.enter('office', { ...PHONE, lang: 'en' });
    await programmeOffice.goto('/office/measures/6/plan');
    await programmeOffice.getByText('New 1, moved 1, changed 0, dropped 1, the same 0.').waitFor();
    await looksRight(programmeOffice);
    await button(programmeOffice, 'Accept').click();
    await programmeOffice
      .getByText(/in force\.$/)
      .first()
      .waitFor();
    await Promise.all([liaison, programmeOffice].map((page) => page.context().close()));
  });

  it('says in English where it stands in two sentences, and whose it is in one language', async () => {
    const liaison = await office.enter('liaison', { lang: 'en' });
    await liaison.goto('/office/measures/6/plan');
    await button(liaison, 'Change the plan').click();
    await liaison.getByText(/in force\. Made from the plan in force/).waitFor();
    await liaison.locator('.rail-role', { hasText: 'Unit liaison · Human Resources and Social Security Bureau' }).waitFor();
    await liaison.context().close();
  });

  it('of six milestones and months of its own fits a screen; on a phone a line stands for each milestone, and a gap opens it', async () => {
    const liaison = await sender(office, 'liaison');
    const milestones = [1, 2, 3, 4, 5, 6].map((no) => ({
      title: `第 ${no} 批培训班结业并完成评价`,
      dueOn: no === 4 ? '' : addDays(office.today, 20 * no),
      unit: 'human-resources',
      deliverable: '结业名单',
      proof: 'document',
    }));
    const { inWork, figures } = await liaison.get('/api/measures/6/plan');
    const [figure] = figures;
    const months = [2025, 2026, 2027].flatMap((year) =>
      Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`),
    );
    const points = months.map((month, at) => ({
      month,
      value: month === '2026-05' ? 0 : Math.floor((figure.total * (at + 1)) / 36),
    }));
    const content = { milestones, paths: [{ figure: figure.code, points }], serviceLevels: [] };
    await liaison.put('/api/measures/6/plan', { revision: inWork?.revision ?? 0, content });
    await liaison.close();

    const page = await office.enter('liaison');
    await page.goto('/office/measures/6/plan');
    await page.getByText(/^按 36 个月定：2025年12月 /).waitFor();
    await settled(page);
    const form = page.locator('.plan-form');
    const cells = page.locator('.path-cell');
    expect(await cells.count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(900);
    await page.getByRole('button', { name: '逐月改' }).click();
    expect(await cells.count()).toBe(36);
    await looksRight(page);
    await page.getByRole('button', { name: '收起' }).click();
    expect(await cells.count()).toBe(0);

    await page.setViewportSize(PHONE);
    expect((await form.boundingBox())?.height).toBeLessThan(PHONE.height);
    expect(await page.locator('.bottom-bar').isVisible()).toBe(false);
    const titles = page.getByLabel('做什么');
    expect(await titles.filter({ visible: true }).count()).toBe(0);
    await page.getByRole('button', { name: /第 2 批培训班.*区人力社保局/ }).click();
    await expect.poll(() => titles.nth(1).evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await titles.filter({ visible: true }).count()).toBe(1);
    await looksRight(page);
    // Handed in with gaps: the fourth opens at its field, and so do the months.
    await button(page, '报送').click();
    const fourth = page.getByRole('group', { name: '第 4 个节点' });
    await fourth.getByText('请选完成日期。').waitFor();
    await expect.poll(() => fourth.evaluate((row) => row.contains(document.activeElement))).toBe(true);
    await page.getByText(/累计进度不能比前面的/).waitFor();
    await pickDay(fourth, '完成日期', addDays(office.today, 80));
    await page.getByLabel('2026年5月底到多少').fill(String(points[15]?.value));
    await page.getByText('内容齐了，可以报送').waitFor();
    expect(await page.getByLabel('2026年5月底到多少').isVisible()).toBe(true);
    await looksRight(page);
    await page.context().close();
  });

  it('keeps what was typed when it cannot be saved, through a reload too, and asks when a colleague was quicker', async () => {
    const page = await office.enter('liaison');
    await page.goto('/office/measures/7/plan');
    await settled(page);
    await page.route('**/api/measures/7/plan', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await page.getByLabel('做什么').fill('劳动合同普查');
    await page.getByText('连不上服务器').first().waitFor();
    await page.getByText('还没有保存').waitFor();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText('找回了您上次没有存上的内容。').waitFor();
    expect(await page.getByLabel('做什么').inputValue()).toBe('劳动合同普查');
    await page.unroute('**/api/measures/7/plan');
    await button(page, '保存').click();
    await isSaved(page);

    const colleague = await office.enter('liaison');
    await colleague.goto('/office/measures/7/plan');
    await colleague.getByLabel('做什么').fill('劳动合同普查（同事改的）');
    await isSaved(colleague);
    await page.getByLabel('交付什么').fill('普查报告');
    await page.getByText('别人刚改过这份方案').waitFor();
    expect(await page.getByLabel('交付什么').inputValue()).toBe('普查报告');
    await looksRight(page);
    await button(page, '用我写的').click();
    await isSaved(page);
    await colleague.reload();
    await expect.poll(() => colleague.getByLabel('交付什么').inputValue()).toBe('普查报告');
    await Promise.all([page, colleague].map((one) => one.context().close()));
    office.takeFaults(409); // the console tells of the requests that this story cut
  });
});

describe('a light', () => {
  it('opens by keyboard: its rule, its numbers and its history; Escape leads back to it', async () => {
    const page = await office.enter('office');
    await page.goto('/office/ledger');
    await settled(page);
    const door = page.getByRole('button', { name: /提升职业技能，看为什么/ });
    await door.focus();
    await page.keyboard.press('Enter');
    const story = page.getByRole('dialog', { name: '提升职业技能：亮灯的原因' });
    await story.getByRole('heading', { name: '由哪些项组成' }).waitFor();
    await story.getByText('发布急需紧缺工种目录').waitFor();
    await story.getByText('取各项里最差的一盏灯。').waitFor();
    await story.getByRole('listitem').nth(3).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => story.count()).toBe(0);
    expect(await door.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.goto('/office/figures/6a');
    await settled(page);
    await page.getByRole('button', { name: /技能培训，看为什么/ }).click();
    const figure = page.getByRole('dialog', { name: '技能培训：亮灯的原因' });
    await figure.getByText(/105% 以上亮“超前”，95% 以上亮“按序”/).waitFor();
    await page.context().close();
  });
});

describe('a task without figures', () => {
  it('is followed by milestones and a level of service that its records show; its liaison finds both units in the rail', async () => {
    const security = await sender(office, 'security');
    const { rows } = await security.get('/api/people?search=liaison');
    await security.post(`/api/people/${rows[0].account}/roles`, { role: 'liaison', unit: 'education' });
    const liaison = await office.enter('liaison', PHONE);
    await liaison.goto('/office/measures/9/plan');
    await liaison.getByLabel('做什么').fill('入学一件事上线');
    await liaison.getByLabel('交付什么').fill('联办表单');
    await pickDay(liaison, '完成日期', addDays(office.today, 25));
    expect(await liaison.getByLabel('怎么算完成').locator('option').allTextContents()).toEqual(['交一份材料', '写一句说明']);
    await liaison.getByLabel(/入学申请平均办理天数/).fill('10');
    await looksRight(liaison);
    await liaison.getByText('内容齐了，可以报送').waitFor();
    await button(liaison, '报送').click();
    await liaison.getByText('已报送，等专班审核。').waitFor();
    await button(liaison, '更多').click();
    for (const unit of ['区人力社保局', '区教委'])
      await liaison.locator('#sheet').getByRole('link', { name: unit, exact: true }).waitFor();

    const programmeOffice = await office.enter('office');
    await programmeOffice.goto('/office/measures/9/plan');
    await programmeOffice.getByText(/入学申请平均办理天数：始终不超过 10/).waitFor();
    await button(programmeOffice, '同意，开始执行').click();
    await programmeOffice.getByText(/审核通过，正在执行/).waitFor();
    await programmeOffice.goto('/office/ledger');
    const row = programmeOffice.locator('.ledger-measure').filter({ hasText: '服务随迁子女' });
    await row.getByText(/1 个节点，已办结 0 个；入学申请平均办理天数/).waitFor();
    expect(await row.getByText('不设数字').count()).toBe(0);

    await programmeOffice.goto('/office/measures/9');
    await button(programmeOffice, '暂停这项任务的计时').click();
    await programmeOffice.getByLabel('为什么暂停').fill('等市里的新口径');
    await button(programmeOffice, '暂停计时').click();
    await programmeOffice.getByText(/计时暂停。.*等市里的新口径/).waitFor();
    await looksRight(programmeOffice);
    await button(programmeOffice, '恢复计时').click();
    await button(programmeOffice, '暂停这项任务的计时').waitFor();
    await security.close();
    await Promise.all([liaison, programmeOffice].map((page) => page.context().close()));
  });
});
