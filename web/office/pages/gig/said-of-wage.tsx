import type { DisputedWage } from '../../../../server/modules/gigs/complaints/contract.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { Fact } from './fact.tsx';

/** What a dispute about a wage is about: the slip, and what either side says of it. Stands in a list of facts. */
export function SaidOfWage({ wage }: { wage: DisputedWage | null }) {
  const { say } = useWords();
  if (!wage) return <Fact title={say('gigs.slip-amount')}>{say('gigs.slip-none')}</Fact>;
  const yuan = (fen: number | null) => (fen === null ? say('gigs.nothing-said') : exact(fen / 100, 2));
  return (
    <>
      <Fact title={say('gigs.slip-amount')}>{yuan(wage.amount)}</Fact>
      <Fact title={say('gigs.slip-paid')}>{yuan(wage.paidAmount)}</Fact>
      {/* Once it is settled, what was received is what was agreed, and that stands above. */}
      {wage.state !== 'settled' && <Fact title={say('gigs.slip-received')}>{yuan(wage.receivedAmount)}</Fact>}
    </>
  );
}
