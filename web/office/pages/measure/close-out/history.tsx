import type { CloseOutItem } from '../../../../../server/modules/close-out/contract.ts';
import { sayMoment } from '../../../../shared/day.ts';
import { useWords } from '../../../../shared/words/index.ts';
import { EvidenceList } from '../../../parts/evidence.tsx';
import { useUnitNames } from '../../../places.ts';

/** Every step of a close-out, latest first. */
export function History({ item: { steps } }: { item: CloseOutItem }) {
  const { say, language } = useWords();
  const _unitNameOf = useUnitNames();
  if (steps.length === 0) return null;
  return (
    <details className="as-table">
      <summary>{say('close-out.history', { n: steps.length })}</summary>
      <ol className="plain close-out-steps">
        {steps.toReversed().map((step) => (
          <li key={step.id}>
            <p>
              <b>{say(`close-out.event.${step.event}`)}</b>{' '}
              <span className="grey">
                {sayMoment(step.at, language)} ·{' '}
                {[step.unitName && say(step.unitName), step.byName || say('timeline.by-leye')].filter(Boolean).join(' ')}
              </span>
            </p>
            {step.reason && <p>{step.reason}</p>}
            {step.event === 'reopen' &&
              step.evaluation?.findings.map((finding) => <p key={finding.subject}>{say(finding.text)}</p>)}
            <EvidenceList items={step.evidence} />
            {step.factHash && (
              <p>
                <span className="grey">{say('close-out.hash')}</span> <span className="hash">{step.factHash}</span>
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
