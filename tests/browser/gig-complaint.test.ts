import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Market, openGigMarket } from './gig-market.ts';
import { type Office, openOffice, settled } from './office.ts';
import { button, looksRight, PHONE } from './on-page.ts';

let office: Office;
let market: Market;
let wageComplaint: string;
beforeAll(async () => {
  office = await openOffice();
  market = await openGigMarket(office);
  wageComplaint = (await market.afterWork()).gigComplaint;
}, 180_000);
afterAll(() => office?.close());
afterEach(() => expect(office.takeFaults(400, 404, 409)).toEqual([]));

describe('a complaint about a wage', () => {
  it('shows the slip and what both sides say of it, and is settled by the whole wage', async () => {
    const page = await office.enter('station');
    await page.goto(`/office/gig/complaints/${wageComplaint}`);
    await settled(page);
    const fact = (title: string) => page.locator('.counter-main .facts-row', { hasText: title });
    await fact('工友').getByText('孙**').waitFor();
    await fact('单位说付了（元）').getByText('还没说').waitFor();
    await fact('工友说收到（元）').getByText('还没说').waitFor();
    await fact('零工工钱').getByRole('link', { name: '看这家的工钱' }).waitFor();
    const slip = Number((await fact('工资单（元）').locator('dd').innerText()).replace(',', ''));
    expect(slip).toBeGreaterThan(0);
    await looksRight(page);
    await page.getByRole('button', { name: '双方谈好，办结' }).click();
    const whole = page.getByLabel('商定的整笔工钱（元）');
    expect(await whole.inputValue()).toBe('');
    await page.getByText('这一班一共多少钱').waitFor();
    await page.getByLabel('双方商定了什么').fill('按整天补付');
    await button(page, '双方谈好，办结').click();
    await page.getByText('请填商定的整笔工钱。').waitFor();
    await looksRight(page);
    await whole.fill('240');
    await button(page, '双方谈好，办结').click();
    await page.getByRole('heading', { level: 2, name: '结果' }).waitFor();
    await fact('商定的整笔工钱（元）').getByText('240').waitFor();
    await looksRight(page);
    await page.context().close();
  });
});

describe('at the counter', () => {
  it('somebody is found without a place in the line, and their complaint is taken down with its number and term', async () => {
    const worker = await market.worker('冯阿姨', {}, false);
    const page = await office.enter('station');
    await page.goto('/office/gig-station');
    await settled(page);
    await page.keyboard.press('i');
    await page.getByLabel(/^刷卡/).fill(worker.number);
    await page.keyboard.press('Enter');
    await button(page, '只办事，不排队').waitFor();
    await settled(page);
    await looksRight(page);
    await button(page, '只办事，不排队').click();
    await page.getByText('今天不在队里。').waitFor();
    const { entries } = await market.get(`/api/gig-stations/${market.station}/line`);
    expect(entries.map(({ workerNumber }: { workerNumber: number }) => String(workerNumber))).not.toContain(worker.number);

    await page.locator('summary', { hasText: '登记一次服务' }).click();
    await page.getByLabel('哪个窗口').selectOption({ label: '讨薪' });
    await page.getByLabel('帮了什么').fill('问怎么要工钱');
    await button(page, '替这位投诉工钱').click();
    await page.getByText('这位在零工市场还没有干过活。').waitFor();
    const hasFocus = () => page.getByLabel('哪一班的工钱').evaluate((field) => field === document.activeElement);
    await expect.poll(hasFocus).toBe(true);
    await page.getByLabel('照本人的话写：怎么回事').fill('门口有人收五十块介绍费');
    await button(page, '立案').click();
    await page.getByText('请选是哪一班的工钱。').waitFor();
    await looksRight(page);
    await page.getByLabel('什么事').selectOption({ label: '乱收费' });
    await button(page, '立案').click();
    await page.getByText(/投诉 \d{4}-\d{5} 已立案，窗口最迟 .+ 处理。/).waitFor();
    await looksRight(page);
    await button(page, '记下这次服务').click();
    await page.getByText('已记下').waitFor();
    await page.getByRole('link', { name: '打开这件投诉' }).click();
    await page.getByText('不针对某个单位', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: '双方谈好，办结' }).count()).toBe(0);
    await page.getByRole('button', { name: '查无实据，不成立' }).click();
    await page.getByLabel('查了什么、为什么不成立').fill('看了门口的录像，没有人收钱');
    await button(page, '查无实据，不成立').click();
    await page.getByRole('heading', { level: 2, name: '结果' }).waitFor();
    await page.locator('.heading').getByText('没有查实').waitFor();
    await looksRight(page);
    await page.context().close();
  });

  it('a wage is complained of by its shift, with the slip before the officer, on a phone and in English too', async () => {
    const { entries } = await market.get(`/api/gig-stations/${market.station}/line`);
    const { worker } = entries.find(({ name }: { name: string }) => name === '孙**');
    const page = await office.enter('station', { lang: 'en', ...PHONE });
    await page.goto(`/office/gig-station?person=${worker}`);
    await page.locator('summary', { hasText: 'Take down a complaint' }).click();
    await page.getByLabel('About', { exact: true }).selectOption('wage');
    await page.getByLabel('The wage of which shift').selectOption({ index: 1 });
    await page.getByText('Wage slip (¥)').waitFor();
    await page.getByLabel(/^How much is missing/).fill('120');
    await page.getByLabel('In their own words: what happened').fill('还差一百二');
    await looksRight(page);
    await button(page, 'Open the complaint').click();
    await page.getByText(/^Complaint \d{4}-\d{5} is opened/).waitFor();
    await looksRight(page);
    await page.context().close();
  });
});
