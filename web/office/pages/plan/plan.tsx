import { getRouteApi, Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { MeasurePlan, Plan } from '../../../../server/modules/plans/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { Heading } from '../../parts/heading.tsx';
import { milestoneReadings } from '../../parts/milestone-readings.ts';
import { Empty, Problem, Reading } from '../../parts/notices.tsx';
import { DecidePlan } from './decide-plan.tsx';
import { PlanForm } from './plan-form.tsx';
import { PlanReading } from './plan-reading.tsx';

const route = getRouteApi('/measures/$no/plan');

/** A measure's implementation plan: written by its lead unit, decided on by the programme office, read by everybody. */
export function PlanPage() {
  const { say } = useWords();
  const { no } = route.useParams();
  const plan = useAsk<MeasurePlan>(`/api/measures/${no}/plan`);
  return (
    <div className="page">
      <Reading of={plan} title={say('plan.page', { no })}>
        {(read) => <Whole plan={read} key={read.measure} />}
      </Reading>
    </div>
  );
}

function Whole({ plan }: { plan: MeasurePlan }) {
  const { say } = useWords();
  const [isChanging, setChanging] = useState(false);
  const { inForce, inWork, may } = plan;
  const isWritten = inWork?.state === 'drafting' || inWork?.state === 'returned';
  const writes = may.draft && inWork?.state !== 'submitted' && (isWritten || !inForce || isChanging);
  return (
    <>
      <Heading
        title={say('plan.page', { no: plan.measure })}
        above={
          <>
            <Link to="/ledger">{say('ledger.title')}</Link> ›{' '}
            <Link to="/measures/$no" params={{ no: String(plan.measure) }}>
              {say('plan.of', { no: plan.measure, title: say(plan.title) })}
            </Link>
          </>
        }
        lead={<Standing plan={plan} writes={writes} />}
      >
        {may.draft && inForce && !inWork && !isChanging && (
          <Button onClick={() => setChanging(true)}>{say('plan.change')}</Button>
        )}
        {may.draft && inWork?.state === 'submitted' && <Recall measure={plan.measure} />}
      </Heading>
      {writes && inWork?.state === 'returned' && <Returned plan={inWork} />}
      {writes ? (
        <PlanForm plan={plan} />
      ) : inWork?.state === 'submitted' ? (
        <>
          <PlanReading plan={plan} shown={inWork} />
          {may.decide && <DecidePlan plan={plan} submitted={inWork} />}
        </>
      ) : inForce ? (
        <PlanReading plan={plan} shown={inForce} />
      ) : (
        <Empty title={say('plan.none')} hint={say('plan.none-hint')} />
      )}
    </>
  );
}

/** Where the plan stands, in one sentence. */
function Standing({ plan: { inForce, inWork }, writes }: { plan: MeasurePlan; writes: boolean }) {
  const { say, language } = useWords();
  const told = (word: 'plan.submitted-by' | 'plan.accepted-by', name: string | null, at: string | null) =>
    say(word, { name: name ?? '', at: at ? sayMoment(at, language) : '' });
  if (inWork?.state === 'submitted') return told('plan.submitted-by', inWork.submittedByName, inWork.submittedAt);
  if (inForce)
    return say('text.sentences', {
      one: told('plan.accepted-by', inForce.decidedByName, inForce.decidedAt),
      next: writes ? say('plan.start-from') : '',
    }).trim();
  return say('plan.lead');
}

/** Why the office gave it back: read before anything is changed. */
function Returned({ plan: { decidedByName, decidedAt, reason } }: { plan: Plan }) {
  const { say, language } = useWords();
  return (
    <div className="conflict">
      <p>
        <b>
          {say('plan.returned-by', {
            name: decidedByName ?? '',
            at: decidedAt ? sayMoment(decidedAt, language) : '',
            reason: reason ?? '',
          })}
        </b>
      </p>
      <p>{say('plan.returned-hint')}</p>
    </div>
  );
}

function Recall({ measure }: { measure: Plan['measure'] }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const recall = useChange(() => change('POST', `/api/measures/${measure}/plan/recall`), [...milestoneReadings, '/api/plans'], {
    onSuccess: () => void message.success(say('plan.recalled')),
  });
  return (
    <>
      <Button loading={recall.isPending} onClick={() => recall.mutate(undefined)}>
        {say('plan.recall')}
      </Button>
      <Problem error={recall.error} />
    </>
  );
}
