import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../server/kernel/actor/actor.ts';
import { execute } from '../../server/kernel/command/run.ts';
import { syntheticCreditCode, syntheticMobile } from '../../server/kernel/identifier/synthetic.ts';
import { addDays, dayOf } from '../../server/kernel/term/day.ts';
import { confirmWage } from '../../server/modules/gigs/day/pay.ts';
import { startShift } from '../../server/modules/gigs/day/shift.ts';
import { rateEmployer } from '../../server/modules/gigs/ratings/rate.ts';
import { timeOf } from '../../server/modules/gigs/shifts.ts';
import { faultsOf as faultsOn, passing, phone as phoneOf, signIn as signInWith, thumbOn } from './gig-employer.ts';
import { type Market, openGigMarket } from './gig-market.ts';
import { type Office, openOffice } from './office.ts';

const MINUTE = 60_000;
let office: Office;
let market: Market;
beforeAll(async () => {
  office = await openOffice();
  market = await openGigMarket(office);
}, 180_000);
afterAll(() => office?.close());

const phone = () => phoneOf(office);
const signIn = (page: Page, mobile: string) => signInWith(office, page, mobile);
const faultsOf = (page: Page, name: string) => faultsOn(office, page, name);
const asWorker = (id: string): Actor => ({ kind: 'resident', id, name: '', grants: [{ role: 'resident', person: id }] });

describe('an employer with a phone of 360 px and no script', () => {
  it('registers, orders for two places and days, has a no-show replaced, notes, pays and rates, copies yesterday’s, and is stopped by an unpaid wage', async () => {
    const page = await phone();
    const thumb = thumbOn(page);
    const manager = syntheticMobile(Math.random);

    // Signing in, and the employer, which an officer verifies.
    await page.goto('/employer');
    await signIn(page, manager);
    await thumb.tap('登记一家单位', 'link');
    await thumb.fill('单位名称', '晨光仓储有限公司');
    await thumb.fill('统一社会信用代码', syntheticCreditCode(Math.random));
    await thumb.tap('登记');
    await page.getByText('等待核实').waitFor();
    const employer = new URL(page.url()).pathname.split('/')[2] ?? '';
    expect(await faultsOf(page, 'employer-new')).toEqual([]);
    await market.post(`/api/employers/${employer}/verify`);

    // The first order, all of it typed.
    await page.goto('/employer');
    await thumb.tap('用工单', 'link');
    expect(await faultsOf(page, 'orders-empty')).toEqual([]);
    thumb.take();
    await thumb.tap('发用工单', 'link');
    expect(await faultsOf(page, 'post')).toEqual([]);
    // In the story it has been going on for twenty minutes when a day has passed.
    const began = new Date(Date.now() - 20 * MINUTE);
    const first = addDays(dayOf(began), 1);
    for (const box of await page.getByRole('group', { name: '哪几天' }).getByRole('checkbox').all()) await box.uncheck();
    for (const day of [first, addDays(first, 1)])
      await thumb.tick(new RegExp(`${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`));
    await thumb.choose('工种', '装卸搬运');
    await thumb.fill('地点（写得让人找得到）', '晨光一号仓');
    await thumb.choose('街道、乡镇', '马驹桥镇');
    await thumb.fill('几个人', '2');
    await thumb.fill('几点开工', timeOf(began));
    await thumb.fill('几点收工', timeOf(new Date(began.getTime() + 480 * MINUTE)));
    await thumb.fill('多少元', '240');
    await thumb.choose('保险', '没有');
    await thumb.tap('再加一个地点');
    expect(await page.getByLabel('地点（写得让人找得到）').first().inputValue(), 'what was typed is kept').toBe('晨光一号仓');
    await page.getByLabel('地点（写得让人找得到）').nth(1).fill('晨光二号仓');
    await page.getByLabel('街道、乡镇').nth(1).selectOption({ label: '马驹桥镇' });
    await page.getByLabel('几个人').nth(1).fill('1');
    await thumb.tap('发出去');
    await page.getByText('晨光二号仓').first().waitFor();
    expect(await page.getByText('0/2 人').count()).toBe(2);
    expect(await page.getByText('0/1 人').count()).toBe(2);
    expect(thumb.take()).toEqual({ taps: 5, fields: 8 });
    expect(await faultsOf(page, 'orders')).toEqual([]);

    // Two have promised the first place, one the second; a day passes.
    const [came, absent, next, other] = await Promise.all(
      ['赵来了', '钱没来', '孙替补', '李二号'].map((name) => market.worker(name)),
    );
    if (!came || !absent || !next || !other) throw new TypeError('four were asked for');
    const { orders } = await market.get(`/api/employers/${employer}/gig-orders`);
    const orderAt = (site: string): string =>
      orders.find((one: { site: string; day: string }) => one.site === site && one.day === first)?.id ?? '';
    const [one, two] = [orderAt('晨光一号仓'), orderAt('晨光二号仓')];
    const place = (worker: { id: string }, order: string) =>
      market.post(`/api/gig-stations/${market.station}/placements`, { worker: worker.id, order, reason: '单位点名要，当面谈好' });
    const { placement } = await place(came, one);
    await place(absent, one);
    await place(other, two);
    await passing(office, employer, 24);

    // The day: who comes, the codes, and one who did not.
    await page.goto(`/employer/${employer}/orders`);
    await thumb.tap(/晨光一号仓.*2\/2|2\/2.*晨光一号仓/, 'link');
    await page.getByRole('heading', { name: '谁来' }).waitFor();
    const start = (await page.locator('dd.number-big').first().textContent()) ?? '';
    expect(start).toMatch(/^\d{6}$/);
    await execute(office.kernel, startShift, { placement, code: start }, { district: office.district, actor: asWorker(came.id) });
    await page.reload();
    expect(await faultsOf(page, 'order-day')).toEqual([]);
    expect(await page.getByRole('button', { name: '没来，马上换人' }).count(), 'only for whoever is missing').toBe(1);
    thumb.take();
    await thumb.tap('没来，马上换人');
    await page.getByText('已经在问排队的下一位').waitFor();
    expect(thumb.take()).toEqual({ taps: 1, fields: 0 });
    expect(await faultsOf(page, 'order-replaced')).toEqual([]);
    const { offers } = await market.get(`/api/gig-workers/${next.id}/day`);
    await market.post(`/api/gig-offers/${offers[0].id}/accept`);
    await page.reload();
    await page.getByText('孙替补').waitFor();

    // The evening: everybody in one tap, then the wages in another.
    await passing(office, employer, 9);
    await page.reload();
    expect(await faultsOf(page, 'order-evening')).toEqual([]);
    thumb.take();
    await thumb.tap('都按时干完了');
    await page.getByText('240 元').first().waitFor();
    await thumb.tap('回到用工单', 'link');
    await thumb.tap('工钱', 'link');
    expect(await faultsOf(page, 'wages')).toEqual([]);
    await thumb.tap(/都付了$/);
    await page.getByRole('heading', { name: '付了，等工友确认' }).waitFor();
    expect(thumb.take()).toEqual({ taps: 4, fields: 0 });
    await thumb.tap(/孙替补/, 'link');
    await page.getByText('讲好的一天').waitFor();
    expect(await faultsOf(page, 'wage')).toEqual([]);

    // How the work was.
    await page.goto(`/employer/${employer}/orders/${one}`);
    await thumb.tap(/赵来了/, 'link');
    expect(await faultsOf(page, 'person')).toEqual([]);
    await thumb.choose('几颗星', '4 星，好');
    await thumb.tap('评一评');
    await page.getByRole('heading', { name: '评一评' }).waitFor({ state: 'detached' });

    // The second place's day was forgotten: it stands on top until it is noted. It is not paid for.
    await page.goto(`/employer/${employer}/orders`);
    await page.getByRole('heading', { name: '要记谁来了' }).waitFor();
    await thumb.tap(/晨光二号仓/, 'link');
    await thumb.tap('都按时干完了');

    // The next day: the same again, both places, in two taps and without a word.
    await page.goto(`/employer/${employer}/orders`);
    thumb.take();
    await thumb.tap(/^照.*的再发/, 'link');
    expect(await faultsOf(page, 'copy')).toEqual([]);
    expect(
      await page.getByRole('checkbox', { checked: true }).count(),
      'a day is chosen, what else is ticked lies behind',
    ).toBeGreaterThan(0);
    await thumb.tap('发出去');
    await page.getByText('已发布 2 单').waitFor();
    expect(thumb.take()).toEqual({ taps: 2, fields: 0 });
    expect(await faultsOf(page, 'orders-posted')).toEqual([]);
    const again = (await market.get(`/api/employers/${employer}/gig-orders`)).orders as {
      site: string;
      day: string;
      pay: number;
      posting: string;
    }[];
    expect(again).toHaveLength(6);

    // The same for a day that has it already is asked about, before anything is posted.
    const last = again.reduce((one, other) => (one.day > other.day ? one : other)).day;
    await page.goto(`/employer/${employer}/orders/new?copy=${one}`);
    for (const box of await page.getByRole('group', { name: '哪几天' }).getByRole('checkbox').all()) await box.uncheck();
    await page.getByLabel(new RegExp(`${Number(last.slice(5, 7))}月${Number(last.slice(8))}日`)).check();
    await page.getByRole('button', { name: '发出去' }).first().click();
    await page.getByText('您已经发过同样的单，还要再发一单吗？').waitFor();
    expect(await faultsOf(page, 'twice')).toEqual([]);
    await thumb.tap('不发了，回到用工单', 'link');
    expect((await market.get(`/api/employers/${employer}/gig-orders`)).orders).toHaveLength(6);

    // Days later the wage of the second place is past its term.
    await passing(office, employer, 48);
    await page.reload();
    await page.getByText('还有 1 笔工钱（共 240 元）').waitFor();
    expect(await faultsOf(page, 'orders-unpaid')).toEqual([]);
    await page.goto(`/employer/${employer}/orders/new?copy=${one}`);
    await page.getByRole('button', { name: '发出去' }).first().click();
    const refused = page.getByRole('alert');
    await refused.waitFor();
    expect(await refused.textContent()).toMatch(/工钱.*240\.00 元.*付清/);
    await page.goto(`/employer/${employer}/orders`);
    await thumb.tap('去看要付的工钱', 'link');
    await page.getByText('都已经过期').waitFor();
    expect(await faultsOf(page, 'wages-overdue')).toEqual([]);
    await thumb.tap(/李二号/, 'link');
    await thumb.tap('付了，记下');
    await page.goto(`/employer/${employer}/orders`);
    await page.getByRole('link', { name: /^照.*的再发/ }).waitFor();

    // The worker says that less has arrived, and what the day was like: both can be answered.
    const worker = { district: office.district, actor: asWorker(other.id) };
    const { shifts } = await market.get(`/api/gig-workers/${other.id}/wages`);
    await execute(office.kernel, confirmWage, { placement: shifts[0].placement, received: 20_000 }, worker);
    const rated = { placement: shifts[0].placement, stars: 2, text: '等了很久才开工', neverAgain: false };
    await execute(office.kernel, rateEmployer, rated, worker);
    await thumb.tap('投诉', 'link');
    expect(await faultsOf(page, 'complaints')).toEqual([]);
    await thumb.tap(/工钱/, 'link');
    await page.getByText('说少了 40 元').waitFor();
    expect(await faultsOf(page, 'complaint')).toEqual([]);
    await thumb.fill('您怎么说', '少算了加班，明天补上。');
    await thumb.tap('发送');
    await page.getByText('少算了加班，明天补上。').waitFor();
    await page.goto(`/employer/${employer}/wages`);
    await page.getByRole('heading', { name: '工友说的数不一样' }).waitFor();
    expect(await faultsOf(page, 'wages-disputed')).toEqual([]);
    // An amount with parts of a fen is not rounded: it is refused at its field.
    await page.locator(`main a[href^="/employer/${employer}/wages/"]`).first().click();
    await page.locator('#amount').fill('200.005');
    await page.locator('form:has(#amount) button').click();
    await page.locator('#amount-wrong', { hasText: '请填 0 到 100000 元之间的数，最多两位小数' }).waitFor();
    expect(await page.locator('#amount').inputValue()).toBe('200.005');
    await page.goto(`/employer/${employer}/ratings`);
    expect(await faultsOf(page, 'ratings')).toEqual([]);
    await thumb.tap(/等了很久/, 'link');
    expect(await faultsOf(page, 'rating')).toEqual([]);
    await thumb.tap('申诉', 'link');
    expect(await faultsOf(page, 'appeal')).toEqual([]);
    await thumb.fill('说清楚', '当天停电，等了十分钟。');
    await thumb.tap('申诉');
    await page.getByText('已申诉，等零工站裁定').waitFor();
    await page.context().close();
  });

  it('lets a foreman run the site, and neither order nor pay', async () => {
    const [page, second] = [await phone(), await phone()];
    const [manager, foreman] = [syntheticMobile(Math.random), syntheticMobile(Math.random)];
    await page.goto('/employer/new');
    await signIn(page, manager);
    await page.getByLabel('单位名称').fill('晚霞仓储有限公司');
    await page.getByLabel('统一社会信用代码').fill(syntheticCreditCode(Math.random));
    await page.getByRole('button', { name: '登记' }).click();
    const address = new URL(page.url()).pathname;
    await market.post(`/api/employers/${address.split('/')[2]}/verify`);
    await page.goto(`${address}/orders/new`);
    await page.getByLabel('地点（写得让人找得到）').fill('晚霞仓');
    await page.getByLabel('街道、乡镇').selectOption({ label: '马驹桥镇' });
    await page.getByLabel('多少元').fill('200');
    await page.getByLabel('保险', { exact: true }).selectOption({ label: '没有' });
    // What a phone's “Go” does.
    await page.getByLabel('多少元').press('Enter');
    await page.getByRole('heading', { name: '谁来' }).waitFor();
    const order = new URL(page.url()).pathname;
    await page.goto(address);
    await page.getByLabel('带班人的手机号').fill(foreman);
    await page.getByRole('button', { name: '添加' }).click();

    await second.goto(`${address}/orders`);
    await signIn(second, foreman);
    await second.getByText('您是带班人').waitFor();
    expect(await second.getByRole('link', { name: /发|工钱/ }).count()).toBe(0);
    expect(await faultsOf(second, 'foreman-orders')).toEqual([]);
    await second.goto(order);
    await second.getByRole('heading', { name: '谁来' }).waitFor();
    expect(
      await second
        .getByRole('button')
        .filter({ hasText: /取消|保存|不再招人|记下保险/ })
        .count(),
    ).toBe(0);
    for (const closed of [`${address}/orders/new`, `${address}/wages`, `${address}/complaints`]) {
      const answer = await second.goto(closed);
      expect([closed, answer?.status()]).toEqual([closed, 403]);
      await second.getByText('只能由单位的管理人来办').waitFor();
    }
    await page.context().close();
    await second.context().close();
  });
});
