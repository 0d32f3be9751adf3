import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { type Dispatch, type SetStateAction, useEffect, useId, useRef, useState } from 'react';
import type { ComplaintAbout } from '../../../../server/modules/gigs/complaints/contract.ts';
import type { WorkedShift, WorkerWages } from '../../../../server/modules/gigs/day/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayShortDay, sayWeekday } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { isMoney } from '../gig/money.ts';
import { SaidOfWage } from '../gig/said-of-wage.tsx';
import type { OwnStation } from './use-counter.ts';

/** Whether the form stands open, and how often it was asked for by a wage that was not paid. */
export type Complaining = { readonly isOpen: boolean; readonly asked: number };
type Opened = { readonly complaint: string; readonly number: string; readonly dueOn: string };
const abouts = ['wage', 'safety', 'conduct', 'fee', 'other'] as const satisfies readonly ComplaintAbout[];
type Fault = 'about' | 'shift' | 'claimed';

/** As far back as people remember a shift by its day and site. */
const MOST_SHIFTS = 30;
const isPast = ({ state }: WorkedShift) => state !== 'withdrawn' && state !== 'cancelled';

/** A complaint taken down for whoever has no telephone, in their words: about what, which shift, and of a wage how much is missing. */
export function OpenComplaint({
  worker,
  station,
  complaining: { isOpen, asked },
  onOpen,
}: {
  worker: string;
  station: OwnStation;
  complaining: Complaining;
  onOpen: Dispatch<SetStateAction<Complaining>>;
}) {
  const { say, language } = useWords();
  const id = useId();
  const wages = useAsk<WorkerWages>(`/api/gig-workers/${worker}/wages`, {}, { enabled: isOpen });
  const [about, setAbout] = useState<ComplaintAbout>();
  const [placement, setPlacement] = useState('');
  const [claimed, setClaimed] = useState<number>();
  const [fault, setFault] = useState<Fault>();
  const shiftField = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (asked === 0) return;
    setAbout('wage');
    shiftField.current?.focus();
  }, [asked]);
  const send = useChange(
    (text: string) =>
      change<Opened>('POST', `/api/gig-workers/${worker}/complaints`, {
        about,
        text,
        ...(placement ? { placement } : { station: station.id }),
        ...(about === 'wage' && claimed !== undefined ? { claimed: Math.round(claimed * 100) } : {}),
      }),
    ['/api/gig', '/api/today'],
  );
  const shifts = (wages.data?.shifts ?? []).filter(isPast).slice(0, MOST_SHIFTS);
  const shift = shifts.find((one) => one.placement === placement);
  const faultNow = (): Fault | undefined => {
    if (about === undefined) return 'about';
    if (about === 'wage' && !shift) return 'shift';
    return about === 'wage' && claimed !== undefined && !isMoney(claimed) ? 'claimed' : undefined;
  };
  const submit = (text: string) => {
    const found = faultNow();
    setFault(found);
    if (found === undefined) send.mutate(text);
  };
  const again = () => {
    send.reset();
    setAbout(undefined);
    setPlacement('');
    setClaimed(undefined);
  };
  const faultOf = (field: Fault) => (fault === field ? { 'aria-invalid': true, 'aria-describedby': `${id}-${field}-fault` } : {});
  const faulty = (field: Fault) =>
    fault === field && (
      <p id={`${id}-${field}-fault`} className="field-fault" role="alert">
        {say(`gig.complain-fault.${field}`)}
      </p>
    );
  return (
    <details
      className="as-table"
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => onOpen((was) => (was.isOpen === open ? was : { ...was, isOpen: open }))}
    >
      <summary>{say('gig.complain')}</summary>
      {send.data ? (
        <>
          <Alert
            type="success"
            role="status"
            title={say('gig.complained', { number: send.data.number, day: sayWeekday(send.data.dueOn, language) })}
            description={say('gig.complained-reads')}
          />
          <div className="buttons">
            <Link className="go" to="/gig/complaints/$complaint" params={{ complaint: send.data.complaint }}>
              {say('gig.complained-open')}
            </Link>
            <Button onClick={again}>{say('gig.complain-more')}</Button>
          </div>
        </>
      ) : (
        <TextForm
          label={say('gig.complain-text')}
          send={say('gig.complain-send')}
          isBusy={send.isPending}
          error={send.error}
          onSend={submit}
          onCancel={() => onOpen((was) => ({ ...was, isOpen: false }))}
        >
          <label htmlFor={`${id}-about`}>{say('gigs.complaint-about')}</label>
          <select
            id={`${id}-about`}
            className="native native-wide"
            value={about ?? ''}
            {...faultOf('about')}
            onChange={(event) => {
              setAbout(abouts.find((one) => one === event.target.value));
              setFault(undefined);
            }}
          >
            <option value="">{say('enter.choose')}</option>
            {abouts.map((one) => (
              <option key={one} value={one}>
                {say(`gigs.about.${one}`)}
              </option>
            ))}
          </select>
          {faulty('about')}
          <label htmlFor={`${id}-shift`}>{say(about === 'wage' ? 'gig.complain-shift' : 'gig.complain-shift-if')}</label>
          <select
            id={`${id}-shift`}
            ref={shiftField}
            className="native native-wide"
            value={placement}
            {...faultOf('shift')}
            onChange={(event) => {
              setPlacement(event.target.value);
              setFault(undefined);
            }}
          >
            <option value="">{say(about === 'wage' ? 'enter.choose' : 'gig.complain-no-shift')}</option>
            {shifts.map(({ placement: one, day, from, to, employerName, site, tradeName }) => (
              <option key={one} value={one}>
                {`${sayShortDay(day, language)} ${from}–${to} ${say(tradeName)} · ${employerName} · ${site}`}
              </option>
            ))}
          </select>
          {faulty('shift')}
          <Problem error={wages.error} />
          {about === 'wage' && wages.data && shifts.length === 0 && <p className="grey">{say('gig.complain-no-shifts')}</p>}
          {about === 'wage' && shift && (
            <dl className="facts">
              <SaidOfWage wage={shift.wage} />
            </dl>
          )}
          {about === 'wage' && (
            <>
              <label htmlFor={`${id}-claimed`}>{say('gig.complain-claimed')}</label>
              <NumberField
                id={`${id}-claimed`}
                value={claimed}
                onChange={(typed) => {
                  setClaimed(typed);
                  setFault(undefined);
                }}
                isFaulty={fault === 'claimed'}
                describedBy={fault === 'claimed' ? `${id}-claimed-fault` : undefined}
                className="number-sum"
              />
              {faulty('claimed')}
            </>
          )}
        </TextForm>
      )}
    </details>
  );
}
