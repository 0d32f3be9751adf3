/** Does the summary of opinions agree with itself and with the paper? What does not is reported, never put right silently. */
import type { Consultation, Measure, Span, Warning, WarningCode } from './reading.ts';

/** `textOf` gives the printed text of a span. */
export function checkConsultation(
  consultation: Consultation,
  measures: readonly Measure[],
  textOf: (span: Span) => string,
): Warning[] {
  const warnings: Warning[] = [];
  const report = (code: WarningCode, params: Warning['params'], span: Span) => warnings.push({ code, params, span });
  const { requested, requestedCount, noOpinion, noOpinionCount, opinions, span } = consultation;
  const whole: Span = [span[0], Math.min(span[1], span[0] + consultation.title.length)];
  if (requestedCount !== null && requestedCount !== requested.length) {
    report('consultation-count-differs', { said: requestedCount, listed: requested.length }, whole);
  }
  if (noOpinionCount !== null && noOpinionCount !== noOpinion.length) {
    report('no-opinion-count-differs', { said: noOpinionCount, listed: noOpinion.length }, whole);
  }
  const answered = new Set([...opinions.map(({ unit }) => unit), ...noOpinion.map(({ name }) => name)]);
  for (const { name, span: at } of requested) if (!answered.has(name)) report('unit-without-answer', { unit: name }, at);
  const asked = new Set(requested.map(({ name }) => name));
  for (const opinion of opinions) {
    if (asked.size > 0 && !asked.has(opinion.unit)) report('opinion-of-unit-not-asked', { unit: opinion.unit }, opinion.span);
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
