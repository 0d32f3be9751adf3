import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authenticatorCode, Browser, OWN_PASSWORD, settleIn } from '../../../../tests/http-browser.ts';
import { asSystem, openTown, type Town } from '../../../../tests/town.ts';
import { inviteStaff } from '../commands/invite-staff.ts';
import { grantRole } from '../commands/roles.ts';
import { suspendStaff } from '../commands/standing.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const invite = async (userName: string) => {
  const { account, oneTimePassword } = await asSystem(town, inviteStaff, {
    name: `person ${userName}`,
    email: `${userName}@example.cn`,
    userName,
  });
  return { account, oneTimePassword: oneTimePassword ?? '' };
};

describe('staff in production', () => {
  it('get in with the one-time password, choose their own, bind an authenticator, and only then may do something', async () => {
    const { account, oneTimePassword } = await invite('zhang');
    await asSystem(town, grantRole, { account, role: 'liaison', unit: 'finance' });
    const browser = new Browser(town);

    const first = await browser.ask('POST', '/api/sign-in', { name: 'zhang', password: oneTimePassword });
    expect(first).toMatchObject({ status: 200, body: { next: 'new-password' } });
    expect((await browser.ask('GET', '/api/me')).body).toMatchObject({ signedIn: true, pending: 'new-password', grants: [] });
    expect(await browser.ask('POST', '/api/me/second-factor/start', { password: oneTimePassword })).toMatchObject({
      status: 403,
      body: { code: 'new-password-first' },
    });

    expect((await browser.ask('POST', '/api/me/password', { current: oneTimePassword, next: OWN_PASSWORD })).status).toBe(200);
    expect((await browser.ask('GET', '/api/me')).body).toMatchObject({ pending: 'second-factor', grants: [] });

    const started = await browser.ask('POST', '/api/me/second-factor/start', { password: OWN_PASSWORD });
    expect(started.body.uri).toMatch(/^otpauth:\/\/totp\//);
    expect(started.body.backupCodes).toHaveLength(10);
    expect((await browser.ask('POST', '/api/me/second-factor/confirm', { code: '000000' })).body.code).toBe('code-wrong');
    const confirmed = await browser.ask('POST', '/api/me/second-factor/confirm', {
      code: await authenticatorCode(started.body.uri),
    });
    expect(confirmed.body).toEqual({ next: 'done', secondFactor: 'on' });
    const me = (await browser.ask('GET', '/api/me')).body;
    expect(me).toMatchObject({
      account,
      secondFactor: 'on',
      grants: [{ role: 'liaison', unit: 'finance', unitName: '区财政局' }],
    });
    expect(me).not.toHaveProperty('pending');
  });

  it('sign in with password and code, or with a code kept on paper that works once', async () => {
    const { oneTimePassword } = await invite('li');
    const { uri, backupCodes } = await settleIn(town, 'li', oneTimePassword);
    const browser = new Browser(town);
    expect((await browser.ask('POST', '/api/sign-in', { name: 'li@example.cn', password: OWN_PASSWORD })).body.next).toBe(
      'second-factor',
    );
    expect((await browser.ask('GET', '/api/me')).body.signedIn).toBe(false);
    expect((await browser.ask('POST', '/api/sign-in/second-factor', { code: '123 456' })).body.code).toBe('code-wrong');
    expect((await browser.ask('POST', '/api/sign-in/second-factor', { code: await authenticatorCode(uri) })).body.next).toBe(
      'done',
    );
    expect((await browser.ask('GET', '/api/me')).body.signedIn).toBe(true);

    const paper = async () => {
      const other = new Browser(town);
      await other.ask('POST', '/api/sign-in', { name: 'li', password: OWN_PASSWORD });
      return await other.ask('POST', '/api/sign-in/second-factor', { backupCode: backupCodes[0] });
    };
    expect((await paper()).status).toBe(200);
    expect(await paper()).toMatchObject({ status: 401, body: { code: 'code-wrong' } });
  });

  it('a session opened by password alone does not grow when the authenticator is bound in another one', async () => {
    const { oneTimePassword } = await invite('thief-target');
    const browser = new Browser(town);
    await browser.ask('POST', '/api/sign-in', { name: 'thief-target', password: oneTimePassword });
    await browser.ask('POST', '/api/me/password', { current: oneTimePassword, next: OWN_PASSWORD });
    const thief = new Browser(town);
    await thief.ask('POST', '/api/sign-in', { name: 'thief-target', password: OWN_PASSWORD });
    expect((await thief.ask('GET', '/api/me')).body).toMatchObject({ signedIn: true, pending: 'second-factor' });
    const { body } = await browser.ask('POST', '/api/me/second-factor/start', { password: OWN_PASSWORD });
    await browser.ask('POST', '/api/me/second-factor/confirm', { code: await authenticatorCode(body.uri) });
    expect((await thief.ask('GET', '/api/me')).body.signedIn).toBe(false);
    expect((await browser.ask('GET', '/api/me')).body.signedIn).toBe(true);
  });

  it('sign out, and the cookie they had opens nothing any more', async () => {
    const { oneTimePassword } = await invite('wang');
    const { browser } = await settleIn(town, 'wang', oneTimePassword);
    const kept = browser.copy();
    expect((await browser.ask('POST', '/api/sign-out', {})).body).toEqual({ signedIn: false });
    expect(browser.cookies).not.toContain('session_token');
    expect((await kept.ask('GET', '/api/me')).body.signedIn).toBe(false);
  });
});

describe('signing in gives nothing away', () => {
  it('an unknown name and a wrong password read the same', async () => {
    await invite('zhao');
    const wrong = await new Browser(town).ask('POST', '/api/sign-in', { name: 'zhao', password: 'not the password' });
    const unknown = await new Browser(town).ask('POST', '/api/sign-in', { name: 'nobody-here', password: 'not the password' });
    const { reference: one, ...said } = wrong.body;
    const { reference: two, ...saidToo } = unknown.body;
    expect(one).not.toBe(two);
    expect(said).toEqual(saidToo);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
  });

  it('a suspended account says so only to who knows its password', async () => {
    const { account, oneTimePassword } = await invite('qian');
    await asSystem(town, suspendStaff, { account, why: 'left' });
    const browser = new Browser(town);
    expect((await browser.ask('POST', '/api/sign-in', { name: 'qian', password: 'a guess of mine' })).body.code).toBe(
      'sign-in-wrong',
    );
    expect(await browser.ask('POST', '/api/sign-in', { name: 'qian', password: oneTimePassword })).toMatchObject({
      status: 403,
      body: { code: 'account-suspended' },
    });
    expect(browser.cookies).toBe('');
    const { rows } = await town.database.pool.query('SELECT 1 FROM session WHERE user_id = $1', [account]);
    expect(rows).toEqual([]);
  });

  it('nobody signs up, and nothing of better-auth is reachable but the way back from the identity provider', async () => {
    const browser = new Browser(town);
    for (const path of ['sign-up/email', 'sign-in/email', 'get-session', 'update-user', 'two-factor/enable', 'change-email'])
      expect(
        (await browser.ask('POST', `/api/auth/${path}`, { name: 'x', email: 'x@example.cn', password: 'a long password' }))
          .status,
      ).toBe(404);
  });

  it('the log of sign-ins names accounts by id, never by what was typed', async () => {
    const { account, oneTimePassword } = await invite('canary-sun');
    const browser = new Browser(town);
    await browser.ask('POST', '/api/sign-in', { name: 'canary-sun@example.cn', password: 'canary-wrong-password' });
    await browser.ask('POST', '/api/sign-in', { name: 'canary-nobody', password: 'canary-wrong-password' });
    await browser.ask('POST', '/api/sign-in', { name: 'canary-sun', password: oneTimePassword });
    await browser.ask('POST', '/api/sign-out', {});
    const entries = await town.audit();
    const text = JSON.stringify(entries.filter(({ action }) => action.startsWith('sign-')));
    expect(text).not.toMatch(/canary|example\.cn/);
    expect(text).not.toContain(oneTimePassword);
    const mine = entries.filter(({ actor }) => actor === `staff:${account}`).map(({ action, outcome }) => `${action} ${outcome}`);
    expect(mine).toEqual(['sign-in refused', 'sign-in done', 'sign-out done']);
    expect(
      entries.some(({ action, actor, content }) => action === 'sign-in' && actor === 'visitor' && content.includes('unknown')),
    ).toBe(true);
  });
});
