import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testKernel } from '../../../tests/kernel.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { findCurrent } from './store.ts';

let house: Awaited<ReturnType<typeof testKernel>>;
let owner: Client;

beforeAll(async () => {
  house = await testKernel();
  owner = new Client({ connectionString: house.urls.ownerUrl });
  await owner.connect();
  await owner.query("SET app.district = '110112'");
});
afterAll(async () => {
  await owner.end();
  await house.close();
});

/** Entries that an index has handed out so far, everybody's statistics written down first. */
async function readFrom(index: string): Promise<number> {
  const { rows } = await owner.query<{ read: string }>(
    'SELECT pg_stat_clear_snapshot(), idx_tup_read AS read FROM pg_stat_user_indexes WHERE indexrelname = $1',
    [index],
  );
  return Number(rows[0]?.read);
}

test('what is current is found one by one, also in a table that statistics know as empty', async () => {
  await owner.query(
    `INSERT INTO record (district, id, type, day, area, town, place, unit, content, identity, content_hash, recorded_by, recorded_at)
     SELECT '110112', gen_random_uuid(), 'loan', '2026-03-05', '', '', '', 'finance', '{}', sha256(i::text::bytea), sha256('x'), 'test', now()
     FROM generate_series(1, 20000) i`,
  );
  const wanted = Array.from({ length: 500 }, () => randomBytes(32));
  const [known] = (await owner.query<{ identity: Buffer }>("SELECT sha256('7'::bytea) AS identity")).rows;
  const found = await inDistrict(house.kernel.database, house.district, async (transaction) => {
    const current = await findCurrent(transaction, [...wanted, known?.identity ?? Buffer.of()]);
    await transaction.client.query('SELECT pg_stat_force_next_flush()');
    return current;
  });
  expect([...found.keys()]).toEqual([known?.identity.toString('hex')]);
  await expect.poll(() => readFrom('record_current')).toBe(1);
  expect(await readFrom('record_list')).toBe(0);
});
