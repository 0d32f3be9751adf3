import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joining, type Market, openMarket } from '../../../../tests/gig-market.ts';
import { openWholeHouse, type WholeHouse } from '../../../../tests/house.ts';
import { ResidentBrowser } from '../../../../tests/resident-browser.ts';
import { joined as joinedIn, known as knownIn, textOf } from './pages.fixture.ts';

let house: WholeHouse;
let market: Market;
beforeAll(async () => {
  house = await openWholeHouse();
  market = await openMarket(house);
}, 120_000);
afterAll(() => house?.close());

const onceOf = (html: string) => /name="once" value="([^"]+)"/.exec(html)?.[1] ?? '';
const known = (next?: string) => knownIn(house, market, next);
const joined = () => joinedIn(house, market);

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

  it('keeps the position over a refusal, and asks for no town beside it', async () => {
    const browser = await known();
    const given = { ...joining(''), latitude: '39.7512', longitude: '116.5601', payWish: '100' };
    const { status, body } = await browser.post('/gigs/join', { step: 'terms', ...given });
    expect(status).toBe(422);
    expect(textOf(body)).toContain('已用上您现在的位置');
    expect(/<select id="startArea"[^>]*>/.exec(body)?.[0]).not.toContain('required');
  });

  it('refuses whoever is too young, in a sentence', async () => {
    const browser = await new ResidentBrowser(house).signIn(market.mobile());
    const answer = await browser.post('/gigs/join/me', { name: '王小力', birthYear: String(new Date().getFullYear() - 14) });
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
    expect(textOf(old.body)).toContain('登记在别处改过');
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
