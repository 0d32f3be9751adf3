import { Alert, Button, Input } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { CheckedIn, CounterWorker } from '../../../../server/modules/gigs/faces/contract.ts';
import type { ResidentShown } from '../../../../server/modules/residents/contract.ts';
import { ask, change, isPassing } from '../../../shared/client.ts';
import { shownBy } from '../../../shared/shown-by.ts';
import { useWords } from '../../../shared/words/index.ts';
import { Problem } from '../../parts/notices.tsx';
import { Join } from './join.tsx';
import { readTyped, type TypedWho } from './typed-who.ts';
import { type OwnStation, type Post, stationPath } from './use-counter.ts';

/** How far somebody has been found. */
type Step =
  | { readonly is: 'asking' }
  | { readonly is: 'found'; readonly worker: string; readonly name: string; readonly number: number }
  /** Known to the city, or not at all: joins first. */
  | { readonly is: 'joining'; readonly resident: ResidentShown | null; readonly typed: string }
  /** No network to look anybody up: noted by what was shown. */
  | { readonly is: 'blind'; readonly typed: string }
  | { readonly is: 'done'; readonly place: CheckedIn | undefined; readonly name: string };

/**
 * Finds somebody by card, by number, by mobile or ID number, and checks them in; whoever is new joins in one form. Who has only something
 * to settle is opened without a place in the line.
 */
export function CheckIn({
  station,
  post,
  onPerson,
  onClose,
}: {
  station: OwnStation;
  post: Post;
  onPerson: (worker: string) => void;
  onClose: () => void;
}) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [step, setStep] = useState<Step>({ is: 'asking' });
  const [error, setError] = useState<unknown>();
  const [fault, setFault] = useState<Extract<TypedWho, { is: 'fault' }>>();
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (step.is === 'asking') field.current?.focus();
  }, [step]);

  const checkIn = async (who: object, about: string, name: string) => {
    setBusy(true);
    const body = { ...who, at: new Date().toISOString() };
    const outcome = await post<CheckedIn>(stationPath(station, 'check-in'), body, { what: 'check-in', who: about });
    setBusy(false);
    if (outcome.is === 'refused') return setError(outcome.error);
    setError(undefined);
    setStep({ is: 'done', place: outcome.is === 'done' ? outcome.answer : undefined, name });
  };
  const find = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    const who = readTyped(typed);
    setFault(who.is === 'fault' ? who : undefined);
    if (who.is === 'fault') return field.current?.focus();
    if (who.is === 'card') return await checkIn(who.shown.body, who.shown.end, '');
    setBusy(true);
    try {
      setStep(await found(who.text));
    } catch (problem) {
      if (isPassing(problem) && who.shown) setStep({ is: 'blind', typed: who.text });
      else setError(problem);
    }
    setBusy(false);
  };
  const again = () => {
    setTyped('');
    setFault(undefined);
    setError(undefined);
    setStep({ is: 'asking' });
  };
  const blind = step.is === 'blind' ? shownBy(step.typed) : undefined;
  return (
    <aside className="aside counter-aside" aria-label={say('gig.check-in')}>
      <div className="aside-head">
        <h2>{say('gig.check-in')}</h2>
        <button type="button" className="link-button" onClick={onClose}>
          {say('action.close')}
        </button>
      </div>
      {step.is !== 'done' && (
        <form className="text-form" onSubmit={(event) => void find(event)} noValidate>
          <label htmlFor="check-in-who">{say('gig.check-in-who')}</label>
          <p id="check-in-only" className="grey">
            {say('gig.only-here-how')}
          </p>
          <Input
            id="check-in-who"
            autoComplete="off"
            maxLength={80}
            value={typed}
            {...(fault ? { status: 'error', 'aria-invalid': true } : {})}
            aria-describedby={fault ? 'check-in-fault' : 'check-in-only'}
            ref={(input) => {
              field.current = input?.input ?? null;
            }}
            onChange={(event) => {
              setTyped(event.target.value);
              setFault(undefined);
              if (step.is !== 'asking') setStep({ is: 'asking' });
            }}
          />
          {fault && (
            <p id="check-in-fault" className="field-fault" role="alert">
              {say(`gig.who-${fault.fault}`, { n: fault.n })}
            </p>
          )}
          <div className="buttons">
            <Button
              htmlType="submit"
              type={step.is === 'asking' ? 'primary' : 'default'}
              loading={isBusy && step.is === 'asking'}
            >
              {say('gig.look-up')}
            </Button>
            <Button onClick={() => setStep({ is: 'joining', resident: null, typed: typed.replaceAll(/\s/g, '') })}>
              {say('gig.new-person')}
            </Button>
          </div>
        </form>
      )}
      <Problem error={error} />
      {step.is === 'found' && (
        <div className="found" role="status">
          <p>
            <b>{step.name}</b> {say('gig.worker-number-is', { n: step.number })}
          </p>
          <div className="buttons">
            <Button
              type="primary"
              autoFocus
              loading={isBusy}
              onClick={() => void checkIn({ worker: step.worker }, `…${String(step.number).slice(-4)}`, step.name)}
            >
              {say('gig.check-in-now', { name: step.name })}
            </Button>
            <Button onClick={() => onPerson(step.worker)}>{say('gig.only-here')}</Button>
          </div>
        </div>
      )}
      {step.is === 'blind' && blind && (
        <div className="found" role="status">
          <p>{say('gig.check-in-blind')}</p>
          <Button type="primary" autoFocus loading={isBusy} onClick={() => void checkIn(blind.body, blind.end, blind.end)}>
            {say('gig.note-check-in', { end: blind.end })}
          </Button>
        </div>
      )}
      {step.is === 'joining' && (
        <Join
          key={step.typed}
          resident={step.resident}
          typed={step.typed}
          station={station}
          onJoined={(worker, name) => void checkIn({ worker }, name, name)}
          onOnlyHere={onPerson}
        />
      )}
      {step.is === 'done' && (
        <>
          {step.place ? (
            <Alert
              type="success"
              role="status"
              title={say(step.place.wasThere ? 'gig.was-there' : 'gig.checked-in', { name: step.name })}
              description={
                <>
                  <p className="place-number">{step.place.number}</p>
                  {step.place.gaveUp && (
                    <p>{say('gig.gave-up', { station: say(step.place.gaveUp.name), n: step.place.gaveUp.number })}</p>
                  )}
                </>
              }
            />
          ) : (
            <Alert type="info" role="status" showIcon title={say('gig.check-in-noted')} />
          )}
          <div className="buttons">
            <Button type="primary" autoFocus onClick={again}>
              {say('gig.check-in-next')}
            </Button>
            {step.place && <Button onClick={() => onPerson(step.place?.worker ?? '')}>{say('gig.open-person')}</Button>}
          </div>
        </>
      )}
    </aside>
  );
}

/** Who a number belongs to. A mobile or ID number is looked up by an act that the audit keeps. @throws Refusal */
async function found(text: string): Promise<Step> {
  const isWorkerNumber = /^\d{6,7}$/.test(text);
  const resident = isWorkerNumber
    ? undefined
    : (
        await change<{ found: ResidentShown | null }>(
          'POST',
          '/api/residents/look-up',
          text.length === 11 ? { mobile: text } : { idNumber: text },
        )
      ).found;
  if (resident === null) return { is: 'joining', resident: null, typed: text };
  const search = resident ? { worker: resident.resident } : { number: text };
  const known = await ask<CounterWorker | null>('/api/gig-counter/worker', search);
  if (known) return { is: 'found', worker: known.worker.id, name: known.name, number: known.worker.number };
  return { is: 'joining', resident: resident ?? null, typed: isWorkerNumber ? '' : text };
}
