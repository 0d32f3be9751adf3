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

/** What a batch came to, but for how it got there: that hung on the time, and what was found does not. */
export type Kept = Omit<MatchOutput, 'falls'>;

/** Two runs of one input must agree on this hash. */
export function freezeOutput({ falls: _falls, ...output }: MatchOutput): Frozen {
  const json = Buffer.from(canonicalJson(output));
  return { bytes: gzipSync(json), sha256: sha256Of(json) };
}

/** @throws Error where the bytes are not those whose hash was kept */
export function thawOutput({ bytes, sha256 }: Frozen): Kept {
  const json = gunzipSync(bytes);
  if (sha256Of(json) !== sha256) throw new Error('the kept output is not the one whose hash was kept');
  return JSON.parse(json.toString('utf8')) as Kept; // reason: the hash says that `freezeOutput` wrote it
}

export type Replay = {
  readonly output: MatchOutput;
  readonly isSame: boolean;
  /** In which parts it differs. */
  readonly differs: readonly (keyof Kept)[];
};

/** What is needed to run a batch again as it was run. */
export type HowItRan = Pick<MatchOutput, 'rung' | 'isProven' | 'steps'>;

/** On the rung that it was matched on and with as many steps, without a deadline. */
export const effortOf = ({ rung, isProven, steps }: HowItRan): Effort => ({
  milliseconds: Number.POSITIVE_INFINITY,
  only: [rung],
  ...(isProven ? {} : { mostSteps: steps }),
});

/** Runs a batch again from what it looked at. */
export function replay(frozen: Frozen, was: Kept, solve?: Effort['solve']): Replay {
  const output = matchBatch(thaw(frozen), { ...effortOf(was), ...(solve ? { solve } : {}) });
  const differs = partsThatDiffer(output, was);
  return { output, isSame: differs.length === 0, differs };
}

/** What another run of the same input came to otherwise. */
export function partsThatDiffer({ falls: _falls, ...output }: MatchOutput, was: Kept): (keyof Kept)[] {
  const parts = Object.keys(output) as (keyof Kept)[]; // reason: its own keys
  return parts.filter((part) => canonicalJson(output[part]) !== canonicalJson(was[part]));
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
