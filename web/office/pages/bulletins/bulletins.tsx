import { Link } from '@tanstack/react-router';
import type { BulletinList, BulletinSummary } from '../../../../server/modules/bulletins/contract.ts';
import { sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { sayNumber, saySpan } from './say.ts';

/** What was told of the programme, latest days first; drafts for who makes them. */
export function BulletinsPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const list = useAsk<BulletinList>('/api/bulletins', {}, { enabled: opens(me, 'bulletins') });
  if (!opens(me, 'bulletins')) return <NotYours />;
  return (
    <div className="page">
      <Heading title={say('bulletins.title')} lead={say('bulletins.lead')}>
        {list.data?.mayWrite && (
          <Link to="/bulletins/new" className="button-link">
            {say('bulletins.new')}
          </Link>
        )}
      </Heading>
      <Reading of={list}>
        {({ bulletins, mayWrite }) =>
          bulletins.length === 0 ? (
            <Empty title={say('bulletins.none')} hint={say(mayWrite ? 'bulletins.none-writer' : 'bulletins.none-reader')} />
          ) : (
            <Rows rows={bulletins} />
          )
        }
      </Reading>
    </div>
  );
}

function Rows({ rows }: { rows: readonly BulletinSummary[] }) {
  const { say, language } = useWords();
  const latest = ({ withdrawn, released, opened }: BulletinSummary) => withdrawn ?? released ?? opened;
  return (
    <Table
      caption={say('bulletins.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'span',
          title: say('bulletins.span'),
          isRowTitle: true,
          cell: (row) => (
            <Link to="/bulletins/$bulletin" params={{ bulletin: row.id }}>
              {saySpan(row, say, language)}
            </Link>
          ),
        },
        { key: 'number', title: say('bulletins.number'), cell: (row) => sayNumber(row, say) },
        {
          key: 'state',
          title: say('bulletins.state'),
          cell: ({ state, isPublic }) => (
            <>
              <span className={state === 'withdrawn' ? 'task-late' : undefined}>{say(`bulletins.state.${state}`)}</span>
              {isPublic && state === 'released' && (
                <>
                  {' '}
                  <span className="tag">{say('bulletins.public')}</span>
                </>
              )}
            </>
          ),
        },
        {
          key: 'who',
          title: say('bulletins.who'),
          cell: (row) => say('bulletins.by', { name: latest(row).name, at: sayMoment(latest(row).at, language) }),
        },
      ]}
    />
  );
}
