import { App, Button } from 'antd';
import { useState } from 'react';
import type { LitMilestone, MeasurePlan } from '../../../server/modules/plans/contract.ts';
import { change } from '../../shared/client.ts';
import { sayDay } from '../../shared/day.ts';
import { exact, withUnit } from '../../shared/number.ts';
import { type Language, type Say, useWords } from '../../shared/words/index.ts';
import { useChange } from '../asking.ts';
import { holds, unitsOf, useSignedIn } from '../me.ts';
import { useUnitNames } from '../places.ts';
import { sayReason } from '../say-reason.ts';
import { EvidenceList } from './evidence.tsx';
import { LitLight } from './lit-light.tsx';
import { milestoneReadings } from './milestone-readings.ts';
import { Problem } from './notices.tsx';
import { OneAnswer } from './one-answer.tsx';
import { TextForm } from './text-form.tsx';

type KnownFigure = Pick<MeasurePlan['figures'][number], 'code' | 'title' | 'unit' | 'decimals'>;

type Props = {
  readonly milestones: readonly LitMilestone[];
  /** What figures are called and counted in, for milestones that a figure proves. */
  readonly figures?: readonly KnownFigure[];
  /** On a page of several measures, each milestone says whose it is. */
  readonly showMeasure?: boolean;
};

/** Milestones by due date, each with its light; its unit reports it here, the office confirms or returns. */
export function MilestoneList({ milestones, ...shown }: Props) {
  return (
    <ul className="plain milestones">
      {milestones.map((milestone) => (
        <MilestoneCard key={milestone.id} milestone={milestone} {...shown} />
      ))}
    </ul>
  );
}

function MilestoneCard({ milestone, figures, showMeasure = false }: Omit<Props, 'milestones'> & { milestone: LitMilestone }) {
  const { say, language } = useWords();
  const unitNameOf = useUnitNames();
  const { title, unitName, deliverable, dueOn, firstDueOn, state, light, why, returned } = milestone;
  return (
    <li className="milestone">
      <div className="milestone-head">
        <b>{title}</b>
        <LitLight light={light} subject={`milestone:${milestone.id}`} title={title} why={why} quiet />
      </div>
      <p>{sayReason(why, undefined, say, language)}</p>
      <p className="grey milestone-facts">
        {showMeasure && <span>{say('milestone.of-measure', { no: milestone.measure })}</span>}
        <span>{unitNameOf(milestone.unit, unitName)}</span>
        <span>{say('milestone.delivers', { what: deliverable })}</span>
        <span>{sayProof(milestone, figures, say, language)}</span>
        {firstDueOn !== dueOn && state !== 'done' && (
          <span>{say('milestone.put-off', { day: sayDay(firstDueOn, language) })}</span>
        )}
      </p>
      {milestone.report !== null && milestone.reportedOn !== null && (
        <p>
          {say('milestone.reported-by', {
            name: milestone.reportedByName ?? '',
            day: sayDay(milestone.reportedOn, language),
            report: milestone.report,
          })}
        </p>
      )}
      {returned && <p className="returned">{say('milestone.returned-by', { name: returned.byName, reason: returned.reason })}</p>}
      <EvidenceList items={milestone.evidence} />
      <MilestoneWork milestone={milestone} />
    </li>
  );
}

/** How it is shown to be done: a document, a sentence, or the figure that says so by itself. */
export function sayProof(
  {
    proof,
    figure,
    value,
  }: { readonly proof: LitMilestone['proof']; readonly figure?: string | null; readonly value?: number | null },
  figures: readonly KnownFigure[] | undefined,
  say: Say,
  language: Language,
): string {
  if (proof !== 'figure') return say(`proof.${proof}`);
  const known = figures?.find(({ code }) => code === figure);
  const shown = value === null || value === undefined ? '—' : exact(value, known?.decimals ?? 2);
  return say('proof.figure-reaches', {
    title: known ? say(known.title) : (figure ?? ''),
    value: known ? withUnit(shown, known.unit[language]) : shown,
  });
}

/** What the person looking may do about it: report for their own unit, or decide for the programme office. */
function MilestoneWork({ milestone: { id, unit, state, proof } }: { milestone: LitMilestone }) {
  const { say } = useWords();
  const me = useSignedIn();
  const { message } = App.useApp();
  const [form, setForm] = useState<'report' | 'return'>();
  const done = (text: string) => () => {
    setForm(undefined);
    void message.success(text);
  };
  const decide = useChange(
    (given: { accept: boolean; reason?: string }) => change('POST', `/api/milestones/${id}/decide`, given),
    milestoneReadings,
    { onSuccess: (_, { accept }) => done(say(accept ? 'milestone.accepted' : 'milestone.returned'))() },
  );
  const mayReport = state === 'open' && unitsOf(me).includes(unit);
  if (mayReport && proof === 'figure') return <p className="grey">{say('milestone.by-itself')}</p>;
  if (mayReport && form === 'report')
    return (
      <OneAnswer
        answer={{
          code: 'report-milestone',
          route: `/api/milestones/${id}/report`,
          asks: 'report',
          documents: proof === 'document' ? 'needed' : 'optional',
        }}
        onClose={() => setForm(undefined)}
      />
    );
  if (mayReport)
    return (
      <div className="buttons">
        <Button onClick={() => setForm('report')}>{say('task.answer.report-milestone')}</Button>
      </div>
    );
  if (state !== 'reported' || !holds(me, 'programme-office')) return null;
  if (form === 'return')
    return (
      <TextForm
        label={say('milestone.return-why')}
        send={say('milestone.return')}
        isBusy={decide.isPending}
        error={decide.error}
        onSend={(reason) => decide.mutate({ accept: false, reason })}
        onCancel={() => setForm(undefined)}
      />
    );
  return (
    <>
      <Problem error={decide.error} />
      <div className="buttons">
        <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate({ accept: true })}>
          {say('milestone.accept')}
        </Button>
        <Button onClick={() => setForm('return')}>{say('milestone.return')}</Button>
      </div>
    </>
  );
}
