/** The thread in which an uploaded paper is decoded and read. See read-paper.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { DecodeProblem, decodePaper } from '../reader/decode.ts';
import { readPolicy } from '../reader/read.ts';
import { LONGEST_PAPER, type WorkerAnswer } from './read-paper.ts';

const { bytes, filename } = workerData as { bytes: Uint8Array; filename: string }; // reason: readPaper sends exactly this

const answered = async (): Promise<WorkerAnswer> => {
  try {
    const { text } = await decodePaper(bytes, filename);
    // A NUL is no letter of any paper, and PostgreSQL keeps none.
    if (text.includes('\0')) return { problem: 'paper-not-text', params: { filename } };
    if (text.trim() === '') return { problem: 'paper-empty', params: { filename } };
    if (text.length > LONGEST_PAPER) return { problem: 'paper-too-long', params: { filename, most: LONGEST_PAPER } };
    const reading: unknown = JSON.parse(JSON.stringify(readPolicy(text), wellFormed));
    return { paper: { text: text.toWellFormed(), reading: reading as ReturnType<typeof readPolicy> } }; // reason: the same value, copied
  } catch (problem) {
    if (problem instanceof DecodeProblem) return { problem: problem.code, params: problem.params };
    throw problem;
  }
};

/** Half a character, where a span cuts one, is no JSON for PostgreSQL; it is marked as unreadable. */
const wellFormed = (_: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed() : value);

parentPort?.postMessage(await answered());
