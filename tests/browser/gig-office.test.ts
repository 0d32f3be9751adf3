import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Market, openGigMarket } from './gig-market.ts';
import { type Office, openOffice, settled } from './office.ts';
import { looksRight, PHONE } from './on-page.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);
afterAll(() => office?.close());
afterEach(() => expect(office.takeFaults(404, 409)).toEqual([]));

describe('before the first round', () => {
  it('every page of the market says that nothing is there yet, and what fills it', async () => {
    const programme = await office.signIn('office');
    await programme.ask('POST', '/api/gig-stations', {
      name: { zh: '运河零工驿站', en: 'Canal gig post' },
      address: '示例路 2 号',
      area: office.town,
      telephone: '010-60500001',
      opensAt: '00:00',
      closesAt: '23:59',
      roundMinutes: 5,
      answerMinutes: 10,
    });
    const page = await office.enter('station');
    const says = async (address: string, ...texts: readonly string[]) => {
      await page.goto(`/office${address}`);
      await settled(page);
      for (const text of texts) await page.getByText(text).waitFor();
      await looksRight(page);
    };
    await says('/', '现在开着，23:59 关 · 0 人在等 · 没有要招人的单');
    await page.getByRole('link', { name: '打开零工站 运河零工驿站' }).click();
    await page.getByRole('heading', { level: 1, name: '运河零工驿站' }).waitFor();
    await page.getByText('今天还没有配过：有人签到，一分钟内配第一轮。').waitFor();
    await page.getByText('来了人按“签到”').waitFor();
    await says('/gig/batches', '今天还没有配过活', '现在开着，还没有人等活。有人签到，一分钟内配第一轮。');
    await says('/gig/fairness', '还没有配过活，没有可比较的', '不到 10 人的不显示');
    expect(await page.getByLabel('哪个月').count()).toBe(0);
    await says('/gig/wages', '现在没有要盯的工钱');
    await page.context().close();
  });
});

describe('after a morning', () => {
  let market: Market;
  let station: string;
  beforeAll(async () => {
    market = await openGigMarket(office);
    station = (await market.afterWork()).gigStation;
  }, 120_000);

  it('fairness offers the months from the first round on', async () => {
    const page = await office.enter('station');
    await page.goto('/office/gig/fairness');
    await settled(page);
    const months = page.getByLabel('哪个月').locator('option');
    expect(await months.evaluateAll((all) => all.map((one) => one.getAttribute('value')))).toEqual([office.today.slice(0, 7)]);
    await looksRight(page);
    await page.context().close();
  });

  it('the form of a round of inspections says at each field what it takes', async () => {
    const page = await office.enter('office');
    await page.goto('/office/market-rounds');
    await page.getByRole('button', { name: '开始一轮检查' }).click();
    await page.getByLabel('抽几项必须现场看').fill('99');
    await page.getByRole('button', { name: '抽签并开始' }).click();
    await page.getByText('请填 0 到 30 的整数。').waitFor();
    await page.getByText('请至少写 2 个字。').waitFor();
    await looksRight(page);
    await page.context().close();
  });

  it('wages say who may post, and on a phone leave out what is nothing', async () => {
    const page = await office.enter('station');
    await page.goto('/office/gig/wages');
    await settled(page);
    const row = page.getByRole('row', { name: /云澜物流有限公司/ });
    await row.getByText('可以', { exact: true }).waitFor();
    expect(await row.innerText()).toContain('—');
    await page.setViewportSize(PHONE);
    expect(await row.innerText()).not.toContain('—');
    await looksRight(page);
    await page.context().close();
  });

  it('a round quotes what its workers read', async () => {
    const page = await office.enter('station', { lang: 'en' });
    await page.goto(`/office/gig/batches?station=${station}`);
    await page.getByRole('link', { name: /^Round 1/ }).click();
    await page.getByRole('button', { name: /^Not matched/ }).click();
    await page.getByRole('columnheader', { name: 'Why not (as the worker reads it)' }).waitFor();
    await looksRight(page);
    await page.context().close();
  });

  it('the first page leads to the counter, and says who waits and what is to be filled', async () => {
    await market.order({}, { seats: 3, hours: 3 });
    const page = await office.enter('station');
    await page.goto('/office');
    await page.getByRole('link', { name: '打开零工站 马驹桥零工市场' }).waitFor();
    await page.getByText(/\d+ 人在等 · .*\d+ 个单还招 \d+ 人/).waitFor();
    await looksRight(page);
    await page.setViewportSize(PHONE);
    await looksRight(page);
    await page.context().close();
    const nobody = await office.enter('liaison');
    await nobody.goto('/office');
    await settled(nobody);
    expect(await nobody.getByRole('link', { name: /^打开零工站/ }).count()).toBe(0);
    await nobody.context().close();
  });
});
