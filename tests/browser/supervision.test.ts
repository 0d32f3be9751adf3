import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../server/kernel/term/day.ts';
import { type Office, openOffice, settled } from './office.ts';
import { button, heading, looksRight, PHONE, pickDay } from './on-page.ts';
import { milestonesOf, putBack, runDay, sender } from './supervised.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);
afterAll(() => office?.close());
afterEach(() => expect(office.takeFaults(409, 422)).toEqual([]));

/** Two digits for month and day. */
const longestDay = (today: Day): Day => `${Number(today.slice(0, 4)) + 1}-12-30`;

describe('a supervision notice', () => {
  it('is answered from the first page on a phone, returned, answered again with a new date, and accepted', async () => {
    const [planned] = milestonesOf(office.today);
    if (!planned) throw new Error('the plan of this story has milestones');
    const sent = { liaison: await sender(office, 'liaison'), office: await sender(office, 'office') };
    const content = { milestones: [planned], paths: [], serviceLevels: [] };
    const { revision } = await sent.liaison.put('/api/measures/1/plan', { revision: 0, content });
    await sent.liaison.post('/api/measures/1/plan/submit', { revision });
    await sent.office.post('/api/measures/1/plan/decide', { revision, accept: true });
    await putBack(office, planned.title, addDays(office.today, -14));
    await runDay(office);

    const liaison = await office.enter('liaison', { ...PHONE, lang: 'en' });
    await liaison.goto('/office');
    const task = liaison
      .getByRole('listitem')
      .filter({ hasText: `Answer Supervision notice 〔${office.today.slice(0, 4)}〕 No. 1:` });
    await task.getByText(/working days left: 5$/).waitFor();
    await task.getByRole('button', { name: 'Answer' }).click();
    await task.getByLabel('What is being done, and when it shows').fill('Two more people on it from Monday.');
    await looksRight(liaison);
    await task.getByRole('button', { name: 'Send the answer' }).click();
    await liaison.getByText('Answered; the office decides.').waitFor();
    await expect.poll(() => task.count()).toBe(0);

    const programmeOffice = await office.enter('office');
    await programmeOffice.goto('/office');
    await programmeOffice.getByRole('link', { name: /区人力社保局答复了督办通知〔\d{4}〕第1号，等您审核/ }).click();
    await programmeOffice.getByText('已答复，等专班审核，计时停住。').waitFor();
    await programmeOffice.locator('.as-written').getByText('Two more people on it from Monday.').waitFor();
    await button(programmeOffice, '退回').click();
    await programmeOffice.getByLabel('退回的理由，写明还差什么').fill('请给出完成的日期');
    await button(programmeOffice, '退回').click();
    await programmeOffice.getByText('已退回，单位的计时继续。').waitFor();
    await programmeOffice.locator('.verdict').getByText('请给出完成的日期').waitFor();

    await liaison.reload();
    await liaison.getByRole('link', { name: /Supervision notice .*: your answer was returned/ }).click();
    await liaison.getByText('请给出完成的日期').waitFor();
    await button(liaison, 'A new date').click();
    await liaison.getByLabel('Why, and what makes sure of it').fill('The list comes from the tax bureau on Friday.');
    await button(liaison, 'Send the answer').click();
    await liaison.getByRole('alert').getByText('Choose a day').waitFor();
    const newDate = addDays(office.today, 20);
    await pickDay(liaison, 'The new date', newDate);
    await looksRight(liaison);
    await button(liaison, 'Send the answer').click();
    await liaison.getByText('Answered; the office decides.').first().waitFor();

    await programmeOffice.reload();
    await programmeOffice.getByRole('button', { name: /^认可，改到/ }).click();
    await programmeOffice.getByText('已认可。').waitFor();
    await looksRight(programmeOffice);
    const { milestones } = await sent.liaison.get('/api/measures/1/plan');
    expect(milestones[0]).toMatchObject({ title: planned.title, dueOn: newDate, light: 'behind' });
    await Promise.all([liaison, programmeOffice].map((page) => page.context().close()));
    await Promise.all([sent.liaison.close(), sent.office.close()]);
  });

  it('is raised by a leader, its clock stopped and let run again, and taken back by the office', async () => {
    const leader = await office.enter('leader', PHONE);
    await leader.goto('/office/notices/new');
    await settled(leader);
    await leader.getByLabel('哪项任务').selectOption({ label: '任务 12　打造友好场景' });
    await leader.getByLabel('发给哪个单位').click();
    await leader.keyboard.type('社会工作');
    // The units of a task are fetched when it is chosen.
    await leader.locator('.ant-select-item-option', { hasText: '社会工作' }).first().click();
    await leader.getByLabel('级别').selectOption('urge');
    expect(await leader.getByLabel('几个工作日内答复').inputValue()).toBe('3');
    await leader.getByLabel('交办什么').fill('请把友好场景的点位在地图上标全');
    await looksRight(leader);
    await button(leader, '发出').click();
    await heading(leader, '催办');
    await leader
      .getByText(/沈远交办：请把友好场景的点位在地图上标全/)
      .first()
      .waitFor();
    await leader
      .getByText(/前，还有 3 个工作日/)
      .first()
      .waitFor();

    const programmeOffice = await office.enter('office');
    await programmeOffice.goto(new URL(leader.url()).pathname);
    await button(programmeOffice, '暂停计时').click();
    await programmeOffice.getByLabel('为什么暂停').fill('防汛值守，人手抽走');
    await button(programmeOffice, '暂停计时').click();
    await programmeOffice.getByText('计时暂停中，还剩 3 个工作日。').first().waitFor();
    await programmeOffice.getByText(/起：防汛值守，人手抽走/).waitFor();
    await button(programmeOffice, '恢复计时').click();
    await programmeOffice
      .getByText(/前，还有 3 个工作日/)
      .first()
      .waitFor();
    await button(programmeOffice, '撤回这件督办').click();
    await programmeOffice.getByLabel(/为什么撤回/).fill('已经当面说清楚了');
    await button(programmeOffice, '撤回这件督办').click();
    await programmeOffice.getByText('已撤回', { exact: true }).first().waitFor();
    await programmeOffice.emulateMedia({ media: 'print' });
    // What is printed is the paper that is downloaded, and nothing else of the page.
    const paper = programmeOffice.locator('.document');
    await paper.getByRole('heading', { name: '催办通知' }).waitFor();
    await paper.getByText('就业友好型城市建设工作专班').first().waitFor();
    await paper.getByText('已撤回').waitFor();
    expect(await paper.getByText('请把友好场景的点位在地图上标全').count()).toBe(1);
    expect(await programmeOffice.locator('.rail, .no-print').filter({ visible: true }).count()).toBe(0);
    await Promise.all([leader, programmeOffice].map((page) => page.context().close()));
  });
});

describe('the rules of supervision', () => {
  it('are changed as sentences by the office, refused where they contradict, and only read by others', async () => {
    const page = await office.enter('office');
    await page.goto('/office/supervision');
    await button(page, '修改规则').click();
    expect(await button(page, '执行新规则').isDisabled()).toBe(true);
    await page.getByLabel('第 1 条：数值').fill('5');
    await page.getByText('预设：当节点还有 3 个工作日到期，发提醒。').waitFor();
    await page.getByLabel('第 2 条：情况').selectOption('due-soon');
    await page.getByLabel('第 2 条：发什么').selectOption('urge');
    await page.getByLabel('为什么改').fill('多给两天准备');
    await pickDay(page, '从哪天起执行', longestDay(office.today));
    await page.setViewportSize(PHONE);
    await looksRight(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await pickDay(page, '从哪天起执行', office.today);
    await button(page, '执行新规则').click();
    await page.getByText('到期之前只发提醒。').first().waitFor();
    expect(await page.getByLabel('第 1 条：数值').inputValue()).toBe('5');
    await page.getByLabel('第 2 条：情况').selectOption('late');
    await page.getByLabel('第 2 条：发什么').selectOption('urge');
    await page.getByLabel('催办：过期不答复').selectOption('notice');
    await looksRight(page);
    await button(page, '执行新规则').click();
    await page.getByText('第 1 版已保存。').waitFor();
    await page.getByText('当节点还有 5 个工作日到期，发提醒。').waitFor();
    await page.getByText('升级为督办通知').waitFor();

    await button(page, '设静默期').click();
    await pickDay(page, '到哪天', longestDay(office.today));
    await looksRight(page);
    await pickDay(page, '到哪天', addDays(office.today, 3));
    await page.getByLabel('理由').fill('重大活动保障');
    await button(page, '设静默期').click();
    await page.getByText('正在静默').waitFor();
    await button(page, '现在结束').click();
    await page.getByText('没有静默期。').waitFor();

    const reader = await office.enter('liaison', { ...PHONE, lang: 'en' });
    await reader.goto('/office/supervision');
    await reader.getByText('When a milestone is due in 5 working days: Reminder.').waitFor();
    expect(await reader.getByRole('button', { name: 'Change the rules' }).count()).toBe(0);
    await looksRight(reader);
    await Promise.all([page, reader].map((one) => one.context().close()));
  });
});

describe('who does what', () => {
  it('a unit gathers its duties, one click away for its liaison; a milestone is reported there and returned with a reason', async () => {
    const liaison = await office.enter('liaison');
    await liaison.goto('/office');
    await liaison.getByRole('navigation', { name: '主要功能' }).getByRole('link', { name: '我的单位' }).click();
    await heading(liaison, '区人力社保局');
    const milestone = liaison.getByRole('listitem').filter({ hasText: '摸清重点企业用工需求' }).last();
    await milestone.getByRole('button', { name: '报送完成' }).click();
    await milestone.getByLabel('做成了什么，一两句话').fill('走访 86 家，清单已交');
    await milestone.getByRole('button', { name: '报送完成' }).click();
    await liaison.getByText('已报送，等专班确认。').waitFor();

    const programmeOffice = await office.enter('office', PHONE);
    await programmeOffice.goto('/office/units');
    await programmeOffice.getByLabel('查找单位').fill('人力');
    await programmeOffice.getByRole('link', { name: '区人力社保局' }).click();
    const reported = programmeOffice.getByRole('listitem').filter({ hasText: '走访 86 家' });
    await reported.getByRole('button', { name: '退回' }).click();
    await reported.getByLabel('退回的理由，写明还差什么').fill('请附清单的编号');
    await reported.getByRole('button', { name: '退回' }).click();
    await programmeOffice.getByText('已退回。').waitFor();
    await looksRight(programmeOffice);

    await liaison.goto('/office');
    const task = liaison.getByRole('listitem').filter({ hasText: '节点“摸清重点企业用工需求”的报送被退回' });
    await task.getByText('理由：请附清单的编号').waitFor();
    await task.getByRole('button', { name: '报送完成' }).click();
    await task.getByLabel('做成了什么，一两句话').fill('走访 86 家，清单编号 2026-11');
    await task.getByRole('button', { name: '报送完成' }).click();
    await expect.poll(() => task.count()).toBe(0);
    await Promise.all([liaison, programmeOffice].map((page) => page.context().close()));
  });

  it('a milestone that a document shows is reported from the first page on a phone, with its document', async () => {
    const sent = { liaison: await sender(office, 'liaison'), office: await sender(office, 'office') };
    const planned = { title: '定稿工种目录', unit: 'human-resources', deliverable: '目录', proof: 'document' as const };
    const content = { milestones: [{ ...planned, dueOn: addDays(office.today, 3) }], paths: [], serviceLevels: [] };
    const { revision } = await sent.liaison.put('/api/measures/6/plan', { revision: 0, content });
    await sent.liaison.post('/api/measures/6/plan/submit', { revision });
    await sent.office.post('/api/measures/6/plan/decide', { revision, accept: true });

    const liaison = await office.enter('liaison', PHONE);
    await liaison.goto('/office');
    const task = liaison.getByRole('listitem').filter({ hasText: '定稿工种目录' });
    await task.getByRole('button', { name: '报送完成' }).click();
    await task.getByLabel('做成了什么，一两句话').fill('目录已定稿');
    await task.getByRole('button', { name: '报送完成' }).click();
    await task.getByRole('alert').waitFor();
    await task
      .locator('input[type=file]')
      .setInputFiles({ name: '工种目录.txt', mimeType: 'text/plain', buffer: Buffer.from('电工、焊工') });
    await task.getByRole('link', { name: '工种目录.txt' }).waitFor();
    await looksRight(liaison);
    await task.getByRole('button', { name: '报送完成' }).click();
    await liaison.getByText('已报送，等专班确认。').waitFor();
    await expect.poll(() => task.count()).toBe(0);
    const { milestones } = await sent.liaison.get('/api/measures/6/plan');
    expect(milestones[0]).toMatchObject({ state: 'reported', evidence: [{ name: '工种目录.txt' }] });
    await Promise.all([sent.liaison.close(), sent.office.close(), liaison.context().close()]);
  });

  it('a leader reads on a phone what is behind, whose, why and since when', async () => {
    const leader = await office.enter('leader', { ...PHONE, lang: 'en' });
    await leader.goto('/office');
    await heading(leader, 'What is behind');
    await leader.getByText(/of 14 tasks \d+ (is on its|are on their) way, \d+ needs? attention/).waitFor();
    const schooling = leader.getByRole('listitem').filter({ hasText: 'Task 9' });
    await schooling.getByText(/It has no figure, and no accepted plan yet/).waitFor();
    await schooling.getByRole('link', { name: 'Education Commission' }).waitFor();
    await schooling.getByText('Since today').waitFor();
    const skills = leader.locator('.leader-item').filter({ hasText: 'Task 6' });
    const second = skills.getByRole('link', { name: 'Skill assessment' });
    expect(await second.isVisible()).toBe(false);
    await skills.getByText(/^and \d+ more$/).click();
    await second.waitFor();
    await expect.poll(() => skills.getByText('Since today').count()).toBeGreaterThan(1);
    await looksRight(leader);
    await leader.context().close();
  });

  it('a leader reads on a phone what happened to a task: what counts at once, the rest one press away', async () => {
    const leader = await office.enter('leader', PHONE);
    await leader.goto('/office/measures/1');
    const sent = leader
      .getByRole('listitem')
      .filter({ hasText: /向区人力社保局发出督办通知〔\d{4}〕第1号：“摸清重点企业用工需求”应在/ });
    await sent.getByRole('link', { name: '看督办' }).waitFor();
    const handedIn = leader.getByText(/^区人力社保局报送实施方案，含 1 个节点/);
    expect(await handedIn.isVisible()).toBe(false);
    await leader
      .getByText(/^另有 \d+ 条$/)
      .last()
      .click();
    await handedIn.waitFor();
    await looksRight(leader);
    await button(leader, '督办').click();
    await expect.poll(() => leader.getByText(/^另有 \d+ 条$/).count()).toBe(0);
    await sent.getByRole('link', { name: '看督办' }).click();
    await leader.getByRole('heading', { level: 1 }).getByText(/第1号/).waitFor();
    await leader.context().close();
  });
});
