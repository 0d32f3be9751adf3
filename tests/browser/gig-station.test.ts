import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isOfCut } from './gig-devices.ts';
import { type Market, openGigMarket } from './gig-market.ts';
import { type Office, openOffice, settled } from './office.ts';
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

describe('the counter', () => {
  it('registers, checks in, calls, shows what somebody could take, gives it with a reason and records a service, by keyboard', async () => {
    const first = await market.worker('王建国');
    const order = await market.order({}, { site: '顺丰马驹桥分拣中心', seats: 1 });
    const page = await office.enter('station');
    await page.goto('/office/gig-station');
    await settled(page);

    await page.keyboard.press('i');
    await page.keyboard.press('Enter');
    await page.getByText('请刷卡，或输入号码，再按“查找”。').waitFor();
    await page.getByLabel(/^刷卡/).fill('1390000432');
    await page.keyboard.press('Enter');
    await page.getByText('这里有 10 位。').waitFor();
    await looksRight(page);
    await page.getByLabel(/^刷卡/).fill('13900004321');
    await page.keyboard.press('Enter');
    await page.getByLabel('姓名', { exact: true }).fill('周小婷');
    await page.getByLabel('身份证号', { exact: true }).fill(market.idNumber());
    await page.getByLabel('主要工种').selectOption({ label: '装卸搬运' });
    await looksRight(page);
    await button(page, '登记').click();
    await page.getByText('登记好了').waitFor();
    await looksRight(page);
    await page.keyboard.press('Enter');
    await page.getByText(/签好了，号是/).waitFor();
    const place = Number(await page.locator('.place-number').textContent());
    expect(place).toBe((first.place ?? 0) + 1);

    await page.keyboard.press('Enter');
    await page.getByLabel(/^刷卡/).press('Escape');
    for (const number of [first.place, place]) {
      await page.getByRole('button', { name: `叫 ${number} 号` }).waitFor();
      await page.keyboard.press('n');
      await page
        .getByRole('complementary', { name: '窗口前的人' })
        .getByRole('heading', { level: 2, name: `${number} 号` })
        .waitFor();
    }
    expect((await line()).calledUpTo).toBe(place);

    await page.keyboard.press('w');
    await page.getByLabel(/顺丰马驹桥分拣中心/).waitFor();
    expect(await page.locator('.walk-in-why').first().textContent()).not.toBe('');
    await page.keyboard.press('Space');
    await page.getByText(`会越过前面 1 人：${first.place} 号王**。他们会看到您写的理由。`).waitFor();
    await looksRight(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const why = page.getByLabel('为什么直接派给这位');
    expect(await why.evaluate((field) => field === document.activeElement)).toBe(true);
    await why.fill('');
    await page.getByRole('button', { name: '急着上岗，人就在窗口' }).click();
    expect(await why.inputValue()).toBe('急着上岗，人就在窗口');
    await button(page, `派到 ${order.number} 号单`).click();
    await page.getByText(`已派到 ${order.number} 号单，越过了 1 人。`).waitFor();
    await page.locator('.counter-aside').getByText(`有活了：${order.number} 号单`).waitFor();
    const seen = await market.get(`/api/gig-workers/${first.id}/day`);
    expect(seen.passedOver).toEqual([expect.objectContaining({ order: order.number, reason: '急着上岗，人就在窗口' })]);

    await page.locator('summary', { hasText: '登记一次服务' }).click();
    await page.getByLabel('帮了什么').fill('写材料');
    await button(page, '记下这次服务').click();
    await page.getByText('请选是哪个窗口帮的。').waitFor();
    await page.getByLabel('哪个窗口').selectOption({ label: '讨薪' });
    await page.getByLabel('帮了什么').fill('上个月在廊坊的工钱没给，教她怎么写材料');
    await button(page, '记下这次服务').click();
    await page.getByText('已记下').waitFor();
    await button(page, '显示姓名和手机号（会记录）').click();
    await page.getByText('13900004321').waitFor();
    await page.goto('/office/gig-station?view=services');
    await page.getByText('教她怎么写材料').waitFor();
    await looksRight(page);
    await page.context().close();
  });

  it('vouches for a skill, checks a licence, and says of every order whether there is insurance', async () => {
    const worker = await market.worker('赵磊');
    await market.post(`/api/gig-workers/${worker.id}/licences`, { licence: 'forklift', expiresOn: '2029-05-01' });
    const accident = { insurance: 'accident', insurer: '示例保险' };
    await market.order(accident, { site: '快开工的仓库', hours: 2 });
    await market.order(accident, { site: '还早的仓库', hours: 6 });
    await market.order({}, { site: '没险的仓库', hours: 2 });
    const insured = await market.order(accident, { site: '有险的仓库' });
    await market.post(`/api/gig-orders/${insured.id}/insurance`, { insurer: '示例保险', number: 'BX-0001' });
    const page = await office.enter('station');
    await page.goto(`/office/gig-station?person=${worker.id}`);
    await button(page, '核为属实').click();
    await page.getByText('（已核）').waitFor();
    await page.getByRole('button', { name: '待核证件' }).click();
    await page.getByText(`（${worker.number}）`).waitFor();
    await looksRight(page);
    await button(page, '原件看过，有效').click();
    await page.getByText('没有待核的证件').waitFor();
    await page.getByRole('button', { name: '用工单', exact: true }).click();
    const row = (site: string) => page.getByRole('row', { name: new RegExp(site) });
    await row('有险的仓库').getByText('已投保 示例保险').waitFor();
    await row('还早的仓库').getByText('说有保险，保单还没记').waitFor();
    await row('没险的仓库').getByText('没有保险').waitFor();
    await row('快开工的仓库')
      .locator('.passes')
      .getByText(/开工，保单还没记：请催单位/)
      .waitFor();
    // Orange is what is to be done now, and nothing else.
    for (const site of ['有险的仓库', '还早的仓库', '没险的仓库']) expect(await row(site).locator('.passes').count()).toBe(0);
    await looksRight(page);
    await page.context().close();
  });

  it('gives out a work of many with one scrollbar, and with the reason and its button in sight', async () => {
    const worker = await market.worker('郭大山', { skills: [{ trade: 'packing', level: 2 }] });
    for (let at = 0; at < 9; at += 1) await market.order({ trade: 'packing' }, { site: `第 ${at} 号食品厂` });
    const page = await office.enter('station');
    await page.goto(`/office/gig-station?person=${worker.id}`);
    await page.locator('summary', { hasText: '登记一次服务' }).click();
    await page.getByLabel('帮了什么').fill('写到一半');
    await page.getByRole('button', { name: /^现在能干的活/ }).click();
    for (const size of [
      { width: 1440, height: 900 },
      { width: 360, height: 740 },
    ]) {
      await page.setViewportSize(size);
      await page.locator('.walk-in-order input').nth(4).click();
      const place = page.getByRole('button', { name: /^派到 \d+ 号单$/ });
      await page.getByText(/^(会越过前面|前面没有人)/).waitFor();
      const scrolls = await page
        .locator('.counter-aside, .counter-aside *')
        .evaluateAll((all) =>
          all.filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowY)).map((one) => one.className),
        );
      expect(scrolls.filter((name) => /aside|walk-in/.test(name))).toEqual(
        size.width > 1100 ? [expect.stringContaining('aside')] : [],
      );
      const { y = 0, height = 0 } = (await place.boundingBox()) ?? {};
      expect(y).toBeGreaterThan(0);
      expect(y + height).toBeLessThanOrEqual(size.height);
      await looksRight(page);
    }
    await page.getByRole('complementary').getByRole('button', { name: '取消' }).click();
    expect(await page.getByLabel('帮了什么').inputValue()).toBe('写到一半');
    await page.context().close();
  });

  it('counts offers apart from work, says what came of a round that was asked for, and quotes what a worker reads', async () => {
    const first = await market.worker('黎明', { skills: [{ trade: 'gardening', level: 2 }] });
    const page = await office.enter('station');
    await page.goto('/office/gig-station');
    await settled(page);
    await page.keyboard.press('r');
    const status = page.locator('.round-outcome');
    await status.getByText(/正在配|配好了/).waitFor();
    await market.round();
    await status.getByText(/^第 \d+ 轮 \d\d:\d\d 配好了/).waitFor();
    await looksRight(page);
    const { entries } = await line();
    const count = (...states: string[]) => entries.filter(({ state }: { state: string }) => states.includes(state)).length;
    const counts = `${count('waiting')} 人在等，${count('offered')} 人等答复，${count('placed', 'wants-more')} 人有活`;
    await page.locator('.heading-lead').getByText(counts).waitFor();
    const why = page.getByRole('row', { name: '黎*' }).locator('.line-why');
    expect(await why.innerText()).toMatch(/^本人看到的：“.+”$/);
    await page.getByRole('columnheader', { name: '排队号和姓名' }).waitFor();
    await page.goto(`/office/gig-station?person=${first.id}`);
    expect(await page.locator('.counter-aside .line-why').innerText()).toMatch(/^本人看到的：“.+”$/);
    // What was said of the round is gone once it is old.
    expect(await status.innerText()).toBe('');
    await page.context().close();
  });

  it('takes the answer to an offer from whoever has no telephone', async () => {
    const worker = await market.worker('孙大勇', { skills: [{ trade: 'sewing', level: 2 }] });
    const order = await market.order({ trade: 'sewing' }, { seats: 1, site: '张家湾服装厂' });
    await market.round();
    const page = await office.enter('station');
    await page.goto(`/office/gig-station?person=${worker.id}`);
    const offer = page.getByRole('region', { name: '等答复的活' });
    await offer.getByText('张家湾服装厂').waitFor();
    await looksRight(page);
    await offer.getByRole('button', { name: '去', exact: true }).click();
    await page.locator('.counter-aside').getByText(`有活了：${order.number} 号单`).waitFor();
    await page.context().close();
  });

  it('makes a new card for a lost one, which is printed alone, in its own size; without network it says that there is none', async () => {
    const worker = await market.worker('欧阳春', {}, false);
    const page = await office.enter('station');
    await page.goto(`/office/gig-station?person=${worker.id}`);
    await page.locator('summary', { hasText: '换一张卡' }).click();
    await page.context().setOffline(true);
    await button(page, '发新卡，旧卡作废').click();
    await page.getByText('网络断了，没拿到新卡。').waitFor();
    await page.context().setOffline(false);
    await button(page, '发新卡，旧卡作废').click();
    await page.getByText('新卡好了，旧卡已经作废。').waitFor();
    await looksRight(page);
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.card-sheet .card-face');
    expect(await sheet.innerText()).toContain('欧阳*');
    expect((await sheet.innerText()).replaceAll(/\s/g, '')).toContain(worker.number);
    const { width = 0, height = 0 } = (await sheet.boundingBox()) ?? {};
    expect([Math.round(width), Math.round(height)]).toEqual([324, 204]);
    expect(await sheet.evaluate((card) => card.scrollHeight - card.clientHeight)).toBeLessThanOrEqual(0);
    expect(await page.locator('#root').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await button(page, '已经交给本人').click();
    await page.locator('.card-sheet').waitFor({ state: 'detached' });
    const old = await office.enter('station');
    await old.goto('/office/gig-station?panel=check-in');
    await old.getByLabel(/^刷卡/).fill(worker.card);
    await old.keyboard.press('Enter');
    await old.getByText('没找到这张卡或这个号码。').waitFor();
    await old.context().close();
    await page.context().close();
  });

  it('is used in English and on a phone, where it fits 360 px', async () => {
    const page = await office.enter('station', { lang: 'en', ...PHONE });
    await page.goto('/office/gig-station');
    await settled(page);
    await page.getByRole('button', { name: /^Check in/ }).waitFor();
    await looksRight(page);
    await page.getByRole('button', { name: '王**' }).click();
    const { y = -1 } = (await page.getByRole('complementary').getByRole('heading', { level: 2 }).boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(PHONE.height / 2);
    await page.getByRole('button', { name: /^What they could take now/ }).click();
    await page.getByText(/Best first: \d|There is nothing/).waitFor();
    await looksRight(page);
    await page.context().close();
  });
});

describe('the stations', () => {
  it('are opened, changed and closed by the programme office', async () => {
    const page = await office.enter('office');
    await page.goto('/office/gig-stations');
    await page.getByRole('button', { name: '开一个站' }).click();
    await page.getByLabel('中文名称').fill('运河零工驿站');
    await page.getByLabel('英文名称').fill('Canal gig post');
    await page.getByLabel('地址').fill('示例路 2 号');
    await page.getByLabel('街道（乡镇）').selectOption({ index: 1 });
    await page.getByLabel('电话').fill('010-60500001');
    await page.getByLabel('急救').fill('进门右手');
    await looksRight(page);
    await page.getByRole('complementary').getByRole('button', { name: '开一个站' }).click();
    await page.getByRole('complementary', { name: '改站' }).waitFor();
    await page.getByLabel('几分钟一轮').fill('3');
    await button(page, '保存').click();
    await page.getByText('3 分钟一轮').waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    await looksRight(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.locator('summary', { hasText: '停用这个站' }).click();
    await page.getByLabel('从哪天起').fill(office.today);
    await page.getByLabel('从哪天起').press('Enter');
    await page.getByLabel('为什么停用').fill('并到马驹桥零工市场');
    await button(page, '停用这个站').click();
    await page.getByRole('row', { name: /运河零工驿站.*起停用/ }).waitFor();
    await page.context().close();
  });
});
