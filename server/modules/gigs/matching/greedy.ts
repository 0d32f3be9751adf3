import { arcsByOpening } from '../../../kernel/matching/arcs.ts';
import { fill } from '../../../kernel/matching/fill.ts';
import { type Arcs, wholeInstance } from './arcs.ts';
import { heapOf } from './heap.ts';
import { type TeamOrders, withTeamsFixed } from './team-arcs.ts';

// The reason for each `!` below: the index runs within the columns it is taken from; a check there would cost more than the work.

/** A person, or a team as one. */
type Party = { readonly members: readonly number[]; readonly col: Int32Array; readonly cost: Float64Array };

/**
 * A good matching without a proof, in a moment: who would lose most by waiting goes first, and takes what is best for them; those with one
 * order left come before all others. Teams go as one.
 */
export function matchByRegret(arcs: Arcs, teams: readonly TeamOrders[], cap: Int32Array): Int32Array {
  const match = new Int32Array(arcs.workers).fill(-1);
  const left = cap.slice();
  const parties = partiesOf(arcs, teams);
  const choices = parties.map((party) => choose(party, left));
  const heap = heapOf();
  for (const [at, { regret, order }] of choices.entries()) if (order >= 0) heap.push(-regret, at);
  for (let at = heap.pop(); at >= 0; at = heap.pop()) {
    const party = parties[at]!;
    const before = choices[at]!;
    const now = choose(party, left);
    if (now.order < 0) continue;
    // Places went since: it stands in line anew, until it is still the one who would lose most.
    if (now.order !== before.order || now.regret !== before.regret) {
      choices[at] = now;
      heap.push(-now.regret, at);
      continue;
    }
    for (const worker of party.members) match[worker] = now.order;
    left[now.order]! -= party.members.length;
  }
  return match;
}

/** Whoever was left over takes a place that somebody else leaves for another, as long as that fills one more. Teams stay as they are. */
export function movedUp(arcs: Arcs, teams: readonly TeamOrders[], cap: Int32Array, match: Int32Array): Int32Array {
  const instance = wholeInstance(withTeamsFixed(arcs, teams, match), cap);
  return instance ? fill(instance, arcsByOpening(instance), match.slice(), () => false).at : match;
}

function choose({ members, col, cost }: Party, left: Int32Array): { order: number; regret: number } {
  let [order, best, second] = [-1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let at = 0; at < col.length; at += 1) {
    if (left[col[at]!]! < members.length) continue;
    if (cost[at]! < best) [order, best, second] = [col[at]!, cost[at]!, best];
    else if (cost[at]! < second) second = cost[at]!;
  }
  return { order, regret: (second === Number.POSITIVE_INFINITY ? 20_000 : second) - best };
}

function partiesOf(arcs: Arcs, teams: readonly TeamOrders[]): Party[] {
  const inTeam = new Set(teams.flatMap(({ members }) => members));
  const alone = Array.from({ length: arcs.workers }, (_, worker) => worker).filter((worker) => !inTeam.has(worker));
  const rowOf = (worker: number) => {
    arcs.open(worker);
    return { col: arcs.col.slice(arcs.begin, arcs.end), cost: Float64Array.from(arcs.cost.subarray(arcs.begin, arcs.end)) };
  };
  return [
    ...teams.map(({ members }): Party => {
      const rows = members.map(rowOf);
      // Every member has the same orders, in the same places.
      const mean = (rows[0]?.cost ?? new Float64Array(0)).map(
        (_, at) => rows.reduce((sum, { cost }) => sum + cost[at]!, 0) / members.length,
      );
      return { members, col: rows[0]?.col ?? new Int32Array(0), cost: mean };
    }),
    ...alone.map((worker): Party => ({ members: [worker], ...rowOf(worker) })),
  ];
}
