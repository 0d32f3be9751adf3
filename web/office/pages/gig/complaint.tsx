import { getRouteApi, Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { Complaint } from '../../../../server/modules/gigs/complaints/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayDayInFull, sayMoment } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Reading } from '../../parts/notices.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { ComplaintTerm } from './complaint-term.tsx';
import { Field } from './field.tsx';

const route = getRouteApi('/gig/complaints/$complaint');

/** One complaint: what is said, what has happened, and what the desk does about it. */
export function GigComplaintPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const { complaint } = route.useParams();
  const read = useAsk<Complaint>(`/api/gig-complaints/${complaint}`, {}, { every: 30_000 });
  if (!opens(me, 'gig-station')) return <NotYours />;
  return (
    <div className="page">
      <Reading of={read} title={say('gigs.complaint')}>
        {(found) => <Shown complaint={found} />}
      </Reading>
    </div>
  );
}

function Shown({ complaint }: { complaint: Complaint }) {
  const { say, language } = useWords();
  const { number, about, state, employer, employerName, workerNumber, day, claimed, text, outcome, settledAmount, steps } =
    complaint;
  const isOpen = state === 'open' || state === 'mediation';
  return (
    <>
      <Heading
        title={say('gigs.complaint-title', { number, about: say(`gigs.about.${about}`) })}
        above={<Link to="/gig/complaints">‹ {say('gigs.complaints')}</Link>}
        lead={
          isOpen ? (
            <>
              {say(`gigs.complaint-state.${state}`)} · <ComplaintTerm row={complaint} />
            </>
          ) : (
            say('gigs.complaint-closed', {
              state: say(`gigs.complaint-state.${state}`),
              at: complaint.closedAt ? sayMoment(complaint.closedAt, language) : '',
            })
          )
        }
      />
      <div className="split counter-split">
        <div className="counter-main">
          <dl className="facts">
            <Fact title={say('gigs.complaint-worker')}>{workerNumber}</Fact>
            <Fact title={say('gigs.complaint-employer')}>
              {employer && employerName ? (
                <Link to="/gig/wages" search={{ employer }}>
                  {employerName}
                </Link>
              ) : (
                say('gigs.complaint-no-employer')
              )}
            </Fact>
            {day && <Fact title={say('gigs.complaint-day')}>{sayDayInFull(day, language)}</Fact>}
            {claimed !== null && <Fact title={say('gigs.complaint-claimed')}>{exact(claimed / 100, 2)}</Fact>}
            {settledAmount !== null && <Fact title={say('gigs.complaint-agreed')}>{exact(settledAmount / 100, 2)}</Fact>}
          </dl>
          <section className="section">
            <h2>{say('gigs.complaint-said')}</h2>
            <p className="said">{text || (claimed !== null && say('gigs.complaint-short', { yuan: exact(claimed / 100, 2) }))}</p>
            {outcome && (
              <>
                <h3>{say('gigs.complaint-outcome')}</h3>
                <p className="said">{outcome}</p>
              </>
            )}
          </section>
          <section className="section">
            <h2>{say('gigs.complaint-steps')}</h2>
            <ol className="plain rows">
              {steps.map((step) => (
                <li key={`${step.at} ${step.code}`}>
                  <p>
                    <b>{say(`gigs.step.${step.code}`)}</b>
                    <span className="grey">
                      {' '}
                      · {say(`gigs.by.${step.by}`)} · {sayMoment(step.at, language)}
                    </span>
                  </p>
                  {step.text && <p className="said">{step.text}</p>}
                </li>
              ))}
            </ol>
          </section>
        </div>
        <aside className="aside aside-after counter-aside" aria-label={say('gigs.complaint-do')}>
          <div className="aside-head">
            <h2>{say('gigs.complaint-do')}</h2>
          </div>
          {isOpen ? <Actions complaint={complaint} /> : <p className="grey">{say('gigs.complaint-done')}</p>}
          {complaint.mediation && <p className="grey">{say(complaint.mediation)}</p>}
        </aside>
      </div>
    </>
  );
}

const Fact = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <div className="facts-row">
    <dt>{title}</dt>
    <dd>{children}</dd>
  </div>
);

const acts = ['note', 'mediate', 'settle', 'refer'] as const;
type Act = (typeof acts)[number];
const paths = { note: 'notes', mediate: 'mediate', settle: 'settle', refer: 'refer' } as const satisfies Record<Act, string>;
const fields = { note: 'text', mediate: 'text', settle: 'outcome', refer: 'reason' } as const satisfies Record<Act, string>;

/** Nothing, or yuan with at most two decimals: no sum is rounded unseen. */
const isMoney = (yuan: number | undefined): boolean =>
  yuan === undefined || (yuan >= 0 && Math.abs(yuan * 100 - Math.round(yuan * 100)) < 1e-6);

/** What the desk may do now; one form at a time, and what was typed stays until it was taken. */
function Actions({ complaint: { id, state, about, claimed } }: { complaint: Complaint }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [act, choose] = useState<Act>();
  const [isFaulty, setFaulty] = useState(false);
  const [amount, setAmount] = useState(claimed === null ? undefined : claimed / 100);
  const send = useChange(
    ({ which, text }: { which: Act; text: string }) =>
      change('POST', `/api/gig-complaints/${id}/${paths[which]}`, {
        [fields[which]]: text,
        ...(which === 'settle' && amount !== undefined ? { amount: Math.round(amount * 100) } : {}),
      }),
    ['/api/gig', '/api/today'],
    {
      onSuccess: () => {
        void message.success(say('action.done'));
        choose(undefined);
      },
    },
  );
  const open = acts.filter((one) => one !== 'mediate' || state === 'open');
  if (act === undefined)
    return (
      <ul className="plain acts">
        {open.map((one, at) => (
          <li key={one}>
            <Button block type={at === 0 ? 'primary' : 'default'} onClick={() => choose(one)}>
              {say(`gigs.act.${one}`)}
            </Button>
            <p className="grey">{say(`gigs.act-hint.${one}`)}</p>
          </li>
        ))}
      </ul>
    );
  return (
    <TextForm
      key={act}
      label={say(`gigs.act-text.${act}`)}
      send={say(`gigs.act.${act}`)}
      least={act === 'settle' || act === 'refer' ? 4 : 2}
      isBusy={send.isPending}
      error={send.error}
      onSend={(text) => (act === 'settle' && !isMoney(amount) ? setFaulty(true) : send.mutate({ which: act, text }))}
      onCancel={() => {
        send.reset();
        choose(undefined);
      }}
    >
      {act === 'settle' && (
        <Field label={say(about === 'wage' ? 'gigs.settle-amount' : 'gigs.settle-amount-if')}>
          {(id) => (
            <>
              <NumberField
                id={id}
                value={amount}
                onChange={(typed) => {
                  setAmount(typed);
                  setFaulty(false);
                }}
                isFaulty={isFaulty}
                describedBy={isFaulty ? `${id}-fault` : undefined}
                className="number-short"
              />
              {isFaulty && (
                <p id={`${id}-fault`} className="field-fault" role="alert">
                  {say('gigs.settle-amount-fault')}
                </p>
              )}
            </>
          )}
        </Field>
      )}
    </TextForm>
  );
}
