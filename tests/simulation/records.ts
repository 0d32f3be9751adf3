import type { Cell } from '../../server/kernel/figure/cells.ts';
import type { KindQuality } from '../../server/kernel/figure/quality.ts';
import { firstDayOfMonth } from '../../server/kernel/term/day.ts';

/** A fact as the ledger keeps it: on the day it counts, known from the day it was recorded; a correction is one more, negative. */
export type SimFact = {
  /** The record behind it; a correction names the record that it takes back. */
  readonly record: string;
  readonly kind: string;
  readonly variant: string;
  readonly day: string;
  readonly recordedOn: string;
  readonly quantity: number;
  readonly reverses: boolean;
};

/** The facts of a simulated district, and the month sums that a rollup would hold; what was recorded stays. */
export class SimRecords {
  readonly facts: SimFact[] = [];
  readonly #last = new Map<string, { readonly facts: number; readonly answer: unknown }>();
  readonly #ofKind = new Map<string, SimFact[]>();
  readonly #cells = new Map<string, { -readonly [K in keyof Cell]: Cell[K] }>();
  readonly #quality = new Map<
    string,
    { facts: number; corrections: number; late: number; days: Map<string, { facts: number; corrections: number }> }
  >();

  /** Asked again for the same day, with nothing recorded since, it is the same. */
  #known<T>(what: string, on: string, read: () => T): T {
    const before = this.#last.get(`${what} ${on}`);
    if (before?.facts === this.facts.length) return before.answer as T; // reason: kept under the name of what was read
    const answer = read();
    if (this.#last.size > 20) this.#last.clear();
    this.#last.set(`${what} ${on}`, { facts: this.facts.length, answer });
    return answer;
  }

  record(fact: SimFact): void {
    this.facts.push(fact);
    const { kind, variant, quantity } = fact;
    const same = this.#ofKind.get(kind) ?? [];
    this.#ofKind.set(kind, same);
    same.push(fact);
    const month = firstDayOfMonth(fact.day);
    const key = `${kind} ${variant} ${month}`;
    const cell = this.#cells.get(key) ?? { kind, variant, month, town: '', unit: '', place: '', quantity: 0, facts: 0 };
    this.#cells.set(key, cell);
    cell.quantity += quantity;
    cell.facts += fact.reverses ? -1 : 1;
    const name = `${kind} ${variant}`;
    const quality = this.#quality.get(name) ?? { facts: 0, corrections: 0, late: 0, days: new Map() };
    this.#quality.set(name, quality);
    const day = quality.days.get(fact.day) ?? { facts: 0, corrections: 0 };
    quality.days.set(fact.day, day);
    if (fact.reverses) {
      day.facts -= 1;
      day.corrections += 1;
      quality.corrections += 1;
      quality.facts -= 1;
    } else {
      day.facts += 1;
      quality.facts += 1;
    }
  }

  /** Up to a day: today (no fact is recorded before its day, so all of its month counts), or the last of an earlier month. */
  cells(on: string): readonly Cell[] {
    return this.#known('cells', on, () => this.#readCells(on));
  }

  #readCells(on: string): Cell[] {
    return [...this.#cells.values()].filter(({ month }) => month <= on).map((cell) => ({ ...cell }));
  }

  quality(on: string): readonly KindQuality[] {
    return this.#known('quality', on, () => this.#readQuality(on));
  }

  #readQuality(on: string): KindQuality[] {
    return [...this.#quality].map(([name, { facts, corrections, late, days }]) => {
      const [kind = '', variant = ''] = name.split(' ');
      let lastDay: string | null = null;
      for (const [day, seen] of days)
        if (day <= on && (seen.facts > 0 || seen.corrections === 0) && (lastDay === null || day > lastDay)) lastDay = day;
      return { kind, variant, facts, duplicates: 0, corrections, late, lastAt: null, lastDay };
    });
  }

  /** Counted anew from the facts alone: of a kind and category, with days from … to, as known on a day. */
  recount(kind: string, variants: readonly string[] | undefined, from: string, to: string, knownOn: string): number {
    let sum = 0;
    for (const fact of this.#ofKind.get(kind) ?? []) {
      if (fact.day < from || fact.day > to || fact.recordedOn > knownOn) continue;
      if (variants && !variants.includes(fact.variant)) continue;
      sum += fact.quantity;
    }
    return sum;
  }
}
