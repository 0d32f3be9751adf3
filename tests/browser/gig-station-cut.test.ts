import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { answeredPosts, isKept, isOfCut, openDevice } from './gig-devices.ts';
import { type Market, openGigMarket } from './gig-market.ts';
import { type Office, openOffice } from './office.ts';
import { button, looksRight } from './on-page.ts';

let office: Office;
let market: Market;
beforeAll(async () => {
  office = await openOffice();
  market = await openGigMarket(office);
}, 180_000);
afterAll(() => office?.close());
afterEach(() => expect(office.takeFaults(404, 409).filter((fault) => !isOfCut(fault))).toEqual([]));

const TEN_MINUTES = 600_000;
const line = () => market.get(`/api/gig-stations/${market.station}/line`);
const entryOf = async (worker: string) =>
  (await line()).entries.find((entry: { worker: string }) => entry.worker === worker) as {
    number: number;
    at: string;
    state: string;
  };
const device = (kind: 'kiosk' | 'screen', size: { width: number; height: number }) => openDevice({ office, market }, kind, size);

describe('ten minutes without network', () => {
  it('at the screen: the board stands with its time over a reload, and afterwards it goes on by itself with what came meanwhile', async () => {
    const page = await device('screen', { width: 1080, height: 1920 });
    const answered = answeredPosts(page);
    await page.clock.install({ time: Date.now() });
    await page.goto(`/station/${market.code}/screen`);
    await page.locator('.code svg').waitFor();
    await isKept(page, '/station/');
    await page.context().setOffline(true);
    await page.clock.fastForward(TEN_MINUTES);
    const stands = page.getByRole('status').filter({ hasText: /网络断了，内容停在/ });
    await stands.waitFor({ timeout: 10_000 });
    const before = await page.locator('.order-line').count();
    await page.reload();
    await stands.waitFor({ timeout: 10_000 });
    expect(await page.locator('.order-line').count()).toBe(before);
    await market.order({ trade: 'gardening' }, { site: '断网时来的单', hours: 0.5 });
    await page.context().setOffline(false);
    await page.getByRole('status').filter({ hasText: '正在开放' }).waitFor({ timeout: 15_000 });
    await page.getByText('断网时来的单').waitFor({ timeout: 15_000 });
    expect(answered.keys()).toEqual([]);
    await page.context().close();
  });

  it('at the kiosk: the check-in is noted, stays over a reload, and is sent once with its own time', async () => {
    const worker = await market.worker('刘洋', {}, false);
    const page = await device('kiosk', { width: 1280, height: 800 });
    const answered = answeredPosts(page);
    const tapped = Date.now() - TEN_MINUTES;
    await page.clock.install({ time: tapped });
    await page.goto(`/station/${market.code}/kiosk`);
    await page.getByRole('heading', { name: '签到排队' }).waitFor();
    await isKept(page, '/station/');
    await page.context().setOffline(true);
    await page.keyboard.type(worker.number);
    await page.keyboard.press('Enter');
    await page.getByText(/^\d\d:\d\d 已经记下$/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.getByText('记下了 1 个签到').waitFor();
    await page.keyboard.type('888888');
    await page.keyboard.press('Enter');
    await page.getByText('已经记下').waitFor();
    await page.clock.fastForward(TEN_MINUTES);
    await page.context().setOffline(false);
    await page.getByText('有 1 个没签上（…8888），请到窗口。').waitFor({ timeout: 15_000 });
    await page.reload();
    await button(page, '窗口知道了').click();
    await page.getByText('现在叫到').waitFor();
    const entry = await entryOf(worker.id);
    expect(Math.abs(Date.parse(entry.at) - tapped)).toBeLessThan(60_000);
    expect((await line()).entries.filter((one: { worker: string }) => one.worker === worker.id)).toHaveLength(1);
    expect([answered.keys().length, new Set(answered.keys()).size]).toEqual([2, 2]);
    await page.context().close();
  });

  it('at the counter: the line stays readable, what is done is sent in order and once, and what is refused waits to be settled', async () => {
    const newcomer = await market.worker('陈静', {}, false);
    const [one, two] = [await market.worker('张伟'), await market.worker('李秀英')];
    const order = await market.order({}, { seats: 1, site: '台湖演艺车间' });
    await market.order({ trade: 'cleaning' }, { site: '不是他们的工种' });
    const page = await office.enter('station');
    const answered = answeredPosts(page);
    const began = Date.now() - TEN_MINUTES;
    await page.clock.install({ time: began });
    await page.goto(`/office/gig-station?person=${one.id}`);
    await page
      .getByRole('complementary')
      .getByText('李**')
      .or(page.getByRole('button', { name: '张*' }))
      .first()
      .waitFor();
    // Seen while there was network, so known without it.
    await page.keyboard.press('w');
    await page.getByLabel(/台湖演艺车间/).waitFor();
    await page.keyboard.press('Escape');
    await isKept(page, '/office/gig-station');

    await page.context().setOffline(true);
    await page.getByText(/^网络断了，下面是 \d\d:\d\d 的情况/).waitFor({ timeout: 15_000 });
    await page.keyboard.press('i');
    await page.getByLabel(/^刷卡/).fill(newcomer.number);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `记下签到 …${newcomer.number.slice(-4)}` }).click();
    await page.getByText('记下了。号码要等网络好了才有').waitFor();
    for (const worker of [one, two]) {
      await page.goto(`/office/gig-station?person=${worker.id}`);
      await page.getByRole('heading', { level: 2, name: `${worker.place} 号` }).waitFor();
      await page.keyboard.press('w');
      await page.getByLabel(/台湖演艺车间/).check();
      expect(await page.getByLabel(/不是他们的工种/).count()).toBe(0);
      await page.getByRole('button', { name: '叫过前面的，没有人来' }).click();
      await button(page, `派到 ${order.number} 号单`).click();
      await page.getByText(`${worker.place} 号派到 ${order.number} 号单`).waitFor();
    }
    await page.locator('summary', { hasText: '登记一次服务' }).click();
    await page.getByLabel('帮了什么').fill('手划破了，包扎');
    await page.getByLabel('哪个窗口').selectOption({ label: '急救' });
    await button(page, '记下这次服务').click();
    await page.getByRole('region', { name: '等着送出的' }).getByText('4 件等着送出').waitFor();
    await page.reload();
    await page.getByRole('region', { name: '等着送出的' }).getByText('4 件等着送出').waitFor();
    await page.getByRole('button', { name: '张*' }).waitFor();
    await looksRight(page);

    await page.clock.fastForward(TEN_MINUTES);
    await page.context().setOffline(false);
    const refused = page.getByRole('region', { name: '要处理的' });
    await refused.getByText(`${two.place} 号派到 ${order.number} 号单`).waitFor({ timeout: 20_000 });
    await refused.getByText('这个用工单已经满了。').waitFor();
    await page.getByRole('region', { name: '等着送出的' }).waitFor({ state: 'detached' });
    await page.reload();
    await refused.waitFor();
    await looksRight(page);
    await button(page, '处理好了').click();
    await refused.waitFor({ state: 'detached' });

    const entries = (await line()).entries as { worker: string; at: string; state: string }[];
    const [came] = entries.filter(({ worker }) => worker === newcomer.id);
    expect(Math.abs(Date.parse(came?.at ?? '') - began)).toBeLessThan(120_000);
    expect([(await entryOf(one.id)).state, (await entryOf(two.id)).state]).toEqual(['placed', 'waiting']);
    const { services } = await market.get(`/api/gig-stations/${market.station}/services`);
    expect(services.filter(({ note }: { note: string }) => note === '手划破了，包扎')).toHaveLength(1);
    expect([answered.keys().length, new Set(answered.keys()).size]).toEqual([4, 4]);
    await page.context().close();
  });
});
