import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { UnitList } from '../../../../server/modules/plans/contract.ts';
import type { NoticeList, NoticeRow } from '../../../../server/modules/supervision/contract.ts';
import { sayDay } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { holds, opens, unitsOf, useSignedIn } from '../../me.ts';
import { Choices } from '../../parts/choices.tsx';
import { Heading } from '../../parts/heading.tsx';
import { NoticeClockLine, NoticeState, sayNoticeName } from '../../parts/notice-words.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { useUnitNames } from '../../places.ts';
import { usePages } from '../../use-pages.ts';

const route = getRouteApi('/notices');
const steps = ['reminder', 'urge', 'notice', 'talk'] as const;
const states = ['open', 'answered', 'settled', 'all'] as const;
type State = (typeof states)[number];
const isState = (text: string | undefined): text is State => states.some((state) => state === text);

/** Every notice: what waits first, the longest over at the top. A liaison begins with their own unit. */
export function NoticesPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const search = route.useSearch();
  const units = unitsOf(me);
  const own = units.length === 1 ? units[0] : undefined;
  const state = isState(search.state) ? search.state : holds(me, 'programme-office') ? undefined : 'open';
  const unit = search.unit === 'all' ? undefined : (search.unit ?? own);
  const filter = { step: search.step, unit };
  const counts = useAsk<NoticeList>('/api/notices', { ...filter, state: 'open' }, { every: 60_000, keep: true }).data?.counts;
  // The office begins with what waits for it, if anything does.
  const chosen = state ?? (counts && counts.answered > 0 ? 'answered' : 'open');
  return (
    <div className="page">
      <Heading title={say('notices.title')} lead={counts && say('notices.sentence', counts)}>
        <Link to="/supervision" className="quiet-link">
          {say('notices.rules')}
        </Link>
        {opens(me, 'instruct') && (
          <Link to="/notices/new" className="button-link">
            {say('notices.new')}
          </Link>
        )}
      </Heading>
      <Filters state={chosen} step={search.step} unit={unit} counts={counts} />
      <Notices state={chosen} filter={filter} />
    </div>
  );
}

function Filters({
  state,
  step,
  unit,
  counts,
}: {
  state: State;
  step: string | undefined;
  unit: string | undefined;
  counts: NoticeList['counts'] | undefined;
}) {
  const { say } = useWords();
  const navigate = useNavigate({ from: '/notices' });
  const units = useAsk<UnitList>('/api/units');
  const choose = (change: { state?: string; step?: string | undefined; unit?: string }) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const count = (of: State) => (of === 'open' || of === 'answered' ? ` ${counts?.[of] ?? ''}` : '');
  return (
    <div className="filters">
      <Choices
        label={say('notices.state')}
        value={state}
        choices={states.map((value) => ({ value, label: `${say(`notices.state.${value}`)}${count(value)}` }))}
        onChoose={(chosen) => choose({ state: chosen })}
      />
      <label className="filter">
        <span>{say('notices.step')}</span>
        <select className="native" value={step ?? ''} onChange={(event) => choose({ step: event.target.value || undefined })}>
          <option value="">{say('notices.step-any')}</option>
          {steps.map((one) => (
            <option key={one} value={one}>
              {say(`step.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="filter">
        <span>{say('notices.unit')}</span>
        <select className="native" value={unit ?? 'all'} onChange={(event) => choose({ unit: event.target.value })}>
          <option value="all">{say('notices.unit-any')}</option>
          {units.data?.units.map(({ code, name }) => (
            <option key={code} value={code}>
              {say(name)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Notices({ state, filter }: { state: State; filter: { step: string | undefined; unit: string | undefined } }) {
  const { say, language } = useWords();
  const pages = usePages<NoticeList>('/api/notices', { ...filter, state: state === 'all' ? undefined : state });
  const unitNameOf = useUnitNames();
  const rows = pages.data?.pages.flatMap((page) => page.rows);
  const none = state === 'open' || state === 'answered' ? (`notices.none-${state}` as const) : 'notices.none';
  return (
    <Reading of={{ data: rows, error: pages.error, refetch: pages.refetch }}>
      {(notices) =>
        notices.length === 0 ? (
          <Empty title={say(none)} hint={say('notices.none-hint')} />
        ) : (
          <>
            <div className="notice-table">
              <Table<NoticeRow>
                caption={say('notices.title')}
                rows={notices}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'what',
                    title: say('notices.column.what'),
                    isRowTitle: true,
                    cell: (notice) => (
                      <span className="notice-cell">
                        <Link to="/notices/$notice" params={{ notice: notice.id }}>
                          {sayNoticeName(notice, say)}
                        </Link>
                        <span>{say(notice.why)}</span>
                      </span>
                    ),
                  },
                  ...(filter.unit === undefined
                    ? [
                        {
                          key: 'unit',
                          title: say('notices.column.unit'),
                          width: '150px',
                          cell: ({ unit, unitName }: NoticeRow) => unitNameOf(unit, unitName),
                        },
                      ]
                    : []),
                  {
                    key: 'clock',
                    title: say('notices.column.clock'),
                    width: '250px',
                    cell: (notice) => (notice.clock ? <NoticeClockLine notice={notice} /> : '—'),
                  },
                  {
                    key: 'state',
                    title: say('notices.column.state'),
                    width: '130px',
                    cell: (notice) => <NoticeState notice={notice} />,
                  },
                  {
                    key: 'issued',
                    title: say('notices.column.issued'),
                    isOnlyWide: true,
                    width: '120px',
                    cell: ({ issuedOn }) => sayDay(issuedOn, language),
                  },
                ]}
              />
            </div>
            <div className="table-end">
              <span>{say('table.shown', { n: notices.length })}</span>
              {pages.hasNextPage && (
                <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  {say('action.more-rows', { n: 50 })}
                </Button>
              )}
            </div>
          </>
        )
      }
    </Reading>
  );
}
