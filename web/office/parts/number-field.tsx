import { useEffect, useState } from 'react';

type Props = {
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly id?: string;
  readonly label?: string;
  readonly isFaulty?: boolean;
  readonly describedBy?: string | undefined;
  readonly isReadOnly?: boolean;
  readonly className?: string;
};

/** A number typed as people type it, commas and all; what is no number stays in the field and counts as nothing. */
export function NumberField({
  value,
  onChange,
  id,
  label,
  isFaulty = false,
  describedBy,
  isReadOnly = false,
  className = '',
}: Props) {
  const [text, setText] = useState(shown(value));
  // A value that came from elsewhere replaces what stands here; what is being typed does not.
  useEffect(() => setText((typed) => (numberIn(typed) === value ? typed : shown(value))), [value]);
  return (
    <input
      className={`native number-field ${className}`.trim()}
      inputMode="decimal"
      autoComplete="off"
      id={id}
      aria-label={label}
      aria-invalid={isFaulty || undefined}
      aria-describedby={describedBy}
      readOnly={isReadOnly}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onChange(numberIn(event.target.value));
      }}
    />
  );
}

const shown = (value: number | undefined): string => (value === undefined ? '' : String(value));

function numberIn(text: string): number | undefined {
  const plain = text.replaceAll(/[,，\s]/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
