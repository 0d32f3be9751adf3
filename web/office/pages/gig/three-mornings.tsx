import { Link } from '@tanstack/react-router';
import type { LongWaiting, ThreeMornings as Waited } from '../../../../server/modules/gigs/fairness/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { WorkerReads } from '../gig-station/worker-reads.tsx';
import { Replay } from './replay.tsx';

/** Nobody waits three mornings unseen: whoever has and stands here today, what was done for them, and what the rule did. */
export function ThreeMornings({ station }: { station: string }) {
  const { say } = useWords();
  const read = useAsk<Waited>(`/api/gig-stations/${station}/three-mornings`, {}, { every: 30_000 });
  return (
    <Reading of={read}>
      {({ people, placed, offered, unseen, morningsSeen, lastBatch, list }) =>
        people === 0 ? (
          <Empty
            title={say('gigs.mornings-none', { mornings: morningsSeen })}
            hint={say('gigs.mornings-none-hint', { mornings: morningsSeen })}
          />
        ) : (
          <>
            <p className="heading-lead">
              {say('gigs.mornings-sum', { people, placed, offered, mornings: morningsSeen })}{' '}
              {unseen > 0 ? (
                <b className="task-late">
                  <span aria-hidden="true">■ </span>
                  {say('gigs.mornings-unseen', { n: unseen })}
                </b>
              ) : (
                say('gigs.mornings-all-seen')
              )}
            </p>
            <p className="grey">{say('gigs.mornings-any-number')}</p>
            {lastBatch && <Replay batch={lastBatch} what="three-mornings" />}
            {list ? <Waiting list={list} station={station} /> : <p className="grey">{say('gigs.mornings-no-names')}</p>}
          </>
        )
      }
    </Reading>
  );
}

function Waiting({ list, station }: { list: readonly LongWaiting[]; station: string }) {
  const { say } = useWords();
  return (
    <Table
      caption={say('gigs.fairness-view.mornings')}
      rows={list}
      rowKey={({ worker }) => worker}
      columns={[
        {
          key: 'who',
          title: say('gigs.batch-who'),
          isRowTitle: true,
          cell: ({ worker, number, name, workerNumber }) => (
            <Link to="/gig-station" search={{ station, person: worker }} className="nowrap">
              {say('gigs.person', { line: number, name, n: workerNumber })}
            </Link>
          ),
        },
        { key: 'mornings', title: say('gig.mornings'), isNumber: true, cell: ({ mornings }) => mornings },
        {
          key: 'state',
          title: say('gig.where'),
          cell: ({ state, why, services, isUnseen }) => (
            <span className="line-state">
              {isUnseen && (
                <span className="task-late nowrap">
                  <span aria-hidden="true">■ </span>
                  {say('gigs.mornings-is-unseen')}{' '}
                </span>
              )}
              <span className={`tag state-${state}`}>{say(`gig.state.${state}`)}</span>{' '}
              {services > 0 && <span className="tag">{say('gigs.served', { n: services })}</span>}
              {why && <WorkerReads words={why} />}
            </span>
          ),
        },
      ]}
    />
  );
}
