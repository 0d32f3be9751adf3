import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Batch, BatchPerson } from '../../../../server/modules/gigs/batches/contract.ts';
import { sayDayInFull } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { timeAt } from '../../../shared/say-gig.ts';
import { type Say, useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Choices } from '../../parts/choices.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { FairnessTable } from './fairness-table.tsx';
import { Proof } from './proof.tsx';
import { Replay } from './replay.tsx';

const route = getRouteApi('/gig/batches/$batch');
const views = ['matches', 'unmatched', 'fairness'] as const;
/** As many as a screen or two hold. */
const PAGE = 60;

/** One round: what it looked at, what it came to, for each person why; and the same worked out again. */
export function GigBatchPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const { batch } = route.useParams();
  const read = useAsk<Batch>(`/api/gig-batches/${batch}`);
  if (!opens(me, 'gig-market')) return <NotYours />;
  return (
    <div className="page">
      <Reading of={read} title={say('gigs.batch')}>
        {(found) => <Shown batch={found} />}
      </Reading>
    </div>
  );
}

function Shown({ batch }: { batch: Batch }) {
  const { say, language } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/gig/batches/$batch' });
  const view = views.find((one) => one === search.view) ?? 'matches';
  const labels = {
    matches: say('gigs.batch-view.matches', { n: exact(batch.matches.length + batch.more.matches) }),
    unmatched: say('gigs.batch-view.unmatched', { n: exact(batch.unmatched.length + batch.more.unmatched) }),
    fairness: say('gigs.batch-view.fairness'),
  };
  return (
    <>
      <Heading
        title={say('gigs.batch-title', {
          station: say(batch.stationName),
          day: sayDayInFull(batch.day, language),
          time: timeAt(Date.parse(batch.at)),
          n: batch.number,
        })}
        above={
          <Link to="/gig/batches" search={{ station: batch.station, day: batch.day }}>
            ‹ {say('gigs.batches')}
          </Link>
        }
        lead={say('gigs.batch-lead', {
          workers: exact(batch.workers),
          seats: exact(batch.seats),
          filled: exact(batch.filled),
          written: exact(batch.written),
        })}
      />
      <Facts batch={batch} />
      <Replay batch={batch.id} />
      <div className="filters">
        <Choices
          label={say('gigs.batch-views')}
          value={view}
          choices={views.map((value) => ({ value, label: labels[value] }))}
          onChoose={(value) =>
            void navigate({
              search: (old) => ({ ...old, view: value === 'matches' ? undefined : value }),
              replace: true,
              resetScroll: false,
            })
          }
        />
      </div>
      {!batch.isWhole && view !== 'fairness' && <p className="grey">{say('gigs.batch-remains')}</p>}
      {view === 'fairness' ? (
        batch.fairness ? (
          <FairnessTable fairness={batch.fairness} />
        ) : (
          <p className="grey">{say('gigs.batch-no-fairness')}</p>
        )
      ) : (
        <People key={view} batch={batch} view={view} />
      )}
    </>
  );
}

function Facts({ batch }: { batch: Batch }) {
  const { say } = useWords();
  const { rung, falls, policy, cost, milliseconds, salt, inputHash, outputHash } = batch;
  return (
    <>
      <dl className="facts">
        <div className="facts-row">
          <dt>{say('gigs.batch-proven')}</dt>
          <dd>
            <Proof batch={batch} />
          </dd>
        </div>
        <div className="facts-row">
          <dt>{say('gigs.batch-rung')}</dt>
          <dd>
            {say(`gigs.rung.${rung}`)}
            {falls?.map((fall) => (
              <span key={fall.rung} className="line-why">
                {say('gigs.fall', { rung: say(`gigs.rung.${fall.rung}`), why: say(`gigs.fall.${fall.why}`) })}
              </span>
            ))}
          </dd>
        </div>
        <div className="facts-row">
          <dt>{say('gigs.batch-cost')}</dt>
          <dd>{say('gigs.batch-cost-by', { cost: exact(cost), policy })}</dd>
        </div>
        <div className="facts-row">
          <dt>{say('gigs.batch-milliseconds')}</dt>
          <dd>{exact(milliseconds)}</dd>
        </div>
      </dl>
      <details className="as-table">
        <summary>{say('gigs.hashes')}</summary>
        <p className="grey">{say('gigs.hashes-why')}</p>
        <dl className="facts hashes">
          <Hash title={say('gigs.hash-input')} value={inputHash} />
          <Hash title={say('gigs.hash-output')} value={outputHash} />
          <Hash title={say('gigs.hash-salt')} value={salt} />
        </dl>
      </details>
    </>
  );
}

const Hash = ({ title, value }: { title: string; value: string }) => (
  <div className="facts-row">
    <dt>{title}</dt>
    <dd>
      <code>{value}</code>
    </dd>
  </div>
);

const sayPerson = ({ line, workerNumber, name }: BatchPerson, say: Say): string =>
  name === null
    ? line === null
      ? '—'
      : say('gigs.line-n', { n: line })
    : say('gigs.person', { line: line ?? '—', name, n: workerNumber ?? '' });

function People({ batch, view }: { batch: Batch; view: 'matches' | 'unmatched' }) {
  const { say } = useWords();
  const [wanted, want] = useState('');
  const [most, setMost] = useState(PAGE);
  const isWanted = ({ line, workerNumber, name }: BatchPerson) => {
    const text = wanted.trim();
    return text === '' || String(line) === text || String(workerNumber ?? '') === text || (name ?? '').includes(text);
  };
  const matches = batch.matches.filter(isWanted);
  const unmatched = batch.unmatched.filter(isWanted);
  const count = view === 'matches' ? matches.length : unmatched.length;
  const who = { key: 'who', title: say('gigs.batch-who'), isRowTitle: true } as const;
  return (
    <>
      <div className="filters">
        <Input
          className="search"
          allowClear
          aria-label={say('gigs.batch-find')}
          placeholder={say('gigs.batch-find')}
          value={wanted}
          onChange={(event) => want(event.target.value)}
        />
      </div>
      {count === 0 ? (
        <p className="grey">{say(view === 'matches' ? 'gigs.no-matches' : 'gigs.no-unmatched')}</p>
      ) : view === 'matches' ? (
        <Table
          caption={say('gigs.batch-matches')}
          rows={matches.slice(0, most)}
          rowKey={(row) => `${row.line} ${row.order} ${row.workerNumber}`}
          columns={[
            { ...who, cell: (row) => <span className="nowrap">{sayPerson(row, say)}</span> },
            {
              key: 'order',
              title: say('gig.order'),
              cell: ({ order, tradeName, site }) => say('gigs.order-of', { n: order ?? '—', trade: say(tradeName), site }),
            },
            { key: 'points', title: say('gigs.batch-points'), isNumber: true, cell: ({ points }) => exact(points) },
            {
              key: 'why',
              title: say('gigs.batch-why'),
              cell: ({ why, isOffered }) => (
                <>
                  <ul className="plain">
                    {why.map((one) => (
                      <li key={one.en}>{say(one)}</li>
                    ))}
                  </ul>
                  {!isOffered && <span className="passes">{say('gigs.not-offered')}</span>}
                </>
              ),
            },
          ]}
        />
      ) : (
        <Table
          caption={say('gigs.batch-unmatched')}
          rows={unmatched.slice(0, most)}
          rowKey={(row) => `${row.line} ${row.workerNumber}`}
          columns={[
            { ...who, width: '16rem', cell: (row) => <span className="nowrap">{sayPerson(row, say)}</span> },
            { key: 'why', title: say('gigs.batch-why-not'), cell: ({ why }) => say(why) },
          ]}
        />
      )}
      {count > most && (
        <div className="table-end">
          <Button onClick={() => setMost(most + PAGE)}>{say('action.more-rows', { n: Math.min(PAGE, count - most) })}</Button>
        </div>
      )}
      {batch.more[view] > 0 && <p className="grey">{say('gigs.batch-more', { n: exact(batch.more[view]) })}</p>}
    </>
  );
}
