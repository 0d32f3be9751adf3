import { addDays, type Day, daysBetween } from '../../../kernel/term/day.ts';

/** A row of the story, by the record type's column keys; values as a person would type them. */
export type StoryRow = Readonly<Record<string, string>>;

/** What the story is told in: the district's real areas, a seeded chance, and the days it covers. */
export type World = {
  readonly from: Day;
  readonly to: Day;
  readonly towns: readonly { readonly code: string; readonly name: string }[];
  readonly villages: readonly { readonly code: string; readonly name: string; readonly town: string }[];
  /** How many gig workers' person-times: the one figure that a small story cannot tell at its true size. */
  readonly gigServices: number;
  readonly chance: Chance;
};

export type Chance = {
  /** [0, 1) */
  readonly next: () => number;
  readonly integer: (from: number, to: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly isTrue: (probability: number) => boolean;
};

/** mulberry32: the same seed tells the same story on every machine. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    integer,
    pick: (from) => {
      const picked = from[integer(0, from.length - 1)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
    isTrue: (probability) => next() < probability,
  };
}

/** Spring and autumn are busy, the weeks around the Spring Festival are quiet. Mean 1. */
const season = [0.75, 0.55, 1.3, 1.2, 1.1, 1.05, 0.95, 0.9, 1.15, 1.1, 1.0, 0.95];

/** `perYear` days of the story, ordered, more of them in busy months; `trend` is how much faster the last year goes than the first. */
export function daysOfWork({ from, to, chance }: World, perYear: number, trend = 1): Day[] {
  const length = daysBetween(from, to) + 1;
  const days: Day[] = [];
  for (let at = 0; at < length; at += 1) {
    const day = addDays(from, at);
    const rate =
      (perYear / 365) * (season[Number(day.slice(5, 7)) - 1] ?? 1) * (1 + (trend - 1) * (at / length)) * (2 / (1 + trend));
    let due = Math.floor(rate);
    if (chance.isTrue(rate - due)) due += 1;
    for (let count = 0; count < due; count += 1) days.push(day);
  }
  return days;
}
