/** Labels before lists of units: 牵头单位：, 【责任单位】, 主办：. */
import * as words from './lexicon/units.ts';
import { numberingAt } from './numbering.ts';
import type { Span } from './reading.ts';
import type { Role } from './unit-clauses.ts';

const LABEL = new RegExp(
  `(?<![^\\s（，。；、！”.])（? ?${words.LABEL_PREFIX}(?:(${words.LEAD_LABELS})|(${words.COOPERATING_LABELS})|(${words.RESPONSIBLE_LABELS}))(?: ?（[^（）]{1,12}）)?(?: ?）(?=[^、，。；）])| ?：| +(?=[市区县省各])|\\n+ *(?=[市区县省各]))：? *` +
    `|(?<![^\\s（，。；、])(?:(${words.BARE_LEAD_LABELS})|(${words.BARE_COOPERATING_LABELS})|(${words.BARE_RESPONSIBLE_LABELS})) ?： *`,
  'g',
);
const OTHER_LABEL = /[，；。\s][^、，；。：（）\s]{2,10}：/;
/** Lists are shorter than this. */
export const LONGEST_LIST = 800;
/** How far into the next line a label may look for its first unit. */
const NEXT_LINE = 8;

export interface Label {
  readonly role: Role;
  /** 牵头单位, without brackets and colon. */
  readonly words: string;
  readonly span: Span;
  readonly valueFrom: number;
}

/** The labels of one line. */
export function labelsOf(plain: string, from: number, to: number, limit: number): Label[] {
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
    labels.push({ role, words: whole.replace(/[（）：\s]/g, ''), span, valueFrom });
  }
  return labels;
}

/** A list ends with its line, sentence or brackets, or where another label begins; it goes on after a line that ends in 、. */
export function endOfList(plain: string, from: number, limit: number): number {
  if (/^[^、，；。：（）\s]{2,10}：/.test(plain.slice(from, from + 12))) return from;
  let depth = 0;
  for (let at = from; at < limit && at < from + LONGEST_LIST; at++) {
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
  return Math.min(limit, from + LONGEST_LIST);
}
