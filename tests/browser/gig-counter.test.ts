import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Market, openGigMarket } from './gig-market.ts';
import { type Office, openOffice, settled } from './office.ts';
import { looksRight, PHONE } from './on-page.ts';

let office: Office;
let market: Market;
beforeAll(async () => {
  office = await openOffice();
  market = await openGigMarket(office);
}, 180_000);
afterAll(() => office?.close());
afterEach(() => expect(office.takeFaults(404, 409, 422)).toEqual([]));

/** What the fields of a page say while they are empty, and do not show whole. */
const cutPlaceholders = (page: Page): Promise<string[]> =>
  page.locator('input[placeholder]').evaluateAll((fields) =>
    fields.flatMap((field) => {
      const { placeholder, clientWidth } = field as HTMLInputElement; // reason: the selector says so
      const { font, paddingLeft, paddingRight } = getComputedStyle(field);
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen) return ['no canvas to measure with'];
      pen.font = font;
      const room = clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      return clientWidth > 0 && pen.measureText(placeholder).width > room + 1 ? [placeholder] : [];
    }),
  );

it('an order outdoors says so, with what heat or cold its hours do not keep in the colour of a warning', async () => {
  await market.order({ outdoors: true }, { site: '露天的料场' });
  await market.order({}, { site: '屋里的仓库' });
  for (const day of [0, 1])
    await market.post('/api/gig-weather', {
      day: new Date(Date.parse(office.today) + day * 86_400_000).toISOString().slice(0, 10),
      highest: 41,
      lowest: 30,
      isForecast: true,
      source: '区气象台',
    });
  const page = await office.enter('station');
  await page.goto('/office/gig-station?view=orders');
  await settled(page);
  const row = (site: string) => page.getByRole('row', { name: new RegExp(site) });
  await row('露天的料场').getByText('室外', { exact: true }).waitFor();
  await row('露天的料场').locator('.passes').getByText('■ 高温停工；当天不能在室外干').waitFor();
  expect(
    await row('屋里的仓库')
      .getByText(/室外|高温/)
      .count(),
  ).toBe(0);
  await looksRight(page);
  await page.setViewportSize(PHONE);
  await looksRight(page);
  await page.context().close();
});

it('the walk-in list that stands open says how many places are left after a colleague gave one out', async () => {
  const [here, other] = [await market.worker('何来福'), await market.worker('郑有才')];
  const order = await market.order({ trade: 'loading' }, { site: '正在招人的货场', seats: 3 });
  const page = await office.enter('station');
  await page.goto(`/office/gig-station?person=${here.id}`);
  await page.getByRole('button', { name: /^现在能干的活/ }).click();
  const shown = page.locator('.walk-in-order', { hasText: '正在招人的货场' });
  await shown.getByText('还招 3 人').waitFor();
  await market.post(`/api/gig-stations/${market.station}/placements`, {
    worker: other.id,
    order: order.id,
    reason: '急着上岗，人就在窗口',
  });
  await shown.getByText('还招 2 人').waitFor();
  await looksRight(page);
  await page.context().close();
});

it('an employer on the telephone has an order taken down, like an earlier one, and its policy recorded', async () => {
  await market.order({ trade: 'packing', insurance: 'accident', insurer: '示例保险' }, { site: '打电话的食品厂', seats: 2 });
  const employer = '云澜物流有限公司';
  const page = await office.enter('station');
  await page.goto('/office/gig-station?view=orders');
  await page.getByRole('button', { name: '替单位发单' }).click();
  await page.getByLabel('哪家单位（名称或信用代码）').fill(employer.slice(0, 4));
  await page.getByRole('button', { name: employer }).click();
  await page.getByRole('button', { name: '替单位发单' }).click();
  await page.getByText('请至少选一天。').waitFor();
  await page.getByRole('button', { name: /打电话的食品厂 · 2 人/ }).click();
  expect(await page.getByLabel('地点（写得让人找得到）').inputValue()).toBe('打电话的食品厂');
  await page.getByLabel('多少元').fill('30');
  await page.locator('.order-post').getByRole('checkbox').nth(4).check();
  await looksRight(page);
  await page.getByRole('button', { name: '替单位发单' }).click();
  await page.getByText('低于最低工资').waitFor();
  await page.getByLabel('多少元').fill('240');
  await page.getByRole('button', { name: '替单位发单' }).click();
  await page.getByText('发出去了').waitFor();
  // The same once more is asked about, and posted when it is meant.
  await page.getByLabel('要带什么').fill('口罩');
  await page.getByRole('button', { name: '替单位发单' }).click();
  await page.getByRole('button', { name: '真要再发一单' }).click();
  await page.getByText('发出去了').waitFor();
  await page.getByRole('button', { name: '收起' }).click();
  const rows = page.getByRole('row', { name: /打电话的食品厂/ });
  await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(1);
  const row = rows.first();
  await row.getByRole('button', { name: '记保单' }).click();
  await row.getByLabel('承保公司').fill('示例财险');
  await row.getByLabel('保单号').fill('P-2026-0001');
  await row.getByRole('button', { name: '记保单' }).click();
  await row.getByText('示例财险').waitFor();
  await page.setViewportSize(PHONE);
  await page.getByRole('button', { name: '替单位发单' }).click();
  await looksRight(page);
  await page.context().close();
});

it('the services of the day have a sum on top, and a repeat says that it counts nothing', async () => {
  const worker = await market.worker('吕大姐');
  const path = `/api/gig-stations/${market.station}/services`;
  await market.post(path, { worker: worker.id, desk: 'first-aid', note: '手划破了' });
  await market.post(path, { worker: worker.id, desk: 'legal-aid', note: '问工伤怎么认' });
  const page = await office.enter('station');
  await page.goto('/office/gig-station?view=services');
  await page.getByText('今天服务 2 次，计 1 人次').waitFor();
  await page.getByText('急救 1 · 法律援助 1').waitFor();
  await page.locator('li', { hasText: '问工伤怎么认' }).getByText('今天已按“援助”计过一次').waitFor();
  expect(await page.locator('li', { hasText: '手划破了' }).getByText('今天已按“援助”计过一次').count()).toBe(0);
  await looksRight(page);
  await page.context().close();
});

it('with the panel open no heading falls apart, in English no search is cut, and an empty list keeps off its heading', async () => {
  const { batches } = await market.get(`/api/gig-stations/${market.station}/batches`);
  const batch = batches[0].id;
  for (const lang of ['zh', 'en'] as const) {
    const page = await office.enter('station', lang === 'en' ? { lang } : {});
    await page.goto('/office/gig-station?panel=check-in');
    await settled(page);
    expect(await cutPlaceholders(page)).toEqual([]);
    const lines = await page.locator('.counter-main thead th').evaluateAll((all) =>
      all.map((one) => {
        const text = document.createRange();
        text.selectNodeContents(one);
        return new Set([...text.getClientRects()].map(({ top }) => Math.round(top))).size;
      }),
    );
    expect(Math.max(...lines)).toBeLessThanOrEqual(lang === 'en' ? 2 : 1);
    await page
      .getByRole('complementary')
      .getByRole('button', { name: lang === 'en' ? 'Close' : '收起' })
      .click();
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    for (const list of ['/office/gig/complaints', '/office/gig/wages', `/office/gig/batches/${batch}`]) {
      await page.goto(list);
      await settled(page);
      expect(await cutPlaceholders(page), list).toEqual([]);
    }
    await page.goto('/office/gig/licences');
    await page.locator('.empty').first().waitFor();
    expect(
      await page
        .locator('h2 + .empty')
        .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).marginTop))),
    ).toEqual([12]);
    await page.context().close();
  }
});
