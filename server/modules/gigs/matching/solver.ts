import type { Instance } from '../../../kernel/matching/instance.ts';
import { solve } from '../../../kernel/matching/solve.ts';

/** For each worker an opening, or -1; `isOptimal` unless the time was up first. */
export type Solution = { readonly match: Int32Array; readonly isOptimal: boolean };

/** Solves an instance, as far as it comes `until` then (`performance.now()`). */
export type Solver = (instance: Instance, limits: { readonly until: number }) => Solution;

export const solveFast: Solver = (instance, { until }) => {
  const { at, isOptimal } = solve(instance, { isTimeUp: () => performance.now() > until });
  return { match: at, isOptimal };
};

/** What one more match is worth: more than any exchange of points between matches can bring. */
export function worthOf({ cap, workers }: Pick<Instance, 'cap' | 'workers'>): number {
  let seats = 0;
  for (const seat of cap) seats += seat;
  return 2 * Math.min(workers, seats) * 10_000 + 20_001;
}
