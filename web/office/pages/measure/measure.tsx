import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Ledger, LedgerMeasure } from '../../../../server/modules/figures/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { MeasureMarks } from '../../parts/close-out-mark.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { NoticesPanel } from '../../parts/notices-panel.tsx';
import { PlanPanel } from '../../parts/plan-panel.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { CloseOutSection } from './close-out/section.tsx';
import { MeasureFigures } from './figures.tsx';
import { TimelineSection } from './timeline.tsx';

const route = getRouteApi('/measures/$no');

/** A task in a minute: who answers for it, where its figures stand and why, and everything that happened to it. */
export function MeasurePage() {
  const { say } = useWords();
  const { no } = route.useParams();
  const me = useSignedIn();
  const ledger = useAsk<Ledger>('/api/ledger', {}, { every: 60_000 });
  if (!opens(me, 'programme')) return <NotYours />;
  return (
    <div className="page measure-page">
      <Reading of={ledger} title={say('ledger.measure', { no })}>
        {(answer) => {
          const measure = answer.measures.find((one) => String(one.no) === no);
          return measure ? <Whole measure={measure} /> : <NoSuchMeasure />;
        }}
      </Reading>
    </div>
  );
}

function Whole({ measure }: { measure: LedgerMeasure }) {
  return (
    <>
      <Top measure={measure} />
      <MeasureMarks measure={measure.no} withWaivers />
      <MeasureFigures measure={measure} />
      <PlanPanel measure={measure.no} />
      <NoticesPanel measure={measure.no} />
      <CloseOutSection measure={measure.no} />
      <TimelineSection measure={measure.no} />
    </>
  );
}

function Top({ measure }: { measure: LedgerMeasure }) {
  const { say } = useWords();
  const join = say('text.and');
  const named = (units: LedgerMeasure['lead']) => units.map(({ name }) => say(name)).join(join);
  return (
    <Heading
      title={say(measure.title)}
      above={
        <>
          <Link to="/ledger" search={{ measure: String(measure.no) }}>
            {say('ledger.title')}
          </Link>{' '}
          › {say('ledger.measure', { no: measure.no })}
        </>
      }
      lead={say(measure.cooperating.length > 0 ? 'measure.units-cooperating' : 'measure.units', {
        lead: named(measure.lead),
        cooperating: named(measure.cooperating),
      })}
    >
      <Button onClick={() => window.print()}>{say('measure.print')}</Button>
    </Heading>
  );
}

function NoSuchMeasure() {
  const { say } = useWords();
  return (
    <>
      <Heading title={say('measure.missing')} />
      <Empty title={say('measure.missing-hint')}>
        <Link to="/ledger">{say('today.go-ledger')}</Link>
      </Empty>
    </>
  );
}
