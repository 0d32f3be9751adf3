/** The thread in which a batch is matched and frozen. See solve-in-thread.ts. */
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { matchBatch } from './ladder.ts';
import { freeze, freezeOutput } from './replay.ts';
import type { ThreadAnswer, ThreadQuestion } from './solve-in-thread.ts';

// On Linux this is the thread's own: people's pages come first.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const { input, milliseconds } = workerData as ThreadQuestion; // reason: solveInThread sends exactly this
const output = matchBatch(input, { milliseconds });
const answer: ThreadAnswer = { output, frozen: freeze(input), kept: freezeOutput(output) };
parentPort?.postMessage(answer);
