import type { Instance } from '../../../kernel/matching/instance.ts';
import { isBetter, type Network, networkOf, type Saved, type Value } from './network.ts';
import { worthOf } from './solver.ts';
import type { TeamOrders } from './team-arcs.ts';

// The reason for each `!` below: the index runs within the columns it is taken from; a check there would cost more than the work.

export type TeamSolution = {
  readonly match: Int32Array;
  readonly value: Value;
  /** No matching in which teams stay whole can be better than this; equal to `value` where that is proven. */
  readonly bound: Value;
  readonly isProven: boolean;
  /** Steps taken: with as many, and no deadline, the same comes out again. */
  readonly steps: number;
};

/** Where a decision can still go the other way: the team does not go to this order. */
type Turn = {
  readonly team: number;
  readonly order: number;
  readonly trail: number;
  readonly saved: Saved;
  readonly value: Value;
};

/**
 * Everybody of one team at the same order, or nobody. It starts from the best matching of people one by one, in which teams may be torn,
 * and branches: the torn team goes to an order, or does not. Each step mends the matching by shortest paths. A branch that cannot become
 * better than the best whole matching found is left; when none is left, that one is proven.
 *
 * `root` is optimal with its prices over `instance`, in which people of a team have arcs only to orders that suit and hold all of them.
 */
export function solveTeams(
  instance: Instance,
  teams: readonly TeamOrders[],
  root: { readonly match: Int32Array; readonly price: Float64Array },
  { until, mostSteps = Number.POSITIVE_INFINITY }: { readonly until: number; readonly mostSteps?: number },
): TeamSolution {
  const search = searchOver(instance, teams, root);
  const { network } = search;
  const first = network.save();
  let best = search.withoutTorn();
  search.rewind(0, first);
  const turns: Turn[] = [];
  let steps = 0;
  for (;;) {
    const value = network.count();
    const isPromising = !search.isBroken() && isBetter(value, best.value);
    const torn = isPromising ? search.torn() : undefined;
    if (isPromising && !torn) best = { match: network.match.slice(), value };
    // Only here, where what was looked at is settled: so many steps always mean the same.
    if ((torn || turns.length > 0) && (steps >= mostSteps || performance.now() > until)) {
      const bound = turns.reduce((most, turn) => (isBetter(turn.value, most) ? turn.value : most), torn ? value : best.value);
      return { ...best, bound: isBetter(bound, best.value) ? bound : best.value, isProven: !isBetter(bound, best.value), steps };
    }
    if (torn) {
      turns.push({ ...torn, trail: search.length(), saved: network.save(), value });
      search.send(torn.team, torn.order);
      steps += 1;
      continue;
    }
    let turn = turns.pop();
    while (turn && !isBetter(turn.value, best.value)) turn = turns.pop();
    if (!turn) return { ...best, bound: best.value, isProven: true, steps };
    search.rewind(turn.trail, turn.saved);
    search.bar(turn.team, turn.order);
    steps += 1;
  }
}

function searchOver(
  instance: Instance,
  teams: readonly TeamOrders[],
  root: { readonly match: Int32Array; readonly price: Float64Array },
) {
  const worth = worthOf(instance);
  const teamOf = new Int32Array(instance.workers).fill(-1);
  for (const [team, { members }] of teams.entries()) for (const worker of members) teamOf[worker] = team;
  const barred = teams.map((): Uint8Array | undefined => undefined);
  const sentTo = new Int32Array(teams.length).fill(-1);
  // What was done, to be undone: team and order barred, or a team (with -1) sent.
  const trail: { readonly team: number; readonly order: number }[] = [];
  const isBarred = (worker: number, order: number) => {
    const team = teamOf[worker]!;
    return team >= 0 && barred[team]?.[order] === 1;
  };
  const network: Network = networkOf(instance, worth, isBarred);
  network.load(root.match, root.price);
  const close = (team: number, order: number) => {
    const its = barred[team] ?? new Uint8Array(instance.openings);
    barred[team] = its;
    if (its[order] === 1) return;
    its[order] = 1;
    trail.push({ team, order });
  };
  /** Those of a team who are where they may not be, or nowhere though they must: they go, and come again. */
  const settle = (team: number, isMisplaced: (order: number) => boolean, theirWorth?: number) => {
    const moving = teams[team]!.members.filter((worker) => isMisplaced(network.match[worker]!));
    for (const worker of moving) network.remove(worker);
    if (theirWorth !== undefined) for (const worker of teams[team]!.members) network.worth[worker] = theirWorth;
    for (const worker of moving) network.insert(worker);
  };
  const placesOf = (team: number) => {
    const count = new Map<number, number>();
    for (const worker of teams[team]!.members) {
      const order = network.match[worker]!;
      count.set(order, (count.get(order) ?? 0) + 1);
    }
    return count;
  };
  /** The largest team that is torn, and the order where most of it are. */
  const torn = (): { team: number; order: number } | undefined => {
    let found: { team: number; order: number } | undefined;
    for (const [team, { members }] of teams.entries()) {
      if (found && members.length <= teams[found.team]!.members.length) continue;
      const places = placesOf(team);
      if (places.size < 2) continue;
      let [order, most] = [-1, 0];
      for (const [at, count] of places)
        if (at >= 0 && (count > most || (count === most && at < order))) [order, most] = [at, count];
      found = { team, order };
    }
    return found;
  };

  const search = {
    network,
    torn,
    length: () => trail.length,
    /** A team that was sent somewhere is not all there: this cannot be done. */
    isBroken: () =>
      sentTo.some((order, team) => order >= 0 && teams[team]!.members.some((worker) => network.match[worker] !== order)),
    bar(team: number, order: number) {
      close(team, order);
      settle(team, (at) => at === order);
    },
    send(team: number, order: number) {
      for (const other of teams[team]!.roomFor) if (other !== order) close(team, other);
      sentTo[team] = order;
      trail.push({ team, order: -1 });
      // More than everybody who could be put in their place.
      settle(team, (at) => at !== order, worth * (instance.workers + 1));
    },
    rewind(length: number, saved: Saved) {
      while (trail.length > length) {
        const { team, order } = trail.pop()!;
        if (order >= 0) barred[team]![order] = 0;
        else {
          sentTo[team] = -1;
          for (const worker of teams[team]!.members) network.worth[worker] = worth;
        }
      }
      network.restore(saved);
    },
    /** A matching in which teams are whole, at once: those who are torn stay behind. */
    withoutTorn(): { match: Int32Array; value: Value } {
      for (let its = torn(); its; its = torn()) {
        for (const order of teams[its.team]!.roomFor) close(its.team, order);
        settle(its.team, () => true);
      }
      return { match: network.match.slice(), value: network.count() };
    },
  };
  return search;
}
