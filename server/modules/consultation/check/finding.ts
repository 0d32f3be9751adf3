import type { Finding, FindingCode, Span, Verdict } from './shapes.ts';

/** What became of a request (null: of the opinion as a whole), without a comparison. */
export function found(
  request: number | null,
  verdict: Verdict,
  code: FindingCode,
  params: Finding['params'] = {},
  place: Span | null = null,
): Finding {
  return { request, verdict, code, params, place, likeness: null, difference: null };
}
