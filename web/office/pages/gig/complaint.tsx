import { getRouteApi, Link } from '@tanstack/react-router';
import type { Complaint } from '../../../../server/modules/gigs/complaints/contract.ts';
import { sayDayInFull, sayMoment } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Reading } from '../../parts/notices.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { ComplaintActs } from './complaint-acts.tsx';
import { ComplaintTerm } from './complaint-term.tsx';
import { Fact } from './fact.tsx';
import { SaidOfWage } from './said-of-wage.tsx';

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
  const { number, about, state, employer, employerName, workerNumber, workerName, day, claimed, text } = complaint;
  const { outcome, settledAmount, steps, wage } = complaint;
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
            <Fact title={say('gigs.wage-who')}>{say('gig.of-worker', { name: workerName ?? '', n: workerNumber })}</Fact>
            <Fact title={say('gigs.complaint-employer')}>{employerName ?? say('gigs.complaint-no-employer')}</Fact>
            {employer && (
              <Fact title={say('gigs.wages')}>
                <Link to="/gig/wages" search={{ employer }}>
                  {say('gigs.complaint-to-wages')}
                </Link>
              </Fact>
            )}
            {day && <Fact title={say('gigs.complaint-day')}>{sayDayInFull(day, language)}</Fact>}
            {claimed !== null && <Fact title={say('gigs.complaint-claimed')}>{exact(claimed / 100, 2)}</Fact>}
            {settledAmount !== null && (
              <Fact title={say(about === 'wage' ? 'gigs.complaint-agreed-whole' : 'gigs.complaint-agreed')}>
                {exact(settledAmount / 100, 2)}
              </Fact>
            )}
            {about === 'wage' && <SaidOfWage wage={wage} />}
          </dl>
          {outcome && (
            <section className="section">
              <h2>{say('gigs.complaint-outcome')}</h2>
              <p className="said">{outcome}</p>
            </section>
          )}
          <section className="section">
            <h2>{say('gigs.complaint-said')}</h2>
            <p className="said">{text || (claimed !== null && say('gigs.complaint-short', { yuan: exact(claimed / 100, 2) }))}</p>
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
          {isOpen ? <ComplaintActs complaint={complaint} /> : <p className="grey">{say('gigs.complaint-done')}</p>}
          {complaint.mediation && <p className="grey">{say(complaint.mediation)}</p>}
        </aside>
      </div>
    </>
  );
}
