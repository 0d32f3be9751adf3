import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { getConstructionPlans } from 'pg-boss';

const folder = fileURLToPath(new URL('../../../db/migrations/', import.meta.url));
const appRole = 'leye_app';

export class MigrationError extends Error {
  readonly code: 'migration-changed' | 'migration-missing' | 'migration-failed';
  readonly params: { file: string; detail: string };
  constructor(code: MigrationError['code'], params: MigrationError['params']) {
    super(`${code}: ${params.file} ${params.detail}`);
    this.code = code;
    this.params = params;
  }
}

/**
 * Brings the database up to date, as its owner: numbered SQL files, forward only, each in one transaction, one migrator at a time.
 * A file that was applied before must still read the same (SHA-256), and must still be there.
 */
export async function migrate(ownerUrl: string): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('leye migrate'))");
    await client.query(`DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${appRole}') THEN CREATE ROLE ${appRole} NOLOGIN; END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
    await client.query(
      `CREATE TABLE IF NOT EXISTS migration (file text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    const done = new Map(
      (await client.query<{ file: string; hash: string }>('SELECT file, hash FROM migration')).rows.map((row) => [
        row.file,
        row.hash,
      ]),
    );
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    for (const file of done.keys()) {
      if (!files.includes(file))
        throw new MigrationError('migration-missing', {
          file,
          detail: 'was applied to this database but is not in this version of Leye',
        });
    }
    const applied: string[] = [];
    for (const file of files) {
      const sql = await readFile(folder + file, 'utf8');
      const hash = createHash('sha256').update(sql).digest('hex');
      if (done.has(file)) {
        if (done.get(file) !== hash)
          throw new MigrationError('migration-changed', {
            file,
            detail: 'was edited after it had been applied; add a new file instead',
          });
        continue;
      }
      await applyOne(client, file, sql, hash);
      applied.push(file);
    }
    await migrateJobs(client);
    return { applied };
  } finally {
    await client.end();
  }
}

async function applyOne(client: pg.Client, file: string, sql: string, hash: string): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query('INSERT INTO migration (file, hash) VALUES ($1, $2)', [file, hash]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new MigrationError('migration-failed', { file, detail: error instanceof Error ? error.message : String(error) });
  }
}

/** pg-boss keeps its jobs in a schema of its own, made by the owner; the application role may use it but not change its shape. */
async function migrateJobs(client: pg.Client): Promise<void> {
  const { rows } = await client.query("SELECT 1 FROM pg_namespace WHERE nspname = 'pgboss'");
  if (rows.length === 0) await client.query(getConstructionPlans('pgboss'));
  await client.query(`GRANT USAGE, CREATE ON SCHEMA pgboss TO ${appRole}; GRANT ALL ON ALL TABLES IN SCHEMA pgboss TO ${appRole};
    GRANT ALL ON ALL SEQUENCES IN SCHEMA pgboss TO ${appRole}; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${appRole}`);
}

/** Lets the application role sign in with this password and returns its address. Used where Leye runs the database itself. */
export async function openAppRole(ownerUrl: string, password: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`ALTER ROLE ${appRole} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
  } finally {
    await client.end();
  }
  const url = new URL(ownerUrl);
  url.username = appRole;
  url.password = password;
  return url.href;
}
