/**
 * 征求意见汇总说明: which units were asked, what each said, what became of it, and why. Every sentence is accounted for: what was
 * not understood is kept as such, never dropped.
 */
import { REQUEST } from '../lexicon/consultation.ts';
import { linesOf } from '../outline.ts';
import type { Paper } from '../paper.ts';
import type { Consultation, Measure, Span } from '../reading.ts';
import { isAside } from './asides.ts';
import { dayIn } from './asked.ts';
import { ADOPTED } from './decision.ts';
import { type Found, keepAnswer, keepOthers, nothingFound, type Reader, trimmed } from './found.ts';
import { type Heading, within as headed, headingOf, type Item, itemsOf, NO_HEADING } from './items.ts';
import { opinionsOfRow } from './opinions.ts';
import { type Source, sourceOf } from './source.ts';
import { answerIn } from './speakers.ts';
import { readStatement } from './speech.ts';
import { type Statement, statementsOf } from './statements.ts';
import { readOpinionTable } from './table.ts';

/** Reads the summary of opinions in `within`; `measures` tell which measure an opinion is about when only its title is quoted. */
export function readConsultation(paper: Paper, within: Span, measures: readonly Measure[]): Consultation {
  const source = sourceOf(paper, within);
  const lines = [...linesOf(paper.plain, within)];
  const heading = lines[0] ?? within;
  const found = nothingFound();
  const reader: Reader = { source, measures, found };
  const body: Span = [Math.min(heading[1], within[1]), within[1]];
  const table = readOpinionTable(source, body);
  found.unread.push(...table.unread);
  for (const stretch of around(body, table.lines)) for (const item of itemsOf(source, stretch, measures)) readItem(reader, item);
  for (const row of table.rows) {
    const said = source.paper.plain.slice(...row.asked).trim();
    const answer = /^(?:\/|-+|—+)。?$/.test(said) ? { kind: 'none' as const, length: said.length } : answerIn(said);
    if (answer && !REQUEST.test(said.slice(answer.length)) && !ADOPTED.test(said))
      keepAnswer(reader, answer.kind, row.units, null);
    else found.opinions.push(...opinionsOfRow(source.paper, row, measures));
  }
  keepOthers(reader);
  return {
    title: paper.printed.slice(...heading).replace(/^\[[^\]]*\]/, ''),
    sentOn: dayIn(source.masked.slice(heading[1], firstAnswer(found, body[1]))) ?? null,
    requested: found.asked,
    requestedCount: found.askedCount,
    opinions: found.opinions,
    noOpinion: found.none,
    noOpinionCount: found.noneCount,
    noAnswer: found.silent,
    opinionCount: found.tally,
    saysNothingCame: found.isNothing,
    unread: found.unread.map((span) => ({ text: paper.printed.slice(...span), span })).sort((a, b) => a.span[0] - b.span[0]),
    span: [within[0], Math.max(within[0], lines.at(-1)?.[1] ?? within[1])],
  };
}

/** The stretches of `body` outside the lines of a table. */
function around(body: Span, lines: readonly Span[]): Span[] {
  const stretches: Span[] = [];
  let start = body[0];
  for (const [from, to] of lines) {
    if (from > start) stretches.push([start, from]);
    start = Math.max(start, to);
  }
  return [...stretches, ...(start < body[1] ? [[start, body[1]] as Span] : [])]; // as: a pair
}

const firstAnswer = ({ opinions, none, silent }: Found, end: number): number =>
  Math.min(end, ...[...opinions, ...none, ...silent].map(({ span }) => span[0]));

function readItem(reader: Reader, { span, under }: Item): void {
  const { source, found, measures } = reader;
  const isTold = under.units.length > 0 || under.answer !== undefined;
  const isHeading = ([from, to]: Span) => headingAt(reader, { span: [from, to], opening: undefined }, measures) !== undefined;
  const opinionsBefore = found.opinions.length;
  let here = under;
  /** A unit named alone, of which nothing has been said yet. */
  let waiting: Span | undefined;
  for (const statement of statementsOf(source, span, { isTold, isAside, isHeading })) {
    const heading = headingAt(reader, statement, measures);
    const isName = heading !== undefined && heading.units.length > 0;
    // 区教委, then 无意见: said of the unit, no heading for others.
    const isSaid = isName ? here.answer !== undefined || statement.span[1] >= span[1] : heading?.answer && here.units.length > 0;
    if (heading && !isSaid) {
      if (waiting) found.unread.push(trimmed(source.paper.plain, waiting));
      waiting = isName ? statement.span : undefined;
      here = headed(under, heading);
      continue;
    }
    if (!isBlank(source, statement.span)) waiting = undefined;
    readStatement(reader, statement, here, opinionsBefore);
  }
  if (waiting) found.unread.push(trimmed(source.paper.plain, waiting));
}

const isBlank = ({ paper }: Source, span: Span): boolean => !/\S/.test(paper.plain.slice(...span));

/** A line of its own that only says what follows it. */
function headingAt({ source }: Reader, { span, opening }: Statement, measures: readonly Measure[]): Heading | undefined {
  if (opening && opening.kind !== 'speech') return undefined;
  const [from, to] = trimmed(source.paper.plain, span);
  const words = source.paper.plain.slice(from, to);
  if (words === '' || words.includes('\n')) return undefined;
  const heading = headingOf(source, [from, to], measures);
  return heading === NO_HEADING && isAside(words) ? undefined : heading;
}
