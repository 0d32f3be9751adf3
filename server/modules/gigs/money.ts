/** Fen as yuan: 240, 240.5 → `240.50`. The unit stands beside it. */
export const yuanOf = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));
