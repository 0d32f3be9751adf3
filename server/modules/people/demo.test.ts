import { afterAll, beforeAll, expect, it } from 'vitest';
import { Browser } from '../../../tests/http-browser.ts';
import { district, openTown, serve, type Town } from '../../../tests/town.ts';
import { staffRoles } from '../../kernel/actor/actor.ts';
import { establishDemoAccounts } from './demo.ts';
import { demoAccounts } from './demo-accounts.ts';

const places = { unit: 'human-resources', town: '110112005000', village: '110112005001', otherTown: '110112109000' };
let town: Town;
beforeAll(async () => {
  town = await openTown({ mode: 'demo' });
});
afterAll(() => town.close());

it('every role has a demonstration account that signs in without a second factor and says so', async () => {
  const accounts = await establishDemoAccounts(town.kernel, district, places);
  expect([...new Set(accounts.map(({ role }) => role))].toSorted()).toEqual([...staffRoles].toSorted());
  for (const { userName, email, password, role } of accounts) {
    const browser = new Browser(town);
    const signedIn = await browser.ask('POST', '/api/sign-in', { name: role === 'leader' ? email : userName, password });
    expect(signedIn.body).toEqual({ next: 'done', secondFactor: 'skipped' });
    expect((await browser.ask('GET', '/api/me')).body).toMatchObject({ demo: true, secondFactor: 'skipped', grants: [{ role }] });
  }
});

it('the sign-in page shows them, and setting them up again changes nothing', async () => {
  await establishDemoAccounts(town.kernel, district, places);
  await establishDemoAccounts(town.kernel, district, places);
  const { body } = await new Browser(town).ask('GET', '/api/sign-in');
  expect(body.demoAccounts).toHaveLength(demoAccounts.length);
  const { rows } = await town.database.pool.query('SELECT count(*)::int AS n FROM "user"');
  expect(rows).toEqual([{ n: demoAccounts.length }]);
});

it('production makes none, shows none, and refuses those it finds, their sessions too', async () => {
  await establishDemoAccounts(town.kernel, district, places);
  const browser = new Browser(town);
  await browser.ask('POST', '/api/sign-in', { name: 'office', password: 'leye-demo-2025' });
  const production = await serve(town.urls, { mode: 'production' });
  expect((await browser.copy(production).ask('GET', '/api/me')).body.signedIn).toBe(false);
  const refused = await new Browser(production).ask('POST', '/api/sign-in', { name: 'office', password: 'leye-demo-2025' });
  expect(refused).toMatchObject({ status: 403, body: { code: 'demo-account' } });
  expect((await new Browser(production).ask('GET', '/api/sign-in')).body.demoAccounts).toEqual([]);
  await production.close();

  const fresh = await openTown({ mode: 'production' });
  await expect(establishDemoAccounts(fresh.kernel, district, places)).rejects.toMatchObject({
    kind: 'forbidden',
    code: 'demo-account',
  });
  await fresh.close();
});
