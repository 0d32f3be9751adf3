import { Worker } from 'node:worker_threads';
import { Problem } from '../../../kernel/problem.ts';
import type { DecodeProblemCode } from '../reader/decode.ts';
import type { PolicyReading } from '../reader/reading.ts';

export const LARGEST_UPLOAD_BYTES = 5 * 1024 * 1024;
/** A paper has some ten thousand characters; a hundred times as many is something else. */
export const LONGEST_PAPER = 1_500_000;
const WITHIN_MS = 20_000;

export type ReadPaper = { readonly text: string; readonly reading: PolicyReading };
/** What the worker answers: the paper, or why the file cannot be read. */
export type WorkerAnswer =
  | { readonly paper: ReadPaper }
  | { readonly problem: DecodeProblemCode | 'paper-too-long'; readonly params: Readonly<Record<string, string | number>> };

/**
 * Decodes and reads an uploaded paper in a thread of its own, with bounded memory and time: a file made to hurt (a .docx that unfolds
 * to gigabytes) costs its sender an error and nobody else a moment.
 *
 * @throws Problem `paper-…` that says what is wrong with the file and what to do
 */
export async function readPaper(bytes: Uint8Array, filename: string): Promise<ReadPaper> {
  const params = { filename };
  if (bytes.length > LARGEST_UPLOAD_BYTES)
    throw new Problem('too-large', 'paper-too-large', { filename, megabytes: LARGEST_UPLOAD_BYTES / 1024 / 1024 });
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: { bytes, filename },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    // The thread reads TypeScript by itself (Node 24); it does not inherit a loader.
    execArgv: [],
  });
  const answer = await new Promise<WorkerAnswer>((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Problem('invalid', 'paper-takes-too-long', params));
      void worker.terminate();
    }, WITHIN_MS);
    worker.once('message', resolve);
    // Out of memory, or the thread fell over: whatever it was, it came from this file.
    worker.once('error', () => reject(new Problem('invalid', 'paper-damaged', params)));
    worker.once('exit', () => {
      clearTimeout(late);
      reject(new Problem('invalid', 'paper-damaged', params));
    });
  });
  void worker.terminate();
  if ('problem' in answer) throw new Problem('invalid', answer.problem, answer.params);
  return answer.paper;
}
