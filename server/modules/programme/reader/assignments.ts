/** Where a paper says who does the work: after a label (牵头单位：…) or in brackets (（人社局牵头，财政局配合）). */

import { endOfList, type Label, LONGEST_LIST, labelsOf } from './labels.ts';
import { linesOf } from './outline.ts';
import type { Paper } from './paper.ts';
import type { Span, Warning } from './reading.ts';
import { type Assignment, endsWithVerb, holdsVerb, readClauses } from './unit-clauses.ts';
import { looksLikeOrgan, looksLikeUnit } from './unit-lists.ts';

/** The share of labels that must read alike before another one is odd. */
const USUAL = 0.75;
const FIRST_LEADS =
  /(?:列|排|居|位)[^。；）\n]{0,8}?(?:第一|首)(?:位|个|名)?[^。；）\n]{0,12}?(?:牵头|主办|主责)|(?:第一个|首个|首位)(?:单位|部门)?(?:为|是)(?:牵头|主办|主责)/;

/** Does the paper say that the unit named first leads (列第一位者为牵头单位)? */
export const saysFirstLeads = (plain: string): boolean => FIRST_LEADS.test(plain);

/** All assignments of a stretch of paper in order, with warnings about their spelling. */
export function readAssignments(paper: Paper, within: Span): { assignments: Assignment[]; warnings: Warning[] } {
  const assignments: Assignment[] = [];
  const warnings: Warning[] = [];
  const labels: Label[] = [];
  let labelledTo = 0;
  for (const [from, to] of linesOf(paper.plain, within)) {
    if (to <= labelledTo) continue;
    for (const label of labelsOf(paper.plain, from, to, within[1])) {
      const end = endOfList(paper.plain, label.valueFrom, within[1]);
      labelledTo = Math.max(labelledTo, end);
      const read = readClauses(paper, [label.valueFrom, end], label.role);
      const close = closingBracket(paper.plain, label, end, to);
      labelledTo = Math.max(labelledTo, close);
      assignments.push(...read.map((part) => ({ ...part, span: [label.span[0], Math.max(close, label.span[1])] as Span }))); // as: a pair
      labels.push(label);
      if (read.length === 0) warnings.push({ code: 'no-unit-after-label', params: {}, span: label.span });
    }
    for (const bracket of bracketsOf(paper.plain, Math.max(from, labelledTo), to)) {
      assignments.push(...readBracket(paper, bracket, to));
    }
    assignments.push(...readSentences(paper, [Math.max(from, labelledTo), to]));
  }
  assignments.sort((a, b) => a.span[0] - b.span[0]);
  return { assignments, warnings: [...warnings, ...labelWarnings(paper, labels)] };
}

/** A label in brackets takes all that stands in them: （责任单位：…，完成时限：…）. */
function closingBracket(plain: string, { span: [from] }: Label, end: number, lineEnd: number): number {
  const opened = plain[from] === '（' || plain[from - 1] === '（';
  const close = opened ? plain.slice(end, Math.min(lineEnd, end + LONGEST_LIST)).indexOf('）') : -1;
  return close < 0 ? end : end + close + 1;
}

/** A colon or a label unlike those in the rest of the paper is a slip; a paper that always writes so is not. */
function labelWarnings(paper: Paper, labels: readonly Label[]): Warning[] {
  const halfWidth = labels.filter(({ span }) => paper.printed.slice(...span).endsWith(':'));
  const colons = halfWidth.length * 2 > labels.length ? [] : halfWidth;
  const seconds = labels.filter(({ role }, i) => role !== 'lead' && labels[i - 1]?.role === 'lead');
  const counts = new Map<string, number>();
  for (const { words } of seconds) counts.set(words, (counts.get(words) ?? 0) + 1);
  const [usual = '', most = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const odd = most >= 3 && most >= seconds.length * USUAL ? seconds.filter(({ words }) => words !== usual) : [];
  return [
    ...colons.map(
      ({ words, span: [, end] }): Warning => ({ code: 'half-width-colon', params: { label: words }, span: [end - 1, end] }),
    ),
    ...odd.map(({ words, span }): Warning => ({ code: 'label-differs', params: { label: words, usual }, span })),
  ];
}

/** Outermost pairs of brackets on one line, without the brackets. */
function bracketsOf(plain: string, from: number, to: number): Span[] {
  const found: Span[] = [];
  const opened: number[] = [];
  for (let at = from; at < to; at++) {
    if (plain[at] === '（') opened.push(at);
    else if (plain[at] === '）' && opened.length > 0) {
      const start = opened.pop() as number; // as: the length was just checked
      while (found.length > 0 && (found.at(-1) as Span)[0] > start) found.pop(); // as: the length was just checked
      if (at - start <= LONGEST_LIST) found.push([start + 1, at]);
    }
  }
  return found;
}

function readBracket(paper: Paper, inside: Span, lineEnd: number): Assignment[] {
  const [from, to] = inside;
  const content = paper.plain.slice(from, to);
  const closesSentence =
    /[。；！”]\s*$/.test(paper.plain.slice(Math.max(0, from - 5), from - 1)) ||
    /^[。；\s]*$/.test(paper.plain.slice(to + 1, Math.min(lineEnd, to + 8)));
  const verbs = holdsVerb(content);
  if (!verbs && !closesSentence) return [];
  const read = readClauses(paper, inside, verbs ? undefined : 'responsible');
  const units = read.flatMap((part) => part.units);
  const hasOrgan = units.some(({ name }) => looksLikeOrgan(name));
  const like = units.filter(({ name }) => (verbs || hasOrgan ? looksLikeUnit(name) : looksLikeOrgan(name))).length;
  const enough = closesSentence ? like * (verbs ? 2 : 1.5) >= units.length : like === units.length;
  if (units.length === 0 || like === 0 || !enough) return [];
  return read.map((part) => ({ ...part, span: [from - 1, to + 1] }));
}

const BY_SENTENCE = /(?<=^|[。；])\s*(?:(?:此项|该项|上述|以上|具体)(?:工作|任务)?，?)?由[^。；（）]{4,300}/g;

/** 由市教育局牵头，市财政局配合。 as a sentence of its own. */
function readSentences(paper: Paper, [from, to]: Span): Assignment[] {
  if (to <= from) return [];
  return [...paper.plain.slice(from, to).matchAll(BY_SENTENCE)].flatMap(({ index, 0: words }) => {
    const span: Span = [from + index + words.indexOf('由'), from + index + words.length];
    if (!endsWithVerb(words)) return [];
    const read = readClauses(paper, span, undefined);
    const units = read.flatMap((part) => part.units);
    return units.length > 0 && units.every(({ name }) => looksLikeUnit(name)) ? read : [];
  });
}
