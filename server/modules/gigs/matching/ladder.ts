import { feasibleArcs, wholeInstance } from './arcs.ts';
import { type Batch, batchOf } from './batch.ts';
import { checkMatching, type Fault } from './check-matching.ts';
import { deskList } from './desk.ts';
import { type Explained, explain, explainPlainly } from './explain.ts';
import { matchByRegret, movedUp } from './greedy.ts';
import { isBetter, type Value } from './network.ts';
import { type Optimum, solveOver } from './optimum.ts';
import { paidFor } from './prices.ts';
import type { MatchInput, Pair } from './shapes.ts';
import { type Solver, solveFast } from './solver.ts';
import { withTeams } from './team-arcs.ts';
import { solveTeams } from './teams.ts';

/** From the best to the last: the optimum with its proof, whoever would lose most first, the counter by hand. */
export const rungs = ['cold', 'greedy', 'desk'] as const;
export type Rung = (typeof rungs)[number];

/** Why a rung was left: the time was up, it failed, or what it found broke a condition. */
export type Fall = { readonly rung: Rung; readonly why: 'late' | 'failed' | 'broken' };

export type MatchOutput = Explained & {
  readonly policy: string;
  readonly rung: Rung;
  readonly falls: readonly Fall[];
  /** By worker. */
  readonly pairs: readonly Pair[];
  readonly value: Value;
  /** No matching can be better than this; null where nothing is known of it. */
  readonly bound: Value | null;
  readonly isProven: boolean;
  /** What the search over teams took; with as many steps it comes to the same. */
  readonly steps: number;
  /** Whoever is looked after at the counter, the longest waiting first. Empty but on the last rung. */
  readonly desk: readonly string[];
};

export type Effort = {
  /** In milliseconds from now, for the exact rung. */
  readonly milliseconds: number;
  readonly solve?: Solver;
  /** Only these rungs, from the best; replaying takes the one that was taken. */
  readonly only?: readonly Rung[];
  readonly mostSteps?: number;
};

type Found = { readonly match: Int32Array; readonly bound: Value | null; readonly isProven: boolean; readonly steps: number };

class Late extends Error {}

/**
 * Matches a batch. Never throws and never takes much longer than it may: from rung to rung there is less proof and less time needed, and
 * whatever comes out keeps every hard condition, looked at by `checkMatching`, which knows nothing of how it was found.
 */
export function matchBatch(input: MatchInput, { milliseconds, solve = solveFast, only = rungs, mostSteps }: Effort): MatchOutput {
  const began = performance.now();
  const falls: Fall[] = [];
  let ready: ReturnType<typeof prepare> | undefined;
  for (const rung of only) {
    if (rung === 'desk') break;
    try {
      ready ??= prepare(input);
      const found = rung === 'greedy' ? byRegret(ready) : exactly(ready, { until: began + milliseconds, solve, mostSteps });
      const output = outputOf(ready, found, rung, falls);
      if (output.faults.length === 0) return output.output;
      falls.push({ rung, why: 'broken' });
    } catch (error) {
      falls.push({ rung, why: error instanceof Late ? 'late' : 'failed' });
    }
  }
  return deskList(input, falls);
}

function prepare(input: MatchInput) {
  const batch = batchOf(input);
  const cap = batch.orderColumns.seats;
  return { batch, cap, ...withTeams(feasibleArcs(batch.workerColumns, batch.rows), batch.teams, cap) };
}
type Ready = ReturnType<typeof prepare>;

function exactly(
  { cap, arcs, teams }: Ready,
  { until, solve, mostSteps }: { readonly until: number; readonly solve: Solver; readonly mostSteps: number | undefined },
): Found {
  const optimum: Optimum = solveOver(arcs, cap, { solve, until });
  // What a machine reached when its time was up, another would not: such a matching could not be replayed.
  if (!optimum.isProven || !optimum.price) throw new Late();
  const { match, price } = optimum;
  if (teams.length === 0) return { match, bound: null, isProven: true, steps: 0 };
  const instance = wholeInstance(arcs, cap);
  if (!instance) throw new Late();
  return solveTeams(instance, teams, { match, price }, { until, ...(mostSteps === undefined ? {} : { mostSteps }) });
}

function byRegret({ cap, arcs, teams }: Ready): Found {
  return { match: movedUp(arcs, teams, cap, matchByRegret(arcs, teams, cap)), bound: null, isProven: false, steps: 0 };
}

function outputOf(
  { batch, arcs, teams }: Ready,
  { match, bound, isProven, steps }: Found,
  rung: Rung,
  falls: readonly Fall[],
): { readonly output: MatchOutput; readonly faults: readonly Fault[] } {
  const { workers, orders, input } = batch;
  const pairs = workers
    .flatMap(({ id }, row): Pair[] => {
      const order = orders[match[row] ?? -1];
      return order ? [{ worker: id, order: order.id }] : [];
    })
    .sort((a, b) => (a.worker < b.worker ? -1 : 1));
  const paid = paidFor(arcs, match);
  const value = { filled: pairs.length, cost: paid?.reduce((sum, points) => sum + points, 0) ?? 0 };
  const output: MatchOutput = {
    policy: input.policy.version,
    rung,
    falls: [...falls],
    pairs,
    value,
    bound: isProven ? value : bound && isBetter(bound, value) ? bound : null,
    isProven,
    steps,
    desk: [],
    ...explainedOrPlain(batch, arcs, teams, match, rung),
  };
  return { output, faults: checkMatching(input, pairs) };
}

/** A reason that cannot be found keeps nobody from work. */
function explainedOrPlain(batch: Batch, arcs: Ready['arcs'], teams: Ready['teams'], match: Int32Array, rung: Rung): Explained {
  try {
    return explain(batch, arcs, teams, match, rung !== 'greedy');
  } catch {
    return explainPlainly(batch, match);
  }
}
