import { Worker } from 'node:worker_threads';
import { Problem } from '../../../kernel/problem.ts';
import { answerTo, type ReadPaper, type WorkerAnswer } from './answer.ts';

export const LARGEST_UPLOAD_BYTES = 5 * 1024 * 1024;
const WITHIN_MS = 20_000;

/** A text so short is read in a moment, sooner than a thread starts. */
const SHORT_BYTES = 48 * 1024;

/**
 * Decodes and reads an uploaded paper. Word files and long texts get a thread of their own, with bounded memory and time: a file made
 * to hurt (a .docx that unfolds to gigabytes) costs its sender an error and nobody else a moment.
 *
 * @throws Problem `paper-…` that says what is wrong with the file and what to do
 */
export async function readPaper(bytes: Uint8Array, filename: string): Promise<ReadPaper> {
  if (bytes.length > LARGEST_UPLOAD_BYTES)
    throw new Problem('too-large', 'paper-too-large', { filename, megabytes: LARGEST_UPLOAD_BYTES / 1024 / 1024 });
  const isWord = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const answer = isWord || bytes.length > SHORT_BYTES ? await readInThread(bytes, filename) : await answerTo(bytes, filename);
  if ('problem' in answer) throw new Problem('invalid', answer.problem, answer.params);
  return answer.paper;
}

async function readInThread(bytes: Uint8Array, filename: string): Promise<WorkerAnswer> {
  const params = { filename };
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
  return answer;
}
