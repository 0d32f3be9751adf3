import { system } from '../../../kernel/actor/actor.ts';
import { execute, type Kernel } from '../../../kernel/command/run.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import { batchFairness } from '../fairness/batch-fairness.ts';
import type { MatchOutput } from '../matching/ladder.ts';
import { type MatchInput, seatsWithin } from '../matching/shapes.ts';
import { solveInThread } from '../matching/solve-in-thread.ts';
import { policyOn } from '../rules/policy.ts';
import { type BatchResult, keepBatch } from './keep-batch.ts';
import { readOpenings, readPool } from './pool.ts';

/** How long the exact rungs may take. A round is a minute at least, so people wait for the next round, never for this one. */
const DEADLINE_MS = 20_000;

export type Ran = { readonly batch: string; readonly number: number; readonly offers: number } | undefined;

/**
 * One round of a station: what waits and what is open is read in one snapshot and frozen, matched in a thread of its own, and what can
 * still be offered is. Nothing is written where nobody waits. Two rounds at one moment do no harm: each offers only what is still free.
 */
export async function runBatch(kernel: Kernel, district: string, station: string): Promise<Ran> {
  const now = kernel.clock.now();
  const day = dayOf(now);
  const salt = kernel.clock.random(16).toString('hex');
  const input = await freezeInput(kernel, district, { station, day, now, salt });
  if (input.workers.length === 0) return undefined;
  const { output, frozen, kept, milliseconds } = await solveInThread(input, { milliseconds: DEADLINE_MS });
  const result = resultOf(input, output, {
    station,
    day,
    input: Buffer.from(frozen.bytes).toString('base64'),
    inputHash: frozen.sha256,
    output: Buffer.from(kept.bytes).toString('base64'),
    outputHash: kept.sha256,
    milliseconds: Math.round(milliseconds),
    fairness: await batchFairness(kernel, district, { input, output, day }),
  });
  const answer = await execute(kernel, keepBatch, result, {
    district,
    actor: system('gigs'),
  });
  return { batch: answer.batch, number: answer.number, offers: answer.offered?.length ?? 0 };
}

async function freezeInput(
  { database }: Kernel,
  district: string,
  { station, day, now, salt }: { station: string; day: string; now: Date; salt: string },
): Promise<MatchInput> {
  return await inDistrict(
    database,
    district,
    async (transaction) => {
      const pool = await readPool(transaction, { station, day, now });
      const policy = await policyOn(transaction, day);
      return {
        at: now.toISOString(),
        salt,
        policy,
        workers: pool.map(({ number: line, ...worker }) => ({ ...worker, line })),
        orders: await readOpenings(transaction, { station, day, now, policy }),
      };
    },
    'snapshot',
  );
}

function resultOf(
  input: MatchInput,
  output: MatchOutput,
  about: Pick<BatchResult, 'station' | 'day' | 'input' | 'inputHash' | 'output' | 'outputHash' | 'milliseconds' | 'fairness'>,
): BatchResult {
  const teams = new Map(input.workers.map(({ id, team }) => [id, team]));
  return {
    ...about,
    at: input.at,
    salt: input.salt,
    policy: input.policy.version,
    falls: [...output.falls],
    rung: output.rung,
    steps: output.steps,
    isProven: output.isProven,
    workers: input.workers.length,
    seats: seatsWithin(input),
    filled: output.value.filled,
    cost: output.value.cost,
    bound: output.bound ?? output.value,
    matches: output.matched.map(({ worker, order, parts, reasons, context }) => {
      const team = teams.get(worker);
      return { worker, order, ...(team === undefined ? {} : { team }), cost: parts.sum, parts: { parts, reasons, context } };
    }),
    unmatched: output.unmatched.map(({ worker, reason, change }) => ({
      worker,
      code: reason.code,
      params: { ...reason.params, ...(change ? { change } : {}) },
    })),
  };
}
