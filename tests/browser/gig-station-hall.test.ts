import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tooWide, violations } from './axe.ts';
import { isOfCut, openDevice } from './gig-devices.ts';
import { type Market, openGigMarket } from './gig-market.ts';
import { type Office, openOffice } from './office.ts';
import { button, looksRight, PHONE } from './on-page.ts';

let office: Office;
let market: Market;
beforeAll(async () => {
  office = await openOffice();
  market = await openGigMarket(office);
}, 180_000);
afterAll(() => office?.close());
afterEach(() => expect(office.takeFaults(404, 409).filter((fault) => !isOfCut(fault))).toEqual([]));

const line = () => market.get(`/api/gig-stations/${market.station}/line`);
const entryOf = async (worker: string) =>
  (await line()).entries.find((entry: { worker: string }) => entry.worker === worker) as {
    number: number;
    at: string;
    state: string;
  };
const device = (kind: 'kiosk' | 'screen', size: { width: number; height: number }) => openDevice({ office, market }, kind, size);

describe('the kiosk', () => {
  it('is made of a browser by an officer, who is signed out of it; takes cards and numbers, and is ended in the office', async () => {
    const worker = await market.worker('欧阳小明', {}, false);
    const page = await office.enter('station', { width: 1080, height: 1920 });
    await page.goto(`/station/${market.code}/set-up`);
    await page.getByLabel('当什么用').selectOption({ label: '自助机' });
    await button(page, '把这个浏览器设成自助机').click();
    await page.getByText('请先给这台机器起个名字').waitFor();
    await page.getByLabel('叫什么').fill('门口左边');
    await looksRight(page);
    await button(page, '把这个浏览器设成自助机').click();
    await page.getByRole('heading', { name: '签到排队' }).waitFor();
    expect((await (await page.context().request.get('/api/me')).json()).signedIn).toBe(false);
    for (const key of await page.locator('.kiosk button').all()) {
      const { width = 0, height = 0 } = (await key.boundingBox()) ?? {};
      expect(Math.min(width, height), await key.innerText()).toBeGreaterThanOrEqual(60);
    }

    await page.getByText('演示数据').waitFor();
    for (const digit of worker.number) await button(page, digit).click();
    await button(page, '签到').click();
    await page.getByText('欧阳**，您的号是').waitFor();
    expect(Number(await page.locator('.ticket-number').textContent())).toBe((await entryOf(worker.id)).number);
    expect(await violations(page)).toEqual([]);
    // The scanner types and presses Enter, wherever the focus is.
    await page.keyboard.type(worker.card);
    await page.keyboard.press('Enter');
    await page.getByText('欧阳**，您签过到了，号不变').waitFor();
    await page.keyboard.type('99999999');
    await page.keyboard.press('Enter');
    await page.getByText('这不像卡、六位号码或手机号码。').waitFor();
    await page.keyboard.type('999999');
    await page.keyboard.press('Enter');
    await page.getByText('没找到这张卡或这个号码。请到窗口登记。').waitFor();
    expect(await violations(page)).toEqual([]);
    await button(page, '好了').click();
    await button(page, 'English').click();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('heading', { name: 'Check in' }).waitFor();
    expect([await violations(page), await tooWide(page)]).toEqual([[], 0]);
    await page.setViewportSize(PHONE);
    const { bottom, lines } = await page.evaluate(() => ({
      bottom: document.querySelector('.kiosk .pad-done')?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY,
      lines: document.querySelector('.other-language')?.getClientRects().length,
    }));
    expect(bottom).toBeLessThanOrEqual(PHONE.height);
    expect(lines).toBe(1);
    expect([await violations(page), await tooWide(page)]).toEqual([[], 0]);

    const { devices } = await market.get(`/api/gig-stations/${market.station}/devices`);
    await market.post(`/api/gig-devices/${devices[0].device}/end`);
    await page.getByText('This machine is not a kiosk of this station yet.').waitFor({ timeout: 10_000 });
    await page.context().close();
  });
});

describe('the screen', () => {
  it('has the orders between who is called and where to go, also while there is no weather to warn of', async () => {
    await market.order({}, { site: '没有预警时的单' });
    const page = await device('screen', { width: 1920, height: 1080 });
    for (const lang of ['zh', 'en']) {
      await page.goto(`/station/${market.code}/screen?lang=${lang}`);
      await page.locator('.order-line').first().waitFor();
      expect(await page.locator('.weather').count()).toBe(0);
      await page.locator('.demo-mark').waitFor();
      expect(await columnsOf(page), lang).toEqual(['left', 'orders', 'right']);
      expect(await faultsOfBoard(page), lang).toEqual([]);
    }
    await page.setViewportSize({ width: 1080, height: 1920 });
    expect(await faultsOfBoard(page)).toEqual([]);
    await page.context().close();
  });

  it('is read from five metres, lying and standing: nothing overflows, nothing is small, and orders turn page by page', async () => {
    const person = await market.worker('孙丽');
    const meet = await market.order({ meetingPoint: '东门 2 号车' }, { seats: 1, site: '次渠物流园' });
    await market.post(`/api/gig-stations/${market.station}/placements`, {
      worker: person.id,
      order: meet.id,
      reason: '人就在窗口',
    });
    for (const trade of ['sorting', 'packing', 'cleaning', 'kitchen', 'guarding', 'assembly', 'parcels', 'delivery', 'welding'])
      await market.order({ trade }, { site: '物流园三号库西侧卸货平台（从南门进，走到底，再问保安）' });
    // Both warnings at once, each in its longest words, take turns above the orders.
    await market.order({ trade: 'building', outdoors: true }, { site: '安置房工地二标段', seats: 3 });
    const weather = { day: office.today, highest: 38.5, lowest: -19.5, isForecast: true, source: '区气象台' };
    await market.post('/api/gig-weather', weather);
    const page = await device('screen', { width: 1920, height: 1080 });
    await page.clock.install();
    for (const lang of ['zh', 'en'])
      for (const [width, height] of [
        [1920, 1080],
        [1080, 1920],
      ] as const) {
        await page.setViewportSize({ width, height });
        await page.goto(`/station/${market.code}/screen?lang=${lang}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.locator('.meeting-lines li').first().waitFor();
        expect(await page.locator('.weather h2').textContent()).toMatch(/◆ (高温 38.5|低温 −19.5|Heat 38.5|Cold −19.5) ℃/);
        expect(await faultsOfBoard(page), `${lang} ${width} × ${height}`).toEqual([]);
        if (width > height) expect(await columnsOf(page), lang).toEqual(['left', 'orders', 'right']);
        expect(await violations(page)).toEqual([]);
      }
    await page.goto(`/station/${market.code}/screen?lang=zh`);
    await page.setViewportSize({ width: 1920, height: 1080 });
    const orders = page.getByRole('region', { name: '正在招人的活' });
    const first = (await orders.locator('.pages').textContent()) ?? '';
    expect(first).toMatch(/^[12]\/2$/);
    const numbers = () => orders.locator('.order-number').allTextContents();
    const before = await numbers();
    await page.clock.fastForward(12_000);
    await orders.getByText(first === '1/2' ? '2/2' : '1/2').waitFor();
    expect((await numbers()).some((number) => before.includes(number))).toBe(false);
    await page.context().close();
  });

  it('shows the code of the day only to whoever is in the station; everybody else is told where it hangs', async () => {
    const own = await device('screen', { width: 1920, height: 1080 });
    await own.goto(`/station/${market.code}/screen`);
    await own.getByTitle('今天的签到码').or(own.locator('.code svg')).first().waitFor();
    const face = await (await own.context().request.get(`/api/gig-faces/${market.code}`)).json();
    expect(face.checkInAddress).toMatch(new RegExp(`^http://127.0.0.1:3000/s/${market.code}\\?d=[0-9a-f]{8}$`));
    const visitor = await office.visit();
    await visitor.goto(`/station/${market.code}/screen`);
    await visitor.getByText('签到码只在站里').waitFor();
    expect(await visitor.locator('.code').count()).toBe(0);
    await visitor.goto('/station/nosuch/screen');
    await visitor.getByText('没有这个零工站').waitFor();
    await own.context().close();
    await visitor.context().close();
  });

  it('asks for what has changed and nothing else, says as of when it stands while the network is cut, and goes on by itself', async () => {
    const page = await device('screen', { width: 1920, height: 1080 });
    const statuses: number[] = [];
    page.on('response', (response) => response.url().includes('/api/gig-faces/') && statuses.push(response.status()));
    await page.goto(`/station/${market.code}/screen`);
    await page.getByRole('status').filter({ hasText: '正在开放' }).waitFor();
    await expect.poll(() => statuses.includes(304), { timeout: 15_000 }).toBe(true);
    await page.context().setOffline(true);
    await page
      .getByRole('status')
      .filter({ hasText: /网络断了，内容停在 \d\d:\d\d/ })
      .waitFor({ timeout: 10_000 });
    expect(await page.locator('.order-line').count()).toBeGreaterThan(0);
    await page.reload();
    await page
      .getByRole('status')
      .filter({ hasText: /网络断了，内容停在/ })
      .waitFor({ timeout: 10_000 });
    expect(await page.locator('.order-line').count()).toBeGreaterThan(0);
    await page.context().setOffline(false);
    await page.getByRole('status').filter({ hasText: '正在开放' }).waitFor({ timeout: 10_000 });
    await page.context().close();
  });
});

/**
 * The parts of the board lying that stand side by side from the same height down to the bottom edge, from left to right across the whole
 * screen; anything else says what is wrong. The first order has the height that can be read.
 */
const columnsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const boxOf = (name: string) => document.querySelector(name)?.getBoundingClientRect() ?? new DOMRect();
    const columns = (['left', 'orders', 'right'] as const)
      .map((name) => ({ name, box: boxOf(name === 'orders' ? '.orders' : `.board-${name}`) }))
      .toSorted((a, b) => a.box.left - b.box.left);
    const faults = columns.flatMap(({ name, box }, at) => {
      const next = columns[at + 1]?.box.left ?? innerWidth;
      return [
        ...(Math.abs(box.top - boxOf('.orders').top) > 1 ? [`${name} begins at ${box.top}`] : []),
        ...(innerHeight - box.bottom > 40 || box.bottom > innerHeight ? [`${name} ends at ${box.bottom}`] : []),
        ...(box.right > next || next - box.right > 60 ? [`${name} reaches to ${box.right}, the next from ${next}`] : []),
      ];
    });
    const line = boxOf('.order-line');
    if (line.height < 80 || line.bottom > innerHeight) faults.push(`the first order stands at ${line.top}–${line.bottom}`);
    return faults.length > 0 ? faults : columns.map(({ name }) => name);
  });

/** What is cut off, hangs over an edge, or is too small to be read from five metres. */
const faultsOfBoard = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const over = (name: string, far: number) => (far > 1 ? [`${name}: ${far} px beyond`] : []);
    const parts = [...document.querySelectorAll('.board section, .board header, .board footer')].flatMap((part) => {
      const { right, bottom } = part.getBoundingClientRect();
      const name = part.className;
      return [
        ...(part.tagName === 'SECTION' ? over(name, part.scrollHeight - part.clientHeight) : []),
        ...over(name, right - innerWidth),
        ...over(name, bottom - innerHeight),
      ];
    });
    const small = [...document.querySelectorAll('main *')].flatMap((element) => {
      const says = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      return says && size < 21.9 ? [`${element.textContent}: ${size} px`] : [];
    });
    const page = document.documentElement;
    return [
      ...parts,
      ...small,
      ...over('the page', page.scrollHeight - innerHeight),
      ...over('the page', page.scrollWidth - innerWidth),
    ];
  });
