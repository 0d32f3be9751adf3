import { App, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { GigRules, RuleContent, RuleKind } from '../../../../server/modules/gigs/rules/contract.ts';
import { change } from '../../../shared/client.ts';
import { addDays } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { Problem } from '../../parts/notices.tsx';
import { keepUnsaved, readUnsaved } from '../../unsaved.ts';
import { Field } from './field.tsx';
import { scaleOf, useNames } from './rule-names.ts';
import { type Path, partsOf, type RulePart, withValue } from './rule-parts.ts';

/** Values that are one of a few; everything else is a number or a time of day. */
const choices: Readonly<Record<string, readonly string[]>> = { counts: ['calendar', 'working'] };

/** A new rule, begun from the one in force: its numbers and what the public reads, a day from which it holds, and the reason. */
export function RuleForm({ kind, rules, onDone }: { kind: RuleKind; rules: GigRules; onDone: () => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { version: base } = rules[kind];
  const [kept] = useState(() => readUnsaved(placeOf(kind), isDraftOf(base)));
  const [content, setContent] = useState<RuleContent>(kept?.content ?? rules[kind]);
  const [version, setVersion] = useState(kept?.version ?? '');
  const [from, setFrom] = useState<string | undefined>(addDays(rules.day, 7));
  const [reason, setReason] = useState(kept?.reason ?? '');
  const [isIncomplete, setIncomplete] = useState(false);
  const isTouched = content !== rules[kind] || reason !== '' || version !== '';
  useEffect(() => {
    if (isTouched) keepUnsaved(placeOf(kind), { base, content, version, reason });
  }, [isTouched, kind, base, content, version, reason]);
  const save = useChange(
    () =>
      change('POST', '/api/gig-rules', { kind, from, content: { ...content, version: version.trim() }, reason: reason.trim() }),
    ['/api/gig'],
    {
      onSuccess: () => {
        void message.success(say('action.done'));
        leave();
      },
    },
  );
  const leave = () => {
    keepUnsaved(placeOf(kind), undefined);
    onDone();
  };
  const isReady = version.trim() !== '' && reason.trim().length >= 4 && from !== undefined;
  const set = (path: Path, value: unknown) => setContent((old) => withValue(old, path, value));
  return (
    <form
      className="rule-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIncomplete(!isReady);
        if (isReady) save.mutate(undefined);
      }}
    >
      <p className="rule-form-lead">{say('gigs.rule-form-lead')}</p>
      {partsOf(kind, content).map((part) => (
        <Part key={part.path.join('.')} part={part} onSet={set} />
      ))}
      <div className="rule-end">
        <Field label={say('gigs.rule-name')}>
          {(id) => (
            <Input
              id={id}
              value={version}
              maxLength={40}
              onChange={(event) => setVersion(event.target.value)}
              placeholder={`${rules.day.slice(0, 4)}-2`}
            />
          )}
        </Field>
        <div className="field">
          <span className="field-label">{say('gigs.rule-begins')}</span>
          <DayPicker
            label={say('gigs.rule-begins')}
            value={from}
            from={rules.day}
            onChange={setFrom}
            placeholder={say('action.choose-day')}
          />
        </div>
        <Field label={say('gigs.rule-why')}>
          {(id) => (
            <Input.TextArea
              id={id}
              value={reason}
              maxLength={400}
              autoSize={{ minRows: 2, maxRows: 6 }}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
      {isIncomplete && !isReady && (
        <p className="field-fault" role="alert">
          {say('gigs.rule-incomplete')}
        </p>
      )}
      <Problem error={save.error} />
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say('gigs.rule-set')}
        </Button>
        <Button onClick={leave}>{say('action.cancel')}</Button>
      </div>
    </form>
  );
}

type Draft = { readonly base: string; readonly content: RuleContent; readonly version: string; readonly reason: string };
const placeOf = (kind: RuleKind) => `gig-rule-${kind}`;
/** Whether what was kept is a draft begun from the rule that is in force still. */
const isDraftOf =
  (base: string) =>
  (kept: unknown): kept is Draft =>
    typeof kept === 'object' &&
    kept !== null &&
    'base' in kept &&
    kept.base === base &&
    'content' in kept &&
    'version' in kept &&
    'reason' in kept;

function Part({ part, onSet }: { part: RulePart; onSet: (path: Path, value: unknown) => void }) {
  const { say } = useWords();
  const { nameOfPart, nameOfValue } = useNames();
  const { path, name, says, values } = part;
  return (
    <fieldset className="rule-fields">
      <legend>{nameOfPart(name)}</legend>
      <div className="rule-values">
        {values.map(({ path: at, key, value }) => (
          <Field key={at.join('.')} label={nameOfValue(name, key)}>
            {(id) =>
              choices[key] ? (
                <select id={id} className="native" value={String(value)} onChange={(event) => onSet(at, event.target.value)}>
                  {choices[key].map((one) => (
                    <option key={one} value={one}>
                      {say(`gigs.choice.${one as 'calendar' | 'working'}`)}
                    </option>
                  ))}
                </select>
              ) : (
                <Value id={id} value={value} scale={scaleOf(name, key)} onChange={(next) => onSet(at, next)} />
              )
            }
          </Field>
        ))}
      </div>
      {says && (
        <details className="as-table">
          <summary>{say('gigs.rule-says')}</summary>
          {(['zh', 'en'] as const).map((language) => (
            <Field key={language} label={say(`gigs.rule-says-${language}`)}>
              {(id) => (
                <Input.TextArea
                  id={id}
                  lang={language}
                  value={says[language]}
                  autoSize={{ minRows: 2, maxRows: 6 }}
                  onChange={(event) => onSet([...path, 'says', language], event.target.value)}
                />
              )}
            </Field>
          ))}
        </details>
      )}
    </fieldset>
  );
}

type ValueGiven = { id: string; value: string | number; scale: number; onChange: (value: string | number) => void };

/** A number, with its sign and decimals as typed; or a time of day. What is neither is sent as it stands, and the server says so. */
function Value({ id, value, scale, onChange }: ValueGiven) {
  const isTime = typeof value === 'string' && /^\d{2}:\d{2}$/.test(value);
  const [text, setText] = useState(String(typeof value === 'number' ? value / scale : value));
  return (
    <input
      id={id}
      className="native number-short"
      type={isTime ? 'time' : 'text'}
      inputMode={isTime ? undefined : 'decimal'}
      autoComplete="off"
      value={text}
      onChange={(event) => {
        const given = event.target.value;
        setText(given);
        const plain = given.trim().replace('−', '-');
        onChange(
          !isTime && plain !== '' && Number.isFinite(Number(plain)) ? Math.round(Number(plain) * scale * 1e6) / 1e6 : given,
        );
      }}
    />
  );
}
