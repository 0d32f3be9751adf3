import { Input } from 'antd';
import { useId, useState } from 'react';
import { useWords } from '../../../../shared/words/index.ts';
import type { ActionProps } from './actions.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (note: string) => void;
  readonly isShort?: boolean;
};

/** A reason or a remark of an act on a close-out. */
export function NoteField({ label, value, onChange, isShort = false }: Props) {
  const { say } = useWords();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        value={value}
        maxLength={1000}
        autoSize={{ minRows: 2 }}
        {...(isShort ? { status: 'error', 'aria-describedby': `${id}-short` } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
      {isShort && (
        <p id={`${id}-short`} className="field-fault" role="alert">
          {say('text-form.short', { n: LEAST })}
        </p>
      )}
    </>
  );
}

/** As many characters as the server wants of a reason. */
const LEAST = 4;

/** A reason that has to be given: what is too short is said at its field, and goes nowhere. */
export function useReason(onDo: ActionProps['onDo']) {
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const change = (given: string) => {
    setReason(given);
    setShort(false);
  };
  const give = (event: Parameters<ActionProps['onDo']>[0]) => {
    if (reason.trim().length < LEAST) setShort(true);
    else onDo(event, { reason });
  };
  return { field: { value: reason, onChange: change, isShort }, give };
}
