import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { district, type Log, openLog } from '../../../tests/audit-log.ts';
import { takeCheckpoint } from './checkpoint.ts';
import { checkpointKeys } from './checkpoint-key.ts';
import { eachCheckpoint } from './export-checkpoints.ts';
import type { AuditFindingCode } from './finding.ts';
import { laneGenesis } from './lane.ts';
import { type AuditVerification, verifyAudit } from './verify.ts';
import { witnessLine } from './witness.ts';

/**
 * Somebody with every right in the database does one thing to the log of some hundred real commands and four checkpoints; then
 * everything is put back for the next. `:entry` and `:other` are picked by chance among the entries that checkpoints cover.
 */
type Tampering = { readonly name: string; readonly sql: string; readonly found: readonly AuditFindingCode[] };

const entry = 'e.district = $1 AND e.lane = $2 AND e.seq = $3';
const checkpoint = `c.district = $1 AND c.id = (SELECT id FROM audit_checkpoint WHERE district = $1 ORDER BY at OFFSET ($2::int + $3::int) % 4 LIMIT 1)`;
/** Hashes a lane anew from entry `$3` on, and sets its head: what a careful forger does. */
const rewritten = `
  WITH RECURSIVE anew AS (
    SELECT e.seq, e.previous, sha256(e.previous || convert_to(e.content, 'UTF8')) AS hash FROM audit_entry e WHERE ${entry}
    UNION ALL
    SELECT e.seq, anew.hash, sha256(anew.hash || convert_to(e.content, 'UTF8')) FROM anew JOIN audit_entry e ON e.district = $1 AND e.lane = $2 AND e.seq = anew.seq + 1
  ), entries AS (
    UPDATE audit_entry e SET previous = anew.previous, hash = anew.hash FROM anew WHERE e.district = $1 AND e.lane = $2 AND e.seq = anew.seq
  ) UPDATE audit_lane SET hash = (SELECT hash FROM anew ORDER BY seq DESC LIMIT 1) WHERE district = $1 AND lane = $2`;
const edited = `UPDATE audit_entry e SET content = replace(content, '"line":"line', '"line":"lime') WHERE ${entry}`;
const cutOff = 'DELETE FROM audit_entry e WHERE e.district = $1 AND e.lane = $2 AND e.seq >= $3';
const column = (assignment: string, name: string): Tampering => ({
  name: `the column ${name} is edited`,
  sql: `UPDATE audit_entry e SET ${assignment} WHERE ${entry}`,
  found: ['entry-column-differs'],
});
const checkpointColumn = (assignment: string, name: string, found: AuditFindingCode): Tampering => ({
  name: `a checkpoint's ${name} is edited`,
  sql: `UPDATE audit_checkpoint c SET ${assignment} WHERE ${checkpoint}`,
  found: [found],
});

const tamperings: readonly Tampering[] = [
  { name: 'content is edited', sql: edited, found: ['entry-edited'] },
  {
    name: 'content is no longer JSON',
    sql: `UPDATE audit_entry e SET content = 'gone' WHERE ${entry}`,
    found: ['entry-unreadable'],
  },
  {
    name: 'content is edited and its hash with it',
    sql: `${edited}; UPDATE audit_entry e SET hash = sha256(previous || convert_to(content, 'UTF8')) WHERE ${entry}`,
    found: ['checkpoint-differs', 'link-broken', 'head-differs'],
  },
  { name: 'content is edited and the whole lane hashed anew', sql: `${edited}; ${rewritten}`, found: ['checkpoint-differs'] },
  column("at = at - interval '1 day'", 'at'),
  column("at = at + interval '1 microsecond'", 'at, by a millionth of a second'),
  column("at = 'infinity'", 'at, to infinity'),
  column("actor = 'staff:somebody-else'", 'actor'),
  column("action = 'test.other-thing'", 'action'),
  column("outcome = CASE outcome WHEN 'done' THEN 'refused' ELSE 'done' END", 'outcome'),
  column('id = gen_random_uuid()', 'id'),
  { name: 'the hash is edited', sql: `UPDATE audit_entry e SET hash = sha256(hash) WHERE ${entry}`, found: ['entry-edited'] },
  {
    name: 'the link is edited',
    sql: `UPDATE audit_entry e SET previous = sha256(previous) WHERE ${entry}`,
    found: ['link-broken'],
  },
  { name: 'an entry is deleted', sql: `DELETE FROM audit_entry e WHERE ${entry}`, found: ['entries-missing', 'head-differs'] },
  {
    name: 'an entry is deleted and the rest moved up',
    sql: `DELETE FROM audit_entry e WHERE ${entry}; UPDATE audit_entry e SET seq = -seq WHERE e.district = $1 AND e.lane = $2 AND e.seq > $3; UPDATE audit_entry e SET seq = -seq - 1 WHERE e.district = $1 AND e.lane = $2 AND e.seq < 0; UPDATE audit_lane SET seq = seq - 1 WHERE district = $1 AND lane = $2`,
    found: ['link-broken', 'checkpoint-entry-missing'],
  },
  {
    name: 'an entry is moved to a number below one',
    sql: `UPDATE audit_entry e SET seq = -$3::bigint WHERE ${entry}`,
    found: ['entry-out-of-place'],
  },
  {
    name: 'an entry is moved far beyond the end',
    sql: `UPDATE audit_entry e SET seq = 9223372036854775807 WHERE ${entry}`,
    found: ['entries-missing'],
  },
  {
    name: 'an entry is moved to a lane that does not exist',
    sql: `UPDATE audit_entry e SET lane = 99 WHERE ${entry}`,
    found: ['lane-unknown'],
  },
  {
    name: 'two entries change places',
    sql: `UPDATE audit_entry e SET seq = -7 WHERE ${entry}; UPDATE audit_entry e SET seq = $3 WHERE e.district = $1 AND e.lane = $2 AND e.seq = (CASE WHEN $3::bigint = 1 THEN 2 ELSE $3::bigint - 1 END); UPDATE audit_entry e SET seq = (CASE WHEN $3::bigint = 1 THEN 2 ELSE $3::bigint - 1 END) WHERE e.district = $1 AND e.lane = $2 AND e.seq = -7`,
    found: ['link-broken'],
  },
  {
    name: 'an entry is put in at the end, well linked',
    sql: `INSERT INTO audit_entry SELECT l.district, l.lane, l.seq + 1, e.id, e.at, e.actor, e.action, e.outcome, e.content, l.hash, sha256(l.hash || convert_to(e.content, 'UTF8')) FROM audit_lane l JOIN audit_entry e USING (district, lane) WHERE ${entry}`,
    found: ['head-differs'],
  },
  { name: 'the end is cut off', sql: cutOff, found: ['head-differs'] },
  {
    name: 'the end is cut off and the head wound back',
    sql: `${cutOff}; UPDATE audit_lane l SET (seq, hash) = (SELECT coalesce(max(e.seq), 0), coalesce((array_agg(e.hash ORDER BY e.seq DESC))[1], '\\x') FROM audit_entry e WHERE e.district = $1 AND e.lane = $2) WHERE l.district = $1 AND l.lane = $2`,
    found: ['checkpoint-entry-missing'],
  },
  {
    name: 'the head is wound back',
    sql: 'UPDATE audit_lane SET seq = $3::bigint - 1 WHERE district = $1 AND lane = $2',
    found: ['head-differs'],
  },
  {
    name: "the head's hash is edited",
    sql: 'UPDATE audit_lane SET hash = sha256(hash) WHERE district = $1 AND lane = $2 AND $3::bigint > 0',
    found: ['head-differs'],
  },
  {
    name: 'a lane is taken away whole',
    sql: 'DELETE FROM audit_entry WHERE district = $1 AND lane = $2 AND $3::bigint > 0; DELETE FROM audit_lane WHERE district = $1 AND lane = $2',
    found: ['lane-missing', 'checkpoint-entry-missing'],
  },
  {
    name: 'the whole log is emptied and begun anew',
    sql: "DELETE FROM audit_entry WHERE district = $1 AND $2::int >= 0 AND $3::bigint > 0; UPDATE audit_lane SET seq = 0, hash = sha256(convert_to('leye audit ' || district || ' lane ' || lane, 'UTF8')) WHERE district = $1",
    found: ['checkpoint-entry-missing'],
  },
  checkpointColumn("heads = jsonb_set(heads, '{0,seq}', '0')", 'heads', 'checkpoint-edited'),
  checkpointColumn("heads = 'null'", 'heads, to nothing', 'checkpoint-edited'),
  checkpointColumn("at = at + interval '1 microsecond'", 'time', 'checkpoint-edited'),
  checkpointColumn("previous = repeat('0', 64)", 'link', 'checkpoint-link-broken'),
  checkpointColumn("hash = repeat('0', 64)", 'hash', 'checkpoint-edited'),
  checkpointColumn("signature = encode(sha256(convert_to(signature, 'UTF8')), 'base64')", 'signature', 'checkpoint-not-ours'),
];

describe('whoever tampers with the audit log is found out', () => {
  let log: Log;
  let witness: string[];
  let covered: { lane: number; seq: number }[];

  const verified = (lines?: readonly string[]): Promise<AuditVerification> =>
    verifyAudit(log.database, district, log.keys.publicKeys, { ...(lines && { witness: each(lines) }) });

  beforeAll(async () => {
    log = await openLog();
    for (let round = 0; round < 4; round += 1) {
      await log.note(40);
      await takeCheckpoint(log.kernel, district, log.keys);
    }
    covered = (
      await log.owner.query(
        'SELECT lane, seq::int FROM audit_entry WHERE lane IN (SELECT lane FROM audit_lane WHERE seq > 1) ORDER BY lane, seq',
      )
    ).rows;
    await log.note(10);
    witness = [];
    for await (const page of eachCheckpoint(log.database, district))
      witness.push(...page.map((one) => witnessLine(one).trimEnd()));
    for (const table of tables) await log.owner.query(`CREATE TABLE kept_${table} AS TABLE ${table}`);
  });
  afterAll(() => log.close());

  const tables = ['audit_entry', 'audit_lane', 'audit_checkpoint'];
  const putBack = async () => {
    for (const table of tables) await log.owner.query(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept_${table}`);
  };
  const tamper = async (sql: string, place: { lane: number; seq: number }) => {
    const filled = sql.replace(
      /\$([123])(?!\d)/g,
      (_, number) => [`'${district}'`, String(place.lane), String(place.seq)][Number(number) - 1] ?? '',
    );
    await log.owner.query(filled);
  };

  test('an untouched log is found intact, with and without a witness', async () => {
    const result = await verified(witness);
    expect(result).toMatchObject({ findings: [], more: 0, entries: 170, checkpoints: 4, witnessed: 4, entriesSince: 10 });
    expect((await verified()).findings).toEqual([]);
  });

  test.each(tamperings)('$name', async ({ sql, found }) => {
    expect(covered.length).toBeGreaterThan(100);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...covered), async (place) => {
        try {
          await tamper(sql, place);
          const codes = (await verified()).findings.map(({ code }) => code);
          expect(
            codes.filter((code) => found.includes(code)),
            `${JSON.stringify(place)}: ${codes}`,
          ).not.toEqual([]);
        } finally {
          await putBack();
        }
      }),
      { numRuns: 4 },
    );
  });

  test('a checkpoint deleted between others breaks the chain; the last ones deleted are missed by the witness', async () => {
    const remove = (from: number, count: number) =>
      log.owner.query(
        `DELETE FROM audit_checkpoint WHERE id IN (SELECT id FROM audit_checkpoint ORDER BY at OFFSET ${from} LIMIT ${count})`,
      );
    await remove(1, 1);
    expect((await verified()).findings.map(({ code }) => code)).toContain('checkpoint-link-broken');
    await putBack();
    await remove(2, 2);
    expect((await verified()).findings, 'without the witness nobody can tell').toEqual([]);
    expect((await verified(witness)).findings.map(({ code }) => code)).toEqual([
      'witnessed-checkpoint-missing',
      'witnessed-checkpoint-missing',
    ]);
    await putBack();
  });

  test('entries cut off together with the checkpoints that held them are missed by the witness, each by lane and number', async () => {
    await log.owner.query(`DELETE FROM audit_checkpoint; DELETE FROM audit_entry;
      UPDATE audit_lane SET seq = 0, hash = sha256(convert_to('leye audit ' || district || ' lane ' || lane, 'UTF8'))`);
    expect((await verified()).findings, 'without the witness nobody can tell').toEqual([]);
    const { findings } = await verified(witness);
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['witnessed-checkpoint-missing', 'checkpoint-entry-missing']),
    );
    await putBack();
  });

  test('checkpoints made anew with a key of one’s own are not ours, neither here nor at the witness', async () => {
    const forger = checkpointKeys(Buffer.alloc(32, 7));
    await log.owner.query('DELETE FROM audit_checkpoint');
    await takeCheckpoint(log.kernel, district, forger);
    expect((await verified()).findings.map(({ code }) => code)).toEqual(['checkpoint-not-ours']);
    // Whoever also brings the server to use the forger's key is contradicted by every line that the witness holds.
    const believed = await verifyAudit(log.database, district, forger.publicKeys, { witness: each(witness) });
    expect(believed.findings.map(({ code }) => code)).toEqual(Array(4).fill('witness-not-ours'));
    await putBack();
  });

  test('a key that was changed for a new one goes on vouching for its own checkpoints', async () => {
    const next = checkpointKeys(Buffer.alloc(32, 9), log.keys.publicKeys);
    expect((await takeCheckpoint(log.kernel, district, next))?.previous).toMatch(/^[0-9a-f]{64}$/);
    expect((await verifyAudit(log.database, district, next.publicKeys)).findings).toEqual([]);
    await putBack();
  });

  test('a line of the witness that was edited is not ours; half a line that was written again in whole is nothing', async () => {
    const [first = '', ...rest] = witness;
    expect((await verified([first.replace('"seq":', '"seq":1'), ...rest])).findings.map(({ code }) => code)).toEqual([
      'witness-not-ours',
    ]);
    expect((await verified([first.slice(0, 80), first, first, ...rest])).findings).toEqual([]);
    expect((await verified(['scribble', first])).findings).toEqual([{ code: 'witness-unreadable', params: { line: 1 } }]);
  });

  test('every lane begins where everybody can work out that it must', async () => {
    const { rows } = await log.owner.query("SELECT lane, encode(previous, 'hex') AS hash FROM audit_entry WHERE seq = 1");
    expect(rows.length).toBeGreaterThan(0);
    for (const { lane, hash } of rows) expect(hash).toBe(laneGenesis(district, lane).toString('hex'));
  });
});

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
