import type { KeyObject } from 'node:crypto';
import type pg from 'pg';
import type { Database } from '../database/connect.ts';
import { inDistrict } from '../database/transaction.ts';
import { type Checkpoint, type CheckpointPlace, checkpointHash, readCheckpoints, readHeads } from './checkpoint.ts';
import { isSignedBy } from './checkpoint-key.ts';
import { type AuditFinding, collectFindings, type Findings } from './finding.ts';
import { checkpointGenesis, type Head, LANES } from './lane.ts';
import { type LaneWalk, type Wanted, walkLane } from './verify-lane.ts';
import { verifyWitness } from './verify-witness.ts';

/** What a verification found. Intact: `findings` is empty. */
export type AuditVerification = {
  readonly district: string;
  /** Entries and checkpoints read. */
  readonly entries: number;
  readonly checkpoints: number;
  /** Lines of the witness file read; absent where none was given. */
  readonly witnessed?: number;
  /** When the last checkpoint was taken, and how many entries came after it: those rest on the links alone. */
  readonly lastCheckpoint: string | undefined;
  readonly entriesSince: number;
  /** The first 200; `more` counts the others. */
  readonly findings: readonly AuditFinding[];
  readonly more: number;
};

export type VerifyOptions = {
  /** Lines of a witness's file: checkpoints as JSON, oldest first. */
  readonly witness?: AsyncIterable<string>;
  /** Told now and then how many entries were read, out of how many. */
  readonly onProgress?: (done: number, total: number) => Promise<void> | void;
};

/** Checkpoints taken together: the lanes are walked from one such group to the next, so memory stays small however long the log. */
const GROUP = 500;

/**
 * Reads a district's whole audit log in one snapshot and names every entry that was edited, deleted, moved, inserted or cut off:
 * hashes, links, numbers without gap, columns that repeat the content, every lane's head, every checkpoint (hash, link, signature,
 * heads that only move forward) and the entries that the checkpoints name. With a witness's file also checkpoints that are gone.
 *
 * It trusts neither the database's functions nor its stored hashes; the hashing is done here. What no verification can find:
 *
 * - entries after the last checkpoint, rewritten or cut off together with their lane's head by somebody with the owner's rights
 *   (`entriesSince` says how many there are; a checkpoint is taken every minute);
 * - the latest checkpoints deleted together with the entries they cover, where no witness outside holds them;
 * - whatever somebody writes who also holds the checkpoint key, where no witness outside holds older checkpoints;
 * - an entry that was false when it was written.
 */
export async function verifyAudit(
  database: Database,
  district: string,
  keys: readonly KeyObject[],
  options: VerifyOptions = {},
): Promise<AuditVerification> {
  const findings = collectFindings();
  const read = await inDistrict(
    database,
    district,
    ({ client }) => readLog(client, district, keys, findings, options.onProgress),
    'snapshot',
  );
  // Outside the snapshot: the file may already hold a checkpoint that was taken meanwhile.
  const witness = options.witness;
  const witnessed =
    witness &&
    (await inDistrict(database, district, ({ client }) => verifyWitness(client, district, keys, witness, findings), 'read'));
  return { district, ...read, ...(witness && { witnessed }), findings: findings.kept, more: findings.more };
}

async function readLog(
  client: pg.ClientBase,
  district: string,
  keys: readonly KeyObject[],
  findings: Findings,
  onProgress: VerifyOptions['onProgress'],
): Promise<Pick<AuditVerification, 'entries' | 'checkpoints' | 'lastCheckpoint' | 'entriesSince'>> {
  const heads = await readHeads(client, district);
  const total = heads.reduce((sum, { seq }) => sum + seq, 0);
  let entries = 0;
  const walks = new Map<number, LaneWalk>();
  for (const lane of await lanesToWalk(client, district, new Set(heads.map((head) => head.lane)), findings)) {
    const onEntries = async (count: number) => {
      entries += count;
      await onProgress?.(entries, Math.max(total, entries));
    };
    walks.set(lane, walkLane(client, district, lane, findings, onEntries));
  }

  const chain = followChain(district, keys, findings);
  let place: CheckpointPlace | undefined;
  do {
    const page = await readCheckpoints(client, district, { after: place, limit: GROUP });
    const wanted = wantedBy(page.rows.filter(chain.take), walks);
    for (const walk of walks.values()) {
      const ofLane = wanted.get(walk.lane);
      if (ofLane) await walk.advance(Math.max(...ofLane.keys()), ofLane);
    }
    place = page.next;
  } while (place);

  const covered = [...walks.values()].reduce((sum, walk) => sum + walk.seq(), 0);
  for (const walk of walks.values()) await walk.advance(undefined, new Map());
  for (const head of heads) walks.get(head.lane)?.closeWith(head);
  const reached = [...walks.values()].reduce((sum, walk) => sum + walk.seq(), 0);
  return { entries, checkpoints: chain.count(), lastCheckpoint: chain.last()?.at, entriesSince: Math.max(0, reached - covered) };
}

/** Every lane that is there or should be: those of the district, and those that only entries speak of. */
async function lanesToWalk(client: pg.ClientBase, district: string, stored: ReadonlySet<number>, findings: Findings) {
  const { rows } = await client.query<{ lane: number }>(
    `WITH RECURSIVE used (lane) AS (
       (SELECT lane FROM audit_entry WHERE district = $1 ORDER BY lane LIMIT 1)
       UNION ALL
       SELECT (SELECT e.lane FROM audit_entry e WHERE e.district = $1 AND e.lane > used.lane ORDER BY e.lane LIMIT 1)
       FROM used WHERE used.lane IS NOT NULL
     ) SELECT lane FROM used WHERE lane IS NOT NULL`,
    [district],
  );
  const due = Array.from({ length: LANES }, (_, lane) => lane);
  for (const lane of due) if (!stored.has(lane)) findings.add({ code: 'lane-missing', lane });
  const all = new Set([...due, ...stored, ...rows.map(({ lane }) => lane)]);
  for (const lane of all) if (lane < 0 || lane >= LANES) findings.add({ code: 'lane-unknown', lane });
  return [...all].sort((a, b) => a - b);
}

/** Takes checkpoints in their order, reports what is wrong with each, and says which can be believed. */
function followChain(district: string, keys: readonly KeyObject[], findings: Findings) {
  let count = 0;
  let last: Checkpoint | undefined;
  const reached = new Map<number, Head>();
  return {
    count: () => count,
    last: () => last,
    take(checkpoint: Checkpoint): boolean {
      count += 1;
      const due = last?.hash ?? checkpointGenesis(district);
      last = checkpoint;
      const { id, at } = checkpoint;
      const report = (code: AuditFinding['code']) => findings.add({ code, checkpoint: id, params: { at } });
      if (checkpoint.previous !== due) report('checkpoint-link-broken');
      if (checkpointHash(checkpoint) !== checkpoint.hash) {
        report('checkpoint-edited');
        return false;
      }
      if (!isSignedBy(keys, checkpoint.hash, checkpoint.signature)) {
        report('checkpoint-not-ours');
        return false;
      }
      for (const head of checkpoint.heads) {
        const { lane, seq, hash } = head;
        const before = reached.get(lane);
        if (before && seq < before.seq) findings.add({ code: 'checkpoint-goes-back', lane, seq, checkpoint: id });
        else if (before?.seq === seq && before.hash !== hash)
          findings.add({ code: 'checkpoint-differs', lane, seq, checkpoint: id });
        else reached.set(lane, head);
      }
      return true;
    },
  };
}

/** What a group of checkpoints says, by lane. A head that was walked past already was held against its entry, or goes back. */
function wantedBy(checkpoints: readonly Checkpoint[], walks: ReadonlyMap<number, LaneWalk>) {
  const wanted = new Map<number, Wanted>();
  for (const { id, heads } of checkpoints) {
    for (const { lane, seq, hash } of heads) {
      const walk = walks.get(lane);
      if (!walk || seq <= walk.seq()) continue;
      const ofLane: Wanted = wanted.get(lane) ?? new Map();
      if (!ofLane.has(seq)) ofLane.set(seq, { hash, checkpoint: id });
      wanted.set(lane, ofLane);
    }
  }
  return wanted;
}
