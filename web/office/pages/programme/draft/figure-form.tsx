import { Form, Input, InputNumber } from 'antd';
import type { CountableKind, DraftFigure } from '../../../../../server/modules/programme/draft/contract.ts';
import { useWords } from '../../../../shared/words/index.ts';
import { RuleField } from './rule-field.tsx';
import { Both, DayField, type FormProps, ItemForm } from './simple-forms.tsx';

/** A figure: the promise as data, in plain words, and the rule by which it is counted. */
export function FigureForm({ kinds, ...props }: FormProps<DraftFigure> & { kinds: readonly CountableKind[] }) {
  const { say } = useWords();
  return (
    <ItemForm
      {...props}
      onKeep={(given) =>
        props.onKeep({
          ...given,
          decimals: given.decimals ?? 0,
          target: { ...props.value.target, ...given.target, value: given.target.value ?? props.value.target.value },
        })
      }
    >
      {props.value.printed && <p className="grey">{say('draft.printed', { text: props.value.printed.text })}</p>}
      <div className="pair">
        <Form.Item name={['target', 'comparator']} label={say('field.comparator')}>
          <select className="native native-wide">
            {(['>=', '>', '<=', '~', '='] as const).map((comparator) => (
              <option key={comparator} value={comparator}>
                {comparator} {say(`comparator.${comparator}`)}
              </option>
            ))}
          </select>
        </Form.Item>
        <Form.Item name={['target', 'value']} label={say('field.value')}>
          <InputNumber style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={['target', 'per']} label={say('field.per')}>
          <select className="native native-wide">
            {(['year', 'month', 'average-year', 'programme', 'standing'] as const).map((per) => (
              <option key={per} value={per}>
                {say(`field.per.${per}`)}
              </option>
            ))}
          </select>
        </Form.Item>
        <DayField name={['target', 'by']} label={say('field.by')} />
        <Both name="unit" zh="field.unit-zh" en="field.unit-en" />
        <Form.Item name="code" label={say('field.code')}>
          <Input maxLength={4} />
        </Form.Item>
        <Form.Item name="decimals" label={say('field.decimals')}>
          <InputNumber min={0} max={2} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="count" noStyle>
        <RuleField kinds={kinds} suggestions={props.value.suggestions} />
      </Form.Item>
      <Both name="title" zh="field.title-zh" en="field.title-en" />
      <Both name="promise" zh="field.promise-zh" en="field.promise-en" />
      <Both name="limits" zh="field.limits-zh" en="field.limits-en" rows={2} />
    </ItemForm>
  );
}
