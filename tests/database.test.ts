import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './database.ts';

describe('a test database', () => {
  let first: TestDatabase;
  let second: TestDatabase;
  beforeAll(async () => {
    [first, second] = await Promise.all([testDatabase(), testDatabase()]);
  });
  afterAll(async () => {
    await first.drop();
    await second.drop();
  });

  it('is migrated, and apart from every other', async () => {
    await ask(first.ownerUrl, 'CREATE TABLE only_here (id int)');
    expect(await ask(first.ownerUrl, 'SELECT count(*)::int AS n FROM migration')).not.toEqual([{ n: 0 }]);
    await expect(ask(second.ownerUrl, 'SELECT * FROM only_here')).rejects.toThrow('does not exist');
  });

  it('is used by a role that owns nothing and is no superuser', async () => {
    const rows = await ask(
      first.appUrl,
      'SELECT current_user AS who, rolsuper AS super FROM pg_roles WHERE rolname = current_user',
    );
    expect(rows).toEqual([{ who: 'leye_app', super: false }]);
    await expect(ask(first.appUrl, 'DROP TABLE migration')).rejects.toThrow('must be owner');
  });

  it('reads Chinese words as words', async () => {
    expect(await ask(first.appUrl, String.raw`SELECT '零工市场' ~ '^\w+$' AS word`)).toEqual([{ word: true }]);
  });

  it('is gone once dropped, whoever is still connected', async () => {
    const third = await testDatabase();
    const client = new Client({ connectionString: third.appUrl });
    client.on('error', () => undefined);
    await client.connect();
    await third.drop();
    await expect(ask(third.appUrl, 'SELECT 1')).rejects.toThrow('does not exist');
  });
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
