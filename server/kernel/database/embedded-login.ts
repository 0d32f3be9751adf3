import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';

/** An account of the embedded PostgreSQL. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

/** The two accounts of an embedded PostgreSQL: its superuser, only for setting up, and the owner of Leye's database. */
export interface Logins {
  readonly superuser: Login;
  readonly owner: Login;
}

/** Reads the passwords kept in `home`, or makes them at the first start. The file is readable by its owner alone. */
export async function loginsOf(home: string): Promise<Logins> {
  const file = path.join(home, 'passwords.json');
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  // Written below, by us alone.
  const passwords = kept
    ? (JSON.parse(kept) as { superuser: string; owner: string })
    : { superuser: password(), owner: password() };
  if (!kept) await writeFile(file, `${JSON.stringify(passwords)}\n`, { mode: 0o600, flush: true });
  return {
    superuser: { user: 'postgres', password: passwords.superuser },
    owner: { user: 'leye_owner', password: passwords.owner },
  };
}

/** Connects over loopback, within three seconds. */
export async function connectAs(login: Login, port: number, database: string): Promise<Client> {
  const client = new Client({ ...login, host: '127.0.0.1', port, database, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export const addressOf = (login: Login, port: number, database: string): string =>
  `postgres://${login.user}:${login.password}@127.0.0.1:${port}/${database}`;

const password = (): string => randomBytes(24).toString('hex');
