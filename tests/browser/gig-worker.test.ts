import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, openPhones, type Phones, shooting } from './gig-phones.ts';

let phones: Phones;
let market: Phones['market'];
beforeAll(async () => {
  phones = await openPhones();
  ({ market } = phones);
}, 180_000);
afterAll(() => phones?.close());

describe('a day worker with a phone of 360 px', () => {
  it('scans the code, signs in, joins, comes back to the code, checks in with one tap and takes an offer', async () => {
    const context = await phones.phone();
    const page = await context.newPage();
    const shoot = shooting(page, 'zh');
    await page.goto('/gigs');
    await shoot('door');
    await page.goto(market.path);
    await shoot('code-visitor');
    await page.getByRole('link', { name: '登录后签到' }).click();
    await phones.join(page);
    await page.getByRole('link', { name: '先登记，再签到' }).click();
    await phones.answerThree(page, shoot);
    await page.getByRole('link', { name: '接着签到' }).click();
    await shoot('code');
    expect(await faultsOf(page, 44, false)).toEqual([]);
    await page.getByRole('button', { name: '签到' }).click();
    await page.waitForURL('**/gigs/today');
    const worker = await phones.workerOf(page);
    expect(await phones.linesOf(worker)).toHaveLength(1);
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
    expect(await phones.doneBy(worker, 'gigs.accept-offer')).toBe(1);
    await context.close();
  });

  it('does all of it without JavaScript', async () => {
    const context = await phones.phone({ script: false });
    const page = await context.newPage();
    await page.goto(market.path);
    await page.getByRole('link', { name: '登录后签到' }).click();
    await phones.join(page);
    await page.getByRole('link', { name: '先登记，再签到' }).click();
    await phones.answerThree(page, undefined, { script: false });
    await page.getByRole('link', { name: '接着签到' }).click();
    await page.getByRole('button', { name: '签到' }).click();
    await page.waitForURL('**/gigs/today');
    const worker = await phones.workerOf(page);
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
    const first = await phones.phone();
    const { worker } = await phones.inLine(first);
    await market.round([{ worker, order: await market.order() }]);
    const complaint = await market.complaint(worker);
    const cookies = (await first.cookies()).filter(({ name }) => name.includes('resident'));
    for (const reads of [
      { lang: 'zh', elder: true },
      { lang: 'en', elder: false },
    ] as const) {
      const context = await phones.phone({ ...reads, width: 320 });
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
        `/gigs/complaints/${complaint}`,
      ]) {
        await other.goto(address);
        await shooting(other, reads.elder ? 'elder' : 'en')(address.replace(/^\//, '').replace(/\W/g, '-').slice(0, 20));
        expect(await faultsOf(other, reads.elder ? 60 : 44, reads.elder)).toEqual([]);
      }
      await context.close();
    }
    await first.close();
    expect(phones.faults).toEqual([]);
  });
});
