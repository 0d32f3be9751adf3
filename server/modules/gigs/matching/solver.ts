import type { Instance } from '../../../kernel/matching/instance.ts';
import { rematch, solve } from '../../../kernel/matching/solve.ts';

/** For each worker an opening, or -1; `isOptimal` unless the time was up first. */
export type Solution = { readonly match: Int32Array; readonly isOptimal: boolean };

/** Solves an instance, from a matching that stands where there is one. */
export type Solver = (
  instance: Instance,
  limits: { readonly until: number; readonly start?: Int32Array | undefined },
) => Solution;

export const solveFast: Solver = (instance, { until, start }) => {
  const isTimeUp = () => performance.now() > until;
  if (!start) return solutionOf(solve(instance, { isTimeUp }));
  const same = (count: number) => Int32Array.from({ length: count }, (_, at) => at);
  // Of what stands, the places are known and the prices are not.
  const earlier = { at: start, openingPrice: new Float64Array(instance.openings).fill(Number.NaN) };
  const since = { workers: same(instance.workers), openings: same(instance.openings) };
  return solutionOf(rematch(instance, earlier, since, { isTimeUp }));
};

const solutionOf = ({ at, isOptimal }: ReturnType<typeof solve>): Solution => ({ match: at, isOptimal });

/** What one more match is worth: more than any exchange of points between matches can bring. */
export function worthOf({ cap, workers }: Pick<Instance, 'cap' | 'workers'>): number {
  let seats = 0;
  for (const seat of cap) seats += seat;
  return 2 * Math.min(workers, seats) * 10_000 + 20_001;
}
