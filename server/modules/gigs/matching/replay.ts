import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { canonicalJson } from '../../../kernel/audit/canonical.ts';
import { type Effort, type MatchOutput, matchBatch } from './ladder.ts';
import type { MatchInput } from './shapes.ts';

/** What a batch looked at, kept so that it can be run again. */
export type Frozen = {
  /** Canonical JSON, packed. */
  readonly bytes: Uint8Array;
  /** Of the canonical JSON, so that no packer plays a part: 64 hex digits. */
  readonly sha256: string;
};

export function freeze(input: MatchInput): Frozen {
  const json = Buffer.from(canonicalJson(input));
  return { bytes: gzipSync(json), sha256: sha256Of(json) };
}

/** @throws Error where the bytes are not those whose hash was kept */
export function thaw({ bytes, sha256 }: Frozen): MatchInput {
  const json = gunzipSync(bytes);
  if (sha256Of(json) !== sha256) throw new Error('the frozen input is not the one whose hash was kept');
  return JSON.parse(json.toString('utf8')) as MatchInput; // reason: the hash says that `freeze` wrote it
}

export type Replay = {
  readonly output: MatchOutput;
  readonly isSame: boolean;
  /** In which parts it differs. */
  readonly differs: readonly (keyof MatchOutput)[];
};

/** Runs a batch again from what it looked at, on the rung that it was matched on and with as many steps, without a deadline. */
export function replay(frozen: Frozen, was: MatchOutput, solve?: Effort['solve']): Replay {
  const output = matchBatch(thaw(frozen), {
    milliseconds: Number.POSITIVE_INFINITY,
    only: [was.rung],
    ...(was.isProven ? {} : { mostSteps: was.steps }),
    ...(solve ? { solve } : {}),
  });
  // How it came to the rung hung on the time; what was found there does not.
  const parts = (Object.keys(output) as (keyof MatchOutput)[]).filter((part) => part !== 'falls'); // reason: its own keys
  const differs = parts.filter((part) => canonicalJson(output[part]) !== canonicalJson(was[part]));
  return { output, isSame: differs.length === 0, differs };
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
