import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { inject } from 'vitest';

/** The migrated database that every test database is a copy of. */
export const TEMPLATE = 'leye_template';

/** A test file's own database. */
export interface TestDatabase {
  /** As the owner, who migrates and is not a superuser. */
  readonly ownerUrl: string;
  /** As `leye_app`, the role the server works with. */
  readonly appUrl: string;
  /** Ends every connection and removes the database. */
  drop(): Promise<void>;
}

/** Copies the migrated template: call it in `beforeAll`, `drop` in `afterAll`. Takes some 50 ms. */
export async function testDatabase(): Promise<TestDatabase> {
  const { ownerUrl, appUrl } = inject('testServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner((client) => copyTemplate(client, name));
  return {
    ownerUrl: at(ownerUrl, name),
    appUrl: at(appUrl, name),
    drop: () => asOwner(async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

async function copyTemplate(client: Client, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // The copied files are not worth a checkpoint each: nothing here outlives the run.
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY file_copy`);
      return;
    } catch (error) {
      // 55006: somebody (an autovacuum) stands in the template this very moment.
      if (!(error instanceof DatabaseError) || error.code !== '55006' || attempt === 50) throw error;
      await pause(100);
    }
  }
}

async function asOwner(work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: at(inject('testServer').ownerUrl, 'postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const at = (url: string, database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href;
