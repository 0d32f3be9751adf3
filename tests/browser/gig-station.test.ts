import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tooWide, violations } from './axe.ts';
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
/** What a browser says of itself when the network is cut. */
const isOfCut = (fault: string) => /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/.test(fault);
afterEach(() => expect(office.takeFaults(404, 409).filter((fault) => !isOfCut(fault))).toEqual([]));

const TEN_MINUTES = 600_000;
const line = () => market.get(`/api/gig-stations/${market.station}/line`);
const entryOf = async (worker: string) =>
  (await line()).entries.find((entry: { worker: string }) => entry.worker === worker) as {
    number: number;
    at: string;
    state: string;
  };

describe('the counter', () => {
  it('registers, checks in, calls, shows what somebody could take, gives it with a reason and records a service, by keyboard', async () => {
    const first = await market.worker('王建国');
    const order = await market.order({}, { site: '顺丰马驹桥分拣中心', seats: 1 });
    const page = await office.enter('station');
    await page.goto('/office/gig-station');
    await settled(page);

    await page.keyboard.press('i');
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
    await page.getByText('会越过前面 1 人。他们会看到您写的理由。').waitFor();
    await looksRight(page);
    await page.getByRole('button', { name: '急着上岗，人就在窗口' }).click();
    await button(page, `派到 ${order.number} 号单`).click();
    await page.getByText(`已派到 ${order.number} 号单，越过了 1 人。`).waitFor();
    await page.locator('.counter-aside').getByText(`有活了：${order.number} 号单`).waitFor();
    const seen = await market.get(`/api/gig-workers/${first.id}/day`);
    expect(seen.passedOver).toEqual([expect.objectContaining({ order: order.number, reason: '急着上岗，人就在窗口' })]);

    await page.locator('summary', { hasText: '登记一次服务' }).click();
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
    await market.order({ insurance: 'accident', insurer: '示例保险' }, { site: '有险的仓库' });
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
    const row = page.getByRole('row', { name: /有险的仓库/ });
    await row.getByText('说有保险，保单还没记').waitFor();
    await looksRight(page);
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
    await page.getByRole('button', { name: /^What they could take now/ }).click();
    await page.getByText(/The best \d|There is nothing/).waitFor();
    await looksRight(page);
    await page.context().close();
  });
});

describe('the kiosk', () => {
  it('is made of a browser by an officer, who is signed out of it; takes cards and numbers, and is ended in the office', async () => {
    const worker = await market.worker('欧阳小明', {}, false);
    const page = await office.enter('station', { width: 1080, height: 1920 });
    await page.goto(`/station/${market.code}/set-up`);
    await page.getByLabel('当什么用').selectOption({ label: '自助机' });
    await page.getByLabel('叫什么').fill('门口左边');
    await looksRight(page);
    await button(page, '把这个浏览器设成自助机').click();
    await page.getByRole('heading', { name: '签到排队' }).waitFor();
    expect((await (await page.context().request.get('/api/me')).json()).signedIn).toBe(false);
    for (const key of await page.locator('.kiosk button').all()) {
      const { width = 0, height = 0 } = (await key.boundingBox()) ?? {};
      expect(Math.min(width, height), await key.innerText()).toBeGreaterThanOrEqual(60);
    }

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

    const { devices } = await market.get(`/api/gig-stations/${market.station}/devices`);
    await market.post(`/api/gig-devices/${devices[0].device}/end`);
    await page.getByText('This machine is not a kiosk of this station yet.').waitFor({ timeout: 10_000 });
    await page.context().close();
  });
});

describe('the screen', () => {
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

/** A browser that an officer has made a device of the station. */
async function device(kind: 'kiosk' | 'screen', size: { width: number; height: number }): Promise<Page> {
  const page = await office.enter('station', size);
  const { request } = page.context();
  const answer = await request.post(`/api/gig-stations/${market.station}/devices`, { data: { kind, name: '大厅' } });
  expect(answer.status()).toBe(200);
  await request.post('/api/sign-out', { data: {} });
  return page;
}

/** The changes that the server answered from now on, each by its key: sent twice, a key stands there twice. */
function answeredPosts(page: Page): { readonly keys: () => string[] } {
  const keys: string[] = [];
  page.on('response', (response) => {
    const key = response.request().headers()['idempotency-key'];
    if (key !== undefined) keys.push(key);
  });
  return { keys: () => keys };
}

/** Waits until the worker has kept a page and its files, and knows who is signed in. */
const isKept = (page: Page, scope: string): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(async (kept) => {
          const files = await caches.open('leye-files');
          const isWhole = (await files.match(kept)) !== undefined && (await files.keys()).length > 3;
          return isWhole && (!kept.startsWith('/office') || (await caches.match('/api/me')) !== undefined);
        }, scope),
      { timeout: 20_000 },
    )
    .toBe(true);

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
