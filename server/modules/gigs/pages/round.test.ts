import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Market, openMarket } from '../../../../tests/gig-market.ts';
import { openWholeHouse, type WholeHouse } from '../../../../tests/house.ts';
import { ResidentBrowser } from '../../../../tests/resident-browser.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import { readPool } from '../dawn/pool.ts';
import { cancelOrder } from '../orders/cancel.ts';
import { joined as joinedIn, textOf } from './pages.fixture.ts';

let house: WholeHouse;
let market: Market;
beforeAll(async () => {
  house = await openWholeHouse();
  market = await openMarket(house);
}, 120_000);
afterAll(() => house?.close());

const joined = () => joinedIn(house, market);
/** A worker in the line. */
async function inLine() {
  const worker = await joined();
  await market.checkIn(worker.id);
  return { ...worker, today: async () => (await worker.browser.get('/gigs/today')).body };
}
type Browser = Awaited<ReturnType<typeof joined>>['browser'];

describe('after “no”', () => {
  it('says that it was taken down, why, and what happens next, until the next round has its own answer', async () => {
    const { browser, id, today: page } = await inLine();
    const [offer] = await market.round([{ worker: id, order: await market.order() }]);
    await browser.post(`/gigs/offers/${offer}/decline`, { reason: 'too-far' });
    const html = await page();
    for (const told of ['记下了：您不去', '云澜一号仓', '原因：太远', '每 60 分钟找一轮']) expect(textOf(html)).toContain(told);
    expect(html).toContain('href="/gigs/profile/terms#radiusKm"');
    await market.round([], [{ worker: id, code: 'no-orders' }]);
    const later = textOf(await page());
    expect(later).not.toContain('记下了');
    expect(later).toContain('现在没有还在派的单子');
  });

  it('tells whoever goes home that they are still in the line, and how to leave it', async () => {
    const { browser, id, today: page } = await inLine();
    const [offer] = await market.round([{ worker: id, order: await market.order() }]);
    await browser.post(`/gigs/offers/${offer}/decline`, { reason: 'going-home' });
    expect(textOf(await page())).toContain('今天不找了，点最下面的按钮');
    await browser.post('/gigs/today/leave', {});
    expect(textOf(await page())).not.toContain('记下了');
  });
});

describe('a team of which one does not go', () => {
  it('says so on the page of whoever had not answered', async () => {
    const { id, today: page } = await inLine();
    const [offer] = await market.round([{ worker: id, order: await market.order() }]);
    await market.rows("UPDATE gig_offer SET state = 'withdrawn', reason = 'team-parted', answered_at = now() WHERE id = $1", [
      offer,
    ]);
    expect(textOf(await page())).toMatch(/结伴的一位不去，\d+ 号单不再等您答复/);
    await market.round([], [{ worker: id, code: 'no-orders' }]);
    expect(textOf(await page())).not.toContain('结伴的一位不去');
  });
});

describe('several jobs', () => {
  it('stand in the order in which they come, and each asks for its code when it may begin', async () => {
    const { browser, id, today: page } = await inLine();
    const soon = await market.soon();
    const later = await market.order({ startsAt: '17:00', endsAt: '19:00', breakMinutes: 0 });
    const sooner = await market.order({ startsAt: '13:00', endsAt: '15:00', breakMinutes: 0 });
    for (const order of [later, sooner, soon]) {
      await market.checkIn(id);
      const [offer] = await market.round([{ worker: id, order }]);
      await browser.post(`/gigs/offers/${offer}/take`, {});
    }
    const html = await page();
    const at = ['name="code"', '13:00', '17:00'].map((text) => html.indexOf(text, html.indexOf('id="mine"')));
    expect(at).toEqual(at.toSorted((one, other) => one - other));
    expect(html.match(/name="code"/g)).toHaveLength(1);
    await market.asEmployer(cancelOrder, { order: later, reason: '货没有到' });
    expect(textOf(await page())).toContain('单位取消了 云澜一号仓 原因：货没有到');
  });
});

describe('a no to an employer', () => {
  it('is one to all their orders of the day, until the counter is told otherwise', async () => {
    const { browser, id, today: page } = await inLine();
    const [first, other] = [await market.order(), await market.order({ site: '云澜二号仓' })];
    const [offer] = await market.round([{ worker: id, order: first }]);
    await browser.post(`/gigs/offers/${offer}/decline`, { reason: 'employer' });
    expect(textOf(await page())).toContain('今天不再给您派这家的活');
    const [seen] = await inDistrict(
      house.kernel.database,
      house.district,
      (transaction) => readPool(transaction, { station: market.station, day: dayOf(new Date()), now: new Date(), only: [id] }),
      'read',
    );
    expect(seen?.refused).toEqual(expect.arrayContaining([first, other]));
  });
});

describe('going home', () => {
  it('is not offered beside work of today, and beside work of another day says that it stands', async () => {
    const { browser, id, today: page } = await inLine();
    expect(textOf(await page())).toContain('今天不找了，回去');
    const [later] = await market.round([{ worker: id, order: await market.order() }]);
    await browser.post(`/gigs/offers/${later}/take`, {});
    const tomorrow = textOf(await page());
    expect(tomorrow).toContain('今天不再找别的活');
    expect(tomorrow).toContain('说好的活不受影响');
    await market.rows('UPDATE gig_order SET day = day - 1 WHERE id = (SELECT "order" FROM gig_offer WHERE id = $1)', [later]);
    expect(await page()).not.toContain('action="/gigs/today/leave"');
  });

  it('tells whoever went that agreed work stands', async () => {
    const { browser, id, today: page } = await inLine();
    const [offer] = await market.round([{ worker: id, order: await market.order() }]);
    await browser.post(`/gigs/offers/${offer}/take`, {});
    await browser.post('/gigs/today/leave', {});
    expect(textOf(await page())).toContain('说好的活照旧');
  });
});

describe('what would have helped', () => {
  const told = async (params: Readonly<Record<string, unknown>>, code = 'no-orders') => {
    const worker = await inLine();
    await market.round([], [{ worker: worker.id, code, params }]);
    return worker;
  };
  const follow = async (browser: Browser, html: string, text: string): Promise<string> => {
    const address = new RegExp(`href="([^"]+)"[^>]*>[^<]*${text}`).exec(html)?.[1];
    expect(address, `a link “${text}”`).toBeDefined();
    return (await browser.get(String(address).split('#')[0] ?? '')).body;
  };

  it('leads to the distance, with the one that would do chosen and the old one beside it; once saved it says so', async () => {
    const { browser, today: page } = await told({ change: { code: 'change-distance', params: { km: 29.6, orders: 1 } } });
    const terms = await follow(browser, await page(), '把最远距离改到 30 公里');
    expect(textOf(terms)).toContain('已经选上 30 公里（原来是 20 公里）');
    expect(terms).toMatch(/value="30"[^>]*checked|checked[^>]*value="30"/);
    const revision = /name="revision" value="(\d+)"/.exec(terms)?.[1] ?? '';
    const given = { revision, startArea: house.town, radiusKm: '30', 'shift-morning': '1', payFloor: '180', payWish: '240' };
    expect((await browser.post('/gigs/profile/terms', given)).status).toBe(303);
    expect(textOf(await page())).toContain('您已经改了');
  });

  it('leads to the pay, the shift, the trade and the licence; ability is theirs to say', async () => {
    const pay = await told({ change: { code: 'change-pay', params: { yuan: 150, orders: 1 } } });
    expect(await follow(pay.browser, await pay.today(), '把最少要的钱改到一天 150 元')).toMatch(
      /name="payFloor"[^>]*value="150"|value="150"[^>]*name="payFloor"/,
    );
    const shift = await told({ change: { code: 'change-shift', params: { shift: 'night', orders: 1 } } });
    expect(await follow(shift.browser, await shift.today(), '把夜班也选上')).toMatch(/id="shift-night"[^>]*checked/);
    const trade = await told({ trade: 'kitchen', km: 3, places: 2 }, 'trade-nearest');
    const trades = await follow(trade.browser, await trade.today(), '会帮厨');
    expect(textOf(trades)).toContain('上一轮缺人的活：帮厨');
    expect(trades).not.toMatch(/id="trade-kitchen"[^>]*checked/);
    const licence = await told({ change: { code: 'change-licence', params: { licence: 'forklift', orders: 1 } } });
    expect(await follow(licence.browser, await licence.today(), '报上去')).toMatch(/<details open[^>]*>.*value="forklift"/s);
  });

  it('is said in words where there is no setting, and not at all where nobody can change anything', async () => {
    const declined = await told({ orders: 1 }, 'refused');
    expect(textOf(await declined.today())).toContain('到窗口说一声，工作人员能给您安排');
    const nothing = await told({});
    expect(await nothing.today()).not.toContain('?tip');
  });
});

describe('work that an officer arranged', () => {
  it('says how far it is and how long the way takes, as an offer does', async () => {
    const { id, today: page } = await inLine();
    await market.placeByHand(id, await market.order({ transport: 'own-way' }), '老板点名要他');
    const text = textOf(await page());
    expect(text).toContain('老板点名要他');
    expect(text).toMatch(/和您出发的地方在同一带|离您出发的地方大约 [\d.]+ 公里、\d+ 分钟/);
  });

  it('says when to board the bus that an employer sends, in place of a way on foot', async () => {
    const { id, today: page } = await inLine();
    await market.placeByHand(id, await market.order(), '老板点名要他');
    const text = textOf(await page());
    expect(text).toContain('07:00 前到集合地点上车：站前广场3号');
    expect(text).toContain('单位的车从市场接，最晚 07:00 开');
    expect(text).not.toContain('您出发的地方');
  });

  it('goes by what the employer says about the bus, where they do', async () => {
    const { browser, id, today: page } = await inLine();
    const order = await market.order({ busLeavesAt: '06:25' });
    const [offer] = await market.round([{ worker: id, order }]);
    expect(textOf(await page())).toContain('单位的车 06:25 从市场开');
    await browser.post(`/gigs/offers/${offer}/take`, {});
    expect(textOf(await page())).toContain('06:25 发车，开车前到集合地点上车：站前广场3号');
    expect(textOf((await browser.get('/gigs/today?lang=en')).body)).toContain('The bus leaves at 06:25');
  });

  it('still says it on the day, when it was agreed on the day before', async () => {
    const { browser, id, today: page } = await inLine();
    const [offer] = await market.round([{ worker: id, order: await market.order({ transport: 'own-way' }) }]);
    await browser.post(`/gigs/offers/${offer}/take`, {});
    await market.rows('UPDATE gig_offer SET day = day - 1 WHERE id = $1', [offer]);
    expect(textOf(await page())).toMatch(/和您出发的地方在同一带|离您出发的地方大约 [\d.]+ 公里、\d+ 分钟/);
  });
});

describe('the page of today', () => {
  it('has each heading once, and the service number once', async () => {
    const { browser, id, today: page } = await inLine();
    const [offer] = await market.round([{ worker: id, order: await market.order() }]);
    await browser.post(`/gigs/offers/${offer}/take`, {});
    for (const lang of ['zh', 'en']) {
      const html = lang === 'zh' ? await page() : (await browser.get('/gigs/today?lang=en')).body;
      const headings = [...html.matchAll(/<h[12][^>]*>(.*?)<\/h[12]>/g)].map((match) => match[1]);
      expect(headings.length).toBeGreaterThan(1);
      expect(new Set(headings).size, headings.join()).toBe(headings.length);
      const numbers = [...html.matchAll(/href="tel:([^"]+)"/g)].map((match) => match[1]);
      expect(numbers.length).toBeGreaterThan(0);
      expect(new Set(numbers).size, numbers.join()).toBe(numbers.length);
    }
  });
});

describe('one’s own page', () => {
  const waysOf = (html: string) => [...html.matchAll(/href="(\/gigs\/today|\/employer)"/g)].map((match) => match[1]);

  it('puts the day’s work before the employers, with how it stands', async () => {
    const { browser, id } = await joined();
    const me = async () => (await browser.get('/me')).body;
    expect(waysOf(await me())[0]).toBe('/gigs/today');
    await market.checkIn(id);
    expect(textOf(await me())).toContain('正在排队');
    const order = await market.soon();
    const [offer] = await market.round([{ worker: id, order }]);
    expect(textOf(await me())).toMatch(/有活找您，请在 \d\d:\d\d 前回答/);
    await browser.post(`/gigs/offers/${offer}/take`, {});
    expect(textOf(await me())).toMatch(/说好了：(今天|明天) \d\d:\d\d，装卸搬运/);
    expect(waysOf(await me())[0]).toBe('/gigs/today');
  });

  it('leaves the order as it is for whoever is no worker', async () => {
    const browser = await new ResidentBrowser(house).signIn(market.mobile());
    expect(waysOf((await browser.get('/me')).body)[0]).toBe('/employer');
  });
});
