/** The grammar of who does what: `A、B牵头，C、D配合`, `A会同有关部门负责`, `A、B按职责分工负责`. */

import * as words from './lexicon/units.ts';
import type { Paper } from './paper.ts';
import type { Span, UnitMention } from './reading.ts';
import { looksLikeUnit, readUnits } from './unit-lists.ts';

/** `responsible`: named without rank (责任单位, 负责); the measure decides what that makes of them. */
export type Role = 'lead' | 'cooperating' | 'responsible';

export interface Assignment {
  readonly role: Role;
  readonly units: readonly UnitMention[];
  /** Label or brackets included. */
  readonly span: Span;
}

const MANNER = `(?:${words.MANNER})*`;
const VERB = `(?:${words.LEAD_VERBS}|${words.COOPERATING_VERBS}|${words.RESPONSIBLE_VERBS})`;
const LEADS_WITH = new RegExp(`^(.+?)${MANNER}(?:${words.LEAD_VERBS})${MANNER}会同(.+?)${MANNER}${VERB}*$`);
const LEADS = new RegExp(`^(.+?)${MANNER}(?:${words.LEAD_VERBS})(?:${MANNER}${VERB})*$`);
const TOGETHER_WITH = new RegExp(`^(.+?)会同(.+?)(?:${MANNER}${VERB})*$`);
const COOPERATES = new RegExp(`^(.+?)${MANNER}(?:${words.COOPERATING_VERBS})(?:${MANNER}${VERB})*$`);
const IS_RESPONSIBLE = new RegExp(`^(.+?)${MANNER}(?:${words.RESPONSIBLE_VERBS})(?:${MANNER}${VERB})*$`);
/** 市财政局负责落实资金: the verb with what is to be done. */
const HAS_TASK = /^([^，。；]{2,80}?)(牵头|负责|配合|协助)[^，。；、]{1,20}$/;
const ENDS_WITH_VERB = new RegExp(`${VERB}(?:${MANNER}${VERB})*\\s*$`);
const HOLDS_VERB = new RegExp(VERB);
const REMARK = new RegExp(`^(?:${words.REMARKS})`);

/** Does a text hold a verb of responsibility, or end in one? */
export const holdsVerb = (text: string): boolean => HOLDS_VERB.test(text);
export const endsWithVerb = (text: string): boolean => ENDS_WITH_VERB.test(text);

interface Clause {
  readonly role: Role;
  readonly list: Span;
}

/** Reads `A、B牵头，C、D配合`; units without a verb of their own share the next one, or have the role of the label. */
export function readClauses(paper: Paper, span: Span, label: Role | undefined): Assignment[] {
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
  if (responsible) return [{ role: 'responsible', list: list(responsible[1], 0) }];
  const task = HAS_TASK.exec(words);
  if (!task?.[1] || !looksLikeUnit(task[1].split('、').at(-1) ?? '')) return [];
  return [{ role: task[2] === '负责' ? 'responsible' : task[2] === '牵头' ? 'lead' : 'cooperating', list: list(task[1], 0) }];
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
