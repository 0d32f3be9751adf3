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

const COUNTS = 3;

/**
 * Reads the arrays of an instance where they stand, without copying: little-endian Int32 on a little-endian machine,
 * workers W, openings M, arcs E, rowPtr[W + 1], col[E], cost[E], cap[M]. Whether the arrays make sense is for `checkInstance`.
 */
export function readInstance(bytes: ArrayBuffer): Instance {
  const size = bytes.byteLength;
  if (size < COUNTS * 4) throw new InstanceFileProblem('no-counts', size, COUNTS * 4);
  const [workers = 0, openings = 0, arcs = 0] = new Int32Array(bytes, 0, COUNTS);
  if (workers < 0 || openings < 0 || arcs < 0) throw new InstanceFileProblem('negative-count', size, COUNTS * 4);
  const expected = 4 * (COUNTS + workers + 1 + 2 * arcs + openings);
  if (size !== expected) throw new InstanceFileProblem(size < expected ? 'too-short' : 'too-long', size, expected);
  let at = COUNTS * 4;
  const take = (count: number): Int32Array => {
    const array = new Int32Array(bytes, at, count);
    at += 4 * count;
    return array;
  };
  return { workers, openings, rowPtr: take(workers + 1), col: take(arcs), cost: take(arcs), cap: take(openings) };
}
