import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type pg from 'pg';
import { isoOfMicros, microsOf } from './checkpoint.ts';
import type { Findings } from './finding.ts';
import { type Head, laneGenesis } from './lane.ts';

/** Entries a round trip: some five milliseconds of work, so that a server stays quick for everybody else meanwhile. */
const BATCH = 400;

/** What a checkpoint says about one entry: its hash in hex. */
export type Wanted = Map<number, { readonly hash: string; readonly checkpoint: string }>;

/** The ends of PostgreSQL's bigint. */
const LOWEST = '-9223372036854775808';
const HIGHEST = '9223372036854775807';

type Row = {
  seq: number;
  place: string;
  id: string;
  micros: number;
  actor: string;
  action: string;
  outcome: string;
  content: string;
  previous: Buffer;
  hash: Buffer;
};

/** Reads one lane from its beginning, in steps, and reports all that does not fit. */
export type LaneWalk = {
  readonly lane: number;
  /** The last entry read, 0 before the first, with its hash. */
  readonly seq: () => number;
  /** Walks up to and including entry `until` (absent: to the end), holding it against what checkpoints say of its entries. */
  advance(until: number | undefined, wanted: Wanted): Promise<void>;
  /** Holds the end that was reached against the lane's stored head. */
  closeWith(head: Head): void;
};

export function walkLane(
  client: pg.ClientBase,
  district: string,
  lane: number,
  findings: Findings,
  onEntries: (count: number) => Promise<void> | void,
): LaneWalk {
  let last = 0;
  let lastHash = laneGenesis(district, lane);
  // Numbers below 1 are nobody's; starting from the lowest finds them too. As text: somebody may have written one beyond 2^53.
  let cursor: string = LOWEST;

  const check = (row: Row, wanted: Wanted) => {
    const { seq } = row;
    if (seq < 1) {
      findings.add({ code: 'entry-out-of-place', lane, seq });
      return;
    }
    if (seq > last + 1) findings.add({ code: 'entries-missing', lane, seq: last + 1, params: { from: last + 1, to: seq - 1 } });
    else if (!row.previous.equals(lastHash)) findings.add({ code: 'link-broken', lane, seq });
    if (!createHash('sha256').update(row.previous).update(row.content, 'utf8').digest().equals(row.hash))
      findings.add({ code: 'entry-edited', lane, seq });
    const differing = differingColumns(row);
    if (differing === undefined) findings.add({ code: 'entry-unreadable', lane, seq });
    else if (differing.length > 0)
      findings.add({ code: 'entry-column-differs', lane, seq, params: { columns: differing.join(', ') } });
    const said = wanted.get(seq);
    if (said) {
      wanted.delete(seq);
      if (said.hash !== row.hash.toString('hex'))
        findings.add({ code: 'checkpoint-differs', lane, seq, checkpoint: said.checkpoint });
    }
    last = seq;
    lastHash = row.hash;
  };

  return {
    lane,
    seq: () => last,
    async advance(until, wanted) {
      for (;;) {
        const { rows } = await client.query<Row>({
          name: 'verify_lane',
          text: `SELECT seq, seq::text AS place, id, ${microsOf('at')} AS micros, actor, action, outcome, content, previous, hash
                 FROM audit_entry WHERE district = $1 AND lane = $2 AND seq > $3 AND seq <= $4 ORDER BY seq LIMIT ${BATCH}`,
          values: [district, lane, cursor, until ?? HIGHEST],
        });
        for (const row of rows) check(row, wanted);
        cursor = rows.at(-1)?.place ?? cursor;
        if (rows.length > 0) await onEntries(rows.length);
        if (rows.length < BATCH) break;
        await breathe();
      }
      for (const [seq, { checkpoint }] of wanted) findings.add({ code: 'checkpoint-entry-missing', lane, seq, checkpoint });
    },
    closeWith(head) {
      if (head.seq !== last || head.hash !== lastHash.toString('hex'))
        findings.add({ code: 'head-differs', lane, seq: last, params: { head: head.seq, last } });
    },
  };
}

/**
 * Columns that say something else than the content which the hash covers; undefined where the content is no JSON object.
 * A refusal names its reason in `refused`, a failure in `failed`; a command that went through has neither as a text.
 */
function differingColumns(row: Row): string[] | undefined {
  let content: unknown;
  try {
    content = JSON.parse(row.content);
  } catch {
    return undefined;
  }
  if (typeof content !== 'object' || content === null) return undefined;
  const { id, at, actor, action, refused, failed } = content as Record<string, unknown>; // reason: an object, just checked
  const outcome = typeof refused === 'string' ? 'refused' : typeof failed === 'string' ? 'failed' : 'done';
  const differing: string[] = [];
  if (id !== row.id) differing.push('id');
  if (at !== isoOfMicros(row.micros)) differing.push('at');
  if (actor !== row.actor) differing.push('actor');
  if (action !== row.action) differing.push('action');
  if (outcome !== row.outcome) differing.push('outcome');
  return differing;
}
