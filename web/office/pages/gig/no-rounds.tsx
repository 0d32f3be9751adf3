import type { Board } from '../../../../server/modules/gigs/dawn/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { Empty } from '../../parts/notices.tsx';

/** A day without rounds; of today also when the first comes, and what for. */
export function NoRounds({ station, isToday }: { station: string; isToday: boolean }) {
  const { say } = useWords();
  const board = useAsk<Board>(`/api/gig-stations/${station}/board`, {}, { every: 30_000, enabled: isToday });
  if (!isToday) return <Empty title={say('gigs.batches-none')} hint={say('gigs.batches-none-hint')} />;
  const { isOpen, waiting = 0, opensAt = '', closesAt = '' } = board.data ?? {};
  const hint = !isOpen ? 'gigs.batches-none-closed' : waiting > 0 ? 'gigs.batches-none-waiting' : 'gigs.batches-none-open';
  return (
    <Empty
      title={say('gigs.batches-none-today')}
      {...(board.data ? { hint: say(hint, { from: opensAt, to: closesAt, n: waiting }) } : {})}
    />
  );
}
