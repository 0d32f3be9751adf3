import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWholeHouse, type WholeHouse } from '../../../tests/house.ts';
import { latestCode, ResidentBrowser } from '../../../tests/resident-browser.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';

let house: WholeHouse;
beforeAll(async () => {
  house = await openWholeHouse();
}, 120_000);
afterAll(() => house?.close());

let last = 0;
const newMobile = () => `1990001${String(++last).padStart(4, '0')}`;
const rows = async <Row extends object>(sql: string): Promise<Row[]> =>
  (await inDistrict(house.kernel.database, house.district, ({ client }) => client.query<Row>(sql))).rows;
const asked = async (mobile: string, browser = new ResidentBrowser(house)) => {
  expect((await browser.post('/sign-in/code', { mobile })).status).toBe(200);
  return { browser, code: await latestCode(house) };
};
const wrongFor = (code: string) => String((Number(code) + 1) % 1e6).padStart(6, '0');

describe('a resident', () => {
  it('signs in with a code, is known from then on, and comes back to the page they came from', async () => {
    const mobile = newMobile();
    const browser = new ResidentBrowser(house);
    const sentAway = await browser.get('/me/data?lang=en');
    expect([sentAway.status, sentAway.location]).toEqual([303, '/sign-in?lang=en&next=%2Fme%2Fdata%3Flang%3Den']);
    expect((await browser.get('/sign-in?next=/me/data')).body).toContain('value="/me/data"');

    const sent = await browser.post('/sign-in/code', { mobile, next: '/me/data' });
    expect(sent.status).toBe(200);
    expect(sent.body).toContain('autocomplete="one-time-code"');
    const done = await browser.post('/sign-in', { mobile, code: await latestCode(house), next: '/me/data' });
    expect([done.status, done.location]).toEqual([303, '/me/data']);
    expect(done.set).toEqual([
      expect.stringMatching(/^leye\.resident=[\w-]{43}; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax$/),
    ]);

    const me = await browser.get('/me');
    expect(me.status).toBe(200);
    expect(me.headers['cache-control']).toBe('no-store');
    expect(me.body).toContain(`${mobile.slice(0, 3)}****${mobile.slice(7)}`);
    expect(me.body).toContain('href="/employer"');
    expect(me.body).not.toContain(mobile);
    expect((await browser.get('/')).headers['cache-control'], 'nobody else may get a page with one’s name').toBe('no-store');
    expect((await browser.get('/sign-in')).location).toBe('/me');
  });

  it('is answered the same whether or not the number was known', async () => {
    const known = newMobile();
    await new ResidentBrowser(house).signIn(known);
    const pages = await Promise.all(
      [known, newMobile()].map(async (mobile) =>
        (await new ResidentBrowser(house).post('/sign-in/code', { mobile })).body
          .replaceAll(mobile, '')
          .replace(/name="once" value="[^"]+"/, ''),
      ),
    );
    expect(pages[0]).toBe(pages[1]);
    const before = (await rows('SELECT 1 FROM resident')).length;
    await new ResidentBrowser(house).signIn(known);
    expect(await rows('SELECT 1 FROM resident')).toHaveLength(before);
  });

  it('does not get in with a wrong, a used, an old or an earlier code', async () => {
    const mobile = newMobile();
    const { browser, code } = await asked(mobile);
    const wrong = await browser.post('/sign-in', { mobile, code: wrongFor(code), next: '/me' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('验证码不对');
    expect(wrong.set).toEqual([]);
    for (const typed of ['', '12345', 'abcdef'])
      expect((await browser.post('/sign-in', { mobile, code: typed })).status).toBe(422);
    // Full-width digits and blanks are how some telephones type it.
    const wide = code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect((await browser.post('/sign-in', { mobile, code: `${wide.slice(0, 3)} ${wide.slice(3)}` })).status).toBe(303);
    expect((await new ResidentBrowser(house).post('/sign-in', { mobile, code })).status, 'used').toBe(422);

    const { code: earlier } = await asked(mobile);
    const { code: newer } = await asked(mobile);
    if (earlier !== newer) expect((await browser.post('/sign-in', { mobile, code: earlier })).status).toBe(422);
    await rows(`UPDATE sign_in_code SET expires_at = now() - interval '1 second'`);
    expect((await new ResidentBrowser(house).post('/sign-in', { mobile, code: newer })).status, 'old').toBe(422);
  });

  it('cannot be guessed: after five tries the right code is none, and many at once are counted too', async () => {
    const mobile = newMobile();
    const { code } = await asked(mobile);
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => new ResidentBrowser(house).post('/sign-in', { mobile, code: wrongFor(code) })),
    );
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([422]));
    expect((await new ResidentBrowser(house).post('/sign-in', { mobile, code })).status).toBe(422);
    expect(await rows(`SELECT tries FROM sign_in_code WHERE tries > 5`)).toEqual([]);
    for (let index = 0; index < 3; index += 1) await new ResidentBrowser(house).post('/sign-in', { mobile, code });
    expect((await new ResidentBrowser(house).post('/sign-in', { mobile, code })).status, 'the number is locked').toBe(429);
  });

  it('signs in once with one code, however many try at the same moment', async () => {
    const mobile = newMobile();
    const { code } = await asked(mobile);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => new ResidentBrowser(house).post('/sign-in', { mobile, code })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422, 422, 422]);
  });

  it('gets three codes in a quarter of an hour and ten a day; an address that only asks is stopped', async () => {
    const mobile = newMobile();
    const browser = new ResidentBrowser(house);
    const statuses: number[] = [];
    for (let index = 0; index < 4; index += 1) statuses.push((await browser.post('/sign-in/code', { mobile })).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await browser.post('/sign-in/code', { mobile });
    expect(refused.body).toContain('分钟再试');
    expect(refused.body, 'what was typed is kept').toContain(`value="${mobile}"`);
    // The same form sent twice is one message.
    const once = '0196f1c0-0000-7000-8000-0000000000cc';
    const twice = newMobile();
    const before = (await rows('SELECT 1 FROM message')).length;
    for (let index = 0; index < 2; index += 1) await new ResidentBrowser(house).post('/sign-in/code', { mobile: twice, once });
    expect(await rows('SELECT 1 FROM message')).toHaveLength(before + 1);
    // Whoever holds the telephone begins anew.
    const holder = newMobile();
    for (let index = 0; index < 3; index += 1) await new ResidentBrowser(house).signIn(holder);
    expect((await new ResidentBrowser(house).post('/sign-in/code', { mobile: holder })).status).toBe(200);
  });

  it('goes on only to a page of this house', async () => {
    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/office',
      '/sign-in',
      '/a\r\nb',
    ]) {
      const mobile = newMobile();
      const { browser, code } = await asked(mobile);
      expect((await browser.post('/sign-in', { mobile, code, next })).location, next).toBe('/me');
    }
  });

  it('keeps being signed in while they come, and is out after half a year away', async () => {
    const mobile = newMobile();
    const browser = await new ResidentBrowser(house).signIn(mobile);
    expect((await browser.get('/me')).set).toEqual([]);
    const mine = `resident = (SELECT id FROM resident ORDER BY id DESC LIMIT 1)`;
    await rows(
      `UPDATE resident_session SET seen_at = now() - interval '2 days', expires_at = now() + interval '1 day' WHERE ${mine}`,
    );
    expect((await browser.get('/me')).set).toEqual([expect.stringContaining('Max-Age=15552000')]);
    expect(await rows(`SELECT 1 FROM resident_session WHERE ${mine} AND expires_at > now() + interval '179 days'`)).toHaveLength(
      1,
    );
    await rows(`UPDATE resident_session SET expires_at = now() - interval '1 second' WHERE ${mine}`);
    expect((await browser.get('/me')).status).toBe(303);
  });

  it('signs out here, on another device, or everywhere', async () => {
    const mobile = newMobile();
    const [one, other, third] = [
      await new ResidentBrowser(house).signIn(mobile),
      await new ResidentBrowser(house).signIn(mobile),
      await new ResidentBrowser(house).signIn(mobile),
    ];
    const sessions = await one.get('/me/sessions');
    const [session = ''] = [...sessions.body.matchAll(/name="session" value="([^"]+)"/g)].map(([, id]) => id ?? '');
    expect((await one.post('/me/sessions', { session })).location).toBe('/me/sessions');
    expect(
      (await Promise.all([one, other, third].map((browser) => browser.get('/me')))).map(({ status }) => status).toSorted(),
    ).toEqual([200, 200, 303]);
    const thief = one.copy();
    expect((await one.post('/me/sign-out', {})).location).toBe('/');
    expect(one.cookies).not.toContain('leye.resident');
    expect((await thief.get('/me')).status).toBe(303);
    const again = await new ResidentBrowser(house).signIn(mobile);
    expect((await again.post('/me/sessions/end', {})).location).toBe('/');
    for (const browser of [other, third, again]) expect((await browser.get('/me')).status).toBe(303);
    // Nobody ends somebody else's.
    const stranger = await new ResidentBrowser(house).signIn(newMobile());
    const own = await new ResidentBrowser(house).signIn(mobile);
    await stranger.post('/me/sessions', {
      session: (await rows<{ id: string }>('SELECT id FROM resident_session ORDER BY id DESC LIMIT 1'))[0]?.id ?? '',
    });
    expect((await own.get('/me')).status).toBe(200);
  });

  it('is written to in the language of the page that they signed in on last', async () => {
    const mobile = newMobile();
    const browser = new ResidentBrowser(house);
    await browser.get('/?lang=en');
    await browser.signIn(mobile);
    expect((await browser.get('/me')).body).toMatch(/Language of messages[\s\S]*English/);
    const other = await new ResidentBrowser(house).signIn(mobile);
    expect((await other.get('/me')).body).toMatch(/短信用什么语言[\s\S]*中文/);
  });

  it('tells their name, and year and sex only if they like', async () => {
    const browser = await new ResidentBrowser(house).signIn(newMobile());
    const wrong = await browser.post('/me/data', { name: '王<b>小明', birthYear: 'abcd', sex: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('href="#birthYear"');
    expect(wrong.body).toContain('value="王&lt;b>小明"');
    expect((await browser.post('/me/data', { name: '王小明', birthYear: '2099', sex: '' })).body).toContain('不能晚于今年');
    expect((await browser.post('/me/data', { name: '王小明', birthYear: '', sex: '' })).location).toBe('/me');
    const me = (await browser.get('/me')).body;
    expect(me).toContain('王**');
    expect(me).not.toContain('小明');
    expect((await browser.get('/me/data')).body).toContain('value="王小明"');
    await browser.post('/me/data', { name: '王小明', birthYear: '1975', sex: 'female' });
    expect((await browser.get('/me')).body).toMatch(/1975[\s\S]*女/);
    // The law draws limits by it: whoever said it does not say another, nor takes it back.
    expect((await browser.post('/me/data', { name: '王小明', birthYear: '1995', sex: '' })).body).toContain('以证为准');
    await browser.post('/me/data', { name: '王小明', birthYear: '', sex: 'female' });
    expect((await browser.get('/me')).body).toMatch(/1975[\s\S]*女/);
    expect((await browser.get('/me/data')).body).toContain('出生年份：1975');
  });

  it('is nobody to the office, and an officer in the same browser is a resident on the public pages', async () => {
    const resident = await new ResidentBrowser(house).signIn(newMobile());
    const officer = await house.signIn('office');
    const ask = (url: string, cookie: string) => house.app.inject({ url, headers: { cookie, accept: 'text/html' } });
    expect((await ask('/api/today', resident.cookies)).statusCode).toBe(403);
    expect((await ask('/api/my-data', resident.cookies)).statusCode).toBe(200);
    expect((await ask('/api/my-data', officer.cookies)).statusCode).toBe(403);
    const both = `${officer.cookies}; ${resident.cookies}`;
    expect((await ask('/api/today', both)).statusCode).toBe(200);
    expect((await ask('/me', both)).statusCode).toBe(200);
    expect((await ask('/me', officer.cookies)).statusCode).toBe(303);
  });
});

it('a code that has left the house is shown to nobody; in a demonstration the messages page has it', async () => {
  await asked(newMobile());
  const administrator = await house.signIn('system');
  const read = async () => (await administrator.ask('GET', '/api/messages?limit=1')).body.messages[0];
  expect((await read()).text).toMatch(/\d{6}/);
  await rows(
    `UPDATE message SET state = 'sent', settled_at = now() WHERE id = (SELECT id FROM message ORDER BY id DESC LIMIT 1)`,
  );
  expect(await read()).toMatchObject({ text: '', isSecret: true });
});

it('a visitor costs no query, whoever is signed in one a request', async () => {
  const browser = await new ResidentBrowser(house).signIn(newMobile());
  const { pool } = house.kernel.database;
  const acquiredBy = async (cookie: string) => {
    let acquired = 0;
    const count = () => {
      acquired += 1;
    };
    pool.on('acquire', count);
    const request = { headers: { cookie }, hostname: 'localhost', host: 'localhost' } as never; // reason: nothing else is read
    await Promise.all([house.identity.identify(request), house.identity.knownOutside(request)]);
    pool.off('acquire', count);
    return acquired;
  };
  expect(await acquiredBy('')).toBe(0);
  await acquiredBy(browser.cookies); // which district it is is read once
  expect(await acquiredBy(browser.cookies)).toBe(1);
});
