import type { BatchRow } from '../../../../server/modules/gigs/batches/contract.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';

/** Proven, or plainly not, with what nothing could be better than. */
export function Proof({ batch: { isProven, bound, rung, filled, cost } }: { batch: BatchRow }) {
  const { say } = useWords();
  if (isProven)
    return (
      <span className="proof-proven">
        <span aria-hidden="true">✓ </span>
        {say('gigs.proven')}
      </span>
    );
  return (
    <span>
      <span className="passes">
        <span aria-hidden="true">◆ </span>
        {say('gigs.not-proven')}
      </span>{' '}
      <span className="grey">
        {say(`gigs.rung.${rung}`)}
        {say('text.then')}
        {bound
          ? say('gigs.bound', { filled: exact(bound.filled - filled), cost: exact(Math.max(0, cost - bound.cost)) })
          : say('gigs.bound-unknown')}
      </span>
    </span>
  );
}
