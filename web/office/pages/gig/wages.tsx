import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { StationWages } from '../../../../server/modules/gigs/day/contract.ts';
import { daysBetween, sayShortDay } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { saveCsv } from '../../parts/save-file.ts';
import { type Column, type Sort, sorted, Table } from '../../parts/table.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { EmployerWages } from './employer-wages.tsx';
import { ListFilters } from './list-filters.tsx';
import { type GigStation, useGigStations, useOfStations } from './use-stations.ts';

const route = getRouteApi('/gig/wages');
const views = ['all', 'overdue', 'disputed', 'blocked'] as const;
type View = (typeof views)[number];
type Row = StationWages['employers'][number];

const isShown: Readonly<Record<View, (row: Row) => boolean>> = {
  all: () => true,
  overdue: ({ overdue }) => overdue.wages > 0,
  disputed: ({ disputed }) => disputed.wages > 0,
  blocked: ({ blockedBy }) => blockedBy !== null,
};

/** What employers owe day workers, whoever is longest overdue first, and what keeps an employer from posting anew. */
export function GigWagesPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const stations = useGigStations();
  const { station } = route.useSearch();
  const asked = stations.data?.stations.filter(({ id }) => station === undefined || id === station);
  const lists = useOfStations<StationWages>(asked, 'wages');
  if (!opens(me, 'gig-station')) return <NotYours />;
  return (
    <div className="page">
      <Reading of={lists} title={say('gigs.wages')}>
        {(answers) => <Wages lists={answers} stations={stations.data?.stations ?? []} />}
      </Reading>
    </div>
  );
}

function Wages({ lists, stations }: { lists: readonly StationWages[]; stations: readonly GigStation[] }) {
  const { say, language } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/gig/wages' });
  const go = (to: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, ...to }), replace: true, resetScroll: false });
  const [sort, setSort] = useState<Sort>();
  const [wanted, want] = useState('');
  const view = views.find((one) => one === search.view) ?? 'all';
  const all = together(lists);
  const today = lists[0]?.day ?? '';
  const rows = sorted(
    all.filter((row) => isShown[view](row) && row.name.includes(wanted.trim())),
    sort,
    sortedBy,
  );
  const overdue = all.reduce((sum, row) => sum + row.overdue.amount, 0);
  const money = (owed: Row['due']) =>
    owed.wages === 0 ? '—' : say('gigs.wages-of', { n: owed.wages, yuan: exact(owed.amount / 100, 2) });
  const save = () =>
    saveCsv(
      say('gigs.wages'),
      ['employer', 'due', 'overdue', 'since', 'disputed', 'unconfirmed', 'blocked'].map((key) =>
        say(`gigs.wage-${key as 'due'}`),
      ),
      rows.map((row) => [
        row.name,
        row.due.amount / 100,
        row.overdue.amount / 100,
        row.since,
        row.disputed.amount / 100,
        row.unconfirmed,
        say(row.blockedBy ? `gigs.blocked.${row.blockedBy}` : 'gigs.may-post'),
      ]),
    );
  const columns: readonly Column<Row>[] = [
    {
      key: 'employer',
      title: say('gigs.wage-employer'),
      isRowTitle: true,
      isSortable: true,
      cell: ({ employer, name }) => (
        <Link
          from="/gig/wages"
          search={(old) => ({ ...old, employer: employer === search.employer ? undefined : employer })}
          resetScroll={false}
        >
          {name}
        </Link>
      ),
    },
    {
      key: 'overdue',
      title: say('gigs.wage-overdue'),
      isNumber: true,
      isSortable: true,
      cell: ({ overdue: owed }) => (owed.wages > 0 ? <span className="task-late">{money(owed)}</span> : '—'),
    },
    {
      key: 'since',
      title: say('gigs.wage-since'),
      isSortable: true,
      cell: ({ since }) =>
        since === null ? (
          '—'
        ) : (
          <>
            <span className="nowrap">{sayShortDay(since, language)}</span>{' '}
            <span className="nowrap">{say('gigs.days-ago', { n: daysBetween(since, today) })}</span>
          </>
        ),
    },
    {
      key: 'disputed',
      title: say('gigs.wage-disputed'),
      isNumber: true,
      isSortable: true,
      cell: ({ disputed }) => money(disputed),
    },
    { key: 'due', title: say('gigs.wage-due'), isNumber: true, isSortable: true, cell: ({ due }) => money(due) },
    {
      key: 'unconfirmed',
      title: say('gigs.wage-unconfirmed'),
      isNumber: true,
      isSortable: true,
      isOnlyWide: true,
      cell: ({ unconfirmed }) => unconfirmed || '—',
    },
    {
      key: 'blocked',
      title: say('gigs.wage-blocked'),
      cell: ({ blockedBy, unsaid }) =>
        blockedBy ? (
          <span className="tag state-waiting">{say(`gigs.blocked.${blockedBy}`)}</span>
        ) : (
          say(unsaid > 0 ? 'gigs.may-post-unsaid' : 'gigs.may-post', { n: unsaid })
        ),
    },
  ];
  return (
    <>
      <Heading
        title={say('gigs.wages')}
        lead={say('gigs.wages-lead', {
          employers: all.filter(isShown.overdue).length,
          yuan: exact(overdue / 100, 2),
          disputed: all.reduce((sum, row) => sum + row.disputed.wages, 0),
          blocked: all.filter(isShown.blocked).length,
        })}
      >
        <Button disabled={rows.length === 0} onClick={save}>
          {say('action.export-csv')}
        </Button>
      </Heading>
      <ListFilters
        stations={stations}
        station={search.station}
        onStation={(station) => go({ station })}
        chips={{
          label: say('gigs.wage-filter'),
          value: view,
          choices: views.map((one) => ({
            value: one,
            label: say(`gigs.wage-view.${one}`),
            count: all.filter(isShown[one]).length,
          })),
          onChoose: (one) => go({ view: one === 'all' ? undefined : one }),
        }}
        find={{ label: say('gigs.wage-find'), value: wanted, onChange: want }}
      />
      <div className={search.employer ? 'split counter-split' : undefined}>
        <div className="counter-main">
          {all.length === 0 ? (
            <Empty title={say('gigs.wages-none-yet')} hint={say('gigs.wages-none-yet-hint')} />
          ) : rows.length === 0 ? (
            <Empty title={say('gigs.wages-none')} hint={say('gigs.wages-none-hint')} />
          ) : (
            <Table
              caption={say('gigs.wages')}
              rows={rows}
              rowKey={({ employer }) => employer}
              selected={search.employer}
              sort={sort}
              onSort={setSort}
              columns={columns.filter(({ key }) => !search.employer || !isLeftOut(key))}
            />
          )}
        </div>
        {search.employer && (
          <EmployerWages key={search.employer} employer={search.employer} onClose={() => go({ employer: undefined })} />
        )}
      </div>
    </>
  );
}

/** Beside the panel there is room for what is owed, since when, and for what follows. */
const isLeftOut = (column: string): boolean => column === 'due' || column === 'unconfirmed';

/** One row an employer, also where it owes for work of several stations. */
function together(lists: readonly StationWages[]): readonly Row[] {
  const both = (a: Row['due'], b: Row['due']) => ({ wages: a.wages + b.wages, amount: a.amount + b.amount });
  const rows = new Map<string, Row>();
  for (const row of lists.flatMap(({ employers }) => employers)) {
    const known = rows.get(row.employer);
    const since = [known?.since, row.since].flatMap((day) => day ?? []).toSorted()[0] ?? null;
    rows.set(
      row.employer,
      known
        ? {
            ...row,
            due: both(known.due, row.due),
            overdue: both(known.overdue, row.overdue),
            disputed: both(known.disputed, row.disputed),
            unconfirmed: known.unconfirmed + row.unconfirmed,
            since,
          }
        : row,
    );
  }
  return [...rows.values()].toSorted(
    (a, b) => (a.since ?? '9').localeCompare(b.since ?? '9') || a.name.localeCompare(b.name, 'zh-CN'),
  );
}

function sortedBy(row: Row, key: string): string | number | null {
  if (key === 'due' || key === 'overdue' || key === 'disputed') return row[key].amount;
  if (key === 'since') return row.since;
  return key === 'unconfirmed' ? row.unconfirmed : row.name;
}
