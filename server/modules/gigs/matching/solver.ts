/**
 * What has to be solved: workers with arcs to openings (those of `worker` from `rowPtr[worker]`), points from 1 to 10,000, and how many
 * each opening takes. First as many matches as possible, then the fewest points.
 */
export type Instance = {
  readonly workers: number;
  readonly openings: number;
  readonly rowPtr: Int32Array;
  readonly col: Int32Array;
  readonly cost: Int32Array;
  readonly cap: Int32Array;
};

/** For each worker an opening, or -1; `isOptimal` unless the time was up first. */
export type Solution = { readonly match: Int32Array; readonly isOptimal: boolean };

export type Solver = (instance: Instance, limits: { readonly until: number; readonly start?: Int32Array }) => Solution;

/** What one more match is worth: more than any exchange of points between matches can bring. */
export function worthOf({ cap, workers }: Pick<Instance, 'cap' | 'workers'>): number {
  let seats = 0;
  for (const seat of cap) seats += seat;
  return 2 * Math.min(workers, seats) * 10_000 + 20_001;
}
