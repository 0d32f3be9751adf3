import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Rule, Step, Trigger } from '../../../../server/modules/supervision/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { NumberField } from '../../parts/number-field.tsx';
import { numberOf, sayRule, triggerOf } from './say-rule.ts';

const whens = ['due-soon', 'late', 'pace', 'months-behind', 'silent'] as const;
const steps = ['reminder', 'urge', 'notice', 'talk'] as const;
/** What the form proposes when the kind of a rule is changed. */
const usual: Readonly<Record<Trigger['when'], number>> = { 'due-soon': 3, late: 1, pace: 80, 'months-behind': 2, silent: 0 };

type Props = {
  readonly rule: Rule;
  readonly no: number;
  readonly preset: Rule | undefined;
  readonly fault: string | undefined;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
};

/** One rule as a sentence: when …, send …. */
export function RuleLine({ rule, no, preset, fault, onChange, onRemove }: Props) {
  const { say } = useWords();
  const { trigger } = rule;
  const isSilent = trigger.when === 'silent';
  const isPreset = preset && preset.on === rule.on && sayRule(preset, say) === sayRule(rule, say);
  return (
    <div className={rule.on ? 'rule-line' : 'rule-line rule-line-off'} data-faulty={fault ? '' : undefined}>
      <input
        type="checkbox"
        aria-label={say('rules.on', { n: no })}
        checked={rule.on}
        onChange={(event) => onChange({ ...rule, on: event.target.checked })}
      />
      <span className="rule-words">
        {say('rules.when')}
        <select
          className="native"
          aria-label={say('rules.field.when', { n: no })}
          value={trigger.when}
          onChange={(event) => {
            const when = event.target.value as Trigger['when']; // reason: the options below are exactly these
            onChange({ ...rule, trigger: triggerOf(when, usual[when]), ...(when === 'due-soon' ? { step: 'reminder' } : {}) });
          }}
        >
          {whens.map((when) => (
            <option key={when} value={when}>
              {say(`rules.when.${when}`)}
            </option>
          ))}
        </select>
        {!isSilent && (
          <>
            <NumberField
              className="number-short"
              label={say('rules.field.number', { n: no })}
              value={numberOf(trigger)}
              onChange={(number) => onChange({ ...rule, trigger: triggerOf(trigger.when, number) })}
            />
            {say(`rules.unit.${trigger.when}`)}
          </>
        )}
        {say('rules.then')}
        <select
          className="native"
          aria-label={say('rules.field.step', { n: no })}
          value={rule.step}
          onChange={(event) => onChange({ ...rule, step: event.target.value as Step })} // reason: as above
        >
          {steps.map((step) => (
            <option key={step} value={step}>
              {say(`step.${step}`)}
            </option>
          ))}
        </select>
      </span>
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden="true" />}
        aria-label={say('rules.remove', { n: no })}
        title={say('rules.remove', { n: no })}
        onClick={onRemove}
      />
      {!isPreset && (
        <p className="grey rule-note">{preset ? say('rules.preset', { text: sayRule(preset, say) }) : say('rules.not-preset')}</p>
      )}
      {fault && <p className="field-fault rule-note">{fault}</p>}
    </div>
  );
}
