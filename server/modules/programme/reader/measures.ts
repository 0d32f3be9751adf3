/** Which of the numbered clauses are the paper's measures, and which numbers they carry. */

import { CLOSING_TITLES, GOAL_TITLES, ON_THE_PAPER, PREAMBLE_TITLES } from './lexicon/genre.ts';
import { NUMBERING_RANK, type NumberingKind } from './numbering.ts';
import type { Clause } from './outline.ts';
import type { Warning, WarningCode } from './reading.ts';
import type { Assignment } from './unit-clauses.ts';

const PREAMBLE = new RegExp(`^(?:${PREAMBLE_TITLES})|(?:总体要求|指导思想|基本原则|工作原则)$`);
const GOALS = new RegExp(`(?:${GOAL_TITLES})$`);
const ON_EFFECT = new RegExp(`^(?:${ON_THE_PAPER})`);
const CLOSING = new RegExp(`(?:${CLOSING_TITLES})`);
/** The share of clauses of a kind that must name units before that kind is taken for the measures. */
const MOST = 0.6;
/** The same where their numbers run on through the areas. */
const SOME = 0.3;

export const headOf = (plain: string, clause: Clause): string => {
  const head = plain.slice(clause.head[0], Math.min(clause.head[1], clause.head[0] + 80));
  return (/^[^。；：（]*/.exec(head)?.[0] ?? '').trim();
};
export const isPreamble = (plain: string, clause: Clause): boolean => PREAMBLE.test(headOf(plain, clause));
export const isGoals = (plain: string, clause: Clause): boolean =>
  GOALS.test(headOf(plain, clause)) && headOf(plain, clause).length <= 12;
const isClosing = (plain: string, clause: Clause): boolean =>
  CLOSING.test(headOf(plain, clause)) && headOf(plain, clause).length <= 14;

/** 本措施自…起施行: about the paper itself. */
const isOnEffect = (plain: string, clause: Clause): boolean => ON_EFFECT.test(plain.slice(clause.head[0], clause.head[0] + 40));

const isWithin = (clause: Clause | undefined, test: (clause: Clause) => boolean): boolean =>
  clause !== undefined && (test(clause) || isWithin(clause.parent, test));

/** The clauses that are measures, in order. Without any numbered clause there are none. */
export function findMeasures(plain: string, clauses: readonly Clause[], assignments: readonly Assignment[]): Clause[] {
  const assigned = assignedClauses(clauses, assignments);
  const kind = kindOfMeasures(plain, clauses, assigned, assignments);
  if (!kind) return [];
  const ofKind = clauses.filter((clause) => clause.kind === kind);
  const runsOn = numbersRunOn(ofKind);
  const isSetAside = (clause: Clause) => isPreamble(plain, clause) || isGoals(plain, clause) || isOnEffect(plain, clause);
  const isTask = (clause: Clause) =>
    !isWithin(clause, isSetAside) && (runsOn || assigned.size === 0 || !isWithin(clause, (other) => isClosing(plain, other)));
  const groupsWithUnits = new Set(ofKind.filter((clause) => assigned.has(clause)).map(({ parent }) => parent));
  return ofKind.filter((clause, i) => {
    if (assigned.has(clause)) return true;
    if (runsOn && isGoals(plain, clause) && ofKind.length > i + 1) return true;
    if (!isTask(clause)) return false;
    return groupsWithUnits.size === 0 || runsOn || groupsWithUnits.has(clause.parent);
  });
}

/** Clauses in which units are named, they themselves or a clause within them. */
function assignedClauses(clauses: readonly Clause[], assignments: readonly Assignment[]): Set<Clause> {
  const assigned = new Set<Clause>();
  let next = 0;
  let current: Clause | undefined;
  for (const { span } of assignments) {
    while (next < clauses.length && (clauses[next] as Clause).from <= span[0]) current = clauses[next++]; // as: next < length
    for (let clause = current; clause; clause = clause.parent) if (span[0] < clause.to) assigned.add(clause);
  }
  return assigned;
}

function kindOfMeasures(
  plain: string,
  clauses: readonly Clause[],
  assigned: ReadonlySet<Clause>,
  assignments: readonly Assignment[],
): NumberingKind | undefined {
  const all = [...new Set(clauses.map(({ kind }) => kind))].sort((a, b) => NUMBERING_RANK[b] - NUMBERING_RANK[a]);
  const kinds = all.includes('article') ? all.filter((kind) => NUMBERING_RANK[kind] >= NUMBERING_RANK.article) : all;
  const tasks = clauses.filter((clause) => !isWithin(clause, (other) => isPreamble(plain, other)) || assigned.has(clause));
  if (assigned.size > 0) {
    for (const kind of kinds) {
      const having = tasks.filter((clause) => clause.kind === kind && assigned.has(clause));
      const groups = new Set(having.map(({ parent }) => parent));
      const peers = tasks.filter((clause) => clause.kind === kind && groups.has(clause.parent));
      const covered = countWithin(having, assignments);
      const enough = continuesThroughAreas(tasks.filter((clause) => clause.kind === kind)) ? SOME : MOST;
      if (having.length >= enough * peers.length && covered >= MOST * assignments.length) return kind;
    }
  }
  return kindWithoutUnits(plain, tasks, kinds);
}

/** No units are named: numbers that run on through the areas tell the measures, else 第N条, else （一） within 一、, else what there is. */
function kindWithoutUnits(plain: string, tasks: readonly Clause[], kinds: readonly NumberingKind[]): NumberingKind | undefined {
  const real = tasks.filter((clause) => !isWithin(clause, (other) => isClosing(plain, other) || isGoals(plain, other)));
  const count = (kind: NumberingKind) => real.filter((clause) => clause.kind === kind);
  for (const kind of kinds) {
    const ofKind = count(kind);
    if (continuesThroughAreas(ofKind)) return kind;
  }
  if (count('article').length >= 3) return 'article';
  const sections = count('section');
  const divided = sections.filter(({ children }) => children.some(({ kind }) => kind === 'clause'));
  if (divided.length > 0 && divided.length * 2 >= sections.length) return 'clause';
  if (sections.length > 0) {
    const withItems = sections.filter(({ children }) => children.some(({ kind }) => kind === 'item'));
    return withItems.length * 2 > sections.length ? 'item' : 'section';
  }
  return (['clause', 'item', 'chapter', 'subitem'] as const).find((kind) => count(kind).length > 0);
}

/** （一） to （三） in one area, （四） and on in the next: the surest sign of measures. */
const continuesThroughAreas = (clauses: readonly Clause[]): boolean =>
  clauses.length >= 3 && new Set(clauses.map(({ parent }) => parent)).size >= 2 && numbersRunOn(clauses);

function countWithin(clauses: readonly Clause[], assignments: readonly Assignment[]): number {
  let at = 0;
  return assignments.filter(({ span }) => {
    while (at < clauses.length && (clauses[at] as Clause).to <= span[0]) at++; // as: at < length
    return at < clauses.length && (clauses[at] as Clause).from <= span[0];
  }).length;
}

/** Do the numbers run on through the whole paper, rather than begin again in each area? One slip in ten is forgiven. */
function numbersRunOn(clauses: readonly Clause[]): boolean {
  if (clauses.length < 2) return true;
  const breaks = clauses.filter((clause, i) => i > 0 && clause.number <= (clauses[i - 1] as Clause).number); // as: i > 0
  const restarts = breaks.filter(({ number }) => number === 1);
  return restarts.length === 0 && breaks.length <= Math.max(1, clauses.length / 10);
}

export interface Numbered {
  readonly clause: Clause;
  readonly no: number;
}

/**
 * The number of each clause: as printed while the printed numbers only grow; a number printed twice takes the free number
 * beside it; where numbers begin again in each area, clauses count in the order of the paper. A number that only a clause of
 * `all` carries is not missing: the clause was set aside (总体要求).
 */
export function numberClauses(
  clauses: readonly Clause[],
  all: readonly Clause[] = clauses,
): { numbered: Numbered[]; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const report = (code: WarningCode, clause: Clause, params: Warning['params']) =>
    warnings.push({
      code,
      params: { printed: clause.printed, ...params },
      span: [clause.from, clause.from + clause.printed.length],
    });
  if (!numbersRunOn(clauses))
    return { numbered: clauses.map((clause, i) => ({ clause, no: i + 1 })), warnings: restartWarnings(clauses) };
  const chosen = new Set(clauses);
  const passedOver = new Set(all.filter((clause) => !chosen.has(clause)).map(({ number }) => number));
  const taken = new Set(clauses.map(({ number }) => number));
  const numbered: Numbered[] = [];
  let last = (clauses[0]?.number ?? 1) - 1;
  for (const [i, clause] of clauses.entries()) {
    const expected = last + 1;
    const following = clauses[i + 1]?.number;
    let no = clause.number;
    if (no < expected) {
      report(no === last ? 'number-repeated' : 'number-out-of-order', clause, { number: no, expected });
      if (taken.has(expected) && following === expected) return inOrder(clauses, warnings);
      no = expected;
    } else if (no > expected && !passedOver.has(expected)) {
      report('number-skipped', clause, { number: no, expected });
    }
    numbered.push({ clause, no });
    last = no;
  }
  return { numbered, warnings };
}

const inOrder = (clauses: readonly Clause[], warnings: Warning[]) => ({
  numbered: clauses.map((clause, i) => ({ clause, no: i + 1 })),
  warnings,
});

/** Slips inside each run of numbers, where the numbers begin again with every area. */
function restartWarnings(clauses: readonly Clause[]): Warning[] {
  return clauses.flatMap((clause, i): Warning[] => {
    const before = clauses[i - 1];
    const expected = before && before.parent === clause.parent ? before.number + 1 : 1;
    if (clause.number === expected || (clause.number === 1 && before?.parent !== clause.parent)) return [];
    const code =
      before && clause.number === before.number
        ? 'number-repeated'
        : clause.number > expected
          ? 'number-skipped'
          : 'number-out-of-order';
    const span: Warning['span'] = [clause.from, clause.from + clause.printed.length];
    return [{ code, params: { printed: clause.printed, number: clause.number, expected }, span }];
  });
}
