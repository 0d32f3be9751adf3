/** Lets so many in at once. The others wait: who goes first before everybody else, then in the order of their coming. */
export type Turns = {
  /** Resolves when it is one's turn, with what ends it. */
  take(goesFirst?: boolean): Promise<() => void>;
};

export function createTurns(width: number): Turns {
  let free = width;
  const first: (() => void)[] = [];
  const others: (() => void)[] = [];
  const next = (): void => {
    const waiting = first.shift() ?? others.shift();
    if (waiting) waiting();
    else free += 1;
  };
  return {
    async take(goesFirst = false) {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => (goesFirst ? first : others).push(resolve));
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        next();
      };
    },
  };
}
