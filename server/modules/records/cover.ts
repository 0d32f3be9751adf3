import type { Day } from '../../kernel/term/day.ts';

/** From `from` on, until (not including) `until`; without an end where it is undefined. */
export type Span = { readonly from: Day; readonly until: Day | undefined };

const NEVER = '9999-12-31';
const endOf = (span: Span): Day => span.until ?? NEVER;

/**
 * What of a span no other span covers yet, in order. Records that overlap (an agreement renewed early, a place checked again before
 * the last check lapsed) thereby stand once a day, whatever order they came in.
 *
 * @example uncovered({ from: '2026-01-01', until: '2027-01-01' }, [{ from: '2025-06-01', until: '2026-06-01' }])
 * // [{ from: '2026-06-01', until: '2027-01-01' }]
 */
export function uncovered(span: Span, covered: readonly Span[]): Span[] {
  const free: Span[] = [];
  let from = span.from;
  for (const other of [...covered].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (endOf(other) <= from || other.from >= endOf(span)) continue;
    if (other.from > from) free.push({ from, until: other.from });
    from = endOf(other);
  }
  if (from < endOf(span)) free.push({ from, until: span.until });
  return free;
}
