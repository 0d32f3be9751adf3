import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { isRefusal } from '../../shared/refusal.ts';
import { useWords } from '../../shared/words/index.ts';
import { Problem } from './notices.tsx';

type Props = {
  readonly label: string;
  readonly send: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onSend: (text: string) => void;
  readonly onCancel?: () => void;
  /** Fewest characters that say something. */
  readonly least?: number;
  readonly most?: number;
  /** What stands there to begin with. */
  readonly initial?: string;
  /** Said often, so one tap: it is put into the field, where it can be changed. */
  readonly usual?: { readonly label: string; readonly texts: readonly string[] };
  /** Fields of its own, above the text. */
  readonly children?: ReactNode;
};

/** One text and a button: a reason, a report, an answer. What was typed stays until it was taken. */
export function TextForm({
  label,
  send,
  isBusy,
  error,
  onSend,
  onCancel,
  least = 4,
  most = 1000,
  initial = '',
  usual,
  children,
}: Props) {
  const { say } = useWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(initial);
  const [isShort, setShort] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = text.trim();
    setShort(given.length < least);
    if (given.length >= least) onSend(given);
  };
  const take = (usualText: string) => {
    setText(usualText);
    setShort(false);
    field.current?.focus();
  };
  return (
    <form className="text-form" onSubmit={submit} noValidate>
      {children}
      {usual && (
        <ul className="chips" aria-label={usual.label}>
          {usual.texts.map((one) => (
            <li key={one}>
              <button type="button" className="chip" onClick={() => take(one)}>
                {one}
              </button>
            </li>
          ))}
        </ul>
      )}
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        ref={(area) => {
          field.current = area?.resizableTextArea?.textArea ?? null;
        }}
        value={text}
        maxLength={most}
        autoSize={{ minRows: 2, maxRows: 8 }}
        {...(isShort ? { status: 'error', 'aria-describedby': `${id}-short` } : {})}
        onChange={(event) => {
          setText(event.target.value);
          setShort(false);
        }}
      />
      {isShort && (
        <p id={`${id}-short`} className="field-fault" role="alert">
          {say('text-form.short', { n: least })}
        </p>
      )}
      {error ? <Problem error={error} /> : null}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {send}
        </Button>
        {onCancel && <Button onClick={onCancel}>{say('action.cancel')}</Button>}
      </div>
      {isRefusal(error) && error.status === 409 && <p className="grey">{say('text-form.kept')}</p>}
    </form>
  );
}
