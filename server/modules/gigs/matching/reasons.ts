import { type CostParts, type CostPolicy, type CostTerm, costParts, costTerms } from './policy.ts';
import type { MatchOrder, MatchWorker } from './shapes.ts';
import { metresBetween, minutesFor } from './way.ts';

/** What spoke for a match, as code and numbers; `reason-words.ts` says it. Yuan and kilometres have one decimal at most. */
export type MatchReason =
  | { readonly code: 'near'; readonly params: { readonly km: number; readonly minutes: number } }
  | { readonly code: 'pay-as-wished'; readonly params: { readonly yuan: number } }
  | { readonly code: 'pay-close'; readonly params: { readonly yuan: number; readonly short: number } }
  | { readonly code: 'level-fits'; readonly params: { readonly level: number } }
  | { readonly code: 'shift-wished'; readonly params: Readonly<Record<string, never>> }
  | { readonly code: 'mornings'; readonly params: { readonly mornings: number } }
  | { readonly code: 'minutes'; readonly params: { readonly minutes: number } }
  | { readonly code: 'hard-to-employ'; readonly params: Readonly<Record<string, never>> }
  | { readonly code: 'returning'; readonly params: Readonly<Record<string, never>> };

/** How much an order is asked for, and what else this person could have had. */
export type MatchContext =
  /** One place more here would put one person more to work. */
  | { readonly code: 'contested-person'; readonly params: Readonly<Record<string, never>> }
  /** One place more here would spare so many points. */
  | { readonly code: 'contested-points'; readonly params: { readonly points: number } }
  | { readonly code: 'uncontested'; readonly params: Readonly<Record<string, never>> }
  /** The next best order for this person, so many points worse. */
  | { readonly code: 'next-best'; readonly params: { readonly order: string; readonly points: number } }
  /** Another order would have fitted this person better by so many points, but its places were needed for others. */
  | { readonly code: 'better-needed'; readonly params: { readonly order: string; readonly points: number } }
  | { readonly code: 'only-order'; readonly params: Readonly<Record<string, never>> };

export type MatchExplained = {
  readonly worker: string;
  readonly order: string;
  readonly policy: string;
  readonly parts: CostParts;
  /** The three terms that spoke most for it, the strongest first. */
  readonly reasons: readonly MatchReason[];
  readonly context: readonly MatchContext[];
};

const none = Object.freeze({});
const tenth = (number: number): number => Math.round(number * 10) / 10;
export const yuan = (cents: number): number => tenth(cents / 100);
export const kilometres = (metres: number): number => tenth(metres / 1000);

/** Why this order suits this person: the terms that spare most of their largest, if they spare anything. */
export function reasonsFor(
  worker: MatchWorker,
  order: MatchOrder,
  policy: CostPolicy,
): { readonly parts: CostParts; readonly reasons: readonly MatchReason[] } {
  const parts = costParts(worker, order, policy);
  const spared = (term: CostTerm) => policy.terms[term].largest - parts[term];
  const top = costTerms
    .filter((term) => spared(term) > 0 && (term !== 'shift' || worker.shiftWish !== undefined))
    .sort((a, b) => spared(b) - spared(a))
    .slice(0, 3);
  return { parts, reasons: top.map((term) => reasonOf(term, worker, order, policy)) };
}

function reasonOf(term: CostTerm, worker: MatchWorker, order: MatchOrder, policy: CostPolicy): MatchReason {
  const metres = metresBetween(worker.place, order.place);
  switch (term) {
    case 'travel':
      return {
        code: 'near',
        params: { km: kilometres(metres), minutes: Math.max(1, Math.round(minutesFor(metres, policy.travel))) },
      };
    case 'pay':
      return order.payPerDay >= worker.payWish
        ? { code: 'pay-as-wished', params: { yuan: yuan(order.payPerDay) } }
        : { code: 'pay-close', params: { yuan: yuan(order.payPerDay), short: yuan(worker.payWish - order.payPerDay) } };
    case 'level':
      return { code: 'level-fits', params: { level: order.level } };
    case 'shift':
      return { code: 'shift-wished', params: none };
    case 'mornings':
      return { code: 'mornings', params: { mornings: worker.mornings } };
    case 'minutes':
      return { code: 'minutes', params: { minutes: worker.waitedMinutes } };
    case 'hardToEmploy':
      return { code: 'hard-to-employ', params: none };
    case 'returning':
      return { code: 'returning', params: none };
  }
}

/** `price` is what one place more would be worth, `worth` what one person more is; undefined where the batch proved nothing. */
export function contestedBy(price: number | undefined, worth: number): MatchContext[] {
  if (price === undefined) return [];
  if (price > worth / 2) return [{ code: 'contested-person', params: none }];
  return price > 0 ? [{ code: 'contested-points', params: { points: price } }] : [{ code: 'uncontested', params: none }];
}

/** `best` is the cheapest other order of this person. */
export function comparedWith(best: { readonly order: string; readonly cost: number } | undefined, cost: number): MatchContext {
  if (!best) return { code: 'only-order', params: none };
  const points = best.cost - cost;
  return points >= 0
    ? { code: 'next-best', params: { order: best.order, points } }
    : { code: 'better-needed', params: { order: best.order, points: -points } };
}
