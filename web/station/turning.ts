import { useEffect, useState } from 'react';

/** As long as somebody needs to read a page from five metres. */
const EVERY = 12_000;

/** Counts the pages that have been turned, for all lists of the screen at once. Nothing slides: one page stands, then the next. */
export function useTurning(): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((last) => last + 1), EVERY);
    return () => clearInterval(timer);
  }, []);
  return turn;
}

/** The page of a list that is up at this turn; `page` counts from one. */
export function pageOf<Row>(rows: readonly Row[], fits: number, turn: number) {
  const pages = Math.max(1, Math.ceil(rows.length / fits));
  const page = turn % pages;
  return { shown: rows.slice(page * fits, (page + 1) * fits), page: page + 1, pages };
}
