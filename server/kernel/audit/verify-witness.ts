import type { KeyObject } from 'node:crypto';
import type pg from 'pg';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { type Checkpoint, checkpointHash } from './checkpoint.ts';
import { isSignedBy } from './checkpoint-key.ts';
import type { Findings } from './finding.ts';

const Hex = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Line = Type.Object({
  district: Type.String(),
  id: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
  at: Type.String(),
  heads: Type.Array(Type.Object({ lane: Type.Integer(), seq: Type.Integer({ minimum: 0 }), hash: Hex })),
  previous: Hex,
  hash: Hex,
  signature: Type.String(),
});

/** Checkpoints looked up in one go. */
const GROUP = 500;

/**
 * Holds what a witness kept against the database: each of its checkpoints must be ours, still be there, and say the same; where one
 * is gone, the entries it names are looked up one by one. Lines of other districts are passed over. Returns how many were read.
 * A witness that began late or missed some is fine: a later checkpoint vouches for all before it.
 */
export async function verifyWitness(
  client: pg.ClientBase,
  district: string,
  keys: readonly KeyObject[],
  lines: AsyncIterable<string>,
  findings: Findings,
): Promise<number> {
  let number = 0;
  let count = 0;
  let group: Checkpoint[] = [];
  let torn: { readonly text: string; readonly number: number } | undefined;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    // A server that was killed while it wrote leaves half a line, and writes the whole of it afterwards: nothing is lost.
    if (torn && !line.startsWith(torn.text)) findings.add({ code: 'witness-unreadable', params: { line: torn.number } });
    const checkpoint = parse(line);
    torn = checkpoint ? undefined : { text: line, number };
    if (!checkpoint) continue;
    if (checkpoint.district !== district) continue;
    count += 1;
    if (checkpointHash(checkpoint) !== checkpoint.hash || !isSignedBy(keys, checkpoint.hash, checkpoint.signature)) {
      findings.add({ code: 'witness-not-ours', checkpoint: checkpoint.id, params: { line: number, at: checkpoint.at } });
      continue;
    }
    group.push(checkpoint);
    if (group.length === GROUP) {
      await lookUp(client, district, group, findings);
      group = [];
    }
  }
  await lookUp(client, district, group, findings);
  return count;
}

function parse(line: string): Checkpoint | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return Value.Check(Line, value) ? value : undefined;
  } catch {
    return undefined;
  }
}

async function lookUp(client: pg.ClientBase, district: string, group: readonly Checkpoint[], findings: Findings): Promise<void> {
  if (group.length === 0) return;
  const { rows } = await client.query<{ id: string; hash: string }>(
    'SELECT id, hash FROM audit_checkpoint WHERE district = $1 AND id = ANY ($2::uuid[])',
    [district, group.map(({ id }) => id)],
  );
  const stored = new Map(rows.map(({ id, hash }) => [id, hash]));
  for (const checkpoint of group) {
    const { id, at, hash } = checkpoint;
    if (stored.get(id) === hash) continue;
    findings.add({
      code: stored.has(id) ? 'witnessed-checkpoint-differs' : 'witnessed-checkpoint-missing',
      checkpoint: id,
      params: { at },
    });
    await lookUpHeads(client, district, checkpoint, findings);
  }
}

async function lookUpHeads(
  client: pg.ClientBase,
  district: string,
  { id, heads }: Checkpoint,
  findings: Findings,
): Promise<void> {
  const due = heads.filter(({ seq }) => seq > 0);
  const { rows } = await client.query<{ lane: number; seq: number; hash: string | null }>(
    `SELECT due.lane, due.seq, encode(e.hash, 'hex') AS hash
     FROM unnest($2::smallint[], $3::bigint[]) AS due (lane, seq)
     LEFT JOIN audit_entry e ON e.district = $1 AND e.lane = due.lane AND e.seq = due.seq`,
    [district, due.map(({ lane }) => lane), due.map(({ seq }) => seq)],
  );
  const hashes = new Map(rows.map(({ lane, hash }) => [lane, hash]));
  for (const { lane, seq, hash } of due) {
    const found = hashes.get(lane);
    if (found === hash) continue;
    findings.add({ code: found ? 'checkpoint-differs' : 'checkpoint-entry-missing', lane, seq, checkpoint: id });
  }
}
