/** Fen as yuan: 240, 240.5 → `240.50`. The unit stands beside it. */
export const yuanOf = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));

/**
 * Yuan as people type them, in fen: `240`, `240.5`, `１,200 元`. What is no amount, or has parts of a fen, is NaN, which every shape of
 * money refuses: nothing is rounded on the way.
 */
export const fenOf = (yuan: string | undefined): number => {
  const plain = (yuan ?? '').normalize('NFKC').replace(/[\s,元]/g, '');
  return /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : Number.NaN;
};
