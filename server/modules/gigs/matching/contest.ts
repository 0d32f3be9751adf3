import type { Arcs } from './arcs.ts';

// The reason for each `!` below: the index runs within the columns it is taken from; a check there would cost more than the work.

/** So many people could reach only so many places, `inTeams` of which went to teams: somebody of them had to be left over. */
export type Witness = { readonly people: number; readonly places: number; readonly inTeams: number };

/** Who holds the places that others could have taken, and where a place could still be made free. */
export type Contest = {
  /**
   * Of somebody left over: the orders that they could take, those that the people there could take instead, and so on, are full; so many
   * people have no other orders than these (Hall's condition, broken). Undefined where a place could be made free: the batch was cut short.
   */
  witnessOf(worker: number): Witness | undefined;
  /** 1 for an order with a place left, or where somebody could move on until one is. A person more who may take it is a match more. */
  readonly isRoomy: Uint8Array;
};

export function contestOf(arcs: Arcs, match: Int32Array, cap: Int32Array, isBound: Uint8Array): Contest {
  const openings = cap.length;
  const at = Array.from({ length: openings }, (): number[] => []);
  for (let worker = 0; worker < arcs.workers; worker += 1) if (match[worker]! >= 0) at[match[worker]!]!.push(worker);
  const moves = movesBetween(arcs, at, openings, isBound);
  const { component, count } = componentsOf(moves);
  const words = Math.ceil(openings / 32);
  const reach = reachOf(moves, component, count, words);

  const start = new Map<number, Uint32Array>();
  for (let worker = 0; worker < arcs.workers; worker += 1) {
    if (match[worker]! >= 0 || isBound[worker]) continue;
    arcs.open(worker);
    if (arcs.begin === arcs.end) continue;
    const own = new Uint32Array(words);
    for (let arc = arcs.begin; arc < arcs.end; arc += 1) own[arcs.col[arc]! >> 5]! |= 1 << (arcs.col[arc]! & 31);
    start.set(worker, own);
  }
  const isLeft = (opening: number) => at[opening]!.length < cap[opening]!;
  const known = new Map<string, Witness | undefined>();
  const witnessFor = (all: Uint32Array): Witness | undefined => {
    let [people, places, inTeams] = [0, 0, 0];
    for (let opening = 0; opening < openings; opening += 1) {
      if (((all[opening >> 5]! >>> (opening & 31)) & 1) === 0) continue;
      if (isLeft(opening)) return undefined;
      places += cap[opening]!;
      for (const worker of at[opening]!) {
        if (isBound[worker]) inTeams += 1;
        else people += 1;
      }
    }
    for (const own of start.values()) if (own.every((word, index) => (word & ~all[index]!) === 0)) people += 1;
    return { people: people + inTeams, places, inTeams };
  };
  return {
    witnessOf(worker) {
      const own = start.get(worker);
      if (!own) return undefined;
      const all = own.slice();
      for (let opening = 0; opening < openings; opening += 1)
        if ((own[opening >> 5]! >>> (opening & 31)) & 1) merge(all, reach[component[opening]!]!);
      const key = all.join();
      if (!known.has(key)) known.set(key, witnessFor(all));
      return known.get(key);
    },
    isRoomy: roomy(moves, openings, isLeft),
  };
}

/** From each opening to those that somebody there could take instead; who is bound to a team moves nowhere. */
function movesBetween(arcs: Arcs, at: readonly (readonly number[])[], openings: number, isBound: Uint8Array): number[][] {
  const seen = new Int32Array(openings).fill(-1);
  return at.map((people, opening) => {
    const to: number[] = [];
    seen[opening] = opening;
    for (const worker of people) {
      if (isBound[worker]) continue;
      arcs.open(worker);
      for (let arc = arcs.begin; arc < arcs.end; arc += 1) {
        const other = arcs.col[arc]!;
        if (seen[other] === opening) continue;
        seen[other] = opening;
        to.push(other);
      }
    }
    return to;
  });
}

/** Openings between which people could change in a circle belong together (Tarjan); a component only leads to those of lower numbers. */
function componentsOf(moves: readonly (readonly number[])[]): { component: Int32Array; count: number } {
  const size = moves.length;
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const component = new Int32Array(size).fill(-1);
  const next = new Int32Array(size);
  const open: number[] = [];
  let found = 0;
  let count = 0;
  for (let root = 0; root < size; root += 1) {
    if (index[root]! >= 0) continue;
    const path = [root];
    while (path.length > 0) {
      const here = path.at(-1)!;
      if (index[here]! < 0) {
        index[here] = low[here] = found;
        found += 1;
        open.push(here);
      }
      const to = moves[here]![next[here]!];
      if (to !== undefined) {
        next[here]! += 1;
        if (index[to]! < 0) path.push(to);
        else if (component[to]! < 0) low[here] = Math.min(low[here]!, index[to]!);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) low[above] = Math.min(low[above]!, low[here]!);
      if (low[here] !== index[here]) continue;
      for (let one = open.pop(); one !== undefined; one = open.pop()) {
        component[one] = count;
        if (one === here) break;
      }
      count += 1;
    }
  }
  return { component, count };
}

/** The openings that can be reached from a component, as bits. */
function reachOf(moves: readonly (readonly number[])[], component: Int32Array, count: number, words: number): Uint32Array[] {
  const members = Array.from({ length: count }, (): number[] => []);
  component.forEach((its, opening) => {
    members[its]!.push(opening);
  });
  const reach: Uint32Array[] = [];
  for (const [its, openings] of members.entries()) {
    const all = new Uint32Array(words);
    const merged = new Set<number>();
    for (const opening of openings) {
      all[opening >> 5]! |= 1 << (opening & 31);
      for (const to of moves[opening]!) if (component[to] !== its) merged.add(component[to]!);
    }
    for (const other of merged) merge(all, reach[other]!);
    reach.push(all);
  }
  return reach;
}

function roomy(moves: readonly (readonly number[])[], openings: number, isLeft: (opening: number) => boolean): Uint8Array {
  const isRoomy = new Uint8Array(openings);
  const into = Array.from({ length: openings }, (): number[] => []);
  for (const [opening, to] of moves.entries()) for (const other of to) into[other]!.push(opening);
  const next: number[] = [];
  for (let opening = 0; opening < openings; opening += 1) {
    if (!isLeft(opening)) continue;
    isRoomy[opening] = 1;
    next.push(opening);
  }
  for (let opening = next.pop(); opening !== undefined; opening = next.pop()) {
    for (const from of into[opening]!) {
      if (isRoomy[from]) continue;
      isRoomy[from] = 1;
      next.push(from);
    }
  }
  return isRoomy;
}

function merge(into: Uint32Array, from: Uint32Array): void {
  for (let word = 0; word < into.length; word += 1) into[word]! |= from[word]!;
}
