import { DecodeProblem, type DecodeProblemCode, decodePaper } from '../reader/decode.ts';
import { readPolicy } from '../reader/read.ts';
import type { PolicyReading } from '../reader/reading.ts';

/** A paper has some ten thousand characters; a hundred times as many is something else. */
export const LONGEST_PAPER = 1_500_000;

export type ReadPaper = { readonly text: string; readonly reading: PolicyReading };
/** The paper, or why the file cannot be read; plain data, so that a thread can send it. */
export type WorkerAnswer =
  | { readonly paper: ReadPaper }
  | { readonly problem: DecodeProblemCode | 'paper-too-long'; readonly params: Readonly<Record<string, string | number>> };

/** From the bytes of a file to what it says, in a form that PostgreSQL keeps. */
export async function answerTo(bytes: Uint8Array, filename: string): Promise<WorkerAnswer> {
  try {
    const { text } = await decodePaper(bytes, filename);
    // A NUL is no letter of any paper, and PostgreSQL keeps none.
    if (text.includes('\0')) return { problem: 'paper-not-text', params: { filename } };
    if (text.trim() === '') return { problem: 'paper-empty', params: { filename } };
    if (text.length > LONGEST_PAPER) return { problem: 'paper-too-long', params: { filename, most: LONGEST_PAPER } };
    const reading: PolicyReading = JSON.parse(JSON.stringify(readPolicy(text), wellFormed));
    return { paper: { text: text.toWellFormed(), reading } };
  } catch (problem) {
    if (problem instanceof DecodeProblem) return { problem: problem.code, params: problem.params };
    throw problem;
  }
}

/** Half a character, where a span cuts one, is no JSON for PostgreSQL; it is marked as unreadable. */
const wellFormed = (_: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed() : value);
