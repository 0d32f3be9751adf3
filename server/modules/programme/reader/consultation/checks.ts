/** Does the summary of opinions agree with itself and with the paper? What does not is reported, never put right silently. */
import type { Consultation, Measure, Span, Warning, WarningCode } from '../reading.ts';
import { unitAmong } from './same-unit.ts';

/** `textOf` gives the printed text of a span. */
export function checkConsultation(
  consultation: Consultation,
  measures: readonly Measure[],
  textOf: (span: Span) => string,
): Warning[] {
  const warnings: Warning[] = [];
  const report = (code: WarningCode, params: Warning['params'], span: Span) => warnings.push({ code, params, span });
  const { requested, requestedCount, noOpinion, noOpinionCount, noAnswer = [], opinions, span } = consultation;
  const whole: Span = [span[0], Math.min(span[1], span[0] + consultation.title.length)];
  const spoke = new Set([...opinions.map(({ unit }) => unit), ...[...noOpinion, ...noAnswer].map(({ name }) => name)]);
  const asked = requested.map(({ name }) => name);
  if (asked.length === 0 && requestedCount !== null) {
    if (requestedCount !== spoke.size) report('asked-not-listed', { said: requestedCount, spoke: spoke.size }, whole);
  } else if (requestedCount !== null && requestedCount !== requested.length) {
    report('consultation-count-differs', { said: requestedCount, listed: requested.length }, whole);
  }
  if (noOpinionCount !== null && noOpinionCount !== noOpinion.length) {
    report('no-opinion-count-differs', { said: noOpinionCount, listed: noOpinion.length }, whole);
  }
  const { opinionCount = null } = consultation;
  const statements = new Set(opinions.map(({ span: [from] }) => from)).size;
  if (opinionCount !== null && ![opinions.length, statements].includes(opinionCount))
    report('opinion-count-differs', { said: opinionCount, read: opinions.length }, whole);
  const inAsked = askedAs(asked);
  const answered = new Set([...spoke].map((name) => inAsked(name)));
  for (const { name, span: at } of requested) if (!answered.has(name)) report('unit-without-answer', { unit: name }, at);
  const gave = new Set(opinions.map(({ unit }) => inAsked(unit) ?? unit));
  for (const { name, span: at } of noOpinion)
    if (gave.has(inAsked(name) ?? name)) report('opinion-and-no-comment', { unit: name }, at);
  for (const { text, span: at } of consultation.unread ?? []) report('summary-not-understood', { words: shortened(text) }, at);
  for (const opinion of opinions) {
    if (asked.length > 0 && inAsked(opinion.unit) === undefined)
      report('opinion-of-unit-not-asked', { unit: opinion.unit }, opinion.span);
    if (opinion.disposition === 'unstated') report('opinion-without-disposition', { unit: opinion.unit }, opinion.span);
    if (opinion.disposition === 'not-adopted' && !opinion.reason)
      report('refusal-without-reason', { unit: opinion.unit }, opinion.span);
    const measure = measures.find(({ no }) => no === opinion.measure);
    if (!measure) continue;
    const text = letters(textOf(measure.span));
    const params = { unit: opinion.unit, number: measure.no };
    if (opinion.disposition === 'adopted' && opinion.newWords && !text.includes(letters(opinion.newWords))) {
      report('adopted-words-not-found', { ...params, words: opinion.newWords }, opinion.span);
    }
    if (opinion.disposition === 'not-adopted' && opinion.oldWords && !text.includes(letters(opinion.oldWords))) {
      report('refused-change-made', { ...params, words: opinion.oldWords }, opinion.span);
    }
  }
  return warnings;
}

/** Words without marks and spaces: quoting changes them. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}%]/gu, '');

/** As which of the units asked a name is meant: each name is looked up once. */
function askedAs(asked: readonly string[]): (name: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, unitAmong(name, asked));
    return known.get(name);
  };
}

const LONGEST_SHOWN = 60;
const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line;
};
