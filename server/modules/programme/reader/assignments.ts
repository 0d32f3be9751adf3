/** Where a paper says who does the work: after a label (牵头单位：…) or in brackets (（人社局牵头，财政局配合）). */
import type { Paper } from './canonical.ts';
import * as words from './lexicon/units.ts';
import { numberingAt } from './numbering.ts';
import { linesOf } from './outline.ts';
import type { Span, UnitMention, Warning } from './reading.ts';
import { looksLikeOrgan, looksLikeUnit, readUnits } from './unit-lists.ts';

/** `responsible`: named without rank (责任单位, 负责); the measure decides what that makes of them. */
export type Role = 'lead' | 'cooperating' | 'responsible';

export interface Assignment {
  readonly role: Role;
  readonly units: readonly UnitMention[];
  /** Label or brackets included. */
  readonly span: Span;
}

const LABEL = new RegExp(
  `(?<![^\\s（，。；、！”.])（? ?${words.LABEL_PREFIX}(?:(${words.LEAD_LABELS})|(${words.COOPERATING_LABELS})|(${words.RESPONSIBLE_LABELS}))(?: ?（[^（）]{1,12}）)?(?: ?）(?=[^、，。；）])| ?：| +(?=[市区县省各])|\\n+ *(?=[市区县省各]))：? *` +
    `|(?<![^\\s（，。；、])(?:(${words.BARE_LEAD_LABELS})|(${words.BARE_COOPERATING_LABELS})|(${words.BARE_RESPONSIBLE_LABELS})) ?： *`,
  'g',
);
const OTHER_LABEL = /[，；。\s][^、，；。：（）\s]{2,10}：/;
const MANNER = `(?:${words.MANNER})*`;
const VERB = `(?:${words.LEAD_VERBS}|${words.COOPERATING_VERBS}|${words.RESPONSIBLE_VERBS})`;
const LEADS_WITH = new RegExp(`^(.+?)${MANNER}(?:${words.LEAD_VERBS})${MANNER}会同(.+?)${MANNER}${VERB}*$`);
const LEADS = new RegExp(`^(.+?)${MANNER}(?:${words.LEAD_VERBS})(?:${MANNER}${VERB})*$`);
const TOGETHER_WITH = new RegExp(`^(.+?)会同(.+?)(?:${MANNER}${VERB})*$`);
const COOPERATES = new RegExp(`^(.+?)${MANNER}(?:${words.COOPERATING_VERBS})(?:${MANNER}${VERB})*$`);
const IS_RESPONSIBLE = new RegExp(`^(.+?)${MANNER}(?:${words.RESPONSIBLE_VERBS})(?:${MANNER}${VERB})*$`);
const ENDS_WITH_VERB = new RegExp(`${VERB}(?:${MANNER}${VERB})*\\s*$`);
const REMARK = new RegExp(`^(?:${words.REMARKS})`);
const FIRST_LEADS =
  /(?:列|排|居|位)[^。；）\n]{0,8}?(?:第一|首)(?:位|个|名)?[^。；）\n]{0,12}?(?:牵头|主办|主责)|(?:第一个|首个|首位)(?:单位|部门)?(?:为|是)(?:牵头|主办|主责)/;
const LONGEST_BRACKET = 800;
/** How far into the next line a label may look for its first unit. */
const NEXT_LINE = 8;

/** Does the paper say that the unit named first leads (列第一位者为牵头单位)? */
export const saysFirstLeads = (plain: string): boolean => FIRST_LEADS.test(plain);

/** All assignments of a stretch of paper in order, with warnings about their spelling. */
export function readAssignments(paper: Paper, within: Span): { assignments: Assignment[]; warnings: Warning[] } {
  const assignments: Assignment[] = [];
  const warnings: Warning[] = [];
  let labelledTo = 0;
  for (const [from, to] of linesOf(paper.plain, within)) {
    if (to <= labelledTo) continue;
    for (const label of labelsOf(paper.plain, from, to, within[1])) {
      const end = endOfList(paper.plain, label.valueFrom, within[1]);
      labelledTo = Math.max(labelledTo, end);
      const read = readClauses(paper, [label.valueFrom, end], label.role);
      assignments.push(...read.map((part) => ({ ...part, span: [label.span[0], Math.max(end, label.span[1])] as Span }))); // as: a pair
      const colon = paper.printed.slice(...label.span).lastIndexOf(':');
      if (colon >= 0) {
        const at = label.span[0] + colon;
        warnings.push({
          code: 'half-width-colon',
          params: { label: paper.printed.slice(label.span[0], at) },
          span: [at, at + 1],
        });
      }
      if (read.length === 0) warnings.push({ code: 'no-unit-after-label', params: {}, span: label.span });
    }
    for (const bracket of bracketsOf(paper.plain, Math.max(from, labelledTo), to)) {
      assignments.push(...readBracket(paper, bracket, to));
    }
    assignments.push(...readSentences(paper, [Math.max(from, labelledTo), to]));
  }
  assignments.sort((a, b) => a.span[0] - b.span[0]);
  return { assignments, warnings };
}

interface Label {
  readonly role: Role;
  readonly span: Span;
  readonly valueFrom: number;
}

function labelsOf(plain: string, from: number, to: number, limit: number): Label[] {
  const labels: Label[] = [];
  for (const match of plain.slice(from, Math.min(limit, to + NEXT_LINE)).matchAll(LABEL)) {
    const at = from + match.index;
    if (at >= to) break;
    const [whole, lead, cooperating, , bareLead, bareCooperating] = match;
    const role = lead || bareLead ? 'lead' : cooperating || bareCooperating ? 'cooperating' : 'responsible';
    let valueFrom = at + whole.length;
    while (valueFrom < limit && /\s/.test(plain[valueFrom] ?? '')) valueFrom++;
    if (plain.slice(at, valueFrom).includes('\n') && numberingAt(plain, valueFrom)) valueFrom = at + whole.trimEnd().length;
    const span: Span = [at, at + whole.trimEnd().length];
    labels.push({ role, span, valueFrom });
  }
  return labels;
}

/** A list ends with its line, sentence or brackets, or where another label begins; it goes on after a line that ends in 、. */
function endOfList(plain: string, from: number, limit: number): number {
  if (/^[^、，；。：（）\s]{2,10}：/.test(plain.slice(from, from + 12))) return from;
  let depth = 0;
  for (let at = from; at < limit && at < from + LONGEST_BRACKET; at++) {
    const sign = plain[at];
    if (sign === '（') depth++;
    if (sign === '）' && depth-- === 0) return at;
    if (depth === 0 && sign === '。') return at;
    if (sign === '\n' && !/[、，]\s*$/.test(plain.slice(Math.max(from, at - 8), at))) return at;
    if (depth === 0 && /[，；\s]/.test(sign ?? '') && OTHER_LABEL.test(plain.slice(at, at + 14))) {
      const other = OTHER_LABEL.exec(plain.slice(at, at + 14));
      if (other?.index === 0) return at;
    }
  }
  return Math.min(limit, from + LONGEST_BRACKET);
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
      if (at - start <= LONGEST_BRACKET) found.push([start + 1, at]);
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
  const verbs = new RegExp(VERB).test(content);
  if (!verbs && !closesSentence) return [];
  const read = readClauses(paper, inside, verbs ? undefined : 'responsible');
  const units = read.flatMap((part) => part.units);
  const like = units.filter(({ name }) => (verbs ? looksLikeUnit(name) : looksLikeOrgan(name))).length;
  const enough = verbs && closesSentence ? like * 2 >= units.length : like === units.length;
  if (units.length === 0 || like === 0 || !enough) return [];
  return read.map((part) => ({ ...part, span: [from - 1, to + 1] }));
}

const BY_SENTENCE = /(?<=^|[。；])\s*(?:(?:此项|该项|上述|以上|具体)(?:工作|任务)?，?)?由[^。；（）]{4,300}/g;

/** 由市教育局牵头，市财政局配合。 as a sentence of its own. */
function readSentences(paper: Paper, [from, to]: Span): Assignment[] {
  if (to <= from) return [];
  return [...paper.plain.slice(from, to).matchAll(BY_SENTENCE)].flatMap(({ index, 0: words }) => {
    const span: Span = [from + index + words.indexOf('由'), from + index + words.length];
    if (!ENDS_WITH_VERB.test(words)) return [];
    const read = readClauses(paper, span, undefined);
    const units = read.flatMap((part) => part.units);
    return units.length > 0 && units.every(({ name }) => looksLikeUnit(name)) ? read : [];
  });
}

interface Clause {
  readonly role: Role;
  readonly list: Span;
}

/** Reads `A、B牵头，C、D配合`; units without a verb of their own share the next one, or have the role of the label. */
function readClauses(paper: Paper, span: Span, label: Role | undefined): Assignment[] {
  const read: Clause[] = [];
  let waiting: Span | undefined;
  for (const segment of segmentsOf(paper.plain, span)) {
    const text = paper.plain.slice(...segment);
    const lead = /^(?:\s|由|并由|注：)*/.exec(text)?.[0].length ?? 0;
    const start = segment[0] + lead;
    const words = text.slice(lead).trimEnd();
    if (words === '' || REMARK.test(words)) continue;
    const found = clausesOf(words, start);
    const first = found[0];
    if (first && waiting) found[0] = { ...first, list: [waiting[0], first.list[1]] };
    waiting = found.length > 0 ? undefined : [waiting?.[0] ?? start, start + words.length];
    read.push(...found);
  }
  if (waiting && label) read.push({ role: label, list: waiting });
  return read.flatMap(({ role, list }) => {
    const units = readUnits(paper, list).filter(({ name }) => !REMARK.test(name));
    return withMarkedLead(paper, role, units, span);
  });
}

function clausesOf(words: string, at: number): Clause[] {
  const list = (text: string | undefined, from: number): Span => [at + from, at + from + (text?.length ?? 0)];
  const leadsWith = LEADS_WITH.exec(words) ?? TOGETHER_WITH.exec(words);
  if (leadsWith?.[2]) {
    const second = words.indexOf('会同') + 2;
    return [
      { role: 'lead', list: list(leadsWith[1], 0) },
      { role: 'cooperating', list: list(leadsWith[2], second) },
    ];
  }
  const leads = LEADS.exec(words);
  if (leads) return [{ role: 'lead', list: list(leads[1], 0) }];
  const cooperates = COOPERATES.exec(words);
  if (cooperates) return [{ role: 'cooperating', list: list(cooperates[1], 0) }];
  const responsible = IS_RESPONSIBLE.exec(words);
  return responsible ? [{ role: 'responsible', list: list(responsible[1], 0) }] : [];
}

/** 责任单位：区人社局（牵头）、区财政局 — the mark in brackets names the lead. */
function withMarkedLead(paper: Paper, role: Role, units: UnitMention[], span: Span): Assignment[] {
  const mark = /[（(](?:牵头|主办)(?:单位|部门)?[）)]$/;
  if (!units.some(({ name }) => mark.test(name))) return units.length > 0 ? [{ role, units, span }] : [];
  const leads = units.flatMap(({ name, span: [from, to] }) => {
    const sign = mark.exec(name);
    const bracket = paper.plain.lastIndexOf('（', to);
    return sign ? [{ name: name.slice(0, sign.index), span: [from, bracket] as Span }] : []; // as: a pair
  });
  const others = units.filter(({ name }) => !mark.test(name));
  return [
    { role: 'lead' as const, units: leads, span },
    { role, units: others, span },
  ].filter((part) => part.units.length > 0);
}

/** Cuts at ， ； and 。 outside brackets. */
function segmentsOf(plain: string, [from, to]: Span): Span[] {
  const segments: Span[] = [];
  let depth = 0;
  let start = from;
  for (let at = from; at <= to; at++) {
    const sign = plain[at] ?? '';
    if (sign === '（') depth++;
    if (sign === '）') depth--;
    if (at === to || (depth <= 0 && /[，；。\n]/.test(sign))) {
      segments.push([start, at]);
      start = at + 1;
    }
  }
  return segments;
}
