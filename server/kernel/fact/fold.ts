import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../database/connect.ts';
import { inDistrict } from '../database/transaction.ts';

const BATCH = 5000;

/** Moves what the tail holds into the rollup, a batch a transaction, until it is empty. Returns how many rows moved. */
export async function foldFacts(database: Database, district: string): Promise<number> {
  let moved = 0;
  for (;;) {
    const now = await inDistrict(database, district, async ({ client }) => {
      const { rows } = await client.query<{ fold_facts: number }>('SELECT fold_facts($1, $2)', [district, BATCH]);
      return rows[0]?.fold_facts ?? 0;
    });
    moved += now;
    if (now < BATCH) return moved;
  }
}

/**
 * Folds every second for as long as the server runs. A lost database is tried again; readers need the rollup to be short, not fresh.
 * `onMoved` is told of each district whose facts have moved: what follows from new facts is worked out there.
 */
export function startFolding(
  database: Database,
  districts: () => Promise<readonly { code: string }[]>,
  onMoved: (district: string) => Promise<void> = async () => {},
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        for (const { code } of await districts()) if ((await foldFacts(database, code)) > 0) await onMoved(code);
      } catch {
        // the database is away: readiness says so, and the tail waits
      }
      await pause(1000, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
