/** The office's own opinions under the same check as a printed summary: what was decided, held against one version of the text. */
import { createHash } from 'node:crypto';
import { looksLikeUnit, type PolicyReading } from '../programme/module.ts';
import { checkOpinion } from './check/check-opinion.ts';
import { groundsOf } from './check/check-paper.ts';
import { lettersOf } from './check/folded.ts';
import type { Decision, Finding, Request, RequestKind, Span, Verdict } from './check/shapes.ts';
import { type Carried, carrySpan } from './compare/carry-span.ts';
import { comparisonsWith } from './compare/comparisons.ts';
import { passageOf } from './compare/passage.ts';

/** Of a version's reading what the check needs: the measures, and where a summary of earlier opinions stands in the text. */
export type Outline = Pick<PolicyReading, 'title'> & {
  readonly measures: readonly Pick<
    PolicyReading['measures'][number],
    'no' | 'title' | 'lead' | 'leadSpans' | 'cooperating' | 'cooperatingSpans' | 'span'
  >[];
  readonly summary: Span | null;
};

export const outlineOf = ({ title, measures, consultation }: PolicyReading): Outline => ({
  title,
  measures: measures.map(({ no, title: heading, lead, leadSpans, cooperating, cooperatingSpans, span }) => ({
    no,
    title: heading,
    lead,
    leadSpans,
    cooperating,
    cooperatingSpans,
    span,
  })),
  summary: consultation?.span ?? null,
});

export type OpinionWords = {
  readonly id: string;
  readonly version: number;
  readonly span: Span | null;
  readonly measure: number | null;
  readonly kind: RequestKind;
  readonly oldWords: string | null;
  readonly newWords: string | null;
};
export type Decided = {
  readonly revision: number;
  readonly decision: Decision;
  readonly reason: string;
  readonly promised: string | null;
};

export type Judged = {
  readonly anchor: 'whole' | 'kept' | 'edited' | 'lost';
  readonly span: Span | null;
  readonly verdict: Verdict | null;
  readonly findings: readonly Finding[];
  readonly findingsKey: string;
};

/** Judges many opinions against one version; `textOf` gives the version that an opinion speaks of. */
export function judgeAgainst(version: number, text: string, outline: Outline, textOf: (version: number) => string) {
  const grounds = groundsOf(text, outline, outline.summary);
  const compared = comparisonsWith(text, textOf);
  const carried = (opinion: OpinionWords): Carried | undefined => {
    if (!opinion.span) return undefined;
    if (opinion.version === version) return { state: 'kept', span: opinion.span };
    return carrySpan(compared(opinion.version), opinion.span, textOf(opinion.version), text);
  };
  return (opinion: OpinionWords, decided: Decided | undefined): Judged => {
    const place = carried(opinion);
    const anchor = place?.state ?? 'whole';
    const span: Span | null = place?.span ? [place.span[0], place.span[1]] : null;
    const measure = span ? (measureAt(outline, span) ?? opinion.measure) : opinion.measure;
    if (!decided) return { anchor, span, verdict: null, findings: [], findingsKey: '' };
    const requests = [requestOf(opinion, decided)];
    // Words promised in place of those proposed are held to as an adopted opinion is.
    const decision = decided.promised !== null && decided.decision === 'partly' ? 'adopted' : decided.decision;
    const { verdict, findings } = checkOpinion({ requests, decision, reason: decided.reason }, grounds(measure));
    // A remark that was refused asks nothing of the text.
    if (opinion.kind === 'remark' && decision === 'not adopted')
      return { anchor, span, verdict: 'consistent', findings: [], findingsKey: '' };
    return { anchor, span, verdict, findings, findingsKey: keyOf(findings, text, span) };
  };
}

/** The measure that a place of the text stands in. */
export const measureAt = ({ measures }: Outline, [from]: Span): number | undefined =>
  measures.find(({ span }) => span[0] <= from && from < span[1])?.no;

function requestOf(opinion: OpinionWords, { promised, decision }: Decided): Request {
  const isPromised = promised !== null && decision !== 'not adopted';
  const newWords = isPromised ? promised : opinion.newWords;
  const kind = isPromised && opinion.kind !== 'replace' ? 'add' : opinion.kind;
  // Part of what was to go may stay when only a part was adopted.
  const oldWords = isPromised && decision === 'partly' ? null : opinion.oldWords;
  const named = [oldWords, newWords].filter((words) => words !== null && words !== '');
  return {
    kind: newWords !== null && opinion.kind === 'remark' && isPromised ? 'add' : kind,
    target: named.length > 0 && named.every((words) => looksLikeUnit(words ?? '')) ? 'units' : 'words',
    oldWords: oldWords === '' ? null : oldWords,
    newWords: newWords === '' ? null : newWords,
    beside: null,
    isQuoted: true,
    isOldHeading: false,
    span: [0, 0],
  };
}

/** What was found and where, word for word, and the sentence that the opinion speaks of: a person's signature holds for exactly this. */
export function keyOf(findings: readonly Finding[], text: string, anchor: Span | null): string {
  const told = findings.map(({ code, place }) => [code, place ? lettersOf(text.slice(...place)) : '']);
  const sentence = anchor ? lettersOf(text.slice(...passageOf(text, anchor))) : '';
  return createHash('sha256')
    .update(JSON.stringify([...told, sentence]))
    .digest('hex');
}
