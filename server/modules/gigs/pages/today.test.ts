import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Market, openMarket } from '../../../../tests/gig-market.ts';
import { openWholeHouse, type WholeHouse } from '../../../../tests/house.ts';
import { ResidentBrowser } from '../../../../tests/resident-browser.ts';
import { openStationIn } from '../employer/employer.fixture.ts';
import { joined as joinedIn, known as knownIn, textOf } from './pages.fixture.ts';

let house: WholeHouse;
let market: Market;
beforeAll(async () => {
  house = await openWholeHouse();
  market = await openMarket(house);
}, 120_000);
afterAll(() => house?.close());

const token = () => new URLSearchParams(market.path.split('?')[1]).get('d') ?? '';
const door = () => market.path.split('?')[0] ?? '';
const known = (next?: string) => knownIn(house, market, next);
const joined = () => joinedIn(house, market);
const offersOf = (worker: string) =>
  market.rows<{ state: string; reason: string | null }>('SELECT state, reason FROM gig_offer WHERE worker = $1', [worker]);

describe('the code on the screen', () => {
  it('sends a visitor to sign in and back, a stranger to join and back, and checks a worker in with one tap', async () => {
    const next = `next=${encodeURIComponent(market.path)}`;
    expect((await new ResidentBrowser(house).get(market.path)).body).toContain(`/sign-in?${next}`);
    expect((await (await known(market.path)).get(market.path)).body).toContain(`/gigs/join?${next}`);
    const { browser, id } = await joined();
    const page = await browser.get(market.path);
    expect(page.body).toContain(`action="${door()}"`);
    const answers = await Promise.all([1, 2].map(() => browser.copy().post(door(), { d: token() })));
    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [303, '/gigs/today'],
      [303, '/gigs/today'],
    ]);
    const lines = await market.rows<{ number: number }>('SELECT number FROM gig_check_in WHERE worker = $1', [id]);
    expect(lines).toHaveLength(1);
    expect(textOf((await browser.get('/gigs/today')).body)).toContain(`我的号 ${lines[0]?.number}`);
    expect(textOf((await browser.get(market.path)).body)).toContain('您已经签到');
  });

  it('of another station says first which place a check-in gives up, and afterwards that it is gone', async () => {
    const { browser, id } = await joined();
    const { number } = await market.checkIn(id);
    const { station } = await openStationIn(house);
    const { body } = await (await house.signIn('station')).ask('GET', `/api/gig-stations/${station}/code`);
    const [there = '', query] = String(body.path).split('?');
    expect(textOf((await browser.get(String(body.path))).body)).toContain(
      `您在马驹桥零工市场排着 ${number} 号。在这里签到，就不排那边了`,
    );
    const { location } = await browser.post(there, { d: new URLSearchParams(query).get('d') ?? '' });
    expect(textOf((await browser.get(String(location))).body)).toContain(`马驹桥零工市场的 ${number} 号没有了`);
    expect(textOf((await browser.get('/gigs/today')).body)).not.toContain('没有了');
    expect(textOf((await browser.get(`/gigs/today?gave=7&of=${id}`)).body)).not.toContain('没有了');
    expect(textOf((await browser.get(String(body.path))).body)).toContain('您已经签到');
  });

  it('says plainly when the code is old or nobody’s', async () => {
    const { browser } = await joined();
    const old = `${door()}?d=00000000`;
    expect(textOf((await browser.get(old)).body)).toContain('这个码不是今天的');
    const posted = await browser.post(door(), { d: '00000000' });
    expect(posted.status).toBe(422);
    expect(textOf(posted.body)).toContain('扫站里大屏上今天的码');
    expect((await browser.get('/s/abcdef?d=00000000')).status).toBe(404);
  });

  it('asks whoever is not signed in to sign in, and comes back to the code', async () => {
    const visitor = new ResidentBrowser(house);
    const answer = await visitor.post(door(), { d: token() });
    expect(answer.status).toBe(303);
    expect(answer.location).toContain(encodeURIComponent(market.path));
    for (const address of ['/gigs/today', '/gigs/profile', '/gigs/team'])
      expect((await visitor.get(address)).location).toContain('/sign-in');
    expect((await (await known()).get('/gigs/today')).location).toContain('/gigs/join');
  });
});

describe('an offer', () => {
  it('shows all there is to know, is taken once however often it is tapped, and can be withdrawn', async () => {
    const { browser, id } = await joined();
    await market.checkIn(id);
    const order = await market.order({ insurance: 'accident', insurer: '示例保险' });
    const [offer] = await market.round([{ worker: id, order }]);
    const page = textOf((await browser.get('/gigs/today')).body);
    for (const told of [
      '240 元一天',
      '装卸搬运',
      '明天 07:00 到 16:00',
      '云澜一号仓',
      '公里',
      '当天结',
      '管饭',
      '零工市场有车接',
      '站前广场3号',
      '身份证',
      '云澜物流有限公司',
      '评分的工友还太少',
      '路上大约 12 分钟',
      '前回答',
    ])
      expect(page).toContain(told);
    const taken = await Promise.all([1, 2, 3].map(() => browser.copy().post(`/gigs/offers/${offer}/take`, {})));
    expect(taken.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await market.rows('SELECT 1 FROM gig_placement WHERE worker = $1', [id])).toHaveLength(1);
    const after = textOf((await browser.get('/gigs/today')).body);
    expect(after).toContain('说好了，等您去');
    expect(after).toContain('还想再干一份');
    await browser.post('/gigs/today/more', { more: '1' });
    expect(textOf((await browser.get('/gigs/today')).body)).toContain('正在给您再找一份活');
    const short = await browser.post(`/gigs/placements/${offer}/withdraw`, { reason: ' ' });
    expect(short.status).toBe(422);
    await browser.post(`/gigs/placements/${offer}/withdraw`, { reason: '孩子病了' });
    expect(textOf((await browser.get('/gigs/today')).body)).not.toContain('说好了');
  });

  it('says plainly that there is no insurance, promised or not', async () => {
    const { browser, id } = await joined();
    await market.checkIn(id);
    await market.round([{ worker: id, order: await market.order({ insurance: 'none' }) }]);
    expect(textOf((await browser.get('/gigs/today')).body)).toContain('没有保险');
  });

  it('is declined with one tap and its reason, and then tells why nothing was found', async () => {
    const { browser, id } = await joined();
    await market.checkIn(id);
    const [offer] = await market.round([{ worker: id, order: await market.order() }]);
    await browser.post(`/gigs/offers/${offer}/decline`, { reason: 'too-far' });
    expect(await offersOf(id)).toEqual([{ state: 'declined', reason: 'too-far' }]);
    await market.round([], [{ worker: id, code: 'trade' }]);
    const page = textOf((await browser.get('/gigs/today')).body);
    expect(page).toContain('正在给您找活');
    expect(page).toContain('还在派的单子里，没有您会的工种');
    const late = await browser.post(`/gigs/offers/${offer}/take`, {});
    expect(late.status).toBe(422);
    expect(textOf(late.body)).toContain('这个工作邀请已经有了结果');
    await browser.post('/gigs/today/leave', {});
    expect(textOf((await browser.get('/gigs/today')).body)).toContain('您今天已经回去了');
  });

  it('of somebody else is nobody’s here', async () => {
    const [one, two] = [await joined(), await joined()];
    await market.checkIn(one.id);
    const [offer] = await market.round([{ worker: one.id, order: await market.order() }]);
    expect((await two.browser.post(`/gigs/offers/${offer}/take`, {})).status).toBe(404);
    expect((await offersOf(one.id))[0]?.state).toBe('offered');
  });

  it('that went by hand to somebody behind is told with the officer’s reason', async () => {
    const [ahead, behind] = [await joined(), await joined()];
    await market.checkIn(ahead.id);
    await market.checkIn(behind.id);
    await market.placeByHand(behind.id, await market.order(), '老板点名要他');
    expect(textOf((await ahead.browser.get('/gigs/today')).body)).toContain('老板点名要他');
  });
});

describe('the page that refreshes itself', () => {
  it('gives its part with a tag, 304 while nothing changes, and something new when it does', async () => {
    const { browser, id } = await joined();
    await market.checkIn(id);
    const part = (tag?: string) =>
      house.app.inject({
        method: 'GET',
        url: '/gigs/today/part',
        headers: { cookie: browser.cookies, ...(tag === undefined ? {} : { 'if-none-match': tag }) },
      });
    const first = await part();
    const tag = String(first.headers.etag);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    expect((await part(tag)).statusCode).toBe(304);
    await market.round([{ worker: id, order: await market.order() }]);
    expect((await part(tag)).statusCode).toBe(200);
  });
});

describe('what a phone kept and sends later', () => {
  const send = (browser: ResidentBrowser, url: string, form: Record<string, string>) =>
    house.app.inject({
      method: 'POST',
      url,
      headers: { cookie: browser.cookies, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    });

  it('is answered in JSON, counts once by its key, and keeps the moment of the tap', async () => {
    const { browser, id, number } = await joined();
    const at = new Date(Date.now() - 20 * 60_000).toISOString();
    const once = '3f0b8f0a-9a57-4c43-8a3e-5a4b6a1f0c11';
    const form = { d: token(), at, once, who: String(number) };
    const [one, two] = await Promise.all([send(browser, door(), form), send(browser, door(), form)]);
    expect([one.json(), two.json()]).toEqual([{ to: '/gigs/today' }, { to: '/gigs/today' }]);
    const rows = await market.rows<{ at: Date }>('SELECT at FROM gig_check_in WHERE worker = $1', [id]);
    expect(rows.map((row) => row.at.toISOString())).toEqual([at]);
  });

  it('is refused with its reason, and sent for nobody but whoever tapped', async () => {
    const { browser, number } = await joined();
    const old = await send(browser, door(), { d: '00000000', who: String(number) });
    expect([old.statusCode, old.json().code]).toEqual([409, 'gig-code-old']);
    const other = await send(browser, door(), { d: token(), who: '1' });
    expect([other.statusCode, other.json().code]).toEqual([409, 'gig-other-person']);
    const nobody = await send(new ResidentBrowser(house), door(), { d: token() });
    expect([nobody.statusCode, nobody.json().code]).toEqual([401, 'not-signed-in']);
  });
});
