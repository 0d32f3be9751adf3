/** From numbered lines to a tree of clauses. */
import { NUMBERING_RANK, NUMBERING_TWIN, type NumberingKind, numberingAt } from './numbering.ts';
import type { Span, Warning } from './reading.ts';

export interface Clause {
  readonly kind: NumberingKind;
  readonly number: number;
  /** The number as printed. */
  readonly printed: string;
  readonly parent: Clause | undefined;
  readonly children: Clause[];
  /** From the printed number to the end of the last line of the clause, its children included. */
  readonly from: number;
  to: number;
  /** The first line without its number. */
  readonly head: Span;
  /** Where the first child begins, or the end: what stands before is the clause's own text. */
  ownTo: number;
}

export interface Outline {
  readonly clauses: readonly Clause[];
  readonly warnings: readonly Warning[];
}

/** The lines of a stretch of canonical text, without surrounding spaces; empty lines are left out. */
export function* linesOf(text: string, [from, to]: Span): Generator<Span> {
  let at = from;
  while (at < to) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 || newline > to ? to : newline;
    let start = at;
    let stop = end;
    while (start < stop && text[start] === ' ') start++;
    while (stop > start && text[stop - 1] === ' ') stop--;
    if (stop > start) yield [start, stop];
    at = end + 1;
  }
}

/** Reads the numbered clauses of a stretch of canonical text, in order; a slip in the numbering is put right and reported. */
export function readOutline(text: string, within: Span): Outline {
  const clauses: Clause[] = [];
  const warnings: Warning[] = [];
  const open: Clause[] = [];
  const lastOf = new Map<NumberingKind, Clause>();
  let lastItem = 0;
  let itemSign: string | undefined;
  for (const [start, stop] of linesOf(text, within)) {
    const numbering = numberingAt(text, start);
    if (numbering) {
      const kind = kindMeant(numbering.kind, numbering.number, lastOf, lastItem, numbering.printed.at(-1) === itemSign);
      if (kind === 'item') {
        lastItem = numbering.number;
        itemSign = numbering.printed.at(-1);
      }
      if (kind !== numbering.kind) {
        const span: Span = [start, start + numbering.printed.length];
        warnings.push({ code: 'numbering-style-slip', params: { printed: numbering.printed, number: numbering.number }, span });
      }
      const rank = NUMBERING_RANK[kind];
      while (open.length > 0 && NUMBERING_RANK[(open.at(-1) as Clause).kind] >= rank) open.pop(); // as: length was just checked
      const parent = open.at(-1);
      const head: Span = [Math.min(start + numbering.length, stop), stop];
      const clause: Clause = { ...numbering, kind, parent, children: [], from: start, to: stop, head, ownTo: stop };
      if (parent && parent.children.length === 0) parent.ownTo = start;
      parent?.children.push(clause);
      for (const other of lastOf.keys()) if (NUMBERING_RANK[other] > rank) lastOf.delete(other);
      lastOf.set(kind, clause);
      clauses.push(clause);
      open.push(clause);
    }
    for (const clause of open) {
      clause.to = stop;
      if (clause.children.length === 0) clause.ownTo = stop;
    }
  }
  return { clauses, warnings };
}

/** `（4）` after `（三）`, where no `（3）` went before, was meant as `（四）`. Items may run on through the whole paper. */
function kindMeant(
  kind: NumberingKind,
  number: number,
  lastOf: ReadonlyMap<NumberingKind, Clause>,
  lastItem: number,
  /** Printed with the sign (`.` or `、`) of the items before. */
  isLikeItems: boolean,
): NumberingKind {
  if (number === 1 || lastOf.get(kind)?.number === number - 1) return kind;
  if (kind === 'item' && (lastItem === number - 1 || lastItem === number || isLikeItems)) return kind;
  const twin = NUMBERING_TWIN[kind];
  return twin && lastOf.get(twin)?.number === number - 1 ? twin : kind;
}
