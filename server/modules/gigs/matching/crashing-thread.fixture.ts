/** A thread that falls over at once, or never answers where it is asked about nobody. */
import { workerData } from 'node:worker_threads';
import type { ThreadQuestion } from './solve-in-thread.ts';

const { input } = workerData as ThreadQuestion; // reason: solveInThread sends exactly this
if (input.workers.length > 0) throw new Error('out of order');
for (;;);
