import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import type { AskedUnit } from '../../../../server/modules/consultation/contract.ts';
import { change, newKey } from '../../../shared/client.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import type { Selected } from './paper-text.tsx';
import { TextField } from './text-field.tsx';

const kinds = ['replace', 'add', 'remove', 'remark'] as const;
type Kind = (typeof kinds)[number];

type Props = {
  readonly consultation: string;
  /** Those that the person speaks for: nearly always one. */
  readonly units: readonly AskedUnit[];
  readonly version: number;
  readonly on: Selected | undefined;
  readonly onUnselect: () => void;
  readonly onSent: () => void;
};

/** One opinion: what to do with which words, and why. */
export function AnswerForm({ consultation, units, version, on, onUnselect, onSent }: Props) {
  const { say } = useWords();
  const name = useId();
  const key = useRef(newKey());
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), [on]);
  const [unit, setUnit] = useState(units[0]?.unit ?? '');
  const [kind, setKind] = useState<Kind>(on ? 'replace' : 'remark');
  const [oldWords, setOld] = useState('');
  const [newWords, setNew] = useState('');
  const [why, setWhy] = useState('');
  const needsOld = kind === 'replace' || kind === 'remove';
  const needsNew = kind === 'replace' || kind === 'add';
  const send = useChange(
    (where: string | undefined) =>
      change(
        'POST',
        `/api/consultations/${consultation}/opinions`,
        {
          unit,
          version,
          kind,
          why: why.trim(),
          ...(on ? { span: on.span, ...(needsOld ? { oldWords: on.words } : {}) } : {}),
          ...(needsOld && !on ? { oldWords: oldWords.trim() } : {}),
          ...(where === undefined ? {} : where === 'everywhere' ? { everywhere: true } : { span: where.split('-').map(Number) }),
          ...(needsNew ? { newWords: newWords.trim() } : {}),
        },
        key.current,
      ),
    ['/api/consultations', '/api/today'],
    {
      onSuccess: onSent,
      // What was refused may be put right and is then another content.
      onError: () => {
        key.current = newKey();
      },
    },
  );
  const isReady =
    why.trim().length > 1 && (!needsOld || on !== undefined || oldWords.trim() !== '') && (!needsNew || newWords.trim() !== '');
  return (
    <form
      className="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(undefined);
      }}
    >
      {on && (
        <p>
          {say('answer.selected', { words: on.words.length > 120 ? `${on.words.slice(0, 120)}……` : on.words })}{' '}
          <button type="button" className="link-button" onClick={onUnselect}>
            {say('answer.unselect')}
          </button>
        </p>
      )}
      {units.length > 1 && (
        <label className="filter">
          <span>{say('units.unit')}</span>
          <select className="native" value={unit} onChange={(event) => setUnit(event.target.value)}>
            {units.map((one) => (
              <option key={one.unit} value={one.unit}>
                {say(one.name)}
              </option>
            ))}
          </select>
        </label>
      )}
      <fieldset className="radios">
        <legend>{say('opinion.kind')}</legend>
        {kinds.map((one) => (
          <label key={one} className="radio">
            <input
              {...(kind === one ? { ref: first } : {})}
              type="radio"
              name={name}
              checked={kind === one}
              onChange={() => setKind(one)}
            />
            {say(`opinion.kind.${one}`)}
          </label>
        ))}
      </fieldset>
      {needsOld && !on && <TextField label={say('opinion.old')} value={oldWords} onChange={setOld} most={2000} />}
      {needsNew && (
        <TextField
          label={say(kind === 'add' ? 'opinion.new-add' : 'opinion.new')}
          value={newWords}
          onChange={setNew}
          most={2000}
        />
      )}
      <TextField label={say('opinion.why')} value={why} onChange={setWhy} most={1000} />
      <Problem error={send.error} />
      {isRefusal(send.error, 'opinion-words-often') && !on && needsOld && (
        <div className="buttons">
          {send.error.details.map(({ at, message }) => (
            <Button key={at} className="place-choice" onClick={() => send.mutate(at)}>
              {message}
            </Button>
          ))}
          <Button onClick={() => send.mutate('everywhere')}>{say('answer.everywhere')}</Button>
        </div>
      )}
      <Button htmlType="submit" type="primary" disabled={!isReady} loading={send.isPending}>
        {say('answer.send')}
      </Button>
    </form>
  );
}
