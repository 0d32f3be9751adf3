import type pg from 'pg';

export type AccountStanding = {
  readonly id: string;
  readonly email: string;
  readonly isDemo: boolean;
  readonly oneTimeUntil: Date | undefined;
};

type Row = { id: string; email: string; is_demo: boolean; one_time_until: Date | null };

/** The account of a name typed at sign-in: an e-mail where it has an @, else a user name. */
export async function findAccount(pool: pg.Pool, name: string): Promise<AccountStanding | undefined> {
  const column = name.includes('@') ? 'email' : 'user_name';
  const { rows } = await pool.query<Row>(`SELECT id, email, is_demo, one_time_until FROM "user" WHERE ${column} = $1`, [
    name.trim().toLowerCase(),
  ]);
  const [row] = rows;
  return row && { id: row.id, email: row.email, isDemo: row.is_demo, oneTimeUntil: row.one_time_until ?? undefined };
}

/** Whose sign-in waits for its second factor. */
export async function accountOfChallenge(pool: pg.Pool, identifier: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ value: string }>('SELECT value FROM verification WHERE identifier = $1', [identifier]);
  return rows[0]?.value;
}

/** Until when the account's second factor is locked after too many wrong codes. */
export async function secondFactorLockedUntil(pool: pg.Pool, account: string): Promise<Date | undefined> {
  const { rows } = await pool.query<{ locked_until: Date | null }>('SELECT locked_until FROM two_factor WHERE user_id = $1', [
    account,
  ]);
  return rows[0]?.locked_until ?? undefined;
}

/** Ends sessions at once: they are looked up with every request. Sign-ins that wait for a second factor end too. */
export async function endSessions(client: pg.ClientBase | pg.Pool, account: string, except?: string): Promise<number> {
  await client.query('DELETE FROM verification WHERE value = $1', [account]);
  const { rowCount } = await client.query('DELETE FROM session WHERE user_id = $1 AND id IS DISTINCT FROM $2::uuid', [
    account,
    except ?? null,
  ]);
  return rowCount ?? 0;
}

export async function endSession(pool: pg.Pool, token: string): Promise<void> {
  await pool.query('DELETE FROM session WHERE token = $1', [token]);
}
