import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, OWN_PASSWORD } from '../../../../tests/http-browser.ts';
import { asSystem, openTown, type Town } from '../../../../tests/town.ts';
import { inviteStaff } from '../commands/invite-staff.ts';
import { grantRole } from '../commands/roles.ts';
import { suspendStaff } from '../commands/standing.ts';

const publicAddress = 'http://leye.test:3000';
const callback = `${publicAddress}/api/auth/callback/identity-provider`;

/** A real OpenID provider (the npm package oidc-provider) on a free port. Who signs in there is the `login` typed at it. */
async function startProvider(
  people: Record<string, { email: string; email_verified: boolean }>,
): Promise<{ issuer: string; server: Server }> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // reason: it listens on TCP
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'leye',
        client_secret: 'a secret between the two',
        redirect_uris: [callback],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, name: id, ...people[id] }) }),
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['of the test'] },
  });
  server.on('request', provider.callback());
  return { issuer, server };
}

/** Walks through the provider's pages as a browser would, and answers the address it sends the browser back to. */
async function throughProvider(start: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  const ask = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  let url = start;
  for (let step = 0; step < 20; step += 1) {
    if (url.startsWith(callback)) return url;
    let response = await ask(url);
    if (response.status === 200) {
      const page = await response.text();
      const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
      const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
      response = await ask(new URL(action, url).href, prompt === 'login' ? { prompt, login, password: 'any' } : { prompt });
    }
    url = new URL(response.headers.get('location') ?? '', url).href;
  }
  throw new Error('the provider never sent the browser back');
}

async function signInThrough(town: Town, login: string) {
  const browser = new Browser(town);
  const started = await browser.ask('GET', '/api/sign-in/identity-provider');
  expect(started.status).toBe(302);
  const back = new URL(await throughProvider(String(started.location), login));
  const returned = await browser.ask('GET', back.pathname + back.search);
  return { browser, returned, back };
}

describe('signing in through the city’s identity provider', () => {
  let town: Town;
  let idp: { issuer: string; server: Server };
  beforeAll(async () => {
    idp = await startProvider({
      zhou: { email: 'Zhou@example.cn', email_verified: true },
      stranger: { email: 'stranger@example.cn', email_verified: true },
      impostor: { email: 'wu@example.cn', email_verified: false },
      gone: { email: 'gone@example.cn', email_verified: true },
    });
    town = await openTown({
      publicAddress,
      oidc: { issuer: idp.issuer, clientId: 'leye', clientSecret: 'a secret between the two' },
    });
    for (const name of ['zhou', 'wu', 'gone']) {
      const { account } = await asSystem(town, inviteStaff, { name, email: `${name}@example.cn` });
      await asSystem(town, grantRole, { account, role: 'programme-office' });
      if (name === 'gone') await asSystem(town, suspendStaff, { account, why: 'left' });
    }
  });
  afterAll(async () => {
    await town.close();
    idp.server.closeAllConnections();
    await new Promise((closed) => idp.server.close(closed));
  });

  it('finds the account that was opened for that verified e-mail, with its roles and without another second factor', async () => {
    const { browser, returned } = await signInThrough(town, 'zhou');
    expect(returned).toMatchObject({ status: 302, location: '/office' });
    const me = (await browser.ask('GET', '/api/me')).body;
    expect(me).toMatchObject({
      signedIn: true,
      name: 'zhou',
      secondFactor: 'identity-provider',
      grants: [{ role: 'programme-office' }],
    });
    expect(me).not.toHaveProperty('pending');
    expect((await signInThrough(town, 'zhou')).returned.location).toBe('/office');
    expect(
      (await town.audit()).filter(({ content }) => content.includes('identity-provider')).map(({ outcome }) => outcome),
    ).toContain('done');
  });

  it('opens no account for a stranger', async () => {
    const { browser, returned } = await signInThrough(town, 'stranger');
    expect(returned.location).toBe('/office/sign-in?problem=identity-unknown');
    expect((await browser.ask('GET', '/api/me')).body.signedIn).toBe(false);
    expect((await town.database.pool.query(`SELECT 1 FROM "user" WHERE email = 'stranger@example.cn'`)).rows).toEqual([]);
  });

  it('believes no e-mail that the provider has not verified', async () => {
    const { browser, returned } = await signInThrough(town, 'impostor');
    expect(returned.location).toBe('/office/sign-in?problem=identity-unknown');
    expect((await browser.ask('GET', '/api/me')).body.signedIn).toBe(false);
  });

  it('lets no suspended account in', async () => {
    const { browser, returned } = await signInThrough(town, 'gone');
    expect(returned.location).toBe('/office/sign-in?problem=account-suspended');
    expect(browser.cookies).not.toContain('session_token');
    expect((await browser.ask('GET', '/api/me')).body.signedIn).toBe(false);
  });

  it('takes an answer only in the browser that asked, once', async () => {
    const { back, browser } = await signInThrough(town, 'zhou');
    const other = new Browser(town);
    expect((await other.ask('GET', back.pathname + back.search)).location).toContain('problem=sign-in-unfinished');
    expect((await browser.ask('GET', back.pathname + back.search)).location).toContain('problem=sign-in-unfinished');
    expect((await other.ask('GET', '/api/me')).body.signedIn).toBe(false);
  });
});

describe('an identity provider that is away when Leye starts', () => {
  it('is said to be away, holds nothing up, and works once it is back', async () => {
    const { issuer, server } = await startProvider({ zhou: { email: 'zhou@example.cn', email_verified: true } });
    const port = Number(new URL(issuer).port);
    const handlers = server.listeners('request');
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));

    const town = await openTown({ publicAddress, oidc: { issuer, clientId: 'leye', clientSecret: 'a secret between the two' } });
    const { account, oneTimePassword } = await asSystem(town, inviteStaff, { name: 'zhou', email: 'zhou@example.cn' });
    await asSystem(town, grantRole, { account, role: 'leader' });
    expect(await new Browser(town).ask('GET', '/api/sign-in/identity-provider')).toMatchObject({
      status: 503,
      body: { code: 'identity-provider-away' },
    });
    const browser = new Browser(town);
    expect(
      (await browser.ask('POST', '/api/sign-in', { name: 'zhou@example.cn', password: oneTimePassword ?? OWN_PASSWORD })).status,
    ).toBe(200);

    const again = createServer();
    for (const handler of handlers) again.on('request', handler as () => void); // reason: node types listeners loosely
    await new Promise<void>((listening) => again.listen(port, '127.0.0.1', listening));
    expect((await signInThrough(town, 'zhou')).returned.location).toBe('/office');
    await town.close();
    again.closeAllConnections();
    await new Promise((closed) => again.close(closed));
  });
});

it('without an identity provider, asking for it says to use the password', async () => {
  const town = await openTown();
  expect(await new Browser(town).ask('GET', '/api/sign-in/identity-provider')).toMatchObject({
    status: 404,
    body: { code: 'identity-provider-absent' },
  });
  expect((await new Browser(town).ask('GET', '/api/sign-in')).body.identityProvider).toBe(false);
  await town.close();
});
