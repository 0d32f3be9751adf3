import { useEffect, useState } from 'react';
import type { Board, Line } from '../../../../server/modules/gigs/dawn/contract.ts';
import { timeAt } from '../../../shared/say-gig.ts';
import { useWords } from '../../../shared/words/index.ts';

/** A round that an officer asked for: the number of the last one before it. */
export type AskedRound = { readonly after: number };

/** A round takes seconds; after so many something is to be said. */
const LATE_MS = 20_000;
/** Long enough to be read; the time of the last round stays in the heading. */
const SHOWN_MS = 20_000;

/** What has become of a round that was asked for: it runs, it has come with so many offers, or nobody waits. Gone a while after that. */
export function RoundOutcome({
  asked,
  board,
  line,
  onOver,
}: {
  asked: AskedRound | undefined;
  board: Board | undefined;
  line: Line | undefined;
  onOver: () => void;
}) {
  const { say } = useWords();
  const [isLate, setLate] = useState(false);
  const came = asked && board?.lastBatch && board.lastBatch.number > asked.after ? board.lastBatch : undefined;
  const isNobody = line?.entries.every(({ state }) => state === 'placed' || state === 'offered') ?? false;
  const isOver = asked !== undefined && (came !== undefined || isNobody);
  useEffect(() => {
    setLate(false);
    if (!asked) return;
    const timer = isOver ? setTimeout(onOver, SHOWN_MS) : setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, [asked, isOver]);
  const said = () => {
    if (!asked) return '';
    if (came) {
      const told = { number: came.number, time: timeAt(Date.parse(came.at)), n: came.filled };
      return say(came.filled > 0 ? 'gig.round-came' : 'gig.round-came-none', told);
    }
    if (isNobody) return say('gig.round-nobody');
    return say(isLate ? 'gig.round-late' : 'gig.round-asked');
  };
  return (
    <p role="status" className="round-outcome">
      {said()}
    </p>
  );
}
