import { firstDayOfMonth } from '../term/day.ts';
import type { Cell } from './cells.ts';
import { isSelected } from './cells.ts';
import type { CountingRule, FigureDefinition } from './definition.ts';

/** The places that a coverage figure asks about: each with its town. */
export type ListedPlace = { readonly code: string; readonly town: string };

export type Value = { readonly value: number | null; readonly part?: number; readonly whole?: number; readonly records: number };

/** The cells a rule reads: what counts, and what it is held against. */
export type Counted = {
  readonly part: readonly Cell[];
  readonly whole: readonly Cell[];
  readonly listed: readonly ListedPlace[];
};

/** Picks a rule's cells. `villages` are the district's communities and villages. */
export function countedBy(rule: CountingRule, cells: readonly Cell[], villages: readonly ListedPlace[]): Counted {
  if (rule.rule === 'typed') return { part: [], whole: [], listed: [] };
  if (rule.rule === 'ratio')
    return { part: cells.filter(isSelected(rule.part)), whole: cells.filter(isSelected(rule.whole)), listed: [] };
  if (rule.rule !== 'coverage') return { part: cells.filter(isSelected(rule.facts)), whole: [], listed: [] };
  const listed = 'areas' in rule.of ? villages : [];
  return {
    part: cells.filter(isSelected(rule.facts)),
    whole: 'areas' in rule.of ? [] : cells.filter(isSelected(rule.of)),
    listed,
  };
}

/** First day of the window that holds `on`. A level stands since ever; it reports the programme's start. */
export function windowStart(rule: CountingRule, on: string, startsOn: string): string {
  const window = rule.rule === 'sum' || rule.rule === 'ratio' ? rule.window : 'programme';
  if (window === 'year') return later(`${on.slice(0, 4)}-01-01`, startsOn);
  if (window === 'month') return firstDayOfMonth(on);
  return startsOn;
}

/**
 * The figure's number from its cells, all of which lie on or before the asked day.
 * Sums run from `from`; levels and standing ratios over everything before, because what stands may have begun earlier.
 */
export function countValue(rule: CountingRule, counted: Counted, from: string): Value {
  switch (rule.rule) {
    case 'typed':
      return { value: null, records: 0 };
    case 'sum': {
      const inside = counted.part.filter((cell) => cell.month >= firstDayOfMonth(from));
      return { value: sum(inside), records: facts(inside) };
    }
    case 'level':
      return { value: sum(counted.part), records: facts(counted.part) };
    case 'ratio': {
      const inside = (cell: Cell) => rule.window === 'standing' || cell.month >= firstDayOfMonth(from);
      const part = counted.part.filter(inside);
      const whole = counted.whole.filter(inside);
      return { ...share(sum(part), sum(whole), rule.average ? 1 : 100), records: facts(part) };
    }
    case 'coverage':
      return { ...coverage(rule.atLeast, counted), records: facts(counted.part) };
  }
}

function coverage(atLeast: number, counted: Counted): { value: number | null; part: number; whole: number } {
  const standing = standingByPlace(counted.part);
  const listed =
    counted.listed.length > 0
      ? counted.listed.map((place) => place.code)
      : [...standingByPlace(counted.whole)].filter(([, count]) => count > 0).map(([code]) => code);
  return share(listed.filter((code) => (standing.get(code) ?? 0) >= atLeast).length, listed.length);
}

function standingByPlace(cells: readonly Cell[]): Map<string, number> {
  const standing = new Map<string, number>();
  for (const cell of cells) standing.set(cell.place, (standing.get(cell.place) ?? 0) + cell.quantity);
  return standing;
}

/** Nothing to hold it against is not 0 %, it is no number. Multiplied first: 29 ÷ 100 × 100 is not quite 29, and would miss a target of 29. */
const share = (part: number, whole: number, of = 100) => ({ value: whole > 0 ? (part * of) / whole : null, part, whole });

export type MonthValue = { readonly month: string; readonly value: Value; readonly standing: Value };

/**
 * Every month from the programme's start to the asked day: what happened in it, and how the figure stood at its end. Goes once
 * through the cells, month by month, so that a long history costs no more than a short one.
 */
export function monthsOf(definition: FigureDefinition, counted: Counted, startsOn: string, on: string): MonthValue[] {
  const rule = definition.count;
  const months = monthsBetween(startsOn, on);
  const first = months[0] ?? on;
  const part = Map.groupBy(counted.part, (cell) => (cell.month < first ? '' : cell.month));
  const whole = Map.groupBy(counted.whole, (cell) => (cell.month < first ? '' : cell.month));
  const happensInMonths = rule.rule === 'sum' || (rule.rule === 'ratio' && rule.window !== 'standing');
  // What stood before the programme began stands on; what happened before does not count.
  let standing: Counted = happensInMonths
    ? nothing(counted)
    : { part: part.get('') ?? [], whole: whole.get('') ?? [], listed: counted.listed };
  return months.map((month) => {
    const inside: Counted = { part: part.get(month) ?? [], whole: whole.get(month) ?? [], listed: counted.listed };
    if (happensInMonths && windowStart(rule, month, startsOn) >= month) standing = nothing(counted);
    standing = { part: added(standing.part, inside.part), whole: added(standing.whole, inside.whole), listed: counted.listed };
    const stood = countValue(rule, standing, '');
    return { month, value: happensInMonths ? countValue(rule, inside, '') : stood, standing: stood };
  });
}

const nothing = ({ listed }: Counted): Counted => ({ part: [], whole: [], listed });

/** Two heaps of cells as one, a cell a place: all that is still to be asked is how much there is, and where. */
function added(before: readonly Cell[], more: readonly Cell[]): Cell[] {
  const places = new Map<string, Cell>();
  for (const heap of [before, more]) {
    for (const cell of heap) {
      const known = places.get(cell.place);
      places.set(
        cell.place,
        known
          ? { ...known, quantity: (cents(known.quantity) + cents(cell.quantity)) / 100, facts: known.facts + cell.facts }
          : cell,
      );
    }
  }
  return [...places.values()];
}

/** The figure for each street and town, or each unit: the same rule over that part of the cells. */
export function breakdownBy(by: 'town' | 'unit', rule: CountingRule, counted: Counted, from: string): Map<string, Value> {
  // A listed site lies where the list says: what covers it may be registered in another town.
  const townOf =
    rule.rule === 'coverage'
      ? new Map([
          ...counted.listed.map(({ code, town }) => [code, town] as const),
          ...counted.whole.map(({ place, town }) => [place, town] as const),
        ])
      : undefined;
  const keyOf = (cell: Cell) => (by === 'unit' ? cell.unit : (townOf?.get(cell.place) ?? cell.town));
  const part = Map.groupBy(counted.part, keyOf);
  const whole = Map.groupBy(counted.whole, keyOf);
  const listed = Map.groupBy(counted.listed, (place) => (by === 'town' ? place.town : ''));
  const keys = new Set([...part.keys(), ...whole.keys(), ...(by === 'town' ? listed.keys() : [])]);
  const values = new Map<string, Value>();
  for (const key of keys) {
    // A unit covers no list of its own, so it has no share: what it did is told by the number of its records alone.
    if (rule.rule === 'coverage' && by === 'unit') values.set(key, { value: null, records: facts(part.get(key) ?? []) });
    else
      values.set(
        key,
        countValue(rule, { part: part.get(key) ?? [], whole: whole.get(key) ?? [], listed: listed.get(key) ?? [] }, from),
      );
  }
  return values;
}

export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = from.split('-').map(Number);
  for (let first = firstDayOfMonth(from); first <= to; first = `${year}-${String(month).padStart(2, '0')}-01`) {
    months.push(first);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months;
}

const later = (a: string, b: string): string => (a > b ? a : b);
/** Cents add up exactly as whole numbers; as fractions they would not. */
const sum = (cells: readonly Cell[]): number => cells.reduce((total, cell) => total + cents(cell.quantity), 0) / 100;
const cents = (quantity: number): number => Math.round(quantity * 100);
const facts = (cells: readonly Cell[]): number => cells.reduce((total, cell) => total + cell.facts, 0);
