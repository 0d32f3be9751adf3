import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { WaitingAppeal } from '../../../../server/modules/gigs/ratings/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayMoment, sayMonth } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { useGigStations, useOfStations } from './use-stations.ts';

/** Appeals against ratings, the oldest first: what was said, what is held against it, and the decision. */
export function GigAppealsPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const stations = useGigStations();
  const lists = useOfStations<{ appeals: readonly WaitingAppeal[] }>(stations.data?.stations, 'appeals');
  if (!opens(me, 'gig-station')) return <NotYours />;
  const appeals = lists.data?.flatMap((list) => list.appeals).toSorted((a, b) => a.appealedAt.localeCompare(b.appealedAt));
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
    </div>
  );
}

function Appeal({ appeal: { rating, side, month, stars, text, answer, why, appeal, appealedAt } }: { appeal: WaitingAppeal }) {
  const { say, language } = useWords();
  const { message } = App.useApp();
  const [outcome, choose] = useState<'stands' | 'removed'>();
  const decide = useChange(
    (reason: string) => change('POST', `/api/gig-ratings/${rating}/decide`, { outcome, reason }),
    ['/api/gig', '/api/today'],
    { onSuccess: () => void message.success(say('action.done')) },
  );
  return (
    <article className="appeal">
      <h2>
        {say(`gigs.appeal-side.${side}`, { month: sayMonth(month, language) })} ·{' '}
        <span className="nowrap">{say('gigs.appeal-stars', { n: stars })}</span>
      </h2>
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
      </dl>
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
