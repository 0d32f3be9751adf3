import { type Params, type Said, say } from '../../../kernel/i18n/said.ts';
import type { CostPolicy, CostTerm } from '../matching/policy.ts';
import { reasonWords } from './reason-words-temp.ts';

/** Why a batch found nothing for somebody, in both languages. A code of a later version of Leye says only that nothing was found. */
export function sayUnmatched(code: string, params: Params): Said {
  const words = reasonWords[`unmatched.${code}`] ?? reasonWords['unmatched.none'];
  return words ? { zh: say(words, 'zh', params), en: say(words, 'en', params) } : { zh: '', en: '' };
}

/** The terms that spoke most for a match: those with the fewest of their points. At most three, as the policy itself calls them. */
export function sayMatched(parts: unknown, policy: CostPolicy, terms: readonly CostTerm[]): Said[] {
  if (typeof parts !== 'object' || parts === null) return [];
  const kept = parts as Readonly<Record<string, unknown>>; // reason: an object, checked above
  return terms
    .map((term) => ({ term, points: Number(kept[term]), largest: policy.terms[term].largest }))
    .filter(({ points, largest }) => Number.isFinite(points) && largest > 0 && points <= largest / 3)
    .sort((a, b) => b.largest - b.points - (a.largest - a.points))
    .slice(0, 3)
    .map(({ term }) => policy.terms[term].says);
}
