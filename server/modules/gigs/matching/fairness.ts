import { betweenRanks, betweenShares, type Share, shareOf } from './chance.ts';
import type { FairnessRules } from './fairness-rules.ts';

export const fairnessGroups = ['women', 'older', 'newcomers', 'hard-to-employ'] as const;
export type FairnessGroup = (typeof fairnessGroups)[number];

/** One person on one morning, when it was over. */
export type FairnessRow = {
  /** The same for all mornings of one person; any key, it is not kept. */
  readonly person: string;
  readonly groups: readonly FairnessGroup[];
  readonly waitedMinutes: number;
  readonly isMatched: boolean;
  /** Cents a day of what they were matched with. */
  readonly pay?: number;
};

export type FairnessFigures = {
  readonly people: number;
  readonly mornings: number;
  readonly matched: number;
  readonly matchRate: number;
  readonly medianWait: number;
  readonly p95Wait: number;
  /** Null where too few were matched to show it. */
  readonly medianPay: number | null;
};

/** To the disadvantage of the group: `theirs` beside everybody else's `others`; shares from 0 to 1, minutes, or cents. */
export type FairnessAlarm = {
  readonly about: 'match-rate' | 'waiting' | 'pay';
  readonly theirs: number;
  readonly others: number;
  /** How many standard errors lie between them. */
  readonly errors: number;
};

export type Fairness = {
  readonly rules: string;
  /** Places taken of places open; null where none was open. */
  readonly fillRate: number | null;
  /** Null where fewer than may be shown. */
  readonly all: FairnessFigures | null;
  readonly groups: readonly {
    readonly group: FairnessGroup;
    readonly figures: FairnessFigures | null;
    readonly alarms: readonly FairnessAlarm[];
  }[];
};

/**
 * How a batch or a month went for each group beside all. A group is hidden where it, or everybody outside of it, is fewer than may be
 * shown. Nothing of this flows back into matching.
 */
export function fairnessOf(
  rows: readonly FairnessRow[],
  places: { readonly open: number; readonly taken: number },
  rules: FairnessRules,
): Fairness {
  const isShown = (some: readonly FairnessRow[]) => new Set(some.map(({ person }) => person)).size >= rules.smallestShown;
  return {
    rules: rules.version,
    fillRate: places.open > 0 ? places.taken / places.open : null,
    all: isShown(rows) ? figuresOf(rows, rules) : null,
    groups: fairnessGroups.map((group) => {
      const theirs = rows.filter(({ groups }) => groups.includes(group));
      const others = rows.filter(({ groups }) => !groups.includes(group));
      return isShown(theirs) && isShown(others)
        ? { group, figures: figuresOf(theirs, rules), alarms: alarmsOf(theirs, others, rules) }
        : { group, figures: null, alarms: [] };
    }),
  };
}

function figuresOf(rows: readonly FairnessRow[], { smallestShown }: FairnessRules): FairnessFigures {
  const waits = rows.map(({ waitedMinutes }) => waitedMinutes);
  const paid = rows.filter(({ pay }) => pay !== undefined);
  const matched = rows.filter(({ isMatched }) => isMatched).length;
  return {
    people: new Set(rows.map(({ person }) => person)).size,
    mornings: rows.length,
    matched,
    matchRate: matched / rows.length,
    medianWait: percentileOf(waits, 50),
    p95Wait: percentileOf(waits, 95),
    medianPay: new Set(paid.map(({ person }) => person)).size >= smallestShown ? percentileOf(paysOf(rows), 50) : null,
  };
}

function alarmsOf(theirs: readonly FairnessRow[], others: readonly FairnessRow[], rules: FairnessRules): FairnessAlarm[] {
  const alarms: FairnessAlarm[] = [];
  const tell = (about: FairnessAlarm['about'], its: number, rest: number, errors: number, isBeyond: boolean) => {
    if (isBeyond && errors > rules.beyondChance) alarms.push({ about, theirs: its, others: rest, errors });
  };
  const [one, rest] = [sharesOf(theirs), sharesOf(others)];
  const [rate, restRate] = [shareOf(one), shareOf(rest)];
  tell('match-rate', rate, restRate, -betweenShares(one, rest), (restRate - rate) * 100 > rules.matchRatePoints);

  const waits = (rows: readonly FairnessRow[]) => rows.map(({ waitedMinutes }) => waitedMinutes);
  const [wait, restWait] = [percentileOf(waits(theirs), 50), percentileOf(waits(others), 50)];
  const waited = betweenRanks(
    meansOf(theirs, ({ waitedMinutes }) => waitedMinutes),
    meansOf(others, ({ waitedMinutes }) => waitedMinutes),
  );
  tell('waiting', wait, restWait, waited, wait - restWait > rules.waitedMinutes);

  const [pays, restPays] = [meansOf(theirs, ({ pay }) => pay), meansOf(others, ({ pay }) => pay)];
  if (pays.length < rules.smallestShown || restPays.length < rules.smallestShown) return alarms;
  const [pay, restPay] = [percentileOf(paysOf(theirs), 50), percentileOf(paysOf(others), 50)];
  tell('pay', pay, restPay, -betweenRanks(pays, restPays), (1 - pay / restPay) * 100 > rules.payPercent);
  return alarms;
}

const paysOf = (rows: readonly FairnessRow[]): number[] => rows.flatMap(({ pay }) => pay ?? []);

const sharesOf = (rows: readonly FairnessRow[]): Share[] =>
  [...Map.groupBy(rows, ({ person }) => person).values()].map((mornings) => ({
    yes: mornings.filter(({ isMatched }) => isMatched).length,
    times: mornings.length,
  }));

/** One value for each person who has any. */
function meansOf(rows: readonly FairnessRow[], of: (row: FairnessRow) => number | undefined): number[] {
  return [...Map.groupBy(rows, ({ person }) => person).values()].flatMap((mornings) => {
    const values = mornings.flatMap((row) => of(row) ?? []);
    return values.length > 0 ? [values.reduce((sum, value) => sum + value, 0) / values.length] : [];
  });
}

/** Nearest rank. */
function percentileOf(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}
