import { Input } from 'antd';
import { useId } from 'react';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly most?: number;
  /** Lines shown at first; a field of one line takes no line breaks. */
  readonly lines?: number;
  readonly grows?: boolean;
  readonly placeholder?: string;
  readonly className?: string;
};

/** A text with its label above: one line, or as many as are written. */
export function TextField({ label, value, onChange, most, lines = 2, grows = true, placeholder, className }: Props) {
  const id = useId();
  const shared = {
    id,
    value,
    ...(most ? { maxLength: most } : {}),
    ...(placeholder ? { placeholder } : {}),
    ...(className ? { className } : {}),
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {lines === 1 ? (
        <Input {...shared} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input.TextArea
          {...shared}
          {...(grows ? { autoSize: { minRows: lines } } : { rows: lines })}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}
