import { App, Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import type { Desk } from '../../../../server/modules/gigs/faces/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { Problem } from '../../parts/notices.tsx';
import { type OwnStation, type Post, stationPath } from './use-counter.ts';

export const desks = ['first-aid', 'lost-wage', 'legal-aid', 'advice-desk', 'training-desk'] as const satisfies readonly Desk[];

/** A desk has helped somebody: which, and with what. It counts once a person, kind and day. */
export function DeskService({
  worker,
  number,
  station,
  post,
  onUnpaid,
}: {
  worker: string;
  number: number;
  station: OwnStation;
  post: Post;
  /** Their wage was not paid: a complaint has a term, which a service has not. */
  onUnpaid: () => void;
}) {
  const { say } = useWords();
  const { message } = App.useApp();
  const id = useId();
  const [desk, setDesk] = useState<Desk>();
  const [note, setNote] = useState('');
  const [isShort, setShort] = useState(false);
  const [isUnchosen, setUnchosen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const given = note.trim();
    setShort(given.length < 2);
    setUnchosen(desk === undefined);
    if (given.length < 2 || desk === undefined) return;
    setBusy(true);
    const body = { worker, desk, note: given, at: new Date().toISOString() };
    const outcome = await post(stationPath(station, 'services'), body, { what: `service-${desk}`, number });
    setBusy(false);
    if (outcome.is === 'refused') return setError(outcome.error);
    setError(undefined);
    setNote('');
    setDesk(undefined);
    if (outcome.is === 'done') void message.success(say('gig.service-done'));
  };
  return (
    <details className="as-table">
      <summary>{say('gig.service')}</summary>
      <form className="text-form" onSubmit={(event) => void send(event)} noValidate>
        <label htmlFor={`${id}-desk`}>{say('gig.service-desk')}</label>
        <select
          id={`${id}-desk`}
          className="native native-wide"
          value={desk ?? ''}
          {...(isUnchosen ? { 'aria-invalid': true, 'aria-describedby': `${id}-unchosen` } : {})}
          onChange={(event) => {
            setDesk(desks.find((one) => one === event.target.value));
            setUnchosen(false);
          }}
        >
          {/* None to begin with: what is counted is chosen by whoever saw it. */}
          <option value="">{say('enter.choose')}</option>
          {desks.map((one) => (
            <option key={one} value={one}>
              {say(`gig.desk.${one}`)}
            </option>
          ))}
        </select>
        {isUnchosen && (
          <p id={`${id}-unchosen`} className="field-fault" role="alert">
            {say('gig.service-desk-open')}
          </p>
        )}
        <label htmlFor={`${id}-note`}>{say('gig.service-note')}</label>
        <Input.TextArea
          id={`${id}-note`}
          value={note}
          maxLength={300}
          autoSize={{ minRows: 2, maxRows: 6 }}
          {...(isShort ? { status: 'error', 'aria-describedby': `${id}-short` } : {})}
          onChange={(event) => {
            setNote(event.target.value);
            setShort(false);
          }}
        />
        {isShort && (
          <p id={`${id}-short`} className="field-fault" role="alert">
            {say('text-form.short', { n: 2 })}
          </p>
        )}
        {desk === 'lost-wage' && (
          <p>
            {say('gig.complain-instead')}{' '}
            <button type="button" className="link-button" onClick={onUnpaid}>
              {say('gig.complain-wage')}
            </button>
          </p>
        )}
        <Problem error={error} />
        <div className="buttons">
          <Button htmlType="submit" loading={isBusy}>
            {say('gig.service-send')}
          </Button>
        </div>
      </form>
    </details>
  );
}
