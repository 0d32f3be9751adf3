import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { district, type Log, nobody, note, openLog } from '../../../tests/audit-log.ts';
import { execute } from '../command/run.ts';
import { inDistrict } from '../database/transaction.ts';
import { Problem } from '../problem.ts';
import { verifyAudit } from './verify.ts';

describe('the audit log', () => {
  let log: Log;
  beforeAll(async () => {
    log = await openLog();
  });
  afterAll(() => log.close());

  test('fifty commands at once use several lanes, each lane unbroken, one entry a command', async () => {
    await log.note(50);
    const { rows } = await log.owner.query(
      'SELECT count(*)::int AS entries, count(DISTINCT lane)::int AS lanes FROM audit_entry',
    );
    expect(rows[0].entries).toBe(50);
    expect(rows[0].lanes).toBeGreaterThan(1);
    expect(await verifyAudit(log.database, district, log.keys.publicKeys)).toMatchObject({ findings: [], entries: 50 });
  });

  test('a refused command leaves an entry that says why, and it fits its columns', async () => {
    const refused = execute(log.kernel, note, { line: 'no' }, { district, actor: nobody });
    await expect(refused).rejects.toThrow(Problem);
    const { rows } = await log.owner.query("SELECT actor, action, content FROM audit_entry WHERE outcome = 'refused'");
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0].content)).toMatchObject({
      refused: 'no-role',
      action: 'test.note-line',
      actor: `staff:${nobody.kind === 'staff' && nobody.id}`,
    });
    expect((await verifyAudit(log.database, district, log.keys.publicKeys)).findings).toEqual([]);
  });

  test('a command that fails leaves no entry and no gap', async () => {
    const before = await verifyAudit(log.database, district, log.keys.publicKeys);
    await expect(
      inDistrict(log.database, district, async ({ client }) => {
        await client.query("SELECT append_audit($1, gen_random_uuid(), now(), 'system:test', 'test.fails', 'done', '{}')", [
          district,
        ]);
        throw new Error('after the entry');
      }),
    ).rejects.toThrow('after the entry');
    const after = await verifyAudit(log.database, district, log.keys.publicKeys);
    expect(after).toMatchObject({ entries: before.entries, findings: [] });
  });

  test.each([
    ['edit', "UPDATE audit_entry SET actor = 'system:other'"],
    ['delete', 'DELETE FROM audit_entry'],
    ['empty', 'TRUNCATE audit_entry'],
    ['edit the checkpoints of', "UPDATE audit_checkpoint SET signature = ''"],
    ['delete the checkpoints of', 'DELETE FROM audit_checkpoint'],
    ['empty the checkpoints of', 'TRUNCATE audit_checkpoint'],
    ['delete the lanes of', 'DELETE FROM audit_lane'],
    ['empty the lanes of', 'TRUNCATE audit_lane'],
    ['add lanes to', `INSERT INTO audit_lane (district, lane, seq, hash) VALUES ('${district}', 99, 0, '')`],
    ['lift the rules of', 'ALTER TABLE audit_entry NO FORCE ROW LEVEL SECURITY'],
    ['replace the rules of', 'DROP POLICY one_district ON audit_entry'],
    ['replace how entries are appended to', 'DROP FUNCTION append_audit'],
  ])('the application may not %s the log', async (_what, sql) => {
    const attempt = inDistrict(log.database, district, ({ client }) => client.query(sql));
    await expect(attempt).rejects.toThrow(/permission denied|must be owner/);
  });
});
