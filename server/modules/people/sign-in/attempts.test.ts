import { afterAll, beforeAll, expect, it } from 'vitest';
import { Browser } from '../../../../tests/http-browser.ts';
import { asSystem, openTown, serve, type Town } from '../../../../tests/town.ts';
import { type Clock, clockAt } from '../../../kernel/clock.ts';
import { inviteStaff } from '../commands/invite-staff.ts';
import { networkOf } from './attempts.ts';

let town: Town;
let clock: Clock & { moveTo(instant: Date): void };
beforeAll(async () => {
  clock = clockAt(new Date());
  town = await openTown({ clock });
});
afterAll(() => town.close());

const invite = (userName: string) => asSystem(town, inviteStaff, { name: userName, email: `${userName}@example.cn`, userName });
const tryOnce = (name: string, password: string, address: string, at: Pick<Town, 'app'> = town) =>
  new Browser(at, address).ask('POST', '/api/sign-in', { name, password });

it('the eleventh wrong password for a name is not looked at, from wherever it comes, whether or not the account exists', async () => {
  await invite('guessed');
  for (const name of ['guessed', 'no-such-person']) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => tryOnce(name, `wrong ${index}`, `10.2.0.${index}`)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    const locked = await tryOnce(name.toUpperCase(), 'wrong again', '10.2.0.200');
    expect(locked).toMatchObject({ status: 429, body: { code: 'sign-in-locked' } });
    expect(locked.body.params.seconds).toBeGreaterThan(800);
    expect(locked.body.params.seconds).toBeLessThanOrEqual(900);
  }
});

it('many guesses at the same moment are counted too', async () => {
  await invite('flooded');
  const answers = await Promise.all(
    Array.from({ length: 25 }, (_, index) => tryOnce('flooded', `wrong ${index}`, `10.3.0.${index}`)),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
});

it('a restart does not begin to count anew, and after a quarter of an hour the right password opens again', async () => {
  const { oneTimePassword } = await invite('patient');
  for (let index = 0; index < 10; index += 1) await town.people.attempts.begin('patient', `10.4.0.${index}`);
  const restarted = await serve(town.urls, { clock });
  expect((await tryOnce('patient', oneTimePassword ?? '', '10.4.0.99', restarted)).status).toBe(429);
  clock.moveTo(new Date(clock.now().getTime() + 15 * 60_000 + 1000));
  expect((await tryOnce('patient', oneTimePassword ?? '', '10.4.0.99', restarted)).status).toBe(200);
  await restarted.close();
});

it('an address that tries many names is stopped; a forwarded address that nobody vouches for changes nothing', async () => {
  for (let index = 0; index < 50; index += 1) await town.people.attempts.begin(`spray-${index}`, '10.5.0.1');
  const forged = await new Browser(town, '10.5.0.1').ask(
    'POST',
    '/api/sign-in',
    { name: 'spray-last', password: 'Spring2025!!' },
    { 'x-forwarded-for': '10.5.0.77' },
  );
  expect(forged.status).toBe(429);
  // The trusted proxy's word is taken.
  const proxied = await new Browser(town, '127.0.0.2').ask(
    'POST',
    '/api/sign-in',
    { name: 'spray-last', password: 'Spring2025!!' },
    { 'x-forwarded-for': '10.5.0.77' },
  );
  expect(proxied.status).toBe(401);
});

it('signing in rightly wipes the slate of the name', async () => {
  const { oneTimePassword } = await invite('forgetful');
  for (let round = 0; round < 2; round += 1) {
    for (let index = 0; index < 9; index += 1) await town.people.attempts.begin('forgetful', `10.6.${round}.${index}`);
    expect((await tryOnce('forgetful', oneTimePassword ?? '', '10.6.9.9')).status).toBe(200);
  }
});

it('one /64 of IPv6 is one address', () => {
  expect(networkOf('2001:db8:0:1:aaaa::1')).toBe(networkOf('2001:0db8::1:bbbb:0:0:9'));
  expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8:0:2::1'));
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('::ffff:192.0.2.7')).toBe('::ffff:192.0.2.7');
});
