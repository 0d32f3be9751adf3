import pg from 'pg';
import { expect } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { reachDatabase } from '../../server/database-access.ts';
import { checkpointKeys } from '../../server/kernel/audit/checkpoint-key.ts';
import { verifyAudit } from '../../server/kernel/audit/verify.ts';
import { connect } from '../../server/kernel/database/connect.ts';
import { district } from './city.ts';
import { environment, type Leye, superuserUrl } from './leye.ts';
import { send, type Writers } from './writers.ts';

/** Asks the database directly, as its superuser, past everything that is under test. */
export async function select<Row extends object>(
  directory: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: await superuserUrl(directory), connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/**
 * After a fault: sends again what was not acknowledged, and some of what was, with their old keys. Then every acknowledged write must be
 * there, each key must have had exactly one effect, figures must equal a recount and the audit log must verify.
 */
export async function expectNothingLostOrDoubled(leye: Leye, cookie: string, writers: Writers): Promise<void> {
  const acknowledged = await writers.stop();
  expect(acknowledged.length).toBe(writers.acknowledged());
  const records = new Map(acknowledged.map(({ key, record }) => [key, record]));
  for (const write of writers.open) {
    const answer = await send(leye, cookie, write);
    expect(answer).toMatchObject({ status: 200, code: 'new' });
    records.set(write.key, answer.record);
  }
  for (const write of acknowledged.slice(-20)) {
    expect(await send(leye, cookie, write)).toMatchObject({ status: 200, code: 'new', record: write.record });
  }

  const [keys, ids] = [[...records.keys()], [...records.values()]];
  expect(new Set(ids).size).toBe(keys.length);
  const [found] = await select(
    leye.directory,
    `SELECT (SELECT count(*) FROM record WHERE content ->> 'station' = $1)::int AS records,
       (SELECT count(*) FROM record WHERE id = ANY ($2))::int AS acknowledged,
       (SELECT count(*) FROM command_key WHERE key = ANY ($3))::int AS keys,
       (SELECT count(*) FROM fact WHERE record = ANY ($2) AND effect = 'count')::int AS facts,
       (SELECT count(*) FROM audit_entry WHERE action = 'records.send-record' AND outcome = 'done'
          AND content::jsonb ->> 'record' = ANY ($2::text[]))::int AS entries`,
    [writers.station, ids, keys],
  );
  const all = keys.length;
  expect(found).toEqual({ records: all, acknowledged: all, keys: all, facts: all, entries: all });
  await expectWhole(leye);
}

/** Figures equal a recount of the facts, and the audit log verifies. */
export async function expectWhole({ directory }: Leye): Promise<void> {
  expect(await select(directory, recount)).toEqual([]);
  const config = readConfig(environment(directory, 1));
  const reached = await reachDatabase(config);
  const database = connect(reached.appUrl, { connections: 1 });
  try {
    const verified = await verifyAudit(database, district, checkpointKeys(config.secrets.checkpointKey).publicKeys);
    expect(verified.findings).toEqual([]);
    expect(verified.entries).toBeGreaterThan(0);
  } finally {
    await database.close();
    await reached.close();
  }
}

/** Every cell in which rollup and tail together, by day and by month, say something else than the facts counted one by one. */
const recount = `
  WITH counted AS (
    SELECT f.kind, f.variant, f.day, f.town, f.unit, f.quantity,
      CASE f.effect WHEN 'count' THEN 1 WHEN 'end' THEN -1 WHEN 'reverse' THEN
        CASE s.effect WHEN 'count' THEN -1 WHEN 'end' THEN 1 ELSE 0 END ELSE 0 END AS facts
    FROM fact f LEFT JOIN fact s ON s.district = f.district AND s.id = f.settles),
  kept AS (
    SELECT 'D' AS grain, kind, variant, day, town, unit, quantity, facts FROM fact_tail
    UNION ALL SELECT 'M', kind, variant, date_trunc('month', day)::date, town, unit, quantity, facts FROM fact_tail
    UNION ALL SELECT grain, kind, variant, day, town, unit, quantity, facts FROM fact_rollup),
  due AS (
    SELECT 'D' AS grain, * FROM counted
    UNION ALL SELECT 'M', kind, variant, date_trunc('month', day)::date, town, unit, quantity, facts FROM counted)
  SELECT grain, kind, variant, day, town, unit, sum(quantity) AS quantity, sum(facts) AS facts
  FROM (SELECT * FROM kept UNION ALL SELECT grain, kind, variant, day, town, unit, -quantity, -facts FROM due) difference
  GROUP BY grain, kind, variant, day, town, unit HAVING sum(quantity) <> 0 OR sum(facts) <> 0`;
