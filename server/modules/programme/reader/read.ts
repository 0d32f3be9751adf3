/**
 * Reads a policy paper of the genre 若干措施 / 行动计划 / 实施方案 / 意见: who is to do what, and which figures are promised.
 * Pure and linear in the length of the text. The result is a draft: a person confirms it.
 */

import { areasOf } from './areas.ts';
import { readAssignments, saysFirstLeads } from './assignments.ts';
import { checkConsultation } from './consultation/checks.ts';
import { readConsultation } from './consultation/summary.ts';
import { extentOf, titlesOf } from './measure-text.ts';
import { findMeasures, isGoals, isPreamble, type Numbered, numberClauses } from './measures.ts';
import { type Clause, readOutline } from './outline.ts';
import { type Paper, paperOf } from './paper.ts';
import { readParts } from './parts.ts';
import { unitsOf } from './ranking.ts';
import type { Measure, PolicyReading, Span, Target, Warning } from './reading.ts';
import { readTables } from './tables.ts';
import { readTargets } from './targets.ts';
import { deadlineIn, statedDeadline } from './terms.ts';
import { readTitle } from './title.ts';
import type { Assignment } from './unit-clauses.ts';
import { issuedYear, readValidUntil } from './validity.ts';
import { inPaperOrder, unitsOutside, warningsOnMeasures } from './warnings.ts';
import { unwrapped, withPlaces } from './wrapped-lines.ts';

/** 完成时限：… stands in the last lines of a measure. */
const LAST_LINES = 200;

/** What one part of the file holds (notice, paper or attachment). */
interface Body {
  readonly part: Span;
  readonly clauses: readonly Clause[];
  readonly chosen: readonly Clause[];
  readonly assignments: readonly Assignment[];
  readonly warnings: readonly Warning[];
}

/** Reads the decoded text of a paper. Never throws: a text that is no policy paper gives an empty reading with a warning. */
export function readPolicy(text: string): PolicyReading {
  const joined = unwrapped(text);
  return joined ? withPlaces(readWhole(joined.text), joined.placeOf, text) : readWhole(text);
}

function readWhole(text: string): PolicyReading {
  const paper = paperOf(text);
  const parts = readParts(paper);
  const body = parts.papers
    .map((part) => readBody(paper, part))
    .reduce((best, next) => (weight(next) > weight(best) ? next : best));
  const title = readTitle(paper.plain, [0, body.clauses[0]?.from ?? body.part[1]]);
  const issuedIn = issuedYear(paper.plain);
  const firstLeads = saysFirstLeads(paper.plain.slice(...body.part));
  const { numbered, warnings: numberWarnings } = numberClauses(body.chosen, ofSameKind(body));
  const areas = areasOf(paper, numbered);
  const titles = titlesOf(paper, numbered, body.assignments);
  const clauses = numbered.map((item, i): Measure => {
    const assignments = assignmentsIn(body.assignments, item.clause);
    const span = extentOf(paper.plain, item.clause, assignments);
    const goal = isGoals(paper.plain, item.clause);
    return {
      no: item.no,
      printed: paper.printed.slice(item.clause.from, item.clause.from + item.clause.printed.length),
      area: areas.numberOf(item.clause),
      title: titles[i]?.title ?? null,
      titleSpan: titles[i]?.span ?? null,
      ...unitsOf(assignments, firstLeads),
      targets: targetsOf(paper, [item.clause.head[0], span[1]], assignments, issuedIn, goal),
      span,
    };
  });
  const rows = clauses.some(({ lead }) => lead.length > 0)
    ? []
    : parts.papers.flatMap((part) => readTables(paper, part, issuedIn, firstLeads));
  const isTable = rows.length > 0;
  const measures = isTable ? rows.map((row, i) => ({ ...row, no: i + 1 })) : clauses;
  const consultation = parts.consultation ? readConsultation(paper, parts.consultation, measures) : null;
  const warnings: Warning[] = [
    ...body.warnings,
    ...(isTable ? [] : [...numberWarnings, ...areas.warnings]),
    ...warningsOnMeasures(measures),
    ...unitsOutside(body.assignments, measures),
    ...(consultation ? checkConsultation(consultation, measures, (span) => text.slice(...span)) : []),
    ...(measures.length === 0 ? [nothingFound(text)] : []),
  ];
  return {
    title: title ? paper.printed.slice(...title.span).replace(/\s+/g, '') : null,
    titleSpan: title?.span ?? null,
    validUntil: readValidUntil(paper.plain.slice(0, parts.consultation?.[0])) ?? null,
    areas: isTable ? [] : areas.areas,
    measures,
    goals: goalFigures(paper, body, numbered, issuedIn),
    consultation,
    warnings: inPaperOrder(warnings),
  };
}

const nothingFound = ({ length }: string): Warning => ({ code: 'no-measures-found', params: {}, span: [0, Math.min(length, 1)] });

const ofSameKind = ({ clauses, chosen }: Body): Clause[] => clauses.filter(({ kind }) => kind === chosen[0]?.kind);

function readBody(paper: Paper, part: Span): Body {
  const { clauses, warnings } = readOutline(paper.plain, part);
  const { assignments, warnings: labels } = readAssignments(paper, part);
  return {
    part,
    clauses,
    assignments,
    chosen: findMeasures(paper.plain, clauses, assignments),
    warnings: [...warnings, ...labels],
  };
}

/** The paper proper is the part with the most measures; units named weigh more than bare numbers. */
const weight = ({ chosen, assignments }: Body): number => chosen.length + 3 * assignments.length;

const assignmentsIn = (assignments: readonly Assignment[], { from, to }: Clause): Assignment[] =>
  assignments.slice(firstAtOrAfter(assignments, from), firstAtOrAfter(assignments, to));

/** Binary search, so that long papers are read in good time. */
function firstAtOrAfter(assignments: readonly Assignment[], at: number): number {
  let low = 0;
  let high = assignments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((assignments[middle] as Assignment).span[0] < at)
      low = middle + 1; // as: middle < length
    else high = middle;
  }
  return low;
}

/** A day that stands with the units （2025年底前完成） is the deadline of every figure that names none. */
function targetsOf(
  paper: Paper,
  text: Span,
  assignments: readonly Assignment[],
  issuedIn: number | undefined,
  isGoal: boolean,
): Target[] {
  const targets = textAround(text, assignments).flatMap((piece) => readTargets(paper, piece, issuedIn, isGoal));
  const beside = assignments.map(({ span }) => deadlineIn(paper.plain.slice(...span), issuedIn)).find((day) => day !== undefined);
  const stated =
    beside ?? statedDeadline(paper.plain.slice(text[1] - Math.min(LAST_LINES, text[1] - text[0]), text[1]), issuedIn);
  return stated ? targets.map((target) => ({ ...target, deadline: target.deadline ?? stated })) : targets;
}

/** The stretches of text between lists of units. */
function textAround([from, to]: Span, assignments: readonly Assignment[]): Span[] {
  const pieces: Span[] = [];
  let start = from;
  for (const { span } of assignments) {
    if (span[0] > start) pieces.push([start, span[0]]);
    start = Math.max(start, span[1]);
  }
  return start < to ? [...pieces, [start, to]] : pieces;
}

/** Figures in clauses that state the paper's goals and are no measures themselves. */
function goalFigures(paper: Paper, { clauses }: Body, numbered: readonly Numbered[], issuedIn: number | undefined): Target[] {
  const measures = new Set(numbered.map(({ clause }) => clause));
  const stance = new Map<Clause, 'goals' | 'preamble' | 'measure' | undefined>();
  return clauses.flatMap((clause) => {
    const above = clause.parent && stance.get(clause.parent);
    const own = isGoals(paper.plain, clause) ? 'goals' : isPreamble(paper.plain, clause) ? 'preamble' : undefined;
    const kind = above === 'measure' || measures.has(clause) ? 'measure' : (own ?? above);
    stance.set(clause, kind);
    if (kind !== 'goals' && kind !== 'preamble') return [];
    return readTargets(paper, [clause.head[0], clause.ownTo], issuedIn, kind === 'goals');
  });
}
