import type { Item } from './items.ts';

/** A stretch of the paper under one item, the innermost of those that cover it; `item` undefined where nothing was read. */
export type Piece = { readonly from: number; readonly text: string; readonly item: Item | undefined };
export type Line = { readonly from: number; readonly pieces: readonly Piece[] };

type Mark = { readonly from: number; readonly to: number; readonly item: Item };

/**
 * The paper by lines, cut where an item begins or ends. A task covers its whole clause and so lies under everything in it: a
 * sentence of a clause that is nothing else still leads to its task.
 */
export function linesOf(text: string, items: readonly Item[]): Line[] {
  const marks: Mark[] = items
    .flatMap((item) => item.spans.map(([from, to]) => ({ from, to: Math.min(to, text.length), item })))
    .filter(({ from, to }) => to > from)
    .sort((one, other) => one.to - one.from - (other.to - other.from));
  const lines: Line[] = [];
  let from = 0;
  for (const content of text.split('\n')) {
    const to = from + content.length;
    const inside = marks.filter((mark) => mark.from < to && mark.to > from);
    const cuts = [...new Set([from, to, ...inside.flatMap((mark) => [Math.max(from, mark.from), Math.min(to, mark.to)])])].sort(
      (one, other) => one - other,
    );
    const pieces = cuts.slice(0, -1).flatMap((cut, index): Piece[] => {
      const end = cuts[index + 1] ?? cut;
      const mark = inside.find((candidate) => candidate.from <= cut && candidate.to >= end);
      return end > cut ? [{ from: cut, text: text.slice(cut, end), item: mark?.item }] : [];
    });
    if (content.trim() !== '') lines.push({ from, pieces });
    from = to + 1;
  }
  return lines;
}
