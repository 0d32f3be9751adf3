import { Worker } from 'node:worker_threads';
import { deskList } from './desk.ts';
import { type Fall, type MatchOutput, matchBatch, type Rung } from './ladder.ts';
import { type Frozen, freeze, freezeOutput } from './replay.ts';
import type { MatchInput } from './shapes.ts';

export type Matched = {
  readonly output: MatchOutput;
  readonly frozen: Frozen;
  /** The output, packed. */
  readonly kept: Frozen;
  readonly milliseconds: number;
  /** Where the thread gave nothing and this process went on by itself: what became of it. */
  readonly thread: 'answered' | 'late' | 'crashed';
};

export type ThreadAnswer = Pick<Matched, 'output' | 'frozen' | 'kept'>;
export type ThreadQuestion = { readonly input: MatchInput; readonly milliseconds: number };

/** Longer than the ladder may take, a thread is not waited for: this much is for reading, explaining and freezing. */
const GRACE_MS = 10_000;
/** So many people are matched here in a moment when the thread is gone; more are left to the counter. */
const MOST_HERE = 1500;
const HEAP_MB = 1024;

/**
 * Matches and freezes a batch in a thread of its own, so that nobody's request waits for it. Always answers: a thread that is late or
 * falls over costs the proof, and of a large batch the matching, never the desk its list.
 */
export async function solveInThread(
  input: MatchInput,
  {
    milliseconds,
    grace = GRACE_MS,
    thread = new URL('./solve-thread.ts', import.meta.url),
  }: { readonly milliseconds: number; readonly grace?: number; readonly thread?: URL },
): Promise<Matched> {
  const began = performance.now();
  const question: ThreadQuestion = { input, milliseconds };
  const answer = await askThread<ThreadAnswer>(thread, question, milliseconds + grace);
  const took = () => performance.now() - began;
  if (typeof answer !== 'string') return { ...answer, milliseconds: took(), thread: 'answered' };
  const why = answer === 'late' ? 'late' : 'failed';
  const output = here(input, [{ rung: 'cold', why }]);
  return { output, frozen: freeze(input), kept: freezeOutput(output), milliseconds: took(), thread: answer };
}

function here(input: MatchInput, before: readonly Fall[]): MatchOutput {
  const only: Rung[] = input.workers.length <= MOST_HERE ? ['greedy'] : [];
  if (only.length === 0) return deskList(input, before);
  const output = matchBatch(input, { milliseconds: 0, only });
  return { ...output, falls: [...before, ...output.falls] };
}

/** Asks a thread of its own one question, `workerData`, and waits so many milliseconds for its one message. */
export function askThread<Answer extends object>(
  thread: URL,
  question: object,
  longest: number,
): Promise<Answer | 'late' | 'crashed'> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      // The thread reads TypeScript by itself (Node 24); it does not inherit a loader.
      worker = new Worker(thread, { workerData: question, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB }, execArgv: [] });
    } catch {
      resolve('crashed');
      return;
    }
    const end = (answer: Answer | 'late' | 'crashed') => {
      clearTimeout(late);
      resolve(answer);
      void worker.terminate();
    };
    const late = setTimeout(() => end('late'), longest);
    worker.once('message', end);
    worker.once('error', () => end('crashed'));
    worker.once('exit', () => end('crashed'));
  });
}
