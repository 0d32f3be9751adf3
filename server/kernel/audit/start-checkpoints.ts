import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/connect.ts';
import { takeCheckpoint } from './checkpoint.ts';
import type { CheckpointKeys } from './checkpoint-key.ts';
import { createExporter } from './export-checkpoints.ts';
import type { WitnessSettings } from './witness.ts';

export type Checkpointing = {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: CheckpointKeys;
  readonly witness: WitnessSettings;
  readonly districts: () => Promise<readonly { readonly code: string }[]>;
  /** Hears what went wrong: the database away, the witness unreachable. It is tried again the next time. */
  readonly onError: (error: unknown, district: string | undefined) => void;
  /** Milliseconds between two rounds; a minute unless a test is in a hurry. */
  readonly every?: number;
};

/** The last round, at the stop, may not hold it up for longer than this. */
const LAST_ROUND_MS = 2000;

/** Takes and exports the checkpoints of every district now: those whose log has moved. Errors of one don't keep the others waiting. */
export async function checkpointRound(on: Checkpointing, exporter = createExporter(on.database, on.witness)): Promise<void> {
  let codes: readonly { readonly code: string }[] = [];
  try {
    codes = await on.districts();
  } catch (error) {
    on.onError(error, undefined);
  }
  for (const { code } of codes) {
    try {
      await takeCheckpoint(on, code, on.keys);
      await exporter(code);
    } catch (error) {
      on.onError(error, code);
    }
  }
}

/** Takes checkpoints every minute for as long as the server runs, and once more when it stops. Every server may do so. */
export function startCheckpoints(on: Checkpointing): { stop(): Promise<void> } {
  const exporter = createExporter(on.database, on.witness);
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await pause(on.every ?? 60_000, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (!stopping.signal.aborted) await checkpointRound(on, exporter);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      const last = running.then(() => checkpointRound(on, exporter));
      await Promise.race([last, pause(LAST_ROUND_MS, undefined, { ref: false })]);
    },
  };
}
