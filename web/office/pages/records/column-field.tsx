import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { ColumnView } from '../../../../server/modules/records/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { useTowns, useUnits } from '../../places.ts';

/** The field of one column: a list where the values are known, a date where it is one, else a line of text that the server checks. */
export function ColumnField({ column }: { column: ColumnView }) {
  const { say } = useWords();
  const label = (
    <>
      {say(column.label)}
      {!column.required && <span className="grey">　{say('upload.optional')}</span>}
    </>
  );
  return (
    <Form.Item
      name={column.key}
      label={label}
      extra={column.remark && say(column.remark)}
      rules={[{ required: column.required, whitespace: true, message: say('enter.required') }]}
      initialValue=""
    >
      {fieldOf(column, say('enter.choose'), { yes: say('enter.yes'), no: say('enter.no') }, say)}
    </Form.Item>
  );
}

function fieldOf(
  column: ColumnView,
  choose: string,
  words: { yes: string; no: string },
  say: ReturnType<typeof useWords>['say'],
): ReactNode {
  switch (column.kind) {
    case 'choice':
      return (
        <select className="native native-wide">
          <option value="">{choose}</option>
          {column.choices?.map(({ value, label }) => (
            <option key={value} value={label.zh}>
              {say(label)}
            </option>
          ))}
        </select>
      );
    case 'yes-no':
      return (
        <select className="native native-wide">
          <option value="">{choose}</option>
          <option value="是">{words.yes}</option>
          <option value="否">{words.no}</option>
        </select>
      );
    case 'date':
      return <DayPicker placeholder={choose} />;
    case 'area':
      return <AreaInput key={column.key} list={`towns-${column.key}`} />;
    case 'unit':
      return <UnitSelect choose={choose} />;
    case 'integer':
      return <Input inputMode="numeric" autoComplete="off" />;
    case 'decimal':
    case 'money-yuan':
      return <Input inputMode="decimal" autoComplete="off" />;
    case 'phone':
      return <Input inputMode="tel" autoComplete="off" maxLength={20} />;
    default:
      return <Input autoComplete="off" maxLength={column.longest ?? 200} />;
  }
}

/** antd's form gives a field its id, value and onChange; they are passed on to the element itself. */
type Given = { readonly id?: string; readonly value?: string; readonly onChange?: (event: unknown) => void };

function AreaInput({ list, ...given }: Given & { list: string }) {
  const towns = useTowns();
  return (
    <>
      <Input {...given} list={list} autoComplete="off" maxLength={60} />
      <datalist id={list}>
        {towns.map(({ code, name }) => (
          <option key={code} value={name} />
        ))}
      </datalist>
    </>
  );
}

function UnitSelect({ choose, ...given }: Given & { choose: string }) {
  const { say } = useWords();
  const units = useUnits();
  return (
    <select className="native native-wide" {...given}>
      <option value="">{choose}</option>
      {units.map(({ code, name }) => (
        <option key={code} value={code}>
          {say(name)}
        </option>
      ))}
    </select>
  );
}
