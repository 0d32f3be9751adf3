import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joining, type Market, openMarket } from '../../../tests/gig-market.ts';
import { openWholeHouse, type WholeHouse } from '../../../tests/house.ts';
import { ResidentBrowser } from '../../../tests/resident-browser.ts';
import { payWages } from './day/pay.ts';
import { rateWorker } from './ratings/rate.ts';

let house: WholeHouse;
let market: Market;
beforeAll(async () => {
  house = await openWholeHouse();
  market = await openMarket(house);
}, 120_000);
afterAll(() => house?.close());

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const onceOf = (html: string) => /name="once" value="([^"]+)"/.exec(html)?.[1] ?? '';
const token = () => new URLSearchParams(market.path.split('?')[1]).get('d') ?? '';
const door = () => market.path.split('?')[0] ?? '';

/** Somebody who has signed in and told their name, about to say what they can do. */
async function known(next = ''): Promise<ResidentBrowser> {
  const browser = await new ResidentBrowser(house).signIn(market.mobile(), next);
  await browser.post('/gigs/join/me', { name: '王大力', birthYear: '1985', next });
  return browser;
}

/** A worker with their browser. */
async function joined() {
  const browser = await known();
  const answer = await browser.post('/gigs/join', { step: 'terms', ...joining(house.town) });
  expect(answer.status, answer.body).toBe(200);
  const number = Number(/number-big">(\d+)</.exec(answer.body)?.[1]);
  const [row] = await market.rows<{ id: string }>('SELECT id FROM gig_worker WHERE number = $1', [number]);
  return { browser, number, id: row?.id ?? '' };
}
const offersOf = (worker: string) =>
  market.rows<{ state: string; reason: string | null }>('SELECT state, reason FROM gig_offer WHERE worker = $1', [worker]);

describe('the door to day work', () => {
  it('tells a visitor where the station is, that it is open, and leads to joining; a worker to today', async () => {
    const visitor = new ResidentBrowser(house);
    const page = await visitor.get('/gigs');
    expect(textOf(page.body)).toContain('马驹桥零工市场');
    expect(page.body).toContain('href="/gigs/join"');
    expect(page.body).not.toContain('href="/gigs/today"');
    const { browser, number } = await joined();
    const own = await browser.get('/gigs');
    expect(own.body).toContain('href="/gigs/today"');
    expect(textOf(own.body)).toContain(String(number));
  });
});

describe('joining', () => {
  it('asks a stranger for a name, then for trades, then for terms, and shows the card once', async () => {
    const browser = await new ResidentBrowser(house).signIn(market.mobile());
    expect(textOf((await browser.get('/gigs/join')).body)).toContain('您怎么称呼');
    const named = await browser.post('/gigs/join/me', { name: '王大力', birthYear: '１９８５', next: market.path });
    expect(named.status).toBe(303);
    const trades = await browser.get(named.location ?? '');
    expect(textOf(trades.body)).toContain('您会干什么活');
    const none = await browser.post('/gigs/join', { step: 'trades', next: market.path });
    expect(none.status).toBe(422);
    expect(textOf(none.body)).toContain('请选 1 到 12 样');
    const terms = await browser.post('/gigs/join', {
      step: 'trades',
      next: market.path,
      'trade-loading': '1',
      'level-loading': '3',
    });
    expect(terms.body).toContain('name="level-loading" value="3"');
    const given = { step: 'terms', next: market.path, once: onceOf(terms.body), ...joining(house.town) };
    const card = await browser.post('/gigs/join', given);
    expect(card.body).toContain('src="data:image/png;base64,');
    expect(card.body).toContain(`href="${market.path}"`);
    const again = await browser.post('/gigs/join', given);
    expect(textOf(again.body)).toContain('卡上的码刚才已经显示过了');
    const [{ n } = { n: '' }] = await market.rows<{ n: string }>('SELECT count(*) AS n FROM gig_worker');
    expect((await browser.get('/gigs/join')).status).toBe(303);
    expect(Number(n)).toBeGreaterThan(0);
  });

  it('says which field is wrong and keeps what was typed, the trades too', async () => {
    const browser = await known();
    const wrong = await browser.post('/gigs/join', {
      step: 'terms',
      ...joining(house.town),
      payFloor: '两百',
      startArea: '',
      'shift-morning': '',
      'shift-midday': '',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('href="#payFloor"');
    expect(wrong.body).toContain('href="#startArea"');
    expect(wrong.body).toContain('href="#shifts"');
    expect(wrong.body).toContain('value="两百"');
    expect(wrong.body).toContain('name="trade-sorting" value="1"');
    const low = await browser.post('/gigs/join', { step: 'terms', ...joining(house.town), payWish: '100' });
    expect(low.body).toContain('href="#payWish"');
  });

  it('finds the nearest town for whoever only says where they are', async () => {
    const browser = await known();
    const given = { ...joining(''), latitude: '39.7512', longitude: '116.5601' };
    const answer = await browser.post('/gigs/join', { step: 'terms', ...given });
    const number = Number(/number-big">(\d+)</.exec(answer.body)?.[1]);
    const [row] = await market.rows<{ start_area: string; latitude: number }>(
      'SELECT start_area, latitude FROM gig_worker WHERE number = $1',
      [number],
    );
    expect(row).toEqual({ start_area: '110112109000', latitude: 39.752 });
  });

  it('refuses whoever is too young, in a sentence', async () => {
    const browser = await new ResidentBrowser(house).signIn(market.mobile());
    await browser.post('/gigs/join/me', { name: '王小力', birthYear: String(new Date().getFullYear() - 14) });
    const answer = await browser.post('/gigs/join', { step: 'terms', ...joining(house.town) });
    expect(answer.status).toBe(422);
    expect(textOf(answer.body)).toContain('未满十六周岁不能招用');
  });

  it('changes trades and terms, claims a licence, pauses and gets a new card', async () => {
    const { browser, id } = await joined();
    const form = await browser.get('/gigs/profile/trades');
    expect(form.body).toMatch(/id="trade-loading"[^>]*checked/);
    const revision = /name="revision" value="(\d+)"/.exec(form.body)?.[1] ?? '';
    expect((await browser.post('/gigs/profile/trades', { revision, 'trade-kitchen': '1', 'level-kitchen': '1' })).status).toBe(
      303,
    );
    const old = await browser.post('/gigs/profile/terms', { revision, ...joining(house.town), payFloor: '200' });
    expect(textOf(old.body)).toContain('登记信息刚在别处改过');
    await browser.post('/gigs/profile/licences', { licence: 'health' });
    const profile = textOf((await browser.get('/gigs/profile')).body);
    expect(profile).toContain('帮厨');
    expect(profile).not.toContain('装卸搬运');
    expect(profile).toContain('等工作人员看证');
    const card = () =>
      market.rows<{ card: string; paused: boolean }>('SELECT encode(card, $2) AS card, paused FROM gig_worker WHERE id = $1', [
        id,
        'hex',
      ]);
    const [before] = await card();
    await browser.post('/gigs/profile/pause', { paused: '1' });
    expect((await browser.post('/gigs/profile/card', {})).body).toContain('data:image/png');
    const [after] = await card();
    expect(after?.paused).toBe(true);
    expect(after?.card).not.toBe(before?.card);
    expect(textOf((await browser.get(market.path)).body)).toContain('恢复以后才能签到');
  });
});

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
    expect(textOf((await browser.get('/gigs/today')).body)).toContain('正在给您找第二份活');
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
    expect(page).toContain('今天没有您会的工种的单子');
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

describe('the day’s work', () => {
  it('begins and ends by the codes at the site, with a reason where it ends early', async () => {
    const { browser, id } = await joined();
    await market.checkIn(id);
    const order = await market.soon();
    const [placement] = await market.round([{ worker: id, order }]);
    await browser.post(`/gigs/offers/${placement}/take`, {});
    const at = new Date(Date.now() - 30 * 60_000).toISOString();
    const wrong = await browser.post(`/gigs/placements/${placement}/start`, { code: '000000', at });
    expect(wrong.status).toBe(422);
    await browser.post(`/gigs/placements/${placement}/start`, { code: market.siteCode(order, 'start'), at });
    expect(textOf((await browser.get('/gigs/today')).body)).toContain('已上工');
    const end = { code: market.siteCode(order, 'end') };
    const early = await browser.post(`/gigs/placements/${placement}/end`, end);
    expect(early.status).toBe(422);
    expect(textOf(early.body)).toContain('还没到点，为什么收工');
    await browser.post(`/gigs/placements/${placement}/end`, { ...end, ending: 'sent-home' });
    const list = await browser.get('/gigs/work');
    expect(textOf(list.body)).toContain('应付 240 元');

    const address = `/gigs/work/${placement}`;
    const slip = textOf((await browser.get(address)).body);
    for (const told of ['工资条', '提前收工照付', '240 元', '单位还没说付了', '这班没有保险', '收到了，240 元'])
      expect(slip).toContain(told);
    const typed = await browser.post(`${address}/received`, { received: '两百' });
    expect(typed.status).toBe(422);
    expect(typed.body).toContain('value="两百"');
    await market.asEmployer(payWages, { employer: market.employer, wages: [{ placement, amount: 20_000 }] });
    expect(textOf((await browser.get(address)).body)).toContain('收到了，200 元');
    await browser.post(`${address}/received`, { received: '200' });
    expect(textOf((await browser.get(address)).body)).toMatch(/投诉 .* 正在处理/);

    const unstarred = await browser.post(`${address}/rate`, { said: '水不够喝' });
    expect(unstarred.status).toBe(422);
    expect(unstarred.body).toContain('value="水不够喝"');
    expect((await browser.post(`${address}/rate`, { stars: '4', said: '水不够喝' })).status).toBe(303);
    await browser.post(`${address}/complain`, { about: 'safety', text: '叉车没有倒车声' });
    const open = await browser.get('/gigs/work');
    expect(textOf(open.body)).toContain('安全，处理中');
    const complaints = [...open.body.matchAll(/action="(\/gigs\/complaints\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(complaints).toHaveLength(2);
    await browser.post(complaints[0] ?? '', { reason: '已经说好了' });
    expect(textOf((await browser.get('/gigs/work')).body)).toContain('您撤回了');
  });

  it('shows what employers said, to answer and to appeal against', async () => {
    const { browser, id } = await joined();
    await market.checkIn(id);
    const order = await market.soon();
    const [placement] = await market.round([{ worker: id, order }]);
    await browser.post(`/gigs/offers/${placement}/take`, {});
    const at = new Date(Date.now() - 30 * 60_000).toISOString();
    await browser.post(`/gigs/placements/${placement}/start`, { code: market.siteCode(order, 'start'), at });
    await browser.post(`/gigs/placements/${placement}/end`, { code: market.siteCode(order, 'end'), ending: 'left-early' });
    await market.asEmployer(rateWorker, { placement, stars: 2, text: '手脚慢', neverAgain: false });
    const page = await browser.get('/gigs/work');
    expect(textOf(page.body)).toContain('手脚慢');
    const action = /action="(\/gigs\/ratings\/[^"]+)\/answer"/.exec(page.body)?.[1] ?? '';
    await browser.post(`${action}/answer`, { text: '那天只有我一个人' });
    await browser.post(`${action}/appeal`, { why: 'false', text: '我一个人搬了两个人的货' });
    const after = textOf((await browser.get('/gigs/work')).body);
    expect(after).toContain('那天只有我一个人');
    expect(after).toContain('申诉正在处理');
  });

  it('of somebody else is nobody’s here', async () => {
    const { browser } = await joined();
    expect((await browser.get('/gigs/work/00000000-0000-7000-8000-000000000000')).status).toBe(404);
  });
});

describe('going together', () => {
  it('forms a team, is joined by its code, and left again', async () => {
    const [one, two] = [await joined(), await joined()];
    await one.browser.post('/gigs/team/form', {});
    const code = /number-big">(\d{4})</.exec((await one.browser.get('/gigs/team')).body)?.[1] ?? '';
    const wrong = await two.browser.post('/gigs/team/join', { code: '12' });
    expect(wrong.status).toBe(422);
    expect((await two.browser.post('/gigs/team/join', { code })).status).toBe(303);
    expect(textOf((await one.browser.get('/gigs/team')).body)).toContain(String(two.number));
    await two.browser.post('/gigs/team/leave', {});
    expect(textOf((await one.browser.get('/gigs/team')).body)).toContain('现在只有您一个人');
  });
});
