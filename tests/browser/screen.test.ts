import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);
afterAll(() => office?.close());

it('the big screen says in one sentence how all tasks stand, and shows a record within ten seconds of its being sent', async () => {
  const screen = await office.enter('leader', { width: 1920, height: 1080 });
  await screen.goto('/screen');
  const sentence = screen.getByRole('heading', { level: 1 });
  await sentence.filter({ hasText: /^14 项任务中 \d+ 项按序推进/ }).waitFor();
  expect(await screen.locator('.multiple').count()).toBe(19);
  // Read from five metres: no word smaller than 22 px, and nothing cut off.
  const small = await screen.evaluate(() =>
    [...document.querySelectorAll('main *')].flatMap((element) => {
      const says = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      return says && size < 21.9 ? [`${element.textContent} ${size} px`] : [];
    }),
  );
  expect(small).toEqual([]);
  const page = await screen.evaluate(() => ({
    high: document.documentElement.scrollHeight - innerHeight,
    wide: document.documentElement.scrollWidth - innerWidth,
  }));
  expect(page).toEqual({ high: 0, wide: 0 });
  await screen.getByText('今天还没有新记录').waitFor();

  const street = await office.enter('office');
  const row = { name: '园区专场', form: '招聘会', heldOn: office.today, area: '马驹桥镇', employers: '30' };
  const answer = await street.context().request.post('/api/records/activity', { data: { row } });
  expect(answer.status()).toBe(200);
  const sent = performance.now();
  const change = screen.getByRole('region', { name: '今天办的事' }).getByText('举办就业活动');
  await change.waitFor({ timeout: 15_000 });
  expect(performance.now() - sent).toBeLessThan(10_000);
  await screen
    .locator('.multiple', { hasText: '招聘活动' })
    .filter({ hasText: /^招聘活动1/ })
    .waitFor();

  expect(office.takeFaults()).toEqual([]);
  await street.context().close();
  await screen.context().close();
});

it('the big screen says clearly when it is cut off, keeps what it showed, and goes on by itself', async () => {
  const screen = await office.enter('leader', { width: 1920, height: 1080 });
  await screen.goto('/screen');
  const status = screen.getByRole('status');
  await status.filter({ hasText: '实时' }).waitFor();
  await screen.context().setOffline(true);
  await status.filter({ hasText: /数据停在 \d\d:\d\d:\d\d，正在重新连接/ }).waitFor({ timeout: 15_000 });
  expect(await screen.locator('.multiple').count()).toBe(19);
  await screen.context().setOffline(false);
  await status.filter({ hasText: '实时' }).waitFor({ timeout: 15_000 });
  await screen.context().close();
  expect(office.takeFaults().filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});

it('the big screen closes as soon as the leader’s role has ended', async () => {
  const screen = await office.enter('leader', { width: 1920, height: 1080 });
  await screen.goto('/screen');
  await screen.getByRole('status').filter({ hasText: '实时' }).waitFor();
  const { request } = (await office.enter('security')).context();
  const people = (await (await request.get('/api/people?search=leader')).json()) as { rows: { grants: { id: string }[] }[] }; // reason: a test may fail on a wrong shape
  const ended = await request.post(`/api/people/roles/${people.rows[0]?.grants[0]?.id}/end`, { data: {} });
  expect(ended.status()).toBe(200);
  await screen.getByRole('link', { name: '去登录' }).waitFor({ timeout: 15_000 });
  expect(await screen.locator('.multiple').count()).toBe(0);
  await screen.context().close();
  expect(office.takeFaults(401)).toEqual([]);
});
