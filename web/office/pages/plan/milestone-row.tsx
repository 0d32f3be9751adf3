import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { MeasurePlan, PlannedMilestone } from '../../../../server/modules/plans/contract.ts';
import { sayDay, shortDay } from '../../../shared/day.ts';
import { useWords, type Word } from '../../../shared/words/index.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { sayProof } from '../../parts/milestones.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { useUnitNames } from '../../places.ts';
import type { FaultAt } from './plan-form.tsx';
import type { Row } from './use-plan.ts';

type Props = {
  readonly row: Row;
  readonly at: number;
  readonly plan: MeasurePlan;
  readonly faultAt: FaultAt;
  /** Where a milestone is a card, one line stands for it until somebody opens it. */
  readonly isFolded: boolean;
  readonly onOpen: () => void;
  readonly onChange: (row: Row) => void;
  readonly onRemove: () => void;
};

/** One milestone in one line; a card where there is no room for columns. What is done is only shown. */
export function MilestoneRow({ row, at, plan, faultAt, isFolded, onOpen, onChange, onRemove }: Props) {
  const { say } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const isUnfolding = useRef(false);
  useEffect(() => {
    if (!isUnfolding.current || isFolded) return;
    isUnfolding.current = false;
    place.current?.querySelector('textarea')?.focus();
  });
  const here = `/milestones/${at}`;
  const inForce = plan.milestones.find(({ id }) => id === row.id);
  if (inForce?.state === 'done') return <DoneRow row={row} at={at} plan={plan} doneOn={inForce.doneOn ?? ''} />;
  const faultHere = faultAt(here);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend that the columns' heads already are
    <div
      ref={place}
      className="milestone-row"
      role="group"
      aria-label={say('plan.milestone-no', { n: at + 1 })}
      data-folded={isFolded ? '' : undefined}
      onFocus={(event) => event.target.closest('.milestone-fold') === null && onOpen()}
    >
      <button
        type="button"
        className="milestone-fold"
        aria-expanded={!isFolded}
        onClick={() => {
          isUnfolding.current = true;
          onOpen();
        }}
      >
        <FoldLine row={row} at={at} plan={plan} />
      </button>
      <span className="milestone-row-no">{at + 1}</span>
      <Field word="plan.what" fault={faultAt(`${here}/title`)}>
        {(field) => (
          <Input.TextArea
            {...field}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={80}
            value={row.title}
            onChange={(event) => onChange({ ...row, title: event.target.value.replaceAll('\n', '') })}
          />
        )}
      </Field>
      <Field word="plan.due" fault={faultAt(`${here}/dueOn`)}>
        {({ id }) => (
          <DayPicker
            id={id}
            value={row.dueOn || undefined}
            from={plan.startsOn}
            to={plan.validUntil}
            placeholder={say('plan.due-choose')}
            onChange={(dueOn) => onChange({ ...row, dueOn: dueOn ?? '' })}
          />
        )}
      </Field>
      <Field word="plan.unit" fault={faultAt(`${here}/unit`)}>
        {({ id, status, 'aria-describedby': describedBy }) => (
          <UnitSelect
            id={id}
            units={plan.units}
            value={row.unit}
            isFaulty={status === 'error'}
            describedBy={describedBy}
            onChange={(unit) => onChange({ ...row, unit })}
          />
        )}
      </Field>
      <Field word="plan.deliverable" fault={faultAt(`${here}/deliverable`)}>
        {(field) => (
          <Input.TextArea
            {...field}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={200}
            value={row.deliverable}
            onChange={(event) => onChange({ ...row, deliverable: event.target.value })}
          />
        )}
      </Field>
      <ProofFields row={row} plan={plan} here={here} faultAt={faultAt} onChange={onChange} />
      <Button
        className="milestone-row-remove"
        type="text"
        icon={<DeleteOutlined aria-hidden="true" />}
        aria-label={say('plan.remove', { n: at + 1 })}
        title={say('plan.remove', { n: at + 1 })}
        onClick={onRemove}
      />
      {faultHere && <p className="field-fault milestone-row-fault">{faultHere}</p>}
    </div>
  );
}

type Given = {
  readonly id: string;
  readonly status?: 'error';
  readonly 'aria-describedby'?: string;
};

/** A field with its name, which is seen where the columns have no heads, and its fault. */
function Field({ word, fault, children }: { word: Word; fault: string | undefined; children: (given: Given) => ReactNode }) {
  const { say } = useWords();
  const id = useId();
  return (
    <div className="milestone-field" data-faulty={fault ? '' : undefined}>
      <label htmlFor={id}>{say(word)}</label>
      {children({ id, ...(fault ? { status: 'error' as const, 'aria-describedby': `${id}-fault` } : {}) })}
      {fault && (
        <p id={`${id}-fault`} className="field-fault">
          {fault}
        </p>
      )}
    </div>
  );
}

/** How it is shown to be done; where a figure shows it, which and at what value. */
function ProofFields({
  row,
  plan,
  here,
  faultAt,
  onChange,
}: Pick<Props, 'row' | 'plan' | 'faultAt' | 'onChange'> & { here: string }) {
  const { say, language } = useWords();
  const id = useId();
  const { figures } = plan;
  const figure = figures.find(({ code }) => code === row.figure);
  const fault = faultAt(`${here}/figure`) ?? faultAt(`${here}/value`);
  const choose = (proof: PlannedMilestone['proof']) => {
    const { figure: _figure, value: _value, ...rest } = row;
    const [only] = figures;
    onChange(proof === 'figure' ? { ...rest, proof, ...(only ? { figure: only.code } : {}) } : { ...rest, proof });
  };
  return (
    <div className="milestone-field" data-faulty={fault ? '' : undefined}>
      <label htmlFor={id}>{say('plan.proof')}</label>
      <select
        id={id}
        className="native native-wide"
        value={row.proof}
        onChange={(event) => choose(event.target.value as PlannedMilestone['proof'])} // reason: the options below are exactly these
      >
        <option value="document">{say('proof.document')}</option>
        <option value="note">{say('proof.note')}</option>
        {figures.length > 0 && <option value="figure">{say('proof.figure')}</option>}
      </select>
      {row.proof === 'figure' && (
        <div className="proof-figure">
          {figures.length > 1 && (
            <select
              className="native"
              aria-label={say('proof.figure-choose')}
              value={row.figure ?? ''}
              onChange={(event) => onChange({ ...row, figure: event.target.value })}
            >
              {figures.map(({ code, title }) => (
                <option key={code} value={code}>
                  {say(title)}
                </option>
              ))}
            </select>
          )}
          <span className="proof-value">
            ≥
            <NumberField
              label={say('proof.value', { unit: figure?.unit[language] ?? '' })}
              value={row.value}
              isFaulty={faultAt(`${here}/value`) !== undefined}
              onChange={(value) => {
                const { value: _, ...rest } = row;
                onChange(value === undefined ? rest : { ...rest, value });
              }}
            />
            {figure?.unit[language]}
          </span>
        </div>
      )}
      {fault && <p className="field-fault">{fault}</p>}
    </div>
  );
}

/** A milestone in one line: what, by when, who; of what is done, only that. */
function FoldLine({ row, at, plan, isDone = false }: Pick<Props, 'row' | 'at' | 'plan'> & { isDone?: boolean }) {
  const { say, language } = useWords();
  const unitNameOf = useUnitNames();
  return (
    <>
      <span className="grey">{at + 1}</span>
      <span className="milestone-fold-title">{row.title || say('plan.untitled')}</span>
      {isDone ? (
        <b className="nowrap">{say('milestone.done-short')}</b>
      ) : (
        <span className="grey nowrap">{row.dueOn && shortDay(row.dueOn, language)}</span>
      )}
      <span className="grey milestone-fold-unit">
        {unitNameOf(row.unit, plan.units.find(({ code }) => code === row.unit)?.name)}
      </span>
    </>
  );
}

function DoneRow({ row, at, plan, doneOn }: Pick<Props, 'row' | 'at' | 'plan'> & { doneOn: string }) {
  const { say, language } = useWords();
  const unitNameOf = useUnitNames();
  return (
    <div className="milestone-row milestone-row-done" data-folded="">
      <p className="milestone-fold">
        <FoldLine row={row} at={at} plan={plan} isDone />
      </p>
      <span className="milestone-row-no">{at + 1}</span>
      <span>{row.title}</span>
      <span>{sayDay(row.dueOn, language)}</span>
      <span>{unitNameOf(row.unit, plan.units.find(({ code }) => code === row.unit)?.name)}</span>
      <span>{row.deliverable}</span>
      <span>
        {sayProof(row, plan.figures, say, language)}
        <br />
        <b>{say('milestone.done-on', { day: sayDay(doneOn, language) })}</b>
      </span>
      <span />
    </div>
  );
}
