import type { Waiver } from '../../../server/modules/close-out/contract.ts';
import { sayMoment } from '../../shared/day.ts';
import { useWords } from '../../shared/words/index.ts';

/** A waiver is said wherever the item is: why, who proposed it, who signed. */
export function WaiverLine({ waiver, of }: { waiver: Waiver; of?: string }) {
  const { say, language } = useWords();
  return (
    <p className="waiver">
      {of && `${of} · `}
      {say('close-out.waiver-reason', { reason: waiver.reason })}
      <span className="grey">
        {' '}
        {say('close-out.waiver-proposed', { name: waiver.proposedBy, at: sayMoment(waiver.proposedAt, language) })}
        {' · '}
        {waiver.signedBy !== null && waiver.signedAt !== null
          ? say('close-out.waiver-signed', { name: waiver.signedBy, at: sayMoment(waiver.signedAt, language) })
          : say('close-out.waiver-unsigned')}
      </span>
    </p>
  );
}
