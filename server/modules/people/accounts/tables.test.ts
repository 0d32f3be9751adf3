import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTown, type Town } from '../../../../tests/town.ts';
import { authOptions } from './auth.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

it('the account tables written by hand are what better-auth works on', async () => {
  const { toBeCreated, toBeAdded } = await getMigrations(authOptions(town.people.foundation));
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
});

it('the application may not rewrite who was granted what', async () => {
  const may = async (sql: string) => (await town.database.pool.query<{ may: boolean }>(`SELECT ${sql} AS may`)).rows[0]?.may;
  expect(await may(`has_table_privilege('staff_grant', 'DELETE')`)).toBe(false);
  expect(await may(`has_column_privilege('staff_grant', 'role', 'UPDATE')`)).toBe(false);
  expect(await may(`has_column_privilege('staff_grant', 'ended_at', 'UPDATE')`)).toBe(true);
});
