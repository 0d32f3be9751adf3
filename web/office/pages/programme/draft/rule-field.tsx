import { Button } from 'antd';
import type { CountingRule, Selection } from '../../../../../server/kernel/figure/definition.ts';
import type { CountableKind, Suggestion } from '../../../../../server/modules/programme/draft/contract.ts';
import { useWords } from '../../../../shared/words/index.ts';
import { sayRule } from '../say-rule.ts';

type Props = {
  readonly value?: CountingRule | null;
  readonly onChange?: (rule: CountingRule | null) => void;
  readonly kinds: readonly CountableKind[];
  readonly suggestions: readonly Suggestion[];
};
const rules = ['sum', 'level', 'ratio', 'coverage', 'typed'] as const;

/** How a figure is counted: one of the suggestions, or built up from the kinds of record there are. */
export function RuleField({ value = null, onChange = () => {}, kinds, suggestions }: Props) {
  const { say } = useWords();
  return (
    <fieldset className="rule">
      <legend>{say('rule.title')}</legend>
      {suggestions.length > 0 && (
        <div className="rule-suggestions">
          <p className="grey">{say('rule.suggestions')}</p>
          {suggestions.map((suggestion) => {
            const isOn = JSON.stringify(suggestion.count) === JSON.stringify(value);
            return (
              <Button
                key={JSON.stringify(suggestion.count)}
                size="small"
                className="rule-suggestion"
                aria-pressed={isOn}
                type={isOn ? 'primary' : 'default'}
                onClick={() => onChange(suggestion.count)}
              >
                {sayRule(suggestion.count, kinds, say)}
                {suggestion.because.length > 0 && (
                  <small>{say('rule.because', { words: suggestion.because.join(say('text.and')) })}</small>
                )}
              </Button>
            );
          })}
        </div>
      )}
      <label className="field">
        <span className="field-label">{say('rule.title')}</span>
        <select
          className="native native-wide"
          value={value?.rule ?? ''}
          onChange={(event) => onChange(begin(event.target.value, kinds))}
        >
          <option value="">{say('rule.none')}</option>
          {rules.map((rule) => (
            <option key={rule} value={rule}>
              {say(`rule.${rule}`)}
            </option>
          ))}
        </select>
      </label>
      {value && <Details rule={value} onChange={onChange} kinds={kinds} />}
    </fieldset>
  );
}

/** A rule of that name with the first kinds that suit it, for a person to go on from. */
function begin(name: string, kinds: readonly CountableKind[]): CountingRule | null {
  const first = (suits: (kind: CountableKind) => boolean) => ({ kind: (kinds.find(suits) ?? kinds[0])?.name ?? '' });
  const happens = first(({ counts }) => counts !== 'level');
  const stands = first(({ counts }) => counts === 'level');
  if (name === 'sum') return { rule: 'sum', facts: happens, window: 'programme' };
  if (name === 'level') return { rule: 'level', facts: stands };
  if (name === 'ratio') return { rule: 'ratio', part: happens, whole: happens, window: 'programme' };
  if (name === 'coverage')
    return { rule: 'coverage', facts: first(({ byPlace }) => byPlace), atLeast: 1, of: { areas: 'village' } };
  if (name === 'typed') return { rule: 'typed', lapsesAfterDays: 92 };
  return null;
}

function Details({
  rule,
  onChange,
  kinds,
}: {
  rule: CountingRule;
  onChange: (rule: CountingRule) => void;
  kinds: readonly CountableKind[];
}) {
  const { say } = useWords();
  const happens = kinds.filter(({ counts }) => counts !== 'level');
  const stands = kinds.filter(({ counts }) => counts === 'level');
  switch (rule.rule) {
    case 'sum':
      return (
        <>
          <Facts label={say('rule.kind')} value={rule.facts} kinds={happens} onChange={(facts) => onChange({ ...rule, facts })} />
          <Window
            value={rule.window}
            windows={['year', 'month', 'programme']}
            onChange={(window) => onChange({ ...rule, window })}
          />
        </>
      );
    case 'level':
      return (
        <Facts label={say('rule.kind')} value={rule.facts} kinds={stands} onChange={(facts) => onChange({ ...rule, facts })} />
      );
    case 'ratio':
      return (
        <>
          <Facts label={say('rule.part')} value={rule.part} kinds={kinds} onChange={(part) => onChange({ ...rule, part })} />
          <Facts label={say('rule.whole')} value={rule.whole} kinds={kinds} onChange={(whole) => onChange({ ...rule, whole })} />
          <Window
            value={rule.window}
            windows={['year', 'programme', 'standing']}
            onChange={(window) => onChange({ ...rule, window })}
          />
        </>
      );
    case 'coverage':
      return (
        <>
          <Facts
            label={say('rule.kind')}
            value={rule.facts}
            kinds={kinds.filter(({ byPlace }) => byPlace)}
            onChange={(facts) => onChange({ ...rule, facts })}
          />
          <Count label={say('rule.at-least')} value={rule.atLeast} onChange={(atLeast) => onChange({ ...rule, atLeast })} />
          <label className="field">
            <span className="field-label">{say('rule.of')}</span>
            <select
              className="native native-wide"
              value={'kind' in rule.of ? rule.of.kind : ''}
              onChange={(event) =>
                onChange({ ...rule, of: event.target.value ? { kind: event.target.value } : { areas: 'village' } })
              }
            >
              <option value="">{say('rule.of-villages')}</option>
              {stands
                .filter(({ byPlace }) => byPlace)
                .map(({ name, title }) => (
                  <option key={name} value={name}>
                    {say(title)}
                  </option>
                ))}
            </select>
          </label>
        </>
      );
    case 'typed':
      return (
        <Count
          label={say('rule.lapses')}
          value={rule.lapsesAfterDays}
          max={366}
          onChange={(lapsesAfterDays) => onChange({ ...rule, lapsesAfterDays })}
        />
      );
  }
}

function Facts({
  label,
  value,
  kinds,
  onChange,
}: {
  label: string;
  value: Selection;
  kinds: readonly CountableKind[];
  onChange: (value: Selection) => void;
}) {
  const { say } = useWords();
  const kind = kinds.find(({ name }) => name === value.kind);
  const toggle = (variant: string) => {
    const chosen = value.variants ?? [];
    const next = chosen.includes(variant) ? chosen.filter((one) => one !== variant) : [...chosen, variant];
    onChange(next.length > 0 ? { kind: value.kind, variants: next } : { kind: value.kind });
  };
  return (
    <>
      <label className="field">
        <span className="field-label">{label}</span>
        <select className="native native-wide" value={value.kind} onChange={(event) => onChange({ kind: event.target.value })}>
          {!kind && <option value={value.kind}>{value.kind || say('rule.choose')}</option>}
          {kinds.map(({ name, title, unit }) => (
            <option key={name} value={name}>
              {say(title)} ({say(unit)})
            </option>
          ))}
        </select>
      </label>
      {kind && kind.variants.length > 0 && (
        <fieldset className="rule-variants">
          <legend>{say('rule.variants')}</legend>
          {kind.variants.map(({ name, title }) => (
            <label key={name}>
              <input type="checkbox" checked={value.variants?.includes(name) ?? false} onChange={() => toggle(name)} />{' '}
              {say(title)}
            </label>
          ))}
          <p className="grey">{say('rule.variants-all')}</p>
        </fieldset>
      )}
    </>
  );
}

function Window<Name extends 'year' | 'month' | 'programme' | 'standing'>({
  value,
  windows,
  onChange,
}: {
  value: Name;
  windows: readonly Name[];
  onChange: (window: Name) => void;
}) {
  const { say } = useWords();
  return (
    <label className="field">
      <span className="field-label">{say('rule.window')}</span>
      <select
        className="native native-wide"
        value={value}
        onChange={(event) => onChange(windows.find((window) => window === event.target.value) ?? value)}
      >
        {windows.map((window) => (
          <option key={window} value={window}>
            {say(`rule.window.${window}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Count({
  label,
  value,
  max = 1000,
  onChange,
}: {
  label: string;
  value: number;
  max?: number;
  onChange: (value: number) => void;
}) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        type="number"
        className="native"
        min={1}
        max={max}
        value={value}
        onChange={(event) => onChange(Math.min(max, Math.max(1, Math.trunc(event.target.valueAsNumber || 1))))}
      />
    </label>
  );
}
