import type { RuleSet, Step } from '../../../../server/modules/supervision/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { NumberField } from '../../parts/number-field.tsx';
import { Table } from '../../parts/table.tsx';

const steps = ['reminder', 'urge', 'notice', 'talk'] as const;
type StepRules = RuleSet['steps'];

type Props = {
  readonly steps: StepRules;
  readonly presets: StepRules;
  readonly faultAt: (at: string) => string | undefined;
  readonly onChange: (steps: StepRules) => void;
};

/** Whom a step goes to, how long there is to answer, and what follows when nobody does. */
export function StepTable({ steps: table, presets, faultAt, onChange }: Props) {
  const { say } = useWords();
  const set = (step: Step, part: Partial<StepRules[Step]>) => onChange({ ...table, [step]: { ...table[step], ...part } });
  const name = (step: Step) => say(`step.${step}`);
  return (
    <Table
      caption={say('rules.steps')}
      rows={steps.map((step) => ({ step, ...table[step] }))}
      rowKey={({ step }) => step}
      columns={[
        {
          key: 'step',
          title: say('rules.step'),
          isRowTitle: true,
          cell: ({ step }) => (
            <span data-faulty={faultAt(`/steps/${step}`) ? '' : undefined}>
              {name(step)}
              {faultAt(`/steps/${step}`) && <span className="field-fault">{faultAt(`/steps/${step}`)}</span>}
            </span>
          ),
        },
        {
          key: 'receiver',
          title: say('rules.receiver'),
          cell: ({ step, receiver }) => (
            <select
              className="native"
              aria-label={say('rules.field.receiver', { step: name(step) })}
              value={receiver}
              onChange={(event) => set(step, { receiver: event.target.value === 'head' ? 'head' : 'liaison' })}
            >
              <option value="liaison">{say('rules.receiver.liaison')}</option>
              <option value="head">{say('rules.receiver.head')}</option>
            </select>
          ),
        },
        {
          key: 'term',
          title: say('rules.term'),
          cell: ({ step, termWorkingDays }) =>
            step === 'reminder' ? (
              say('rules.term-none')
            ) : (
              <span className="rule-words">
                <NumberField
                  className="number-short"
                  label={say('rules.field.term', { step: name(step) })}
                  value={termWorkingDays}
                  onChange={(days) => set(step, { termWorkingDays: Math.min(60, Math.trunc(days ?? 0)) })}
                />
                {say('rules.term-unit')}
                {termWorkingDays !== presets[step].termWorkingDays && (
                  <span className="grey">
                    {say('rules.preset', { text: say('rules.term-days', { n: presets[step].termWorkingDays }) })}
                  </span>
                )}
              </span>
            ),
        },
        {
          key: 'escalates',
          title: say('rules.escalates'),
          cell: ({ step, escalatesTo }) =>
            step === 'reminder' || step === 'talk' ? (
              say(step === 'talk' ? 'rules.escalates-leader' : 'rules.escalates-none')
            ) : (
              <select
                className="native"
                aria-label={say('rules.field.escalates', { step: name(step) })}
                value={escalatesTo ?? ''}
                onChange={(event) => set(step, { escalatesTo: steps.find((one) => one === event.target.value) ?? null })}
              >
                <option value="">{say('rules.escalates-none')}</option>
                {steps.slice(steps.indexOf(step) + 1).map((higher) => (
                  <option key={higher} value={higher}>
                    {say('rules.escalates-to', { step: name(higher) })}
                  </option>
                ))}
              </select>
            ),
        },
      ]}
    />
  );
}
