import type { Instance } from '../../../kernel/matching/instance.ts';
import { rematch, solve } from '../../../kernel/matching/solve.ts';

/** For each worker an opening, or -1; `isOptimal` unless the time was up first. `price` is the solver's own, to go on from. */
export type Solution = { readonly match: Int32Array; readonly isOptimal: boolean; readonly price?: Float64Array };

/** Solves an instance, from a matching that stands where there is one. */
export type Solver = (
  instance: Instance,
  limits: { readonly until: number; readonly start?: Pick<Solution, 'match' | 'price'> | undefined },
) => Solution;

export const solveFast: Solver = (instance, { until, start }) => {
  const isTimeUp = () => performance.now() > until;
  if (!start) return solutionOf(solve(instance, { isTimeUp }));
  const same = (count: number) => Int32Array.from({ length: count }, (_, at) => at);
  const price = start.price ?? new Float64Array(instance.openings).fill(Number.NaN);
  const since = { workers: same(instance.workers), openings: same(instance.openings) };
  return solutionOf(rematch(instance, { at: start.match, openingPrice: price }, since, { isTimeUp }));
};

const solutionOf = ({ at, isOptimal, openingPrice }: ReturnType<typeof solve>): Solution => ({
  match: at,
  isOptimal,
  price: openingPrice,
});

/** What one more match is worth: more than any exchange of points between matches can bring. */
export function worthOf({ cap, workers }: Pick<Instance, 'cap' | 'workers'>): number {
  let seats = 0;
  for (const seat of cap) seats += seat;
  return 2 * Math.min(workers, seats) * 10_000 + 20_001;
}
