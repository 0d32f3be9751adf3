import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, settleIn } from '../../../tests/http-browser.ts';
import { asSystem, openTown, serve, type Town } from '../../../tests/town.ts';
import { appointFirstAdministrator } from './commands/first-accounts.ts';
import { inviteStaff } from './commands/invite-staff.ts';
import { grantRole } from './commands/roles.ts';

let town: Town;
let other: Town;
let security: Browser;
let securityAccount: string;
let serial = 0;

beforeAll(async () => {
  town = await openTown();
  other = await serve(town.urls);
  const first = await asSystem(town, appointFirstAdministrator, { name: '秦朗', email: 'qin@example.cn' });
  securityAccount = first.account;
  security = (await settleIn(town, 'qin@example.cn', first.oneTimePassword ?? '')).browser;
});
afterAll(async () => {
  await other.close();
  await town.close();
});

const newcomer = async () => {
  serial += 1;
  const invited = await security.ask('POST', '/api/people', { name: `新人${serial}`, email: `new${serial}@example.cn` });
  expect(invited.status).toBe(200);
  const { account, oneTimePassword } = invited.body as { account: string; oneTimePassword: string }; // reason: just checked
  const settle = async () => (await settleIn(town, `new${serial}@example.cn`, oneTimePassword, `10.1.0.${serial}`)).browser;
  return { account, settle };
};
const give = (account: string, grant: object) => security.ask('POST', `/api/people/${account}/roles`, grant);
const me = async (browser: Browser) => (await browser.ask('GET', '/api/me')).body;

describe('the security administrator', () => {
  it('invites with a password that is shown once, and kept by no idempotency key', async () => {
    const person = { name: '钱一', email: 'once@example.cn' };
    const key = { 'idempotency-key': 'invite-1' };
    const first = await security.ask('POST', '/api/people', person, key);
    const again = await security.ask('POST', '/api/people', person, key);
    expect(first.body.oneTimePassword).toMatch(/^[a-z2-9-]{16}$/);
    expect(again.body).toEqual({ account: first.body.account, oneTimePassword: null });
    expect((await security.ask('POST', '/api/people', person)).body.code).toBe('e-mail-taken');
  });

  it('grants a role with its place, and refuses one without, or with a place that does not exist', async () => {
    const { account } = await newcomer();
    expect((await give(account, { role: 'liaison' })).body.code).toBe('needs-unit');
    expect((await give(account, { role: 'liaison', unit: 'no-such-unit' })).body.code).toBe('unit-unknown');
    expect((await give(account, { role: 'street-officer' })).body.code).toBe('needs-area');
    expect((await give(account, { role: 'street-officer', area: '110112005001' })).body.code).toBe('area-unknown');
    expect((await give(account, { role: 'specialist', area: '110112999001' })).body.code).toBe('area-unknown');
    expect((await give(account, { role: 'leader', unit: 'finance' })).body.code).toBe('needs-nothing');
    expect((await give(account, { role: 'liaison', unit: 'finance' })).status).toBe(200);
    expect((await give(account, { role: 'liaison', unit: 'finance' })).body.code).toBe('role-already-held');
    expect((await give(account, { role: 'specialist', area: '110112005001' })).status).toBe(200);
    expect((await give('00000000-0000-7000-8000-000000000000', { role: 'leader' })).status).toBe(404);
  });

  it('keeps the three administrators apart from one another and from all business', async () => {
    const { account } = await newcomer();
    expect((await give(account, { role: 'audit-administrator' })).status).toBe(200);
    for (const role of ['system-administrator', 'security-administrator', 'programme-office', 'leader'])
      expect(await give(account, { role })).toMatchObject({ status: 409, body: { code: 'roles-conflict' } });
    const { account: business } = await newcomer();
    expect((await give(business, { role: 'programme-office' })).status).toBe(200);
    expect((await give(business, { role: 'security-administrator' })).body.code).toBe('roles-conflict');
  });

  it('may not touch their own rights, and does no business', async () => {
    expect((await give(securityAccount, { role: 'programme-office' })).body.code).toBe('own-rights');
    expect((await security.ask('POST', `/api/people/${securityAccount}/suspend`, { why: 'x' })).body.code).toBe('own-rights');
    expect((await security.ask('POST', `/api/people/${securityAccount}/reset-second-factor`, {})).body.code).toBe('own-rights');
    const mine = (await me(security)).grants;
    expect(mine).toEqual([{ role: 'security-administrator' }]);
    const history = await security.ask('GET', `/api/people/${securityAccount}/roles`);
    expect((await security.ask('POST', `/api/people/roles/${history.body[0].id}/end`, {})).body.code).toBe('own-rights');
  });

  it('is appointed from the command line only while there is none', async () => {
    const another = asSystem(town, appointFirstAdministrator, { name: '第二', email: 'second@example.cn' });
    await expect(another).rejects.toMatchObject({ code: 'administrators-exist' });
  });
});

describe('a change of rights', () => {
  it('ends every session of the person at once, on every server', async () => {
    const { account, settle } = await newcomer();
    const here = await settle();
    const there = here.copy(other);
    expect([(await me(here)).signedIn, (await me(there)).signedIn]).toEqual([true, true]);
    const { body } = await give(account, { role: 'leader' });
    expect([(await me(here)).signedIn, (await me(there)).signedIn]).toEqual([false, false]);
    expect((await security.ask('POST', `/api/people/roles/${body.grant}/end`, {})).status).toBe(200);
    expect((await security.ask('POST', `/api/people/roles/${body.grant}/end`, {})).status).toBe(404);
  });

  it('leaves its history: who gave what, and who ended it', async () => {
    const { account } = await newcomer();
    const { body } = await give(account, { role: 'liaison', unit: 'finance' });
    await security.ask('POST', `/api/people/roles/${body.grant}/end`, {});
    const history = await security.ask('GET', `/api/people/${account}/roles`);
    expect(history.body).toMatchObject([{ role: 'liaison', unitName: '区财政局', grantedByName: '秦朗', endedByName: '秦朗' }]);
    const entry = (await town.audit()).find(({ action, content }) => action === 'people.grant-role' && content.includes(account));
    expect(entry).toMatchObject({ actor: `staff:${securityAccount}`, outcome: 'done' });
    expect(entry?.content).not.toContain('新人');
  });

  it('suspending shuts the account out until it is reinstated, with its roles', async () => {
    const { account, settle } = await newcomer();
    await give(account, { role: 'leader' });
    const browser = await settle();
    expect((await me(browser)).grants).toEqual([{ role: 'leader' }]);
    expect((await security.ask('POST', `/api/people/${account}/suspend`, { why: '调离' })).status).toBe(200);
    expect((await me(browser)).signedIn).toBe(false);
    expect((await security.ask('POST', `/api/people/${account}/suspend`, { why: '调离' })).body.code).toBe('already-suspended');
    expect((await security.ask('GET', '/api/people?standing=suspended')).body.rows).toMatchObject([
      { account, suspendedWhy: '调离' },
    ]);
    expect((await security.ask('POST', `/api/people/${account}/reinstate`, {})).status).toBe(200);
  });

  it('resetting the second factor makes the old authenticator worthless and asks for a new one', async () => {
    const { account, settle } = await newcomer();
    const browser = await settle();
    expect((await me(browser)).secondFactor).toBe('on');
    await security.ask('POST', `/api/people/${account}/reset-second-factor`, {});
    expect((await me(browser)).signedIn).toBe(false);
    const back = await browser.ask('POST', '/api/sign-in', {
      name: `new${serial}@example.cn`,
      password: 'three unrelated words 7',
    });
    expect(back.body).toEqual({ next: 'set-up-second-factor', secondFactor: 'off' });
    expect(await me(browser)).toMatchObject({ pending: 'second-factor', grants: [] });
  });

  it('made by two administrators against each other leaves one of them', async () => {
    const { account, settle } = await newcomer();
    await give(account, { role: 'security-administrator' });
    const second = await settle();
    const grantOf = async (whose: string) => (await security.ask('GET', `/api/people/${whose}/roles`)).body[0].id as string; // reason: a uuid, checked by the route
    const [one, two] = [await grantOf(securityAccount), await grantOf(account)];
    const answers = await Promise.all([
      security.ask('POST', `/api/people/roles/${two}/end`, {}),
      second.ask('POST', `/api/people/roles/${one}/end`, {}),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const survivor = answers[0].status === 200 ? security : second;
    expect((await me(survivor)).signedIn).toBe(true);
    if (survivor === second) {
      await asSystem(town, grantRole, { account: securityAccount, role: 'security-administrator' });
    }
  });
});

describe('the other two administrators', () => {
  it('the system administrator opens accounts but grants nothing; the audit administrator reads and changes nothing', async () => {
    const invited = await asSystem(town, inviteStaff, { name: '方楠', email: 'fang@example.cn' });
    await asSystem(town, grantRole, { account: invited.account, role: 'system-administrator' });
    const system = (await settleIn(town, 'fang@example.cn', invited.oneTimePassword ?? '')).browser;
    const opened = await system.ask('POST', '/api/people', { name: '新账号', email: 'opened@example.cn' });
    expect(opened.status).toBe(200);
    expect((await system.ask('POST', `/api/people/${opened.body.account}/roles`, { role: 'leader' })).status).toBe(403);
    expect((await system.ask('POST', `/api/people/${opened.body.account}/reset-password`, {})).status).toBe(403);

    const auditor = await asSystem(town, inviteStaff, { name: '苏谨', email: 'su@example.cn' });
    await asSystem(town, grantRole, { account: auditor.account, role: 'audit-administrator' });
    const audit = (await settleIn(town, 'su@example.cn', auditor.oneTimePassword ?? '')).browser;
    expect((await audit.ask('GET', '/api/people')).status).toBe(200);
    expect((await audit.ask('POST', '/api/people', { name: 'x', email: 'x@example.cn' })).status).toBe(403);
  });
});
