import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Market, openMarket } from '../gig-market.ts';
import { openWholeHouse, type WholeHouse } from '../house.ts';
import { latestCode } from '../resident-browser.ts';
import { tooWide, violations } from './axe.ts';
import { chineseType, setChineseType } from './chinese-type.ts';
import { openNetwork } from './network.ts';
import { openBrowser } from './open-browser.ts';

let house: WholeHouse;
let market: Market;
let browser: Browser;
let network: Awaited<ReturnType<typeof openNetwork>>;
let base: string;
const faults: string[] = [];
beforeAll(async () => {
  const script = fileURLToPath(new URL('../../dist/portal/worker.js', import.meta.url));
  if (!existsSync(script))
    throw new Error('The pages are not built; `npm test` builds them first, or run: node scripts/build.mjs');
  house = await openWholeHouse(undefined, [chineseType]);
  market = await openMarket(house);
  await house.app.listen({ host: '127.0.0.1', port: 0 });
  network = await openNetwork((house.app.server.address() as AddressInfo).port); // reason: it listens on TCP
  base = `http://127.0.0.1:${network.port}`;
  browser = await openBrowser();
}, 180_000);
afterEach(() => network?.delay(0));
afterAll(async () => {
  await browser?.close();
  network?.close();
  await house?.close();
});

type Phone = { readonly lang?: 'zh' | 'en'; readonly elder?: boolean; readonly script?: boolean; readonly width?: number };

async function phone({ lang = 'zh', elder = false, script = true, width = 360 }: Phone = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: 740 },
    javaScriptEnabled: script,
    baseURL: base,
    permissions: ['geolocation'],
    geolocation: { latitude: 39.7512, longitude: 116.5601 },
  });
  context.setDefaultTimeout(15_000);
  if (script) await setChineseType(context);
  await context.addCookies([
    { name: 'lang', value: lang, url: base },
    { name: 'elder', value: elder ? '1' : '0', url: base },
  ]);
  context.on('page', (page) => page.on('pageerror', (error) => faults.push(`${new URL(page.url()).pathname}: ${error.message}`)));
  return context;
}

/** Signs in by the code that lies in the demonstration's messages, and joins. */
async function join(page: Page, { lang = 'zh' }: Phone = {}, mobile = market.mobile()): Promise<void> {
  const zh = lang === 'zh';
  await page.getByLabel(zh ? '手机号' : 'Mobile number').fill(mobile);
  await page.getByRole('button', { name: zh ? '发送验证码' : 'Send me a code' }).click();
  await page.getByLabel(zh ? '6 位验证码' : 'Six-digit code').waitFor();
  await page.getByLabel(zh ? '6 位验证码' : 'Six-digit code').fill(await latestCode(house));
  await page.getByRole('button', { name: zh ? '登录' : 'Sign in', exact: true }).click();
}

async function answerThree(
  page: Page,
  shoot: (name: string) => Promise<void> = async () => {},
  { script = true }: Phone = {},
): Promise<void> {
  await page.getByLabel('姓名').fill('王大力');
  await page.getByLabel('哪年出生').fill('1985');
  await shoot('join-me');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('装卸搬运', { exact: true }).check();
  await page.locator('#level-loading').selectOption('2');
  await shoot('join-trades');
  await page.getByRole('button', { name: '下一步' }).click();
  if (!script) await page.getByLabel('早上从哪里出发').selectOption(house.town);
  else {
    await page.getByRole('button', { name: '用我现在的位置' }).click();
    await page.getByText('已用上您现在的位置').waitFor();
  }
  await page.getByLabel('最少要多少元').fill('180');
  await page.getByLabel('最好能有多少元').fill('240');
  await shoot('join-terms');
  await page.getByRole('button', { name: '登记' }).click();
  await page.getByRole('heading', { name: '登记好了' }).waitFor();
  await shoot('card');
}

const workerOf = async (page: Page): Promise<string> => {
  const number = Number(await page.locator('#worker').getAttribute('data-number'));
  const [row] = await market.rows<{ id: string }>('SELECT id FROM gig_worker WHERE number = $1', [number]);
  return row?.id ?? '';
};
/** Joined, and checked in at the counter. */
async function inLine(context: BrowserContext): Promise<{ readonly page: Page; readonly worker: string }> {
  const page = await context.newPage();
  await page.goto('/gigs/join');
  await join(page);
  await answerThree(page);
  const worker = await workerOf(page);
  await market.checkIn(worker);
  return { page, worker };
}
const linesOf = (worker: string) => market.rows<{ at: Date }>('SELECT at FROM gig_check_in WHERE worker = $1', [worker]);
/** How often the server carried this out for somebody: once is once, however often it was sent. */
const doneBy = async (worker: string, command: string): Promise<number> => {
  const rows = await market.rows('SELECT 1 FROM command_key WHERE command = $1 AND actor = $2', [command, `resident:${worker}`]);
  return rows.length;
};

const shots = process.env.LEYE_SHOTS;
const shooting =
  (page: Page, folder: string) =>
  async (name: string): Promise<void> => {
    if (shots) await page.screenshot({ path: `${shots}/${folder}-${name}.png`, fullPage: true });
  };

/** What does not fit, what a thumb would miss and, unless told otherwise, what axe finds. */
async function faultsOf(page: Page, least = 44, withAxe = true): Promise<string[]> {
  const beyond = await tooWide(page);
  const small = await page.evaluate(
    (min) =>
      [...document.querySelectorAll('main a, main button, main select, main summary, main input:not([type=hidden])')]
        .map((element) => ({
          element,
          box: element.closest('label, .tick')?.getBoundingClientRect() ?? element.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 0 && (box.height < min || box.width < min))
        .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${Math.round(box.width)} × ${Math.round(box.height)}`),
    least,
  );
  const where = new URL(page.url()).pathname;
  return [...(beyond > 0 ? [`${beyond} px too wide`] : []), ...small, ...(withAxe ? await violations(page) : [])].map(
    (fault) => `${where}: ${fault}`,
  );
}

describe('a day worker with a phone of 360 px', () => {
  it('scans the code, signs in, joins, comes back to the code, checks in with one tap and takes an offer', async () => {
    const context = await phone();
    const page = await context.newPage();
    const shoot = shooting(page, 'zh');
    await page.goto('/gigs');
    await shoot('door');
    await page.goto(market.path);
    await shoot('code-visitor');
    await page.getByRole('link', { name: '登录后签到' }).click();
    await join(page);
    await page.getByRole('link', { name: '先登记，再签到' }).click();
    await answerThree(page, shoot);
    await page.getByRole('link', { name: '接着签到' }).click();
    await shoot('code');
    expect(await faultsOf(page, 44, false)).toEqual([]);
    await page.getByRole('button', { name: '签到' }).click();
    await page.waitForURL('**/gigs/today');
    const worker = await workerOf(page);
    expect(await linesOf(worker)).toHaveLength(1);
    await shoot('waiting');
    // The page finds the offer by itself.
    await market.round([{ worker, order: await market.order({ insurance: 'accident', insurer: '示例保险', outdoors: true }) }]);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByRole('heading', { name: '有活找您' }).waitFor();
    await page.getByText('有活找您了，请看。').waitFor();
    await shoot('offer');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '去', exact: true }).click();
    await page.getByText('说好了，等您去').waitFor();
    await shoot('taken');
    expect(await doneBy(worker, 'gigs.accept-offer')).toBe(1);
    await context.close();
  });

  it('checks in and answers without network: kept over a reload, sent once and in order when there is one', async () => {
    const context = await phone();
    const page = await context.newPage();
    const shoot = shooting(page, 'offline');
    await page.goto(`/gigs/join?next=${encodeURIComponent(market.path)}`);
    await join(page);
    await answerThree(page);
    const worker = await workerOf(page);
    await page.goto('/gigs/today');
    await page.waitForFunction(
      async () => (await navigator.serviceWorker.ready).active !== null && (await caches.match('/gigs/offline')) !== undefined,
    );
    await page.reload();

    await cut(context);
    await page.goto(market.path);
    await page.getByRole('button', { name: '签到' }).click();
    await page.getByText('“签到”已经记下').waitFor();
    await shoot('checked-in');
    const tapped = Date.now();
    await page.reload();
    await page.getByText('“签到”已经记下').waitFor();
    expect(await linesOf(worker)).toEqual([]);
    await mend(context);
    // The page that stood in says that it was sent, and gives way to the page of today.
    await page.getByText('“签到”已经发出').waitFor();
    expect(new URL(page.url()).pathname).toBe('/gigs/today');
    await page.getByText('正在给您找活').waitFor();
    expect(await linesOf(worker)).toHaveLength(1);
    const [line] = await linesOf(worker);
    expect(Math.abs((line?.at.getTime() ?? 0) - tapped)).toBeLessThan(20_000);

    const [offer] = await market.round([{ worker, order: await market.order() }]);
    await page.goto('/gigs/today');
    await page.getByRole('heading', { name: '有活找您' }).waitFor();
    await cut(context);
    await page.locator('summary', { hasText: '不去' }).click();
    await shoot('why-not');
    await page.getByRole('button', { name: '太远' }).click();
    await page.getByText('“不去”已经记下').waitFor();
    await shoot('declined');
    // The page of today can be read again, and still says what waits.
    await page.reload();
    await page.getByText('“不去”已经记下').waitFor();
    await page.getByText('有活找您').waitFor();
    await mend(context);
    await page.getByText('正在给您找活').waitFor();
    const settled = await market.rows<{ state: string }>('SELECT state FROM gig_offer WHERE id = $1', [offer]);
    expect(settled).toEqual([{ state: 'declined' }]);
    expect(await Promise.all(['gigs.check-in', 'gigs.decline-offer'].map((command) => doneBy(worker, command)))).toEqual([1, 1]);

    // At the site there is no network either.
    const order = await market.soon();
    const [placement] = await market.round([{ worker, order }]);
    await page.goto('/gigs/today');
    await page.getByRole('button', { name: '去', exact: true }).click();
    await page.getByText('说好了，等您去').waitFor();
    await cut(context);
    await page.getByLabel('6 位码').fill(market.siteCode(order, 'start'));
    await page.getByRole('button', { name: '上工' }).click();
    await page.getByText('“上工”已经记下').waitFor();
    await mend(context);
    await page.getByText('已上工').waitFor();
    await shoot('at-work');
    // Before it was to begin nobody is sent home by their own word.
    await market.rows("UPDATE gig_order SET starts_at = starts_at - interval '20 minutes' WHERE id = $1", [order]);
    await page.getByLabel('6 位码').fill(market.siteCode(order, 'end'));
    await page.getByLabel('单位让先走').check();
    await page.getByRole('button', { name: '收工' }).click();
    await page.waitForFunction(() => document.body.textContent?.includes('已收工'));
    expect(await Promise.all(['gigs.start-shift', 'gigs.end-shift'].map((command) => doneBy(worker, command)))).toEqual([1, 1]);
    await page.goto('/gigs/work');
    await shoot('work');
    await page.goto(`/gigs/work/${placement}`);
    await shoot('shift');
    expect(await faultsOf(page)).toEqual([]);

    // Whoever signs out leaves nothing to be read.
    await page.goto('/me');
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL(`${base}/`);
    await expect.poll(() => page.evaluate(async () => (await caches.match('/gigs/today')) === undefined)).toBe(true);
    await context.close();
  });

  it('is shown the page of today once there is network, where it had never been opened before', async () => {
    const context = await phone();
    const page = await context.newPage();
    await page.goto(`/gigs/join?next=${encodeURIComponent(market.path)}`);
    await join(page);
    await answerThree(page);
    const worker = await workerOf(page);
    await page.waitForFunction(
      async () => (await navigator.serviceWorker.ready).active !== null && (await caches.match('/gigs/offline')) !== undefined,
    );
    await page.reload();
    // Never opened, and so not kept.
    await page.evaluate(() => caches.delete('leye-own-pages'));
    await cut(context);
    await page.goto(market.path);
    await page.getByRole('button', { name: '签到' }).click();
    await page.getByText('“签到”已经记下').waitFor();
    await page.getByRole('link', { name: '看今天的活' }).click();
    await page.getByRole('heading', { name: '现在没有网络' }).waitFor();
    await page.getByText('“签到”已经记下').waitFor();
    await mend(context);
    await page.getByText('“签到”已经发出').waitFor();
    await page.getByText('正在给您找活').waitFor();
    expect(await page.getByText('现在没有网络').count()).toBe(0);
    expect(await doneBy(worker, 'gigs.check-in')).toBe(1);
    await context.close();
  });

  it('reads where it tapped that a slow answer is being sent, and nothing of a network that is there', async () => {
    const context = await phone();
    const { page, worker } = await inLine(context);
    await market.round([{ worker, order: await market.order() }]);
    await page.goto('/gigs/today');
    network.delay(3_000);
    await page.getByRole('button', { name: '去', exact: true }).click();
    const sending = page.getByText('正在发送“去”');
    await sending.waitFor();
    expect(await sending.count(), 'once').toBe(1);
    const box = await sending.boundingBox();
    expect(box !== null && box.y >= 0 && box.y + box.height <= 740, 'in sight').toBe(true);
    expect(await page.getByRole('button', { name: '去', exact: true }).isVisible()).toBe(false);
    await page.waitForTimeout(1_000); // reason: what is not said has no moment to wait for
    expect(await page.getByText('没有网络').count()).toBe(0);
    expect(await sending.count()).toBe(1);
    network.delay(0);
    await page.getByText('说好了，等您去').waitFor();
    expect(await doneBy(worker, 'gigs.accept-offer')).toBe(1);
    await context.close();
  });

  it('is told why when what was kept is refused', async () => {
    const context = await phone();
    const { page, worker } = await inLine(context);
    const [offer] = await market.round([{ worker, order: await market.order() }]);
    await page.goto('/gigs/today');
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active !== null);
    await cut(context);
    await page.getByRole('button', { name: '去', exact: true }).click();
    await page.getByText('“去”已经记下').waitFor();
    // Meanwhile the counter has settled it.
    await market.rows("UPDATE gig_offer SET state = 'withdrawn' WHERE id = $1", [offer]);
    await mend(context);
    await page.getByText('“去”没有办成：这个工作邀请已经有了结果').waitFor();
    await shooting(page, 'offline')('refused');
    await page.getByRole('heading', { name: '有活找您' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '知道了' }).click();
    await page.getByText('没有办成').waitFor({ state: 'detached' });
    await context.close();
  });

  it('does all of it without JavaScript', async () => {
    const context = await phone({ script: false });
    const page = await context.newPage();
    await page.goto(market.path);
    await page.getByRole('link', { name: '登录后签到' }).click();
    await join(page);
    await page.getByRole('link', { name: '先登记，再签到' }).click();
    await answerThree(page, undefined, { script: false });
    await page.getByRole('link', { name: '接着签到' }).click();
    await page.getByRole('button', { name: '签到' }).click();
    await page.waitForURL('**/gigs/today');
    const worker = await workerOf(page);
    await market.round([{ worker, order: await market.order() }]);
    await page.getByRole('link', { name: '刷新' }).click();
    await page.locator('summary', { hasText: '不去' }).click();
    await page.getByRole('button', { name: '工钱低' }).click();
    await page.getByText('记下了：您不去').waitFor();
    await page.getByText('原因：工钱低').waitFor();
    await page.getByText('正在给您找活').waitFor();
    expect(await faultsOf(page, 44, false)).toEqual([]);
    // What would have helped in a round leads to its field, with the value in it.
    const change = { code: 'change-distance', params: { km: 12.3, orders: 1 } };
    await market.round([], [{ worker, code: 'no-orders', params: { change } }]);
    await page.getByRole('link', { name: '刷新' }).click();
    await page.getByRole('link', { name: '把最远距离改到 13 公里' }).click();
    expect(await page.getByLabel('13 公里').isChecked()).toBe(true);
    expect(await faultsOf(page, 44, false)).toEqual([]);
    await page.getByRole('button', { name: '保存' }).click();
    await page.goto('/gigs/today');
    await page.getByText('您已经改了').waitFor();
    await context.close();
  });

  it('reads everything in large text and in English, at 320 px, with a thumb', async () => {
    const first = await phone();
    const { worker } = await inLine(first);
    await market.round([{ worker, order: await market.order() }]);
    const cookies = (await first.cookies()).filter(({ name }) => name.includes('resident'));
    for (const reads of [
      { lang: 'zh', elder: true },
      { lang: 'en', elder: false },
    ] as const) {
      const context = await phone({ ...reads, width: 320 });
      await context.addCookies(cookies);
      const other = await context.newPage();
      for (const address of [
        '/gigs',
        market.path,
        '/gigs/today',
        '/gigs/profile',
        '/gigs/profile/trades',
        '/gigs/profile/terms',
        '/gigs/team',
        '/gigs/rules',
        '/gigs/work',
      ]) {
        await other.goto(address);
        await shooting(other, reads.elder ? 'elder' : 'en')(address.replace(/^\//, '').replace(/\W/g, '-').slice(0, 20));
        expect(await faultsOf(other, reads.elder ? 60 : 44, reads.elder)).toEqual([]);
      }
      await context.close();
    }
    await first.close();
    expect(faults).toEqual([]);
  });
});

/** No network at all: what the browser says of itself, and for everything that it would send, the service worker's too. */
async function cut(context: BrowserContext): Promise<void> {
  network.isCut(true);
  await context.setOffline(true);
}
async function mend(context: BrowserContext): Promise<void> {
  network.isCut(false);
  await context.setOffline(false);
}
