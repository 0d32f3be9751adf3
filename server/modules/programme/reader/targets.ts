/** Promised figures: which quantities of a clause are promises, how much, how often, by when. */
import type { Paper } from './paper.ts';
import { type Context, comparatorOf, isPromise } from './promises.ts';
import { findQuantities, type Quantity } from './quantities.ts';
import type { Comparator, Span, Target } from './reading.ts';
import { deadlineIn, opensWithPeriod, periodIn, timedPeriod } from './terms.ts';

const LONGEST_PHRASE = 400;

/** The promised figures of a stretch of paper that holds no lists of units. `isGoal`: the stretch states goals. */
export function readTargets(paper: Paper, within: Span, issuedIn: number | undefined, isGoal: boolean): Target[] {
  const targets: Target[] = [];
  for (const paragraph of pieces(paper.plain, within, /\n/)) {
    let opening: string | null = null;
    let isFirst = true;
    for (const sentence of pieces(paper.plain, paragraph, /[。！？]/)) {
      let deadline = opening;
      let period: string | null = null;
      for (const phrase of phrasesOf(paper.plain, sentence)) {
        const words = paper.plain.slice(...phrase);
        const printedDeadline = deadlineIn(words, issuedIn);
        if (printedDeadline) {
          deadline = printedDeadline;
          if (isFirst || isGoal) opening = printedDeadline;
        }
        if (words.trim() !== '') isFirst = false;
        const own = periodIn(words);
        if (own) period = opensWithPeriod(words) ? timedPeriod(own) : null;
        const isPartOfPromise = /^ *其中/.test(words) && (targets.at(-1)?.span[0] ?? -1) >= sentence[0];
        const context = {
          plain: paper.plain,
          phrase,
          sentence,
          issuedIn,
          isGoal,
          isPartOfPromise,
          isTimed: Boolean(own || printedDeadline),
        };
        targets.push(...withOwnYears(words, phrase[0], promisesOf(paper, context, deadline, period)));
      }
    }
  }
  return targets;
}

function promisesOf(paper: Paper, context: Context, deadline: string | null, inherited: string | null): Target[] {
  const found: Target[] = [];
  let before: { quantity: Quantity; comparator: Comparator } | undefined;
  let from = context.phrase[0];
  const quantities = findQuantities(paper.plain, context.phrase);
  for (const [i, quantity] of quantities.entries()) {
    const follows =
      before &&
      /^(?:以上|左右|以内)?[、和与及]$/.test(paper.plain.slice(before.quantity.span[1], quantity.span[0]).replace(/\s/g, ''));
    const isPaired = follows === true && before?.quantity.kind === quantity.kind && before.quantity.unit === quantity.unit;
    if (!isPaired && !isPromise(quantity, from, context)) continue;
    const comparator = isPaired && before ? before.comparator : comparatorOf(quantity, from, context);
    const start = isPaired ? (found.at(-1) as Target).span[0] : from; // as: a pair has a first
    const span = spanOf(paper.plain, start, quantity, quantities[i + 1], context.phrase);
    if (isPaired) widenRun(found, span, paper);
    const words = paper.plain.slice(span[0], quantity.span[1]);
    const own = periodIn(words) ?? periodIn(paper.plain.slice(context.phrase[0], quantity.span[0]));
    found.push({
      text: paper.printed.slice(...span),
      value: comparator === '<=' && quantity.upTo !== null ? quantity.upTo : quantity.value,
      upTo: comparator === '<=' ? null : quantity.upTo,
      unit: quantity.unit,
      comparator,
      period: own ?? quantity.per ?? inherited,
      deadline,
      span,
      numberSpan: quantity.span,
    });
    before = { quantity, comparator };
    const next = quantities[i + 1];
    from = next && next.span[0] < span[1] ? quantity.span[1] : span[1];
    while (/[、，和及与\s]/.test(paper.plain[from] ?? '') && from < context.phrase[1]) from++;
  }
  return found;
}

/** 分别达到65%和55%: both figures have the words of the whole clause. */
function widenRun(found: Target[], span: Span, paper: Paper): void {
  for (let i = found.length - 1; i >= 0 && found[i]?.span[0] === span[0]; i--) {
    found[i] = { ...(found[i] as Target), span, text: paper.printed.slice(...span) }; // as: i is inside the list
  }
}

/** The words of the promise: from the last comma to the end of its phrase, or up to the next 、 that begins another figure. */
function spanOf(plain: string, from: number, quantity: Quantity, next: Quantity | undefined, phrase: Span): Span {
  let start = from;
  while (start < quantity.span[0] && /[\s、：]/.test(plain[start] ?? '')) start++;
  let stop = phrase[1];
  if (next) {
    const cut = plain.slice(quantity.span[1], next.span[0]).search(/[、和]/);
    if (cut >= 0) stop = quantity.span[1] + cut;
  }
  while (stop > quantity.span[1] && /\s/.test(plain[stop - 1] ?? '')) stop--;
  return [start, stop];
}

/** 2025年、2026年分别新建5个、6个, and 2025年5个、2026年6个: each figure has its own year. */
function withOwnYears(words: string, from: number, targets: Target[]): Target[] {
  const years = [...words.matchAll(/(20\d\d) ?年/g)].map(({ index, 1: year }) => ({ year: year ?? null, at: from + index }));
  if (years.length < 2 || years.length !== targets.length) return targets;
  const takeTurns = targets.every(({ numberSpan }, i) => {
    const [own, next] = [years[i], years[i + 1]];
    return own !== undefined && own.at < numberSpan[0] && (next === undefined || next.at >= numberSpan[1]);
  });
  if (!takeTurns && !words.includes('分别')) return targets;
  return targets.map((target, i) => ({ ...target, deadline: years[i]?.year ?? target.deadline }));
}

function* pieces(plain: string, [from, to]: Span, at: RegExp): Generator<Span> {
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && !at.test(plain[i] ?? '')) continue;
    if (i > start) yield [start, i];
    start = i + 1;
  }
}

/** Phrases end with ， ； ： outside brackets; very long ones are cut, so that reading stays quick. */
function* phrasesOf(plain: string, [from, to]: Span): Generator<Span> {
  let start = from;
  let depth = 0;
  for (let at = from; at <= to; at++) {
    const sign = plain[at] ?? '';
    if (sign === '（' || sign === '“') depth++;
    if (sign === '）' || sign === '”') depth = Math.max(0, depth - 1);
    const ends = at === to || (depth === 0 && /[，；：]/.test(sign)) || at - start >= LONGEST_PHRASE;
    if (!ends) continue;
    if (at > start) yield [start, at];
    start = /[，；：]/.test(sign) ? at + 1 : at;
    if (at - start >= LONGEST_PHRASE) depth = 0;
  }
}
