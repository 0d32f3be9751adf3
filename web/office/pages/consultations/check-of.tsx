import { Button } from 'antd';
import { useState } from 'react';
import type {
  ConsultationShown,
  FindingShown,
  OpinionShown,
  Place,
  SignOffShown,
} from '../../../../server/modules/consultation/contract.ts';
import { change } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import type { Selected } from './paper-text.tsx';
import { Pieces } from './pieces.tsx';
import { TextField } from './text-field.tsx';

const forgets = ['/api/consultations', '/api/today'];
const verdictWord = {
  consistent: 'opinion.consistent',
  contradiction: 'opinion.contradiction',
  'needs a person': 'opinion.needs-a-person',
} as const;
const signs = { consistent: '●', contradiction: '■', 'needs a person': '◆' } as const;

type Props = {
  readonly of: OpinionShown;
  readonly in: ConsultationShown;
  readonly selected: Selected | undefined;
  readonly onPlace: (place: Place) => void;
};

/** What the check found in the text, and what a person may do about it. */
export function CheckOf({ of, in: consultation, selected, onPlace }: Props) {
  const { say } = useWords();
  const mayAct = consultation.mayManage && consultation.line.state === 'open';
  return (
    <section className="check">
      <h3>{say('opinion.check')}</h3>
      {of.signOff && <Signed of={of.signOff} onPlace={onPlace} />}
      {of.signOff && of.standing === 'settled' ? (
        <details className="as-table">
          <summary>{say('opinion.check-found')}</summary>
          <Found of={of} onPlace={onPlace} />
        </details>
      ) : (
        <Found of={of} onPlace={onPlace} />
      )}
      {mayAct && of.standing === 'to-confirm' && <Confirm of={of} version={consultation.version} selected={selected} />}
      {mayAct && (of.standing === 'contradiction' || of.standing === 'to-confirm') && (
        <SignOff key={of.standing} of={of} version={consultation.version} />
      )}
    </section>
  );
}

function Found({ of: { verdict, findings }, onPlace }: Pick<Props, 'of' | 'onPlace'>) {
  const { say } = useWords();
  return (
    <>
      {verdict === null ? (
        <p className="grey">{say('opinion.check-none')}</p>
      ) : (
        <p className={`verdict verdict-${verdict.replaceAll(' ', '-')}`}>
          <span aria-hidden="true">{signs[verdict]}</span> {say(verdictWord[verdict])}
        </p>
      )}
      {findings.map((finding) => (
        <Finding key={finding.said.zh} of={finding} onPlace={onPlace} />
      ))}
    </>
  );
}

function Signed({ of: { kind, by, reason, stands, place }, onPlace }: { of: SignOffShown; onPlace: (place: Place) => void }) {
  const { say } = useWords();
  if (kind === 'signed-off') return <p>{say('opinion.signed-by', { by, reason })}</p>;
  return (
    <p>
      {say('opinion.confirmed-by', { by, words: stands ?? '' })}{' '}
      {place && (
        <button type="button" className="link-button" onClick={() => onPlace(place)}>
          {say('opinion.see-place')}
        </button>
      )}
    </p>
  );
}

function Finding({ of: { said, place, difference }, onPlace }: { of: FindingShown; onPlace: (place: Place) => void }) {
  const { say } = useWords();
  return (
    <div className="check-finding">
      <p>
        {say(said)}{' '}
        {place && (
          <button type="button" className="link-button" onClick={() => onPlace(place)}>
            {say('opinion.see-place')}
          </button>
        )}
      </p>
      {difference && (
        <figure className="compared">
          <figcaption className="grey">{say('opinion.compared')}</figcaption>
          <Pieces pieces={difference} />
        </figure>
      )}
    </div>
  );
}

function Confirm({ of, version, selected }: { of: OpinionShown; version: number; selected: Selected | undefined }) {
  const { say } = useWords();
  const found = of.findings.find(({ place }) => place)?.place ?? undefined;
  const confirm = useChange(
    (span: Place) =>
      change('POST', `/api/opinions/${of.opinion}/confirmation`, { version, revision: of.decisions.length, note: '', span }),
    forgets,
  );
  return (
    <>
      {(found || selected) && (
        <div className="buttons">
          {found && (
            <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate(found)}>
              {say('opinion.confirm')}
            </Button>
          )}
          {selected && (
            // The press must not take the selection away before the click is heard.
            <Button onMouseDown={(event) => event.preventDefault()} onClick={() => confirm.mutate(selected.span)}>
              {say('opinion.confirm-selected')}
            </Button>
          )}
        </div>
      )}
      <p className="grey">{say(found ? 'opinion.confirm-hint' : 'opinion.confirm-select')}</p>
      <Problem error={confirm.error} />
    </>
  );
}

function SignOff({ of, version }: { of: OpinionShown; version: number }) {
  const { say } = useWords();
  const word = say(of.standing === 'contradiction' ? 'opinion.sign' : 'opinion.sign-without-words');
  const [reason, setReason] = useState('');
  const sign = useChange(
    () =>
      change('POST', `/api/opinions/${of.opinion}/sign-off`, { version, revision: of.decisions.length, reason: reason.trim() }),
    forgets,
  );
  return (
    <details>
      <summary>{word}</summary>
      <TextField label={say('opinion.sign-reason')} value={reason} onChange={setReason} most={1000} />
      <Problem error={sign.error} />
      <div className="buttons">
        <Button danger disabled={reason.trim().length < 2} loading={sign.isPending} onClick={() => sign.mutate(undefined)}>
          {word}
        </Button>
      </div>
    </details>
  );
}
