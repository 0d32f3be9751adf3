import { afterAll, beforeAll, expect, it } from 'vitest';
import { Browser, settleIn } from '../../../tests/http-browser.ts';
import { areas, asSystem, openTown, serve, type Town } from '../../../tests/town.ts';
import { type Clock, clockAt } from '../../kernel/clock.ts';
import { establishDistrict } from '../../kernel/district/establish.ts';
import { inviteStaff } from './commands/invite-staff.ts';
import { grantRole } from './commands/roles.ts';

let town: Town;
let clock: Clock & { moveTo(instant: Date): void };
beforeAll(async () => {
  clock = clockAt(new Date());
  town = await openTown({ clock });
});
afterAll(() => town.close());

let serial = 0;
const signedIn = async () => {
  serial += 1;
  const email = `person${serial}@example.cn`;
  const { account, oneTimePassword } = await asSystem(town, inviteStaff, { name: `人${serial}`, email });
  await asSystem(town, grantRole, { account, role: 'leader' });
  return { account, email, ...(await settleIn(town, email, oneTimePassword ?? '', `10.9.0.${serial}`)) };
};
const isIn = async (browser: Browser) => (await browser.ask('GET', '/api/me')).body.signedIn as boolean; // reason: the shape of Me
const later = (minutes: number) => clock.moveTo(new Date(clock.now().getTime() + minutes * 60_000));

it('a visitor costs no query', async () => {
  const { totalCount, idleCount } = town.database.pool;
  let asked = 0;
  const count = () => {
    asked += 1;
  };
  town.database.pool.on('acquire', count);
  expect((await town.people.identify({ headers: {} } as never)).kind).toBe('visitor'); // reason: only the headers are read
  expect((await town.people.identify({ headers: { cookie: 'leye.session_token=forged.c2lnbmF0dXJl' } } as never)).kind).toBe(
    'visitor',
  ); // reason: as above
  town.database.pool.off('acquire', count);
  expect(asked).toBe(0);
  expect([town.database.pool.totalCount, town.database.pool.idleCount]).toEqual([totalCount, idleCount]);
});

it('a session whose signature is not ours opens nothing, even with a right token', async () => {
  const { account, browser } = await signedIn();
  const { rows } = await town.database.pool.query<{ token: string }>('SELECT token FROM session WHERE user_id = $1', [account]);
  const token = rows[0]?.token ?? '';
  const forged = (value: string) => town.app.inject({ url: '/api/me', headers: { cookie: `leye.session_token=${value}` } });
  for (const value of [
    token,
    `${token}.`,
    `${token}.AAAA`,
    `${token}.${Buffer.alloc(32).toString('base64')}`,
    '%',
    '.',
    `${token}.%zz`,
  ])
    expect((await forged(value)).json().signedIn, value).toBe(false);
  expect(await isIn(browser)).toBe(true);
});

it('a session left alone for two hours has ended; one in use goes on, at most twelve hours', async () => {
  const { browser } = await signedIn();
  const left = browser.copy();
  for (let half = 0; half < 6; half += 1) {
    later(30);
    expect(await isIn(browser)).toBe(true);
  }
  later(121);
  expect(await isIn(left)).toBe(false);

  const { browser: busy } = await signedIn();
  for (let hour = 0; hour < 11; hour += 1) {
    later(60);
    expect(await isIn(busy)).toBe(true);
  }
  later(61);
  expect(await isIn(busy)).toBe(false);
});

it('signing out everywhere ends every device', async () => {
  const { browser, email, uri } = await signedIn();
  expect(email && uri).toBeTruthy();
  const phone = browser.copy();
  expect((await browser.ask('POST', '/api/me/end-sessions', {})).body).toEqual({ ended: 1 });
  expect([await isIn(browser), await isIn(phone)]).toEqual([false, false]);
  expect((await browser.ask('POST', '/api/me/end-sessions', {})).status).toBe(401);
});

it('an account of one district is nobody in another one of the same platform', async () => {
  const { browser, email } = await signedIn();
  await establishDistrict(town.urls.ownerUrl, {
    code: '110113',
    name: { zh: '顺义区', en: 'Shunyi' },
    host: 'shunyi.test',
    startsOn: '2025-01-01',
    areas: areas.map((area) => ({
      ...area,
      code: area.code.replace('110112', '110113'),
      parent: area.parent?.replace('110112', '110113') ?? null,
    })),
  });
  const server = await serve(town.urls, { clock });
  const there = { host: 'shunyi.test' };
  expect(await isIn(browser.copy(server))).toBe(true);
  expect((await browser.copy(server).ask('GET', '/api/me', undefined, there)).body).toMatchObject({
    signedIn: false,
    district: { code: '110113' },
  });
  const signIn = await new Browser(server).ask(
    'POST',
    '/api/sign-in',
    { name: email, password: 'three unrelated words 7' },
    there,
  );
  expect(signIn).toMatchObject({ status: 403, body: { code: 'account-elsewhere' } });
  await server.close();
});
