import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Database } from '../server/kernel/database/connect.ts';
import { inDistrict } from '../server/kernel/database/transaction.ts';
import { testKernel } from './kernel.ts';

const OURS = '110112';
const THEIRS = '110113';

/** Tables that are no district's, each for a reason. Whatever else is in the schema must be kept apart by district. */
const PLATFORM = new Map([
  ['district', 'which districts there are, by code; a request is told its own by its host name before it has one'],
  ['migration', 'which files have shaped this database'],
  ['user', 'an address signs in once on the whole platform; what it may do is a district’s (staff_grant)'],
  ['session', 'of a user'],
  ['account', 'how a user signs in'],
  ['verification', 'of signing in'],
  ['two_factor', 'of a user'],
  ['sign_in_attempt', 'keyed hashes of names and addresses that failed to sign in, before any district is known'],
]);

type Column = { name: string; type: string; isNumber: boolean; isGenerated: boolean; mayUpdate: boolean };
type Table = { name: string; columns: Column[]; may: { select: boolean; insert: boolean; update: boolean; delete: boolean } };

describe('a second district in the same database', () => {
  let close: () => Promise<void>;
  let database: Database;
  let owner: pg.Client;
  let tables: Table[];

  beforeAll(async () => {
    const kernel = await testKernel();
    close = kernel.close;
    database = kernel.kernel.database;
    owner = new pg.Client({ connectionString: kernel.urls.ownerUrl });
    await owner.connect();
    tables = await districtTables(owner);
    await dropConstraints(owner);
    for (const district of [OURS, THEIRS]) for (const table of tables) await addRow(owner, table, district);
  }, 180_000);
  afterAll(async () => {
    await owner.end();
    await close();
  });

  const as = <T extends pg.QueryResultRow>(district: string, sql: string) =>
    inDistrict(database, district, ({ client }) => client.query<T>(sql));
  const countOf = async (name: string, district: string) =>
    Number(
      (await ownerIn(owner, district, `SELECT count(*) AS n FROM ${quoted(name)} WHERE district = '${district}'`)).rows[0]?.n,
    );

  test('every table belongs to a district, or stands on the short list of those that do not', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'm', 'v', 'f') ORDER BY 1`,
    );
    const ofDistricts = new Set(tables.map(({ name }) => name));
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.map(({ name }) => name).filter((name) => !ofDistricts.has(name) && !PLATFORM.has(name))).toEqual([]);
    expect(
      [...PLATFORM.keys()].filter((name) => ofDistricts.has(name)),
      'has a district after all',
    ).toEqual([]);
  });

  test('every table of a district enforces it on everybody, its owner too, for reading and for writing', async () => {
    const { rows } = await owner.query<{ name: string; enabled: boolean; forced: boolean; policies: string[] }>(
      `SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
              array(SELECT concat_ws(' ', p.polname, p.polcmd, p.polpermissive, p.polroles::text, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
                    FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1)`,
      [tables.map(({ name }) => name)],
    );
    const rule = '(district = ( SELECT current_district() AS current_district))';
    expect(rows).toHaveLength(tables.length);
    for (const { name, ...protection } of rows)
      expect(protection, name).toEqual({ enabled: true, forced: true, policies: [`one_district * t {0} ${rule} ${rule}`] });
  });

  test('every key of such a table begins with the district, so that a district can be moved to a machine of its own', async () => {
    const { rows } = await owner.query<{ key: string; first: string }>(
      `SELECT i.indexrelid::regclass::text AS key, a.attname AS first
       FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
       WHERE i.indisunique AND c.relname = ANY ($1) AND c.relnamespace = 'public'::regnamespace`,
      [tables.map(({ name }) => name)],
    );
    expect(rows.length).toBeGreaterThanOrEqual(tables.length);
    expect(rows.filter(({ first }) => first !== 'district')).toEqual([]);
  });

  test('nothing in the schema acts with its owner’s rights, and the application has none of them', async () => {
    const { rows } = await owner.query(
      `SELECT proname AS name FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace
       UNION ALL SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text NOT LIKE 'pgboss.%'`,
    );
    expect(rows).toEqual([]);
    const role = await owner.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, pg_has_role('leye_app', current_user, 'MEMBER') AS is_owner,
              (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid AND relnamespace = 'public'::regnamespace) AS owns
       FROM pg_roles r WHERE rolname = 'leye_app'`,
    );
    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, is_owner: false, owns: 0 }]);
  });

  test('reads nothing of the first, table by table; without a district nothing is there at all', async () => {
    for (const { name, may } of tables) {
      expect(await countOf(name, OURS), `${name} holds a row of ours`).toBeGreaterThan(0);
      if (!may.select) continue;
      const { rows } = await as<{ district: string }>(THEIRS, `SELECT DISTINCT district FROM ${quoted(name)}`);
      expect(rows, name).toEqual([{ district: THEIRS }]);
      expect((await database.pool.query(`SELECT 1 FROM ${quoted(name)}`)).rowCount, `${name} without a district`).toBe(0);
    }
  });

  test('puts nothing into the first', async () => {
    for (const table of tables) {
      const before = await countOf(table.name, OURS);
      await expect(as(THEIRS, insertOf(table, OURS)), table.name).rejects.toThrow(/row-level security|permission denied/);
      await expect(database.pool.query(insertOf(table, OURS)), `${table.name} without a district`).rejects.toThrow(
        /row-level security|permission denied/,
      );
      if (table.may.insert)
        await expect(as(THEIRS, `${insertOf(table, THEIRS)} ON CONFLICT DO NOTHING`), table.name).resolves.toBeDefined();
      expect(await countOf(table.name, OURS), table.name).toBe(before);
    }
  });

  test('changes nothing of the first, and gives nothing away to it', async () => {
    let tried = 0;
    for (const { name, columns, may } of tables) {
      const column = columns.find(({ mayUpdate, isGenerated }) => mayUpdate && !isGenerated);
      if (!column) {
        expect(may.update, name).toBe(false);
        continue;
      }
      tried += 1;
      const same = `UPDATE ${quoted(name)} SET ${quoted(column.name)} = ${quoted(column.name)} WHERE district = '${OURS}'`;
      expect((await as(THEIRS, same)).rowCount, name).toBe(0);
      expect((await as(OURS, same)).rowCount, `${name}: ours change ours`).toBeGreaterThan(0);
      const given = as(THEIRS, `UPDATE ${quoted(name)} SET district = '${OURS}'`);
      await expect(given, name).rejects.toThrow(/row-level security|permission denied/);
    }
    expect(tried).toBeGreaterThan(5);
  });

  test('deletes nothing of the first', async () => {
    for (const { name, may } of tables) {
      const before = await countOf(name, OURS);
      const deletion = as(THEIRS, `DELETE FROM ${quoted(name)} WHERE district = '${OURS}'`);
      if (may.delete) expect((await deletion).rowCount, name).toBe(0);
      else await expect(deletion, name).rejects.toThrow('permission denied');
      await expect(as(THEIRS, `TRUNCATE ${quoted(name)}`), name).rejects.toThrow('permission denied');
      expect(await countOf(name, OURS), name).toBe(before);
    }
  });

  test('a transaction’s district is gone with it, whether it was kept or failed, and many at once stay apart', async () => {
    const one = connect(String(database.pool.options.connectionString), { connections: 1 });
    try {
      const seen = async () =>
        (await one.pool.query('SELECT current_district() AS district, count(*) AS lanes FROM audit_lane')).rows[0];
      expect(
        await inDistrict(one, OURS, async ({ client }) => (await client.query('SELECT 1 FROM audit_lane')).rowCount),
      ).toBeGreaterThan(0);
      expect(await seen()).toEqual({ district: null, lanes: 0 });
      await expect(inDistrict(one, OURS, ({ client }) => client.query('SELECT 1 / 0'))).rejects.toThrow('division by zero');
      expect(await seen()).toEqual({ district: null, lanes: 0 });
    } finally {
      await one.close();
    }
    const few = connect(String(database.pool.options.connectionString), { connections: 3 });
    try {
      const asked = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? OURS : THEIRS));
      const answers = await Promise.all(
        asked.map((district) =>
          inDistrict(few, district, async ({ client }) => (await client.query('SELECT DISTINCT district FROM area')).rows),
        ),
      );
      expect(answers).toEqual(asked.map((district) => [{ district }]));
    } finally {
      await few.close();
    }
  });

  test('a district that is none is refused before the database is asked', async () => {
    for (const wrong of ['', '11011', '1101122', "110112'; RESET app.district; --", '１１０１１２'])
      await expect(inDistrict(database, wrong, async () => 1)).rejects.toThrow(TypeError);
  });
});

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

async function ownerIn(owner: pg.Client, district: string, sql: string): Promise<pg.QueryResult> {
  await owner.query(`SET app.district = '${district}'`);
  try {
    return await owner.query(sql);
  } finally {
    await owner.query('RESET app.district');
  }
}

async function districtTables(owner: pg.Client): Promise<Table[]> {
  const { rows } = await owner.query<Table>(
    `SELECT t.table_name AS name,
       (SELECT json_agg(json_build_object('name', c.column_name, 'type', format_type(a.atttypid, a.atttypmod), 'isNumber', ty.typcategory = 'N',
           'isGenerated', c.is_generated = 'ALWAYS', 'mayUpdate', has_column_privilege('leye_app', a.attrelid, a.attnum, 'UPDATE')) ORDER BY a.attnum)
        FROM information_schema.columns c
        JOIN pg_attribute a ON a.attrelid = format('%I.%I', c.table_schema, c.table_name)::regclass AND a.attname = c.column_name
        JOIN pg_type ty ON ty.oid = a.atttypid
        WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name) AS columns,
       json_build_object('select', has_table_privilege('leye_app', format('%I', t.table_name), 'SELECT'),
         'insert', has_table_privilege('leye_app', format('%I', t.table_name), 'INSERT'),
         'update', has_table_privilege('leye_app', format('%I', t.table_name), 'UPDATE'),
         'delete', has_table_privilege('leye_app', format('%I', t.table_name), 'DELETE')) AS may
     FROM information_schema.tables t
     WHERE t.table_schema = 'public' AND EXISTS (SELECT 1 FROM information_schema.columns c
       WHERE c.table_schema = 'public' AND c.table_name = t.table_name AND c.column_name = 'district')
     ORDER BY 1`,
  );
  return rows;
}

/** What a row may say is not tried here, only whose it is: the copy used by this file forgets every check, so any row will do. */
async function dropConstraints(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ table: string; name: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of rows) await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`);
}

async function addRow(owner: pg.Client, table: Table, district: string): Promise<void> {
  await ownerIn(owner, district, `${insertOf(table, district)} ON CONFLICT DO NOTHING`);
}

/** A new row of that district with some value of its type in every column. */
function insertOf({ name, columns }: Table, district: string): string {
  const filled = columns.filter(({ isGenerated }) => !isGenerated);
  const values = filled.map((column) => (column.name === 'district' ? `'${district}'` : someValue(column)));
  return `INSERT INTO ${quoted(name)} (${filled.map((column) => quoted(column.name)).join(', ')}) VALUES (${values.join(', ')})`;
}

function someValue({ type, isNumber }: Column): string {
  if (isNumber) return '1';
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type.startsWith('json')) return `'{}'::${type}`;
  if (type.startsWith('timestamp') || type === 'date') return `now()::${type}`;
  if (type === 'boolean') return 'false';
  if (type.endsWith('[]')) return `'{}'::${type}`;
  if (type === 'character(1)') return "'D'";
  return `'\\x31'::${type}`;
}
