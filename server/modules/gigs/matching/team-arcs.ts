import type { Arcs } from './arcs.ts';

// The reason for each `!` below: the index runs within the columns it is taken from; a check there would cost more than the work.

export type TeamOrders = {
  readonly members: readonly number[];
  /** Orders that every member may take. */
  readonly common: readonly number[];
  /** Those of them with places for all. */
  readonly roomFor: readonly number[];
};

/** Narrows the arcs of people in teams to orders that suit all of the team and have places for all: elsewhere none of them can go. */
export function withTeams(
  arcs: Arcs,
  teams: readonly (readonly number[])[],
  cap: Int32Array,
): { readonly arcs: Arcs; readonly teams: readonly TeamOrders[] } {
  const own = new Map<number, { readonly col: Int32Array; readonly cost: Int32Array }>();
  const orders = teams.map((members): TeamOrders => {
    const rows = members.map((worker) => {
      arcs.open(worker);
      return new Map(Array.from(arcs.col.subarray(arcs.begin, arcs.end), (order, at) => [order, arcs.cost[arcs.begin + at]!]));
    });
    const common = [...(rows[0]?.keys() ?? [])].filter((order) => rows.every((row) => row.has(order)));
    const roomFor = common.filter((order) => cap[order]! >= members.length);
    for (const [at, worker] of members.entries())
      own.set(worker, { col: Int32Array.from(roomFor), cost: Int32Array.from(roomFor, (order) => rows[at]!.get(order)!) });
    return { members, common, roomFor };
  });
  if (teams.length === 0) return { arcs, teams: orders };
  const narrowed = {
    workers: arcs.workers,
    col: arcs.col,
    cost: arcs.cost,
    begin: 0,
    end: 0,
    open(worker: number) {
      const its = own.get(worker);
      if (!its) arcs.open(worker);
      narrowed.col = its?.col ?? arcs.col;
      narrowed.cost = its?.cost ?? arcs.cost;
      narrowed.begin = its ? 0 : arcs.begin;
      narrowed.end = its ? its.col.length : arcs.end;
    },
  };
  return { arcs: narrowed, teams: orders };
}

/** People in teams stay where they went; what is left to be said is said about the others. */
export function withTeamsFixed(arcs: Arcs, teams: readonly TeamOrders[], match: Int32Array): Arcs {
  const fixed = new Map(teams.flatMap(({ members }) => members.map((worker) => [worker, match[worker]!] as const)));
  if (fixed.size === 0) return arcs;
  const narrowed = {
    workers: arcs.workers,
    col: arcs.col,
    cost: arcs.cost,
    begin: 0,
    end: 0,
    open(worker: number) {
      arcs.open(worker);
      narrowed.col = arcs.col;
      narrowed.cost = arcs.cost;
      narrowed.begin = arcs.begin;
      narrowed.end = arcs.end;
      const order = fixed.get(worker);
      if (order === undefined) return;
      const at = arcs.col.subarray(arcs.begin, arcs.end).indexOf(order);
      if (at >= 0) narrowed.begin = arcs.begin + at;
      narrowed.end = at >= 0 ? narrowed.begin + 1 : narrowed.begin;
    },
  };
  return narrowed;
}
