/** The thread in which a kept batch is run again. See replay-in-thread.ts. */
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { matchBatch } from './ladder.ts';
import { effortOf, freezeOutput, partsThatDiffer, thaw, thawOutput } from './replay.ts';
import type { ReplayAnswer, ReplayQuestion } from './replay-in-thread.ts';
import { effectOfMornings } from './three-mornings.ts';

if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

parentPort?.postMessage(answerTo(workerData as ReplayQuestion)); // reason: replayInThread sends exactly this

function answerTo({ frozen, ran, kept, rules }: ReplayQuestion): ReplayAnswer {
  const began = performance.now();
  const found = thawed(frozen, kept);
  if (!found) return { touched: true };
  const { input, was } = found;
  const output = matchBatch(input, effortOf(ran));
  const { sha256 } = freezeOutput(output);
  const milliseconds = Math.round(performance.now() - began);
  const hasWaited = input.workers.some(({ mornings }) => mornings >= rules.morningsSeen);
  return {
    outputHash: sha256,
    differs: was ? partsThatDiffer(output, was) : null,
    milliseconds,
    effect: hasWaited ? effectOfMornings(input, output, rules, effortOf(ran)) : null,
  };
}

function thawed(frozen: ReplayQuestion['frozen'], kept: ReplayQuestion['kept']) {
  try {
    return { input: thaw(frozen), was: kept && thawOutput(kept) };
  } catch {
    return undefined;
  }
}
