import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { AppealList, DecidedAppeal, WaitingAppeal } from '../../../../server/modules/gigs/ratings/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayDay, sayMoment, sayMonth } from '../../../shared/day.ts';
import { timeAt } from '../../../shared/say-gig.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { useGigStations, useOfStations } from './use-stations.ts';

/** Appeals against ratings, the oldest first: what was said, what is held against it, and the decision; then those decided lately. */
export function GigAppealsPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const stations = useGigStations();
  const lists = useOfStations<AppealList>(stations.data?.stations, 'appeals');
  if (!opens(me, 'gig-station')) return <NotYours />;
  const appeals = lists.data?.flatMap((list) => list.appeals).toSorted((a, b) => a.appealedAt.localeCompare(b.appealedAt));
  const decided = lists.data?.flatMap((list) => list.decided).toSorted((a, b) => b.decidedAt.localeCompare(a.decidedAt)) ?? [];
  return (
    <div className="page">
      <Heading title={say('gigs.appeals')} lead={say('gigs.appeals-lead')} />
      <Reading of={{ ...lists, data: appeals }}>
        {(waiting) =>
          waiting.length === 0 ? (
            <Empty title={say('gigs.appeals-none')} hint={say('gigs.appeals-none-hint')}>
              <Link className="go" to="/gig-station">
                {say('gig.title')}
              </Link>
            </Empty>
          ) : (
            <ul className="plain rows appeals">
              {waiting.map((appeal) => (
                <li key={appeal.rating}>
                  <Appeal appeal={appeal} />
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
      {decided.length > 0 && (
        <section className="section">
          <h2>{say('gigs.appeals-decided')}</h2>
          <ul className="plain rows appeals">
            {decided.map((appeal) => (
              <li key={appeal.rating}>
                <Decided appeal={appeal} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Decided({ appeal }: { appeal: DecidedAppeal }) {
  const { say, language } = useWords();
  return (
    <article className="appeal">
      <About appeal={appeal} title="h3" />
      <p>
        <b>{say(`gigs.appeal-outcome.${appeal.outcome}`)}</b>
        <span className="grey"> · {sayMoment(appeal.decidedAt, language)}</span>
        <br />
        <span className="said">{appeal.reason}</span>
      </p>
    </article>
  );
}

/** What was said, what is held against it, and the shift it is about. */
function About({ appeal: about, title: Title }: { appeal: WaitingAppeal; title: 'h2' | 'h3' }) {
  const { say, language } = useWords();
  const { side, month, stars, text, answer, why, appeal, appealedAt, shift } = about;
  return (
    <>
      <Title>
        {say(`gigs.appeal-side.${side}`, { month: sayMonth(month, language) })} ·{' '}
        <span className="nowrap">{say('gigs.appeal-stars', { n: stars })}</span>
      </Title>
      <dl className="facts">
        <div className="facts-row">
          <dt>{say('gigs.appeal-rating')}</dt>
          <dd className="said">{text || say('gigs.appeal-no-words')}</dd>
        </div>
        {answer && (
          <div className="facts-row">
            <dt>{say('gigs.appeal-answer')}</dt>
            <dd className="said">{answer}</dd>
          </div>
        )}
        <div className="facts-row">
          <dt>{say('gigs.appeal-why')}</dt>
          <dd>
            <span className="tag">{say(`gigs.appeal-why.${why}`)}</span> <span className="said">{appeal}</span>
            <br />
            <span className="grey">{sayMoment(appealedAt, language)}</span>
          </dd>
        </div>
        <div className="facts-row">
          <dt>{say('gigs.appeal-shift')}</dt>
          <dd>
            <RatedShift shift={shift} />
          </dd>
        </div>
      </dl>
    </>
  );
}

/** Which order, and when its worker was there. */
function RatedShift({ shift }: { shift: WaitingAppeal['shift'] }) {
  const { say, language } = useWords();
  const { day, order, tradeName, site, startsAt, endsAt, startedAt, endedAt, ending, minutesLate, minutesEarly } = shift;
  const clock = (instant: string) => timeAt(Date.parse(instant));
  return (
    <>
      {say('gigs.appeal-order', { day: sayDay(day, language), n: order, trade: say(tradeName), site })}
      <br />
      {say('gigs.appeal-ordered', { from: clock(startsAt), to: clock(endsAt) })}
      <br />
      {startedAt && endedAt
        ? say('gigs.appeal-worked', { from: clock(startedAt), to: clock(endedAt) })
        : say('gigs.appeal-not-worked')}
      {minutesLate > 0 && say('gigs.appeal-late', { n: minutesLate })}
      {minutesEarly > 0 && say('gigs.appeal-early', { n: minutesEarly })}
      {(ending === 'sent-home' || ending === 'left-early') && say(`gigs.appeal-ending.${ending}`)}
    </>
  );
}

function Appeal({ appeal }: { appeal: WaitingAppeal }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [outcome, choose] = useState<'stands' | 'removed'>();
  const decide = useChange(
    (reason: string) => change('POST', `/api/gig-ratings/${appeal.rating}/decide`, { outcome, reason }),
    ['/api/gig', '/api/today'],
    { onSuccess: () => void message.success(say('action.done')) },
  );
  return (
    <article className="appeal">
      <About appeal={appeal} title="h2" />
      {outcome ? (
        <TextForm
          key={outcome}
          label={say(`gigs.appeal-reason.${outcome}`)}
          send={say(`gigs.appeal-decide.${outcome}`)}
          most={400}
          isBusy={decide.isPending}
          error={decide.error}
          onSend={decide.mutate}
          onCancel={() => choose(undefined)}
        />
      ) : (
        <div className="buttons">
          <Button onClick={() => choose('stands')}>{say('gigs.appeal-decide.stands')}</Button>
          <Button onClick={() => choose('removed')}>{say('gigs.appeal-decide.removed')}</Button>
        </div>
      )}
    </article>
  );
}
