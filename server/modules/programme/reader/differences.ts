/** What a corrected paper changes, clause by clause: 原文 against 修订稿, both as read. */
import type { Measure, PolicyReading, Target } from './reading.ts';

export type Change =
  | { readonly what: 'number' | 'area'; readonly before: number | null; readonly after: number | null }
  | { readonly what: 'title'; readonly before: string | null; readonly after: string | null }
  | { readonly what: 'lead-added' | 'lead-removed' | 'cooperating-added' | 'cooperating-removed'; readonly unit: string }
  /** The unit stays, its part changes. */
  | { readonly what: 'now-leads' | 'now-cooperates'; readonly unit: string }
  | { readonly what: 'figure-added' | 'figure-removed'; readonly figure: Target }
  | { readonly what: 'figure-changed'; readonly before: Target; readonly after: Target; readonly fields: readonly FigureField[] };

export type FigureField = 'value' | 'upTo' | 'unit' | 'comparator' | 'period' | 'deadline';

export interface ClauseDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The measure in the old and in the new reading; null where it does not exist. */
  readonly before: Measure | null;
  readonly after: Measure | null;
  readonly changes: readonly Change[];
}

export interface ReadingDifference {
  readonly title: { readonly before: string | null; readonly after: string | null } | null;
  readonly validUntil: { readonly before: string | null; readonly after: string | null } | null;
  readonly areasAdded: readonly string[];
  readonly areasRemoved: readonly string[];
  /** In the order of the new paper; removed measures where they stood in the old one. */
  readonly clauses: readonly ClauseDifference[];
}

/** Compares two readings by what they say; where things stand on the page makes no difference. */
export function diffReadings(before: PolicyReading, after: PolicyReading): ReadingDifference {
  const titles = (reading: PolicyReading) => new Set(reading.areas.map(({ title }) => title));
  return {
    title: before.title === after.title ? null : { before: before.title, after: after.title },
    validUntil: before.validUntil === after.validUntil ? null : { before: before.validUntil, after: after.validUntil },
    areasAdded: [...titles(after)].filter((title) => !titles(before).has(title)),
    areasRemoved: [...titles(before)].filter((title) => !titles(after).has(title)),
    clauses: pairsOf(before.measures, after.measures).flatMap(differenceOf),
  };
}

interface Pair {
  readonly before: Measure | null;
  readonly after: Measure | null;
}

/** Measures of the same title belong together wherever they moved; of the rest, those of the same number. */
function pairsOf(before: readonly Measure[], after: readonly Measure[]): Pair[] {
  const partner = new Map<Measure, Measure>();
  const paired = new Set<Measure>();
  const pair = (keyOf: (measure: Measure) => string | null) => {
    const waiting = new Map<string, Measure[]>();
    for (const old of before) {
      const key = paired.has(old) ? null : keyOf(old);
      if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), old]);
    }
    for (const now of after) {
      const old = partner.has(now) ? undefined : waiting.get(keyOf(now) ?? '')?.shift();
      if (!old) continue;
      partner.set(now, old);
      paired.add(old);
    }
  };
  pair(({ no, title }) => title && `${no} ${title}`);
  pair(({ title }) => title);
  pair(({ no }) => `${no}`);
  const removed = before.filter((old) => !paired.has(old)).map((old): Pair => ({ before: old, after: null }));
  const place = ({ before: old, after: now }: Pair): number => now?.no ?? (old?.no ?? 0) - 0.5;
  return [...after.map((now): Pair => ({ before: partner.get(now) ?? null, after: now })), ...removed].sort(
    (a, b) => place(a) - place(b),
  );
}

function differenceOf({ before, after }: Pair): ClauseDifference[] {
  if (!before || !after) return [{ kind: before ? 'removed' : 'added', before, after, changes: [] }];
  const changes: Change[] = [
    ...(before.no === after.no ? [] : [{ what: 'number' as const, before: before.no, after: after.no }]),
    ...(before.area === after.area ? [] : [{ what: 'area' as const, before: before.area, after: after.area }]),
    ...(before.title === after.title ? [] : [{ what: 'title' as const, before: before.title, after: after.title }]),
    ...unitChanges(before, after),
    ...figureChanges(before.targets, after.targets),
  ];
  return changes.length > 0 ? [{ kind: 'changed', before, after, changes }] : [];
}

function unitChanges(before: Measure, after: Measure): Change[] {
  const part = ({ lead, cooperating }: Measure) =>
    new Map([...cooperating.map((unit) => [unit, 'cooperating'] as const), ...lead.map((unit) => [unit, 'lead'] as const)]);
  const [old, now] = [part(before), part(after)];
  const gone = [...old].filter(([unit]) => !now.has(unit)).map(([unit, role]): Change => ({ what: `${role}-removed`, unit }));
  const come = [...now].filter(([unit]) => !old.has(unit)).map(([unit, role]): Change => ({ what: `${role}-added`, unit }));
  const moved = [...now]
    .filter(([unit, role]) => old.has(unit) && old.get(unit) !== role)
    .map(([unit, role]): Change => ({ what: role === 'lead' ? 'now-leads' : 'now-cooperates', unit }));
  return [...gone, ...come, ...moved];
}

const FIELDS: readonly FigureField[] = ['value', 'upTo', 'unit', 'comparator', 'period', 'deadline'];

/** Figures that say the same are the same; of the rest, those that speak of the same thing have changed. */
function figureChanges(before: readonly Target[], after: readonly Target[]): Change[] {
  const left = [...before];
  const take = (match: (old: Target) => boolean): Target | undefined => {
    const at = left.findIndex(match);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const differing = (old: Target, now: Target) => FIELDS.filter((field) => old[field] !== now[field]);
  const isSame = (old: Target, now: Target) => differing(old, now).length === 0;
  const unmatched = after.filter((now) => !take((old) => subject(old) === subject(now) && isSame(old, now)));
  const changes = unmatched.flatMap((now): Change[] => {
    const old = take((candidate) => isAlike(candidate, now)) ?? take((candidate) => isSame(candidate, now));
    if (!old) return [{ what: 'figure-added', figure: now }];
    const fields = differing(old, now);
    return fields.length > 0 ? [{ what: 'figure-changed', before: old, after: now, fields }] : [];
  });
  return [...changes, ...left.map((figure): Change => ({ what: 'figure-removed', figure }))];
}

/** The words of a promise without its numbers and marks. */
const subject = ({ text }: Target): string => text.replace(/[\d.,，、%％\s“”百千万亿]/g, '');

/** Do two promises speak of the same thing? Half of their pairs of letters must be shared. */
function isAlike(old: Target, now: Target): boolean {
  const pairs = (words: string) =>
    new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2)));
  const [a, b] = [pairs(subject(old)), pairs(subject(now))];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? old.unit === now.unit : (2 * shared) / (a.size + b.size) >= 0.5;
}
