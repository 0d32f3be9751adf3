import type { Instance } from './instance.ts';

/** Why bytes are no instance: `size` is what there is, `expected` what the counts at the beginning call for, both in bytes. */
export class InstanceFileProblem extends Error {
  readonly code: 'no-counts' | 'negative-count' | 'too-short' | 'too-long';
  readonly size: number;
  readonly expected: number;

  constructor(code: InstanceFileProblem['code'], size: number, expected: number) {
    super(`${code}: ${size} bytes, expected ${expected}`);
    this.name = 'InstanceFileProblem';
    this.code = code;
    this.size = size;
    this.expected = expected;
  }
}

/** Bytes of the three counts that a file begins with. */
export const HEAD = 12;

/** Throws unless a file of this size can hold what its first bytes promise: known before the rest is read. */
export function checkSize(head: ArrayBuffer, size: number): void {
  if (size < HEAD) throw new InstanceFileProblem('no-counts', size, HEAD);
  const [workers = 0, openings = 0, arcs = 0] = new Int32Array(head, 0, 3);
  if (workers < 0 || openings < 0 || arcs < 0) throw new InstanceFileProblem('negative-count', size, HEAD);
  const expected = HEAD + 4 * (workers + 1 + 2 * arcs + openings);
  if (size !== expected) throw new InstanceFileProblem(size < expected ? 'too-short' : 'too-long', size, expected);
}

/**
 * Reads the arrays of an instance where they stand, without copying: little-endian Int32 on a little-endian machine,
 * workers W, openings M, arcs E, rowPtr[W + 1], col[E], cost[E], cap[M]. Whether the arrays make sense is for `checkInstance`.
 */
export function readInstance(bytes: ArrayBuffer): Instance {
  checkSize(bytes, bytes.byteLength);
  const [workers = 0, openings = 0, arcs = 0] = new Int32Array(bytes, 0, 3);
  let at = HEAD;
  const take = (count: number): Int32Array => {
    const array = new Int32Array(bytes, at, count);
    at += 4 * count;
    return array;
  };
  return { workers, openings, rowPtr: take(workers + 1), col: take(arcs), cost: take(arcs), cap: take(openings) };
}
