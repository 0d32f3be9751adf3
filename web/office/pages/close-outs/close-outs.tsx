import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { CloseOutList, CloseOutState } from '../../../../server/modules/close-out/contract.ts';
import { sayMoment } from '../../../shared/day.ts';
import { sayPeriod } from '../../../shared/say-period.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Choices } from '../../parts/choices.tsx';
import { CloseOutMark } from '../../parts/close-out-mark.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { WaiverLine } from '../../parts/waiver-line.tsx';
import { NotYours } from '../../shell/missing.tsx';

const route = getRouteApi('/close-outs');
const views = ['all', 'waiting', 'closed'] as const;
type View = (typeof views)[number];
type Row = CloseOutList['rows'][number];

const closed: readonly CloseOutState[] = ['approved', 'waived', 'waived-applied'];
const settled: readonly CloseOutState[] = ['approved', 'waived', 'withdrawn'];
const isClosed = (state: CloseOutState) => closed.includes(state);
const isWaiting = (state: CloseOutState) => !settled.includes(state);
const isShown = (view: View, { state }: Row) => view === 'all' || (view === 'closed' ? isClosed(state) : isWaiting(state));

/** Every close-out that was begun; what waits for somebody first. */
export function CloseOutsPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const list = useAsk<CloseOutList>('/api/close-outs', {}, { every: 60_000 });
  if (!opens(me, 'programme')) return <NotYours />;
  const lead =
    list.data &&
    say('close-outs.sentence', {
      waiting: list.data.rows.filter(({ state }) => isWaiting(state)).length,
      closed: list.data.rows.filter(({ state }) => isClosed(state)).length,
    });
  return (
    <div className="page">
      <Heading title={say('close-outs.title')} lead={lead} />
      <Reading of={list}>{({ rows }) => (rows.length === 0 ? <NothingYet /> : <Rows rows={rows} />)}</Reading>
    </div>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const { say, language } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/close-outs' });
  const view = views.find((one) => one === search.view) ?? 'all';
  const shown = rows.filter((row) => isShown(view, row));
  return (
    <>
      <div className="filters">
        <Choices
          label={say('close-outs.filter')}
          value={view}
          choices={views.map((value) => ({ value, label: say(`close-outs.${value}`) }))}
          onChoose={(value) =>
            void navigate({ search: (old) => ({ ...old, view: value === 'all' ? undefined : value }), replace: true })
          }
        />
      </div>
      {shown.length === 0 ? (
        <Empty title={say('close-outs.none-such')} />
      ) : (
        <Table
          caption={say('close-outs.title')}
          rows={shown}
          rowKey={({ measure, period }) => `${measure} ${period}`}
          columns={[
            {
              key: 'task',
              title: say('close-outs.task'),
              isRowTitle: true,
              cell: ({ measure, title, period }) => (
                <Link to="/measures/$no" params={{ no: String(measure) }} search={{ period }}>
                  {measure} {say(title)}
                </Link>
              ),
            },
            { key: 'lead', title: say('ledger.lead'), cell: ({ lead }) => lead.map((unit) => say(unit)).join(say('text.and')) },
            {
              key: 'period',
              title: say('close-outs.period'),
              cell: ({ period }) => <span className="nowrap">{sayPeriod(period, say)}</span>,
            },
            {
              key: 'state',
              title: say('close-outs.state'),
              cell: ({ state, grade, waiver }) => (
                <span>
                  <CloseOutMark state={state} grade={grade} />
                  {waiver && <WaiverLine waiver={waiver} />}
                </span>
              ),
            },
            {
              key: 'since',
              title: say('close-outs.since'),
              cell: ({ at, byName }) => (
                <span>
                  <span className="nowrap">{sayMoment(at, language)}</span>{' '}
                  <span className="nowrap">{byName || say('timeline.by-leye')}</span>
                </span>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

function NothingYet() {
  const { say } = useWords();
  return (
    <Empty title={say('close-outs.none')} hint={say('close-outs.none-hint')}>
      <Link className="go" to="/ledger">
        {say('close-outs.see-ledger')}
      </Link>
    </Empty>
  );
}
