import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, openPhones, type Phones, shooting } from './gig-phones.ts';

let phones: Phones;
let market: Phones['market'];
beforeAll(async () => {
  phones = await openPhones();
  ({ market } = phones);
}, 180_000);
afterEach(() => phones?.network.delay(0));
afterAll(() => phones?.close());

describe('a day worker’s phone whose network is gone, or slow', () => {
  it('checks in and answers without network: kept over a reload, sent once and in order when there is one', async () => {
    const context = await phones.phone();
    const page = await context.newPage();
    const shoot = shooting(page, 'offline');
    await page.goto(`/gigs/join?next=${encodeURIComponent(market.path)}`);
    await phones.join(page);
    await phones.answerThree(page);
    const worker = await phones.workerOf(page);
    await page.goto('/gigs/today');
    await page.waitForFunction(
      async () => (await navigator.serviceWorker.ready).active !== null && (await caches.match('/gigs/offline')) !== undefined,
    );
    await page.reload();

    await phones.cut(context);
    await page.goto(market.path);
    await page.getByRole('button', { name: '签到' }).click();
    await page.getByText('“签到”已经记下').waitFor();
    await shoot('checked-in');
    const tapped = Date.now();
    await page.reload();
    await page.getByText('“签到”已经记下').waitFor();
    expect(await phones.linesOf(worker)).toEqual([]);
    await phones.mend(context);
    // The page that stood in says that it was sent, and gives way to the page of today.
    await page.getByText('“签到”已经发出').waitFor();
    expect(new URL(page.url()).pathname).toBe('/gigs/today');
    await page.getByText('正在给您找活').waitFor();
    expect(await phones.linesOf(worker)).toHaveLength(1);
    const [line] = await phones.linesOf(worker);
    expect(Math.abs((line?.at.getTime() ?? 0) - tapped)).toBeLessThan(20_000);

    const [offer] = await market.round([{ worker, order: await market.order() }]);
    await page.goto('/gigs/today');
    await page.getByRole('heading', { name: '有活找您' }).waitFor();
    await phones.cut(context);
    await page.locator('summary', { hasText: '不去' }).click();
    await shoot('why-not');
    await page.getByRole('button', { name: '太远' }).click();
    await page.getByText('“不去”已经记下').waitFor();
    await shoot('declined');
    // The page of today can be read again, and still says what waits.
    await page.reload();
    await page.getByText('“不去”已经记下').waitFor();
    await page.getByText('有活找您').waitFor();
    await phones.mend(context);
    await page.getByText('正在给您找活').waitFor();
    const settled = await market.rows<{ state: string }>('SELECT state FROM gig_offer WHERE id = $1', [offer]);
    expect(settled).toEqual([{ state: 'declined' }]);
    // Left open, the page shows by itself what came of the next one, and no button of an offer that is answered.
    await market.round([{ worker, order: await market.order() }]);
    await page.goto('/gigs/today');
    await phones.cut(context);
    await page.locator('summary', { hasText: '不去' }).click();
    await page.getByRole('button', { name: '工钱低' }).click();
    await page.getByText('“不去”已经记下').waitFor();
    await phones.mend(context);
    await page.getByText('记下了：您不去').waitFor();
    expect(await page.locator('.offer').count()).toBe(0);
    expect(await Promise.all(['gigs.check-in', 'gigs.decline-offer'].map((command) => phones.doneBy(worker, command)))).toEqual([
      1, 2,
    ]);

    // At the site there is no network either.
    const order = await market.soon();
    const [placement] = await market.round([{ worker, order }]);
    await page.goto('/gigs/today');
    await page.getByRole('button', { name: '去', exact: true }).click();
    await page.getByText('说好了，等您去').waitFor();
    await phones.cut(context);
    await page.getByLabel('6 位码').fill(market.siteCode(order, 'start'));
    await page.getByRole('button', { name: '上工' }).click();
    await page.getByText('“上工”已经记下').waitFor();
    await phones.mend(context);
    await page.getByText('已上工').waitFor();
    await shoot('at-work');
    // Before it was to begin nobody is sent home by their own word.
    await market.rows("UPDATE gig_order SET starts_at = starts_at - interval '20 minutes' WHERE id = $1", [order]);
    // What was typed stays when the page is drawn anew, with the choice that there is now.
    await page.getByLabel('6 位码').fill(market.siteCode(order, 'end'));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByLabel('单位让先走').check();
    expect(await page.getByLabel('6 位码').inputValue()).toBe(market.siteCode(order, 'end'));
    await page.getByRole('button', { name: '收工' }).click();
    await page.waitForFunction(() => document.body.textContent?.includes('已收工'));
    expect(await Promise.all(['gigs.start-shift', 'gigs.end-shift'].map((command) => phones.doneBy(worker, command)))).toEqual([
      1, 1,
    ]);
    await page.goto('/gigs/work');
    await shoot('work');
    await page.goto(`/gigs/work/${placement}`);
    await shoot('shift');
    expect(await faultsOf(page)).toEqual([]);

    // Whoever signs out leaves nothing to be read.
    await page.goto('/me');
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL(`${phones.base}/`);
    await expect.poll(() => page.evaluate(async () => (await caches.match('/gigs/today')) === undefined)).toBe(true);
    await context.close();
  });

  it('is shown the page of today once there is network, where it had never been opened before', async () => {
    const context = await phones.phone();
    const page = await context.newPage();
    await page.goto(`/gigs/join?next=${encodeURIComponent(market.path)}`);
    await phones.join(page);
    await phones.answerThree(page);
    const worker = await phones.workerOf(page);
    await page.waitForFunction(
      async () => (await navigator.serviceWorker.ready).active !== null && (await caches.match('/gigs/offline')) !== undefined,
    );
    await page.reload();
    // Never opened, and so not kept.
    await page.evaluate(() => caches.delete('leye-own-pages'));
    await phones.cut(context);
    await page.goto(market.path);
    await page.getByRole('button', { name: '签到' }).click();
    await page.getByText('“签到”已经记下').waitFor();
    await page.getByRole('link', { name: '看今天的活' }).click();
    await page.getByRole('heading', { name: '现在没有网络' }).waitFor();
    await page.getByText('“签到”已经记下').waitFor();
    await phones.mend(context);
    await page.getByText('“签到”已经发出').waitFor();
    await page.getByText('正在给您找活').waitFor();
    expect(await page.getByText('现在没有网络').count()).toBe(0);
    expect(await phones.doneBy(worker, 'gigs.check-in')).toBe(1);
    await context.close();
  });

  it('reads where it tapped that a slow answer is being sent, and nothing of a network that is there', async () => {
    const context = await phones.phone();
    const { page, worker } = await phones.inLine(context);
    await market.round([{ worker, order: await market.order() }]);
    await page.goto('/gigs/today');
    phones.network.delay(3_000);
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
    phones.network.delay(0);
    await page.getByText('说好了，等您去').waitFor();
    expect(await phones.doneBy(worker, 'gigs.accept-offer')).toBe(1);
    await context.close();
  });

  it('is told why when what was kept is refused', async () => {
    const context = await phones.phone();
    const { page, worker } = await phones.inLine(context);
    const [offer] = await market.round([{ worker, order: await market.order() }]);
    await page.goto('/gigs/today');
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active !== null);
    await phones.cut(context);
    await page.getByRole('button', { name: '去', exact: true }).click();
    await page.getByText('“去”已经记下').waitFor();
    // Meanwhile the counter has settled it.
    await market.rows("UPDATE gig_offer SET state = 'withdrawn' WHERE id = $1", [offer]);
    await phones.mend(context);
    await page.getByText('“去”没有办成：这个工作邀请已经有了结果').waitFor();
    await shooting(page, 'offline')('refused');
    await page.getByRole('heading', { name: '有活找您' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '知道了' }).click();
    await page.getByText('没有办成').waitFor({ state: 'detached' });
    await context.close();
    expect(phones.faults).toEqual([]);
  });
});
