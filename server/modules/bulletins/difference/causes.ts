import type { Cause, SideDifference } from '../contract.ts';

export type Caused = SideDifference['causes'][number];

/** Facts first, then what was typed, then lists and rules. */
const order: readonly Cause[] = ['late', 'took-over', 'taken-back', 'ended', 'resumed', 'typed', 'places', 'rule'];
/** One line a cause, its amounts added up. */
export const added = (causes: readonly Caused[]): Caused[] =>
  order.flatMap((cause) => {
    const same = causes.filter((one) => one.cause === cause);
    if (same.length === 0) return [];
    return [
      {
        cause,
        facts: same.reduce((count, one) => count + one.facts, 0),
        amount: cents(same.reduce((sum, one) => sum + cents(one.amount) * 100, 0) / 100),
      },
    ];
  });

/** Amounts have two decimals at most; the dust of binary fractions is none. */
export const cents = (amount: number): number => Math.round(amount * 100) / 100;
