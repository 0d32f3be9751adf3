import { brokenConditions, type Condition } from './conditions.ts';
import type { MatchInput, Pair } from './shapes.ts';

/** What must not be written: who is concerned, and what would be broken. */
export type Fault =
  | { readonly fault: 'condition'; readonly worker: string; readonly order: string; readonly condition: Condition }
  | { readonly fault: 'unknown'; readonly worker: string; readonly order: string }
  | { readonly fault: 'twice'; readonly worker: string }
  | { readonly fault: 'seats'; readonly order: string; readonly seats: number; readonly sent: number }
  | { readonly fault: 'team'; readonly team: string };

/**
 * Looks at a matching as somebody who does not know how it came about: every hard condition of every pair, nobody twice, no order over its
 * places, teams whole and together. A batch writes nothing before this has found nothing.
 */
export function checkMatching(input: MatchInput, pairs: readonly Pair[]): readonly Fault[] {
  const workers = Map.groupBy(input.workers, ({ id }) => id);
  const orders = Map.groupBy(input.orders, ({ id }) => id);
  const faults: Fault[] = [];
  const orderOf = new Map<string, string>();
  const sent = new Map<string, number>();
  for (const { worker, order } of pairs) {
    if (orderOf.has(worker)) faults.push({ fault: 'twice', worker });
    orderOf.set(worker, order);
    sent.set(order, (sent.get(order) ?? 0) + 1);
    const [people, places] = [workers.get(worker), orders.get(order)];
    if (!people || !places) {
      faults.push({ fault: 'unknown', worker, order });
      continue;
    }
    // Listed twice, every entry has to allow it.
    const broken = people.flatMap((person) => places.flatMap((place) => brokenConditions(person, place, input.policy)));
    for (const condition of new Set(broken)) faults.push({ fault: 'condition', worker, order, condition });
  }
  for (const [order, count] of sent) {
    const seats = Math.min(...(orders.get(order) ?? []).map((place) => place.seats));
    if (count > seats) faults.push({ fault: 'seats', order, seats, sent: count });
  }
  const teams = Map.groupBy(input.workers, ({ team }) => team);
  for (const [team, members] of teams) {
    if (team !== undefined && new Set(members.map(({ id }) => orderOf.get(id))).size > 1) faults.push({ fault: 'team', team });
  }
  return faults;
}
