import { afterAll, beforeAll, expect, it } from 'vitest';
import { Browser } from '../../../tests/http-browser.ts';
import { asSystem, openTown, serve, type Town } from '../../../tests/town.ts';
import { createClient, revokeClient } from './commands/clients.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const as = (token: string, at: Pick<Town, 'app'> = town) =>
  new Browser(at).ask('GET', '/api/me', undefined, { authorization: `Bearer ${token}` });

it('a program comes in with its token, until it is revoked, on every server', async () => {
  const { client, token } = await asSystem(town, createClient, {
    name: '社保数据交换',
    grants: [{ role: 'liaison', unit: 'finance' }],
  });
  expect(token).toMatch(/^leye_[A-Za-z0-9_-]{43}$/);
  const { status, body } = await as(token ?? '');
  expect(status).toBe(200);
  expect(body).toMatchObject({ signedIn: true, kind: 'client', account: client, grants: [{ role: 'liaison', unit: 'finance' }] });

  const other = await serve(town.urls);
  expect((await as(token ?? '', other)).status).toBe(200);
  await asSystem(town, revokeClient, { client });
  for (const server of [town, other])
    expect(await as(token ?? '', server)).toMatchObject({ status: 401, body: { code: 'token-unknown' } });
  await other.close();
  await expect(asSystem(town, revokeClient, { client })).rejects.toMatchObject({ code: 'not-found' });
});

it('a token that opens nothing is told so; it is not taken for a visitor', async () => {
  for (const token of ['leye_wrong', 'anything', `leye_${'A'.repeat(43)}`]) expect((await as(token)).status).toBe(401);
});

it('the database holds no token, only its hash', async () => {
  const { token } = await asSystem(town, createClient, { name: '专班看板', grants: [{ role: 'leader' }] });
  const { client, done } = await town.district();
  const { rows } = await client.query(
    'SELECT c::text AS row FROM api_client c UNION ALL SELECT e::text FROM audit_entry e UNION ALL SELECT k::text FROM command_key k',
  );
  await done();
  expect(rows.length).toBeGreaterThan(1);
  expect(JSON.stringify(rows)).not.toContain((token ?? 'none').slice(5));
});

it('a program is never an administrator, and its grants obey the same rules', async () => {
  const create = (grants: Parameters<typeof createClient.run>[0]['grants']) =>
    asSystem(town, createClient, { name: 'x', grants });
  await expect(create([{ role: 'security-administrator' }])).rejects.toMatchObject({ code: 'client-role' });
  await expect(create([{ role: 'liaison' }])).rejects.toMatchObject({ code: 'needs-unit' });
  await expect(create([{ role: 'specialist', area: '999999999999' }])).rejects.toMatchObject({ code: 'area-unknown' });
});
