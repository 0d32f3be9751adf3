import { Link } from '@tanstack/react-router';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { EmployerWhole } from '../../../../server/modules/employers/contract.ts';
import { change } from '../../../shared/client.ts';
import { beijingDay, sayDay, sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { Problem, Reading } from '../../parts/notices.tsx';
import { TextForm } from '../../parts/text-form.tsx';

const readings = ['/api/employers', '/api/today'];

/** One employer: what an officer decides about it, and the people who act for it or ask to. */
export function EmployerAside({ employer }: { employer: string }) {
  const { say } = useWords();
  const found = useAsk<EmployerWhole>(`/api/employers/${employer}`);
  return (
    <Reading of={found}>
      {(whole) => (
        <aside className="aside" aria-labelledby="employer">
          <div className="aside-head">
            <h2 id="employer">{whole.name}</h2>
            <Link from="/employers" search={(old) => ({ ...old, employer: undefined })} resetScroll={false}>
              {say('shell.close')}
            </Link>
          </div>
          <Facts employer={whole} />
          <Decision employer={whole} />
          {whole.requests.length > 0 && <Requests employer={whole} />}
          <Members employer={whole} />
        </aside>
      )}
    </Reading>
  );
}

function Facts({ employer }: { employer: EmployerWhole }) {
  const { say, language } = useWords();
  const { creditCode, state, reason, decidedBy, decidedAt, registeredAt } = employer;
  return (
    <dl className="facts">
      <dt>{say('employers.credit-code')}</dt>
      <dd>{creditCode}</dd>
      <dt>{say('employers.state')}</dt>
      <dd>{say(`employers.state.${state}`)}</dd>
      {reason && (
        <>
          <dt>{say('employers.reason')}</dt>
          <dd>{reason}</dd>
        </>
      )}
      {decidedAt && (
        <>
          <dt>{say('employers.decided')}</dt>
          <dd>{say('employers.decided-line', { by: decidedBy ?? '', at: sayMoment(decidedAt, language) })}</dd>
        </>
      )}
      <dt>{say('employers.registered')}</dt>
      <dd>{sayMoment(registeredAt, language)}</dd>
    </dl>
  );
}

/** Verified after the licence was seen; refused with a reason, which the manager reads. */
function Decision({ employer: { employer, state } }: { employer: EmployerWhole }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const done = { onSuccess: () => void message.success(say('action.done')) };
  const verify = useChange(() => change('POST', `/api/employers/${employer}/verify`), readings, done);
  const refuse = useChange((reason: string) => change('POST', `/api/employers/${employer}/refuse`, { reason }), readings, done);
  return (
    <section className="aside-figure" aria-label={say('employers.decide')}>
      <h3>{say('employers.decide')}</h3>
      {state !== 'verified' && (
        <>
          <p className="grey">{say('employers.verify-hint')}</p>
          <Problem error={verify.error} />
          <div className="buttons">
            <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate(undefined)}>
              {say('employers.verify')}
            </Button>
          </div>
        </>
      )}
      {state !== 'refused' && (
        <details className="as-table">
          <summary>{say(state === 'verified' ? 'employers.withdraw' : 'employers.refuse')}</summary>
          <TextForm
            label={say('employers.reason-ask')}
            send={say('employers.refuse-send')}
            most={500}
            isBusy={refuse.isPending}
            error={refuse.error}
            onSend={refuse.mutate}
          />
        </details>
      )}
    </section>
  );
}

function Requests({ employer: { requests } }: { employer: EmployerWhole }) {
  const { say, language } = useWords();
  const decide = useChange(
    ({ request, decision }: { request: string; decision: 'manager' | 'foreman' | 'declined' }) =>
      change('POST', `/api/employer-requests/${request}/decide`, { decision }),
    readings,
  );
  return (
    <section className="aside-figure" aria-label={say('employers.requests')}>
      <h3>{say('employers.requests')}</h3>
      <Problem error={decide.error} />
      <ul className="plain">
        {requests.map(({ request, resident, masked, askedAt }) => (
          <li key={request}>
            <Person resident={resident} masked={masked} />{' '}
            <span className="grey">{say('employers.asked', { day: sayDay(beijingDay(askedAt), language) })}</span>
            <div className="buttons">
              {(['manager', 'foreman', 'declined'] as const).map((decision) => (
                <Button
                  key={decision}
                  size="small"
                  loading={decide.isPending}
                  onClick={() => decide.mutate({ request, decision })}
                >
                  {say(`employers.decision.${decision}`)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Members({ employer: { employer, members } }: { employer: EmployerWhole }) {
  const { say, language } = useWords();
  const end = useChange((resident: string) => change('POST', `/api/employers/${employer}/members/${resident}/end`), readings);
  return (
    <section className="aside-figure" aria-label={say('employers.members')}>
      <h3>{say('employers.members')}</h3>
      <Problem error={end.error} />
      <ul className="plain">
        {members.map(({ resident, masked, as, since }) => (
          <li key={resident} className="line">
            <span>
              <Person resident={resident} masked={masked} /> · {say(`employers.as.${as}`)}{' '}
              <span className="grey">{say('employers.since', { day: sayDay(beijingDay(since), language) })}</span>
            </span>
            <Popconfirm
              title={say('employers.end')}
              description={say('employers.end-sure')}
              okText={say('employers.end')}
              cancelText={say('action.cancel')}
              onConfirm={() => end.mutate(resident)}
            >
              <Button size="small" loading={end.isPending}>
                {say('employers.end')}
              </Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Masked; name and number in full only when somebody must be reached, and then it is kept who looked. */
function Person({ resident, masked }: { resident: string; masked: string }) {
  const { say } = useWords();
  const [shown, setShown] = useState<{ name: string; mobile: string }>();
  const show = useChange(() => change<{ name: string; mobile: string }>('POST', `/api/residents/${resident}/show`), [], {
    onSuccess: setShown,
  });
  if (shown)
    return (
      <>
        {shown.name || masked} {shown.mobile && <a href={`tel:${shown.mobile}`}>{shown.mobile}</a>}
      </>
    );
  return (
    <>
      {masked}{' '}
      <Button type="link" size="small" loading={show.isPending} onClick={() => show.mutate(undefined)}>
        {say('employers.show-contact')}
      </Button>
      <Problem error={show.error} />
    </>
  );
}
