/** A paper and its summary of opinions (征求意见汇总说明): was done what is said there to have been done? Pure. */
import { type PolicyReading, readPolicy } from '../../programme/module.ts';
import { checkOpinion } from './check-opinion.ts';
import { lettersBetween, lettersOf } from './folded.ts';
import type { Ground } from './judge.ts';
import type { ListedUnit } from './judge-unit.ts';
import { readRequests } from './read-requests.ts';
import { NUMBER_BEFORE } from './request-words.ts';
import type { CheckedOpinion, CheckReport, Decision, Span, SummaryWarning, Verdict } from './shapes.ts';
import { type Body, bodyOf } from './similar.ts';

const DECISIONS: Readonly<Record<string, Decision>> = {
  adopted: 'adopted',
  'partly-adopted': 'partly',
  'not-adopted': 'not adopted',
  unstated: 'unstated',
};
/** What the check says better itself, opinion by opinion. */
const OWN_FINDINGS = new Set([
  'adopted-words-not-found',
  'refused-change-made',
  'refusal-without-reason',
  'opinion-without-disposition',
]);
const OF_SUMMARY = new Set([
  'consultation-count-differs',
  'no-opinion-count-differs',
  'unit-without-answer',
  'opinion-of-unit-not-asked',
  'asked-not-listed',
  'opinion-count-differs',
  'opinion-and-no-comment',
  'summary-not-understood',
]);

/** Undefined when the text holds no summary of opinions. */
export function checkPaper(text: string): CheckReport | undefined {
  const reading = readPolicy(text);
  const { consultation } = reading;
  if (!consultation) return undefined;
  const grounds = groundsOf(text, reading, consultation.span);
  const headings = new Set(reading.measures.flatMap(({ title }) => (title ? [lettersOf(title)] : [])));
  const isHeading = (quoted: string) => NUMBER_BEFORE.test(quoted) || headings.has(lettersOf(quoted));
  const opinions = consultation.opinions.map((opinion): CheckedOpinion => {
    const at = Math.max(opinion.span[0], text.indexOf(opinion.text, opinion.span[0]));
    const decision = DECISIONS[opinion.disposition] ?? 'unstated';
    const requests = readRequests(opinion.text, opinion.unit, at, isHeading);
    const main = requests.find(({ target }) => target === 'words') ?? requests[0];
    const measure = reading.measures.find(({ no }) => no === opinion.measure);
    return {
      unit: opinion.unit,
      measure: opinion.measure,
      measureSpan: measure?.span ?? null,
      text: opinion.text,
      span: opinion.span,
      decision,
      reason: opinion.reason,
      kind: main?.kind ?? 'remark',
      oldWords: main?.oldWords ?? null,
      newWords: main?.newWords ?? null,
      requests,
      ...checkOpinion({ requests, decision, reason: opinion.reason }, grounds(opinion.measure)),
    };
  });
  const count = (wanted: Verdict) => opinions.filter(({ verdict }) => verdict === wanted).length;
  return {
    title: reading.title,
    summary: { title: consultation.title, span: consultation.span, sentOn: consultation.sentOn },
    asked: consultation.requested.map(({ name }) => name),
    askedCount: consultation.requestedCount,
    noComment: consultation.noOpinion.map(({ name }) => name),
    noCommentCount: consultation.noOpinionCount,
    noAnswer: (consultation.noAnswer ?? []).map(({ name }) => name),
    saysNothingCame: consultation.saysNothingCame ?? false,
    opinions,
    counts: { consistent: count('consistent'), contradiction: count('contradiction'), needsPerson: count('needs a person') },
    warnings: reading.warnings
      .filter(({ code }) => OF_SUMMARY.has(code) && !OWN_FINDINGS.has(code))
      .map((warning): SummaryWarning => ({ ...warning })),
  };
}

/** The text without the summary: its words must not count as standing in the paper. Covered, so that places stay. */
function withoutSummary(text: string, [from, to]: Span): string {
  return text.slice(0, from) + '\n'.repeat(to - from) + text.slice(to);
}

type MeasureText = Pick<
  PolicyReading['measures'][number],
  'no' | 'lead' | 'leadSpans' | 'cooperating' | 'cooperatingSpans' | 'span'
>;

/** What each measure's opinions are judged against; made once a measure. */
export function groundsOf(
  text: string,
  { measures }: { readonly measures: readonly MeasureText[] },
  summary: Span | null,
): (measure: number | null) => Ground {
  const body: Body = bodyOf(summary ? withoutSummary(text, summary) : text);
  const paper: [number, number] = [0, body.folded.letters.length];
  const listed = (names: readonly string[], spans: readonly Span[]): ListedUnit[] =>
    names.map((name, i) => ({ name, span: spans[i] ?? [0, 0] }));
  const all = [...new Set(measures.flatMap(({ lead, cooperating }) => [...lead, ...cooperating]))];
  const known = new Map<number | null, Ground>();
  const make = (no: number | null): Ground => {
    const measure = measures.find((one) => one.no === no);
    const of = measure ? [measure] : measures;
    return {
      body,
      paper,
      within: measure ? lettersBetween(body.folded, measure.span) : paper,
      isMeasure: measure !== undefined,
      units: {
        lead: of.flatMap(({ lead, leadSpans }) => listed(lead, leadSpans)),
        cooperating: of.flatMap(({ cooperating, cooperatingSpans }) => listed(cooperating, cooperatingSpans)),
        known: all,
      },
    };
  };
  return (no) => {
    const ground = known.get(no) ?? make(no);
    known.set(no, ground);
    return ground;
  };
}
