import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { MeasurePlan, PlanContent, PlanFinding } from '../../../../server/modules/plans/contract.ts';
import { change, newKey } from '../../../shared/client.ts';
import { sayMoment } from '../../../shared/day.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { unitsOf, useSignedIn } from '../../me.ts';
import { milestoneReadings } from '../../parts/milestone-readings.ts';
import { Problem } from '../../parts/notices.tsx';
import { MilestoneRow } from './milestone-row.tsx';
import { PathRow } from './path-row.tsx';
import { asPlanned } from './plan-changes.ts';
import { ServiceFields } from './service-fields.tsx';
import { newRow, type PlanWriting, type Row, usePlan } from './use-plan.ts';

/** The fault of a field, by its place in the content. */
export type FaultAt = (at: string) => string | undefined;

/** The whole plan in one screen: a line a milestone, a line a figure, and one button. What is long opens in its place. */
export function PlanForm({ plan }: { plan: MeasurePlan }) {
  const { say } = useWords();
  const me = useSignedIn();
  const own = unitsOf(me).find((unit) => plan.units.some(({ code }) => code === unit)) ?? plan.units[0]?.code ?? '';
  const writing = usePlan(plan, me?.account ?? '', () => beginning(plan, own));
  const [showsFaults, setShowsFaults] = useState(plan.inWork?.state === 'returned');
  // On a phone one milestone is open at a time; the first that nobody has named yet is where writing goes on.
  const [open, setOpen] = useState(() => writing.content.milestones.find(({ title }) => title === '')?.key);
  const form = useRef<HTMLDivElement>(null);
  const leadsToFault = useRef(false);
  // Whoever hands in a plan with gaps is led to the first, once the faults stand at their fields.
  useEffect(() => {
    if (!leadsToFault.current) return;
    const field = form.current?.querySelector<HTMLElement>('[data-faulty] input, [data-faulty] textarea, [data-faulty] select');
    if (!field) return;
    leadsToFault.current = false;
    field.focus();
  });
  const faultAt: FaultAt = (at) => {
    const fault = showsFaults ? writing.findings.find((finding) => finding.at === at) : undefined;
    return fault && say(fault.said);
  };
  const isFaulty = (at: string): boolean =>
    showsFaults && writing.findings.some((finding) => finding.at === at || finding.at.startsWith(`${at}/`));
  const add = () => {
    const row = newRow(own);
    setOpen(row.key);
    writing.edit((content) => ({ ...content, milestones: [...content.milestones, row] }));
  };
  const setRow = (key: string, next: Row | undefined) =>
    writing.edit((content) => ({
      ...content,
      milestones: content.milestones.flatMap((row) => (row.key === key ? (next ? [next] : []) : [row])),
    }));
  return (
    <div ref={form} className="plan-form">
      <Conflict writing={writing} />
      {writing.wasRestored && !writing.conflict && <p className="past-line">{say('plan.restored')}</p>}
      {plan.usual && isUntouched(writing) && <StartFromUsual usual={plan.usual} onStart={writing.edit} />}
      <section aria-labelledby="plan-milestones">
        <h2 id="plan-milestones" className="unseen">
          {say('plan.milestones')}
        </h2>
        <MilestoneHead />
        {writing.content.milestones.map((row, at) => (
          <MilestoneRow
            key={row.key}
            row={row}
            at={at}
            plan={plan}
            faultAt={faultAt}
            isFolded={row.key !== open && !isFaulty(`/milestones/${at}`)}
            onOpen={() => setOpen(row.key)}
            onChange={(next) => setRow(row.key, next)}
            onRemove={() => setRow(row.key, undefined)}
          />
        ))}
        {faultAt('/milestones') && <p className="field-fault">{faultAt('/milestones')}</p>}
        <Button className="plan-add" type="dashed" onClick={add}>
          {say('plan.add')}
        </Button>
      </section>
      <Paths plan={plan} writing={writing} faultAt={faultAt} isFaulty={isFaulty} />
      <ServiceFields plan={plan} writing={writing} faultAt={faultAt} />
      <Bar
        plan={plan}
        writing={writing}
        onFaults={() => {
          leadsToFault.current = true;
          setShowsFaults(true);
        }}
      />
    </div>
  );
}

/** Nothing was written yet: one empty line, as a first plan begins. */
const isUntouched = ({ content: { milestones, paths, serviceLevels } }: PlanWriting): boolean =>
  milestones.every(({ title, deliverable }) => title === '' && deliverable === '') &&
  paths.length === 0 &&
  serviceLevels.length === 0;

/** Such a task has usual milestones: put in as a draft, in which everything can be changed. */
function StartFromUsual({ usual, onStart }: { usual: PlanContent; onStart: PlanWriting['edit'] }) {
  const { say } = useWords();
  return (
    <div className="past-line">
      <p>{say('plan.usual-hint', { n: usual.milestones.length })}</p>
      <Button
        onClick={() =>
          onStart(() => ({ ...usual, milestones: usual.milestones.map((milestone) => ({ ...milestone, key: newKey() })) }))
        }
      >
        {say('plan.usual')}
      </Button>
    </div>
  );
}

/** A new plan begins with what is in force, as it stands now; the first with one empty line. */
function beginning({ inForce, milestones }: MeasurePlan, unit: string): PlanContent {
  if (!inForce) {
    const { key: _, ...empty } = newRow(unit);
    return { milestones: [empty], paths: [], serviceLevels: [] };
  }
  return { ...inForce.content, milestones: milestones.map(asPlanned) };
}

function MilestoneHead() {
  const { say } = useWords();
  return (
    <div className="milestone-row milestone-row-head" aria-hidden="true">
      <span />
      <span>{say('plan.what')}</span>
      <span>{say('plan.due')}</span>
      <span>{say('plan.unit')}</span>
      <span>{say('plan.deliverable')}</span>
      <span>{say('plan.proof')}</span>
      <span />
    </div>
  );
}

function Paths({
  plan,
  writing,
  faultAt,
  isFaulty,
}: {
  plan: MeasurePlan;
  writing: PlanWriting;
  faultAt: FaultAt;
  isFaulty: (at: string) => boolean;
}) {
  const { say } = useWords();
  const [open, setOpen] = useState<string>();
  const figures = plan.figures.filter(({ hasPath }) => hasPath);
  if (figures.length === 0) return null;
  return (
    <section className="plan-section" aria-labelledby="plan-paths">
      <div className="section-head">
        <h2 id="plan-paths">{say('plan.paths')}</h2>
        <span className="grey">{say('plan.paths-hint')}</span>
      </div>
      {figures.map((figure) => {
        const at = writing.content.paths.findIndex((path) => path.figure === figure.code);
        return (
          <PathRow
            key={figure.code}
            figure={figure}
            points={writing.content.paths[at]?.points}
            isOpen={figure.code === open || (at >= 0 && isFaulty(`/paths/${at}/points`))}
            onOpen={(isOpen) => setOpen((before) => (isOpen ? figure.code : before === figure.code ? undefined : before))}
            faultAt={(rest) => (at < 0 ? undefined : faultAt(`/paths/${at}${rest}`))}
            onChange={(points) =>
              writing.edit((content) => {
                const others = content.paths.filter((path) => path.figure !== figure.code);
                return { ...content, paths: points ? [...others, { figure: figure.code, points }] : others };
              })
            }
          />
        );
      })}
    </section>
  );
}

/** Somebody was quicker: nothing is lost, and a person decides. */
function Conflict({ writing }: { writing: PlanWriting }) {
  const { say } = useWords();
  const { conflict } = writing;
  if (!conflict) return isRefusal(writing.error, 'plan-changed') ? null : <Problem error={writing.error} />;
  return (
    <div className="conflict" role="alert">
      <p>
        <b>{say('plan.conflict')}</b>
      </p>
      <p>{say('plan.conflict-hint', { name: conflict.name })}</p>
      <div className="buttons">
        <Button onClick={writing.keepMine}>{say('plan.keep-mine')}</Button>
        <Button onClick={writing.takeTheirs}>{say('plan.take-theirs')}</Button>
      </div>
    </div>
  );
}

function Bar({ plan, writing, onFaults }: { plan: MeasurePlan; writing: PlanWriting; onFaults: () => void }) {
  const { say, language } = useWords();
  const { message } = App.useApp();
  const submit = useChange(
    (revision: number) => change('POST', `/api/measures/${plan.measure}/plan/submit`, { revision }),
    [...milestoneReadings, '/api/plans'],
    { onSuccess: () => void message.success(say('plan.submitted')), onError: onFaults },
  );
  const findings: readonly PlanFinding[] = writing.findings;
  const handIn = async () => {
    // A plan that was never saved has no revision to hand in.
    if (writing.saved().revision === 0 && !writing.isDirty) writing.edit((content) => content);
    if (!(await writing.save())) return;
    const { revision, findings: gaps } = writing.saved();
    if (gaps.length > 0) onFaults();
    else submit.mutate(revision);
  };
  const state = writing.isSaving
    ? say('plan.saving')
    : writing.isDirty
      ? say('plan.unsaved')
      : writing.savedAt
        ? `${say('plan.saved')} ${sayMoment(writing.savedAt, language).slice(-5)}`
        : '';
  return (
    <div className="plan-bar">
      <span className="plan-bar-state" role="status">
        <span className="grey">{state}</span>{' '}
        {writing.saved().revision > 0 && (
          <span className={findings.length > 0 ? 'plan-gaps' : 'plan-complete'}>
            {findings.length > 0 ? say('plan.gaps', { n: findings.length }) : say('plan.complete')}
          </span>
        )}
      </span>
      {isRefusal(submit.error, 'plan-unfinished') ? null : <Problem error={submit.error} />}
      <Button disabled={!writing.isDirty} loading={writing.isSaving} onClick={() => void writing.save()}>
        {say('plan.save')}
      </Button>
      <Button type="primary" loading={submit.isPending} onClick={() => void handIn()}>
        {say('plan.submit')}
      </Button>
    </div>
  );
}
