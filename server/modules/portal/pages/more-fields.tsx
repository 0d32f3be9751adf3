/** Fields for longer forms: one of many, a time or a number, yes or no. */
import type { ComponentChildren } from 'preact';
import { type Said, say } from '../../../kernel/i18n/said.ts';
import { About, describedBy, type FieldOf } from './form.tsx';

/** One of many, as the phone's own list. `choices` in order; a name that is only Chinese is one text. */
export function SelectField<Name extends string>({
  name,
  label,
  hint,
  shown: { filled, wrong },
  language,
  choices,
}: FieldOf<Name> & { choices: readonly (readonly [value: string, said: Said | string])[] }) {
  const message = wrong?.fields.get(name);
  return (
    <>
      <label for={name}>{say(label, language)}</label>
      <About name={name} hint={hint} wrong={message} language={language} />
      <select
        id={name}
        name={name}
        aria-describedby={describedBy(name, hint, message)}
        aria-invalid={message ? 'true' : undefined}
      >
        {choices.map(([value, said]) => (
          <option key={value} value={value} selected={filled[name] === value}>
            {typeof said === 'string' ? said : say(said, language)}
          </option>
        ))}
      </select>
    </>
  );
}

/** A time of day, by the phone's own clock; `HH:MM`. */
export function TimeField<Name extends string>({
  name,
  label,
  hint,
  shown: { filled, wrong },
  language,
  isOptional = false,
}: FieldOf<Name> & { isOptional?: boolean }) {
  const message = wrong?.fields.get(name);
  return (
    <>
      <label for={name}>{say(label, language)}</label>
      <About name={name} hint={hint} wrong={message} language={language} />
      <input
        id={name}
        name={name}
        type="time"
        value={filled[name]}
        required={!isOptional}
        aria-describedby={describedBy(name, hint, message)}
        aria-invalid={message ? 'true' : undefined}
      />
    </>
  );
}

/** Yes or no: sent as `on` where ticked. */
export function CheckField<Name extends string>({
  name,
  label,
  shown: { filled },
  language,
}: Pick<FieldOf<Name>, 'name' | 'shown' | 'language'> & { label: Said | string }) {
  return (
    <label class="choice" for={name}>
      <input id={name} type="checkbox" name={name} value="on" checked={filled[name] === 'on'} />
      {typeof label === 'string' ? label : say(label, language)}
    </label>
  );
}

/** Two or three short fields beside each other where there is room. */
export const Together = ({ children }: { children: ComponentChildren }) => <div class="together">{children}</div>;
