import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joining, type Market, openMarket } from '../../../../tests/gig-market.ts';
import { openWholeHouse, type WholeHouse } from '../../../../tests/house.ts';
import { ResidentBrowser } from '../../../../tests/resident-browser.ts';
import { addDays, dayOf } from '../../../kernel/term/day.ts';
import { joined as joinedIn, known as knownIn, textOf } from './pages.fixture.ts';

let house: WholeHouse;
let market: Market;
beforeAll(async () => {
  house = await openWholeHouse();
  market = await openMarket(house);
}, 120_000);
afterAll(() => house?.close());

const joined = () => joinedIn(house, market);
const today = async (browser: ResidentBrowser) => textOf((await browser.get('/gigs/today')).body);
const revisionOf = (html: string) => /name="revision" value="(\d+)"/.exec(html)?.[1] ?? '';

/** Somebody with agreed work. */
async function agreed(order: string) {
  const worker = await joined();
  await market.checkIn(worker.id);
  const [placement = ''] = await market.round([{ worker: worker.id, order }]);
  await worker.browser.post(`/gigs/offers/${placement}/take`, {});
  return { ...worker, placement };
}

describe('a code that is wrong', () => {
  it('of a team is answered at its field, and what was typed stays', async () => {
    const { browser } = await joined();
    for (const [code, told] of [
      ['0000', '没有这个结伴码，请再对一遍四位数字'],
      ['12', '请填 4 位数字'],
    ] as const) {
      const { status, body } = await browser.post('/gigs/team/join', { code });
      expect(status).toBe(422);
      expect(body).toContain(`value="${code}"`);
      expect(body).toContain('id="code-wrong"');
      expect(textOf(body)).toContain(told);
    }
  });

  it('of a site says that it has six digits, by the names of the page, to a script too', async () => {
    const { browser, placement } = await agreed(await market.soon());
    for (const code of ['12345', 'abc']) {
      const { status, body } = await browser.post(`/gigs/placements/${placement}/start`, { code });
      expect(status).toBe(422);
      expect(textOf(body)).toContain('6 位码 ：请填 6 位数字。');
      expect(body).toContain(`href="#code-${placement}"`);
      expect(body).toContain(`id="code-${placement}"`);
      expect(body, 'kept').toContain(`value="${code}"`);
    }
    const headers = { cookie: browser.cookies, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
    const url = `/gigs/placements/${placement}/start`;
    const answer = await house.app.inject({ method: 'POST', url, headers, payload: 'code=abc' });
    expect(answer.json()).toMatchObject({ code: 'shape', message: '请填 6 位数字。' });
    const blank = await browser.post(`/gigs/placements/${placement}/withdraw`, { reason: ' ' });
    expect(textOf(blank.body)).toContain('为什么去不了 ：请至少写 2 个字');
    for (const { body } of [blank, await browser.post(url, { code: '' })])
      expect(textOf(body)).not.toMatch(/[:：] ?(?:code|reason)\b/);
  });
});

describe('an amount that is wrong', () => {
  it('is refused with its bounds in yuan, and never rounded', async () => {
    const { browser, placement } = await agreed(await market.soon());
    const at = new Date(Date.now() - 30 * 60_000).toISOString();
    const [row] = await market.rows<{ order: string }>('SELECT "order" FROM gig_placement WHERE id = $1', [placement]);
    const order = row?.order ?? '';
    await browser.post(`/gigs/placements/${placement}/start`, { code: market.siteCode(order, 'start'), at });
    await browser.post(`/gigs/placements/${placement}/end`, { code: market.siteCode(order, 'end'), ending: 'sent-home' });
    for (const received of ['abc', '-5', '', '99999999999', '200.005']) {
      const { status, body } = await browser.post(`/gigs/work/${placement}/received`, { received });
      expect(status, received).toBe(422);
      expect(textOf(body), received).toContain('请填 0 到 100000 元之间的数，最多两位小数');
    }
    // What is complained of stands on the page of its shift.
    await browser.post(`/gigs/work/${placement}/complain`, { about: 'safety', text: '叉车没有倒车声' });
    const { body } = await browser.get(`/gigs/work/${placement}`);
    expect(textOf(body)).toMatch(/我对这个工的投诉 \S+：安全，在办/);
    const address = /href="(\/gigs\/complaints\/[^"]+)"/.exec(body)?.[1] ?? '';
    expect((await browser.get('/gigs/work')).body).toContain(`href="${address}"`);
    expect(textOf((await browser.get(address)).body)).toContain('叉车没有倒车声');
  });

  it('on joining is told which amounts are fine', async () => {
    const browser = await knownIn(house, market);
    for (const payFloor of ['99999999999', '两百', '180.005']) {
      const { status, body } = await browser.post('/gigs/join', { step: 'terms', ...joining(house.town), payFloor });
      expect(status).toBe(422);
      expect(textOf(body), payFloor).toContain('请填 0 到 100000 元之间的数');
    }
  });
});

describe('the year of birth', () => {
  it('is asked for in four digits, and whoever is too young is told at once, where it can be put right', async () => {
    const browser = await new ResidentBrowser(house).signIn(market.mobile());
    for (const birthYear of ['', '85', '1985年3', '1850']) {
      const { status, body } = await browser.post('/gigs/join/me', { name: '王小力', birthYear });
      expect(status).toBe(422);
      expect(textOf(body), birthYear).toContain('请填四位数字的年份');
    }
    const year = String(new Date().getFullYear() - 11);
    const young = await browser.post('/gigs/join/me', { name: '王小力', birthYear: year });
    expect(young.status).toBe(422);
    expect(textOf(young.body)).toContain('未满十六周岁不能招用');
    expect(young.body).toContain(`value="${year}"`);
    expect(young.body).toContain('href="#birthYear"');
    expect((await browser.post('/gigs/join/me', { name: '王小力', birthYear: '1985' })).status).toBe(303);
    // Said elsewhere: the first question comes again, with what is wrong.
    await market.rows(
      'UPDATE resident SET birth_year = $1 WHERE id = (SELECT id FROM resident WHERE birth_year = 1985 ORDER BY id DESC LIMIT 1)',
      [Number(year)],
    );
    const again = textOf((await browser.get('/gigs/join')).body);
    expect(again).toContain('您怎么称呼');
    expect(again).toContain('未满十六周岁不能招用');
    const late = await browser.post('/gigs/join', { step: 'terms', ...joining(house.town) });
    expect(late.status).toBe(422);
    expect(late.body).toContain('action="/gigs/join/me"');
  });
});

describe('the page of today', () => {
  it('says of whoever has paused that nothing is looked for, and goes on with one tap', async () => {
    const { browser, id } = await joined();
    await market.checkIn(id);
    expect(await today(browser)).toContain('正在给您找活');
    await browser.post('/gigs/profile/pause', { paused: '1' });
    const page = await browser.get('/gigs/today');
    expect(textOf(page.body)).toContain('您暂停了找活');
    expect(textOf(page.body)).toContain('您还排着队');
    expect(textOf(page.body)).not.toContain('正在给您找活');
    const on = await browser.post('/gigs/profile/pause', { paused: '', next: '/gigs/today' });
    expect(on.location).toBe('/gigs/today');
    expect(await today(browser)).toContain('正在给您找活');
    const other = await joined();
    await other.browser.post('/gigs/profile/pause', { paused: '1' });
    expect(await today(other.browser)).toContain('也不能签到');
  });

  it('says before agreed work is called off when that breaks a promise, and afterwards that it was taken down', async () => {
    const now = house.kernel.clock.now();
    const inTwoDays = addDays(dayOf(now), 2);
    const { browser, placement } = await agreed(await market.order({ day: inTwoDays }));
    expect(await today(browser)).toMatch(/05:00 以后才说，算失约一次/);
    await browser.post(`/gigs/placements/${placement}/withdraw`, { reason: '孩子病了' });
    const after = await today(browser);
    expect(after).toContain('记下了：这个活您不去了');
    expect(after).toContain('07:00 到 16:00');
    expect(after).not.toContain('说好了');

    const near = await agreed(await market.soon());
    expect(await today(near.browser)).toContain('离开工已经不到 120 分钟，现在退出算失约一次');

    // Whatever the hour at which this runs is, they take its shift.
    const byHand = await joined();
    const terms = { ...joining(house.town), 'shift-evening': '1', 'shift-night': '1' };
    const revision = revisionOf((await byHand.browser.get('/gigs/profile/terms')).body);
    expect((await byHand.browser.post('/gigs/profile/terms', { revision, ...terms })).status).toBe(303);
    await market.checkIn(byHand.id);
    await market.placeByHand(byHand.id, await market.soon(), '老板点名要他');
    expect(await today(byHand.browser)).toContain('不算失约');
    expect(await today(byHand.browser)).not.toContain('算失约一次');
  });
});

describe('terms that were changed in another window', () => {
  it('are shown beside what was typed, before saving again replaces them', async () => {
    const { browser } = await joined();
    const revision = revisionOf((await browser.get('/gigs/profile/terms')).body);
    const terms = joining(house.town);
    expect((await browser.post('/gigs/profile/terms', { revision, ...terms, payFloor: '210' })).status).toBe(303);
    const old = await browser.post('/gigs/profile/terms', { revision, ...terms, payFloor: '150' });
    expect(old.status).toBe(422);
    expect(textOf(old.body)).toContain('再点“保存”，就照您填的改');
    expect(textOf(old.body)).toContain('最少 210 元');
    expect(old.body).toContain('value="150"');
    const next = revisionOf(old.body);
    expect(next).not.toBe(revision);
    // Another mistake on the way does not make what is old new.
    const wrong = await browser.post('/gigs/profile/terms', { revision, ...terms, payFloor: 'abc' });
    expect(revisionOf(wrong.body)).toBe(revision);
    expect((await browser.post('/gigs/profile/terms', { revision: next, ...terms, payFloor: '150' })).status).toBe(303);
    expect(textOf((await browser.get('/gigs/profile')).body)).toContain('最少 150 元');
  });
});
