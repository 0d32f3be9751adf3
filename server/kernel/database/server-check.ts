import { Client, DatabaseError } from 'pg';

/** `DATABASE_URL` does not lead to a database that Leye can work with. */
export class DatabaseUrlError extends Error {
  readonly code:
    | 'database-unreachable'
    | 'database-login-refused'
    | 'database-unknown'
    | 'database-too-old'
    | 'database-encoding'
    | 'database-refused';
  readonly params: Readonly<Record<string, string>>;
  constructor(code: DatabaseUrlError['code'], params: Record<string, string>) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

const OLDEST = 16;

/**
 * Signs in once and looks at the server: PostgreSQL 16 or newer, a UTF-8 database. Throws DatabaseUrlError; what it says never holds
 * the password. `name` is the variable that held the address.
 */
export async function checkServer(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  const { host, port, user = '', database = '' } = client;
  const params = { name, host, port: String(port), user, database };
  try {
    await client.connect();
    const { rows } = await client.query(
      `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
              current_setting('server_encoding') AS encoding`,
    );
    const { version, number, encoding } = rows[0];
    if (number < OLDEST * 10_000) throw new DatabaseUrlError('database-too-old', { ...params, version: String(version) });
    if (encoding !== 'UTF8') throw new DatabaseUrlError('database-encoding', { ...params, encoding: String(encoding) });
  } catch (error) {
    throw error instanceof DatabaseUrlError ? error : named(error, params);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function named(error: unknown, params: Record<string, string>): DatabaseUrlError {
  // A host with several addresses fails with an AggregateError, which has a code and no message.
  const detail = error instanceof Error ? error.message || String(Reflect.get(error, 'code')) : String(error);
  if (!(error instanceof DatabaseError)) return new DatabaseUrlError('database-unreachable', { ...params, detail });
  // SQLSTATE class 28: invalid authorisation; 3D000: no such database.
  if (error.code?.startsWith('28')) return new DatabaseUrlError('database-login-refused', params);
  if (error.code === '3D000') return new DatabaseUrlError('database-unknown', params);
  return new DatabaseUrlError('database-refused', { ...params, detail });
}
