import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { DraftContent, DraftMeasure, DraftUnit } from '../../../../../server/modules/programme/draft/contract.ts';
import { useWords, type Word } from '../../../../shared/words/index.ts';
import { DayPicker } from '../../../parts/day-picker.tsx';
import type { DraftArea } from './items.ts';

export type FormProps<T> = { readonly value: T; readonly onKeep: (value: T) => void; readonly onCancel: () => void };

/** A form of an item: its fields, then *keep* and *cancel*. What it does not ask stays as it was. */
export function ItemForm<T extends object>({ value, onKeep, onCancel, children }: FormProps<T> & { children: ReactNode }) {
  const { say } = useWords();
  return (
    <Form<T>
      layout="vertical"
      size="small"
      requiredMark={false}
      className="item-form"
      initialValues={value}
      onFinish={(given) => onKeep({ ...value, ...given })}
    >
      {children}
      <div className="buttons">
        <Button type="primary" htmlType="submit">
          {say('draft.keep-changes')}
        </Button>
        <Button onClick={onCancel}>{say('action.cancel')}</Button>
      </div>
    </Form>
  );
}

/** The same text in both languages. */
export function Both({ name, zh, en, rows }: { name: string; zh: Word; en: Word; rows?: number }) {
  const { say } = useWords();
  const field = rows ? <Input.TextArea rows={rows} maxLength={2000} /> : <Input maxLength={2000} />;
  return (
    <>
      <Form.Item name={[name, 'zh']} label={say(zh)}>
        {field}
      </Form.Item>
      <Form.Item name={[name, 'en']} label={say(en)}>
        {field}
      </Form.Item>
    </>
  );
}

export function DayField({ name, label }: { name: string | string[]; label: string }) {
  const { say } = useWords();
  return (
    <Form.Item name={name} label={label}>
      <DayPicker placeholder={say('action.choose-day')} />
    </Form.Item>
  );
}

export function HeadForm(props: FormProps<DraftContent>) {
  const { say } = useWords();
  return (
    <ItemForm {...props} onKeep={(given) => props.onKeep({ ...given, district: { ...props.value.district, ...given.district } })}>
      <Both name="title" zh="field.title-zh" en="field.title-en" />
      <Form.Item name={['district', 'code']} label={say('field.district-code')}>
        <Input maxLength={6} inputMode="numeric" />
      </Form.Item>
      <Form.Item name={['district', 'name', 'zh']} label={say('field.district-zh')}>
        <Input />
      </Form.Item>
      <Form.Item name={['district', 'name', 'en']} label={say('field.district-en')}>
        <Input />
      </Form.Item>
      <Form.Item name={['district', 'telephone']} label={say('field.telephone')}>
        <Input maxLength={40} inputMode="tel" />
      </Form.Item>
      <DayField name="startsOn" label={say('field.starts-on')} />
      <DayField name="validUntil" label={say('field.valid-until')} />
    </ItemForm>
  );
}

export function AreaForm(props: FormProps<DraftArea>) {
  const { say } = useWords();
  return (
    <ItemForm {...props}>
      <Form.Item name="no" label={say('field.no')}>
        <InputNumber min={1} max={999} precision={0} />
      </Form.Item>
      <Both name="title" zh="field.title-zh" en="field.title-en" />
    </ItemForm>
  );
}

export function UnitForm(props: FormProps<DraftUnit>) {
  const { say } = useWords();
  return (
    <ItemForm {...props}>
      <Form.Item name="code" label={say('field.code')}>
        <Input maxLength={60} autoCapitalize="none" />
      </Form.Item>
      <Both name="name" zh="field.name-zh" en="field.name-en" />
      <Form.Item name="everyTown" valuePropName="checked">
        <Checkbox>{say('field.every-town')}</Checkbox>
      </Form.Item>
    </ItemForm>
  );
}

export function MeasureForm({ content, ...props }: FormProps<DraftMeasure> & { content: DraftContent }) {
  const { say } = useWords();
  return (
    <ItemForm
      {...props}
      onKeep={(given) =>
        props.onKeep({
          ...given,
          area: Number(given.area),
          cooperating: given.cooperating.filter((code) => !given.lead.includes(code)),
        })
      }
    >
      <Form.Item name="no" label={say('field.no')}>
        <InputNumber min={1} max={999} precision={0} />
      </Form.Item>
      <Both name="title" zh="field.title-zh" en="field.title-en" />
      <Form.Item name="area" label={say('field.area')}>
        <select className="native native-wide">
          {content.goalAreas.map(({ no, title }) => (
            <option key={no} value={no}>
              {no} {title.zh}
            </option>
          ))}
        </select>
      </Form.Item>
      <UnitBoxes name="lead" label={say('field.lead')} units={content.units} />
      <UnitBoxes name="cooperating" label={say('field.cooperating')} units={content.units} />
    </ItemForm>
  );
}

function UnitBoxes({ name, label, units }: { name: string; label: string; units: readonly DraftUnit[] }) {
  const { say } = useWords();
  return (
    <Form.Item name={name} label={label}>
      <Checkbox.Group
        className="boxes"
        options={units.map((unit) => ({ value: unit.code, label: say(unit.name) || unit.code }))}
      />
    </Form.Item>
  );
}
