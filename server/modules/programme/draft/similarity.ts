/** Pairs of neighbouring letters of a text, without marks, spaces and figures: the words of a Chinese phrase, near enough. */
export function pairsOf(text: string): Set<string> {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)));
}

/** How alike two texts are: 0 nothing shared, 1 the same pairs (Dice). */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size + b.size === 0) return one === other ? 1 : 0;
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}

/** Pairs each of one list with at most one of the other, the best fitting first; scores below `least` don't pair. */
export function bestPairs<A, B>(
  ones: readonly A[],
  others: readonly B[],
  score: (one: A, other: B) => number,
  least: number,
): Map<A, B> {
  const scored = ones.flatMap((one) => others.map((other) => ({ one, other, score: score(one, other) })));
  const pairs = new Map<A, B>();
  const taken = new Set<B>();
  for (const { one, other, score: reached } of scored.toSorted((a, b) => b.score - a.score)) {
    if (reached < least || pairs.has(one) || taken.has(other)) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  return pairs;
}
