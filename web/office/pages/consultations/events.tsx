import type { ConsultationEvent, ConsultationShown } from '../../../../server/modules/consultation/contract.ts';
import { sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { Reading } from '../../parts/notices.tsx';

/** The consultation's own timeline, newest first. */
export function Events({ of: { line } }: { of: ConsultationShown }) {
  const { say, language } = useWords();
  const told = useAsk<{ readonly events: readonly ConsultationEvent[] }>(`/api/consultations/${line.consultation}/timeline`);
  return (
    <Reading of={told}>
      {({ events }) =>
        events.length === 0 ? (
          <p className="lead">{say('consult.no-events')}</p>
        ) : (
          <ol className="plain consult-events">
            {events.map(({ id, at, by, text }) => (
              <li key={id}>
                {say(text)}
                <span className="grey block">{[sayMoment(at, language), by].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ol>
        )
      }
    </Reading>
  );
}
