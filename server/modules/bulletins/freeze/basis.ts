import type { Cell } from '../../../kernel/figure/cells.ts';
import type { Snapshot } from '../contract.ts';

/** What the facts of each kind, category and month came to, in an order of its own. */
export function basisOf(cells: readonly Cell[]): Snapshot['basis'] {
  const sums = new Map<string, { kind: string; variant: string; month: string; cents: number; facts: number }>();
  for (const { kind, variant, month, quantity, facts } of cells) {
    const key = `${kind} ${variant} ${month}`;
    const sum = sums.get(key) ?? { kind, variant, month, cents: 0, facts: 0 };
    sum.cents += Math.round(quantity * 100);
    sum.facts += facts;
    sums.set(key, sum);
  }
  return [...sums.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { kind, variant, month, cents, facts }]) => [kind, variant, month, cents / 100, facts] as const);
}
