/** Fields of plain forms: a label, a hint, what was typed, and beside it what is wrong with it. */
import type { ComponentChildren } from 'preact';
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { Shown, Wrong } from '../public-forms.ts';
import { common } from '../words.ts';

/** On top of a form that is shown again: what to put right, each with a way to its field, and that nothing typed was lost. */
export function WrongSummary({
  wrong,
  labels = {},
  language,
}: {
  wrong: Wrong;
  labels?: Readonly<Record<string, Said>>;
  language: Language;
}) {
  const fields = [...wrong.fields].flatMap(([name, message]) => {
    const label = labels[name];
    return label ? [{ name, message, label }] : [];
  });
  return (
    <div class="wrong" role="alert">
      {fields.length === 0 ? (
        <p>
          {say(common.wrong, language)} {wrong.sentence}
        </p>
      ) : (
        <>
          <p>{say(common.wrong, language)}</p>
          <ul>
            {fields.map(({ name, message, label }) => (
              <li key={name}>
                <a href={`#${name}`}>{say(label, language)}</a>
                {say(common.colon, language)}
                {message}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{say(common.kept, language)}</p>
    </div>
  );
}

/** What every field is told: the form's state, its own name, what it is called. */
export type FieldOf<Name extends string> = {
  readonly name: Name;
  readonly label: Said;
  readonly hint?: Said;
  readonly shown: Shown<Name>;
  readonly language: Language;
};

export const describedBy = (name: string, hint: unknown, wrong: unknown): string | undefined =>
  [...(hint ? [`${name}-hint`] : []), ...(wrong ? [`${name}-wrong`] : [])].join(' ') || undefined;

export function About({
  name,
  hint,
  wrong,
  language,
}: {
  name: string;
  hint?: Said;
  wrong?: string | undefined;
  language: Language;
}) {
  return (
    <>
      {hint && (
        <p class="quiet" id={`${name}-hint`}>
          {say(hint, language)}
        </p>
      )}
      {wrong && (
        <p class="field-wrong" id={`${name}-wrong`}>
          {wrong}
        </p>
      )}
    </>
  );
}

export function TextField<Name extends string>({
  name,
  label,
  hint,
  shown: { filled, wrong },
  language,
  ...input
}: FieldOf<Name> & {
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'text';
  autocomplete?: string;
  maxLength?: number;
  required?: boolean;
}) {
  const message = wrong?.fields.get(name);
  return (
    <>
      <label for={name}>{say(label, language)}</label>
      <About name={name} hint={hint} wrong={message} language={language} />
      <input
        id={name}
        name={name}
        type="text"
        autocomplete="off"
        value={filled[name]}
        aria-describedby={describedBy(name, hint, message)}
        aria-invalid={message ? 'true' : undefined}
        {...input}
      />
    </>
  );
}

/** One of a few. */
export function ChoiceField<Name extends string>({
  name,
  label,
  hint,
  shown: { filled, wrong },
  language,
  choices,
  required,
}: FieldOf<Name> & { choices: readonly (readonly [value: string, said: Said])[]; required?: boolean }) {
  const message = wrong?.fields.get(name);
  return (
    <fieldset id={name} aria-describedby={describedBy(name, hint, message)}>
      <legend>{say(label, language)}</legend>
      <About name={name} hint={hint} wrong={message} language={language} />
      {choices.map(([value, said]) => (
        <label class="choice" key={value}>
          <input type="radio" name={name} value={value} checked={filled[name] === value} required={required} />
          {say(said, language)}
        </label>
      ))}
    </fieldset>
  );
}

/** A form that does its work once, sent to `action`. `fields`: what it carries unseen. */
export const Hidden = ({
  once,
  fields = {},
}: {
  once?: string;
  fields?: Readonly<Record<string, string>>;
}): ComponentChildren => (
  <>
    {once !== undefined && <input type="hidden" name="once" value={once} />}
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
);
