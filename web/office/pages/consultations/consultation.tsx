import { getRouteApi } from '@tanstack/react-router';
import type { ConsultationShown } from '../../../../server/modules/consultation/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { holds, opens, useSignedIn } from '../../me.ts';
import { Reading } from '../../parts/notices.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { AnswerPage } from './answer.tsx';
import { OfficePage } from './office.tsx';

const route = getRouteApi('/consultations/$consultation');

/** One consultation: the office's desk for who runs or oversees it, the answering page for a unit. */
export function ConsultationPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const { consultation } = route.useParams();
  const shown = useAsk<ConsultationShown>(`/api/consultations/${consultation}`, {}, { enabled: opens(me, 'consultations') });
  if (!opens(me, 'consultations')) return <NotYours />;
  const oversees = holds(me, 'programme-office', 'leader', 'evaluator');
  return (
    <div className="page page-wide">
      <Reading of={shown} title={say('consult.title')}>
        {(of) => (oversees ? <OfficePage of={of} /> : <AnswerPage of={of} />)}
      </Reading>
    </div>
  );
}
