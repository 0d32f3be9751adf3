import type { Board, Line, LineEntry } from '../../../../server/modules/gigs/dawn/contract.ts';
import { timeAt } from '../../../shared/say-gig.ts';
import { type Say, useWords } from '../../../shared/words/index.ts';

/** Below the name of the station: who waits, who has to answer and who has work, how far it has called, and its rounds. */
export function Lead({
  line,
  board,
  called,
  roundMinutes,
}: {
  line: Line;
  board: Board | undefined;
  called: number;
  roundMinutes: number;
}) {
  const { say } = useWords();
  const count = (...states: readonly LineEntry['state'][]) => line.entries.filter(({ state }) => states.includes(state)).length;
  const counts = { waiting: count('waiting'), offered: count('offered'), placed: count('placed', 'wants-more') };
  return (
    <>
      {line.lastNumber > 0 && say('gig.lead', { ...counts, called, last: line.lastNumber })}
      {board && ` ${sayRounds(board, roundMinutes, say)}`}
    </>
  );
}

/** When the last round was and how many offers it made, which are no work yet; when the next is. */
function sayRounds({ lastBatch, isOpen, opensAt, closesAt }: Board, roundMinutes: number, say: Say): string {
  const last = lastBatch && Date.parse(lastBatch.at);
  const next = last === null ? undefined : last + roundMinutes * 60_000;
  return [
    lastBatch && last !== null
      ? say(lastBatch.filled > 0 ? 'gig.lead-round' : 'gig.lead-round-none', { time: timeAt(last), n: lastBatch.filled })
      : '',
    !isOpen
      ? say('gig.lead-closed', { from: opensAt, to: closesAt })
      : next === undefined
        ? say('gig.lead-no-round')
        : next > Date.now()
          ? say('gig.lead-next', { time: timeAt(next) })
          : '',
  ]
    .filter(Boolean)
    .join(' ');
}
