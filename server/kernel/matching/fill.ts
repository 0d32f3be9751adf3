import type { Arcs } from './arcs.ts';
import type { Instance } from './instance.ts';

/** A matching with the most matches there can be, and what that tells about the two kinds of openings. */
export interface Filling {
  /** The opening of each worker, or -1. */
  readonly at: Int32Array;
  readonly filled: number;
  /**
   * 1 for an opening from which a free place can be reached by letting workers change places; 0 for a contested one. Every matching
   * with the most matches fills every contested opening and places every worker of a roomy one, and uses no arc between the two kinds
   * (Dulmage and Mendelsohn): so each kind can be matched for itself, without any price for an unmatched worker.
   */
  readonly isRoomy: Uint8Array;
  /** False when the time was up first: then `filled` is a lower bound, and every opening counts as contested. */
  readonly isMost: boolean;
}

/**
 * Fills as many places as can be filled, starting from `at` (which it changes; places beyond a capacity or without an arc must not
 * stand in it): greedily, then by shortest alternating paths from all free places at once (Hopcroft and Karp).
 */
export function fill(instance: Instance, columns: Arcs, at: Int32Array, isTimeUp: () => boolean): Filling {
  const { workers, openings, rowPtr, col, cost, cap } = instance;
  const { ptr, other } = columns;
  const load = new Int32Array(openings);
  let filled = 0;
  for (let i = 0; i < workers; i += 1) {
    if (at[i]! < 0) continue;
    load[at[i]!]! += 1;
    filled += 1;
  }
  for (let i = 0; i < workers; i += 1) {
    if (at[i]! >= 0) continue;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let e = rowPtr[i]!; e < rowPtr[i + 1]!; e += 1) {
      const j = col[e]!;
      if (cost[e]! >= least || load[j]! >= cap[j]!) continue;
      least = cost[e]!;
      best = j;
    }
    if (best < 0) continue;
    load[best]! += 1;
    at[i] = best;
    filled += 1;
  }
  const level = new Int32Array(openings);
  const queue = new Int32Array(openings);
  const next = new Int32Array(openings);
  const path = new Int32Array(openings);
  for (;;) {
    if (isTimeUp()) return { at, filled, isRoomy: new Uint8Array(openings), isMost: false };
    // How many moves each opening is from a free place.
    let tail = 0;
    let last = openings + 1;
    level.fill(-1);
    for (let j = 0; j < openings; j += 1) {
      next[j] = ptr[j]!;
      if (load[j]! >= cap[j]!) continue;
      level[j] = 0;
      queue[tail++] = j;
    }
    const sources = tail;
    for (let head = 0; head < tail; head += 1) {
      const j = queue[head]!;
      const deeper = level[j]! + 1;
      if (deeper > last) break;
      for (let k = ptr[j]!; k < ptr[j + 1]!; k += 1) {
        const o = at[other[k]!]!;
        if (o < 0) {
          last = deeper;
          break;
        }
        if (level[o]! >= 0) continue;
        level[o] = deeper;
        queue[tail++] = o;
      }
    }
    if (last > openings) return { at, filled, isRoomy: Uint8Array.from(level, (moves) => (moves < 0 ? 0 : 1)), isMost: true };
    for (let s = 0; s < sources; s += 1) {
      const source = queue[s]!;
      while (load[source]! < cap[source]! && pull(source)) {
        load[source]! += 1;
        filled += 1;
      }
    }
  }

  /** Takes an unmatched worker into `source` along a shortest path, each opening of it passing one worker on. */
  function pull(source: number): boolean {
    let depth = 0;
    path[0] = source;
    while (depth >= 0) {
      const j = path[depth]!;
      const stop = ptr[j + 1]!;
      let k = next[j]!;
      let deeper = false;
      for (; k < stop; k += 1) {
        const o = at[other[k]!]!;
        if (o < 0) break;
        if (level[o] === depth + 1) {
          deeper = true;
          path[depth + 1] = o;
          break;
        }
      }
      next[j] = k;
      if (k === stop) {
        depth -= 1;
        if (depth >= 0) next[path[depth]!]! += 1;
      } else if (deeper) depth += 1;
      else {
        for (let d = depth; d >= 0; d -= 1) at[other[next[path[d]!]!]!] = path[d]!;
        return true;
      }
    }
    return false;
  }
}
