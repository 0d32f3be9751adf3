import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ComplaintList, ComplaintRow } from '../../../../server/modules/gigs/complaints/contract.ts';
import { beijingDay, shortDay } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { saveCsv } from '../../parts/save-file.ts';
import { type Sort, sorted, Table } from '../../parts/table.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { ComplaintTerm } from './complaint-term.tsx';
import { ListFilters } from './list-filters.tsx';
import { type GigStation, useGigStations, useOfStations } from './use-stations.ts';

const route = getRouteApi('/gig/complaints');
const views = ['open', 'overdue', 'mediation', 'closed', 'all'] as const;
type View = (typeof views)[number];

const isOpen = ({ state }: ComplaintRow) => state === 'open' || state === 'mediation';
const isShown: Readonly<Record<View, (row: ComplaintRow) => boolean>> = {
  open: isOpen,
  overdue: ({ isOverdue }) => isOverdue,
  mediation: ({ state }) => state === 'mediation',
  closed: (row) => !isOpen(row),
  all: () => true,
};

/** Complaints of the gig market: whose term is over first, then whose ends first. */
export function GigComplaintsPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const stations = useGigStations();
  const { station } = route.useSearch();
  const asked = stations.data?.stations.filter(({ id }) => station === undefined || id === station);
  const lists = useOfStations<ComplaintList>(asked, 'complaints');
  if (!opens(me, 'gig-station')) return <NotYours />;
  return (
    <div className="page">
      <Reading of={lists} title={say('gigs.complaints')}>
        {(answers) => <Complaints lists={answers} stations={stations.data?.stations ?? []} />}
      </Reading>
    </div>
  );
}

function Complaints({ lists, stations }: { lists: readonly ComplaintList[]; stations: readonly GigStation[] }) {
  const { say, language } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/gig/complaints' });
  const go = (to: Partial<typeof search>) => void navigate({ search: (old) => ({ ...old, ...to }), replace: true });
  const [sort, setSort] = useState<Sort>();
  const [wanted, want] = useState('');
  const view = views.find((one) => one === search.state) ?? 'open';
  const all = lists.flatMap(({ complaints }) => complaints).toSorted(byTerm);
  const found = all.filter((row) => isShown[view](row) && matches(row, wanted.trim()));
  const rows = sorted(found, sort, sortedBy);
  const sum = (of: keyof ComplaintList['counts']) => lists.reduce((total, { counts }) => total + counts[of], 0);
  const stationName = (id: string) => {
    const name = stations.find((one) => one.id === id)?.name;
    return name ? say(name) : '';
  };
  const save = () =>
    saveCsv(
      say('gigs.complaints'),
      ['number', 'about', 'employer', 'worker', 'opened', 'due', 'state', 'claimed'].map((key) =>
        say(`gigs.complaint-${key as 'number'}`),
      ),
      rows.map((row) => [
        row.number,
        say(`gigs.about.${row.about}`),
        row.employerName,
        row.workerNumber,
        beijingDay(row.openedAt),
        row.dueOn,
        say(`gigs.complaint-state.${row.state}`),
        row.claimed === null ? null : row.claimed / 100,
      ]),
    );
  return (
    <>
      <Heading
        title={say('gigs.complaints')}
        lead={say('gigs.complaints-lead', {
          open: sum('open') + sum('mediation'),
          overdue: sum('overdue'),
          closed: sum('closed'),
          inTerm: sum('inTerm'),
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
          label: say('gigs.complaint-filter'),
          value: view,
          choices: views.map((one) => ({
            value: one,
            label: say(`gigs.complaint-view.${one}`),
            count: all.filter(isShown[one]).length,
          })),
          onChoose: (one) => go({ state: one === 'open' ? undefined : one }),
        }}
        find={{ label: say('gigs.complaint-find'), value: wanted, onChange: want }}
      />
      {rows.length === 0 ? (
        <Empty
          title={say(all.length === 0 ? 'gigs.complaints-none' : 'gigs.complaints-none-such')}
          hint={say('gigs.complaints-none-hint')}
        />
      ) : (
        <Table
          caption={say('gigs.complaints')}
          rows={rows}
          rowKey={({ id }) => id}
          sort={sort}
          onSort={setSort}
          columns={[
            {
              key: 'number',
              title: say('gigs.complaint-number'),
              isRowTitle: true,
              isSortable: true,
              cell: ({ id, number, about }) => (
                <Link to="/gig/complaints/$complaint" params={{ complaint: id }} className="nowrap">
                  {number} {say(`gigs.about.${about}`)}
                </Link>
              ),
            },
            {
              key: 'due',
              title: say('gigs.complaint-due'),
              isSortable: true,
              cell: (row) => (isOpen(row) ? <ComplaintTerm row={row} /> : '—'),
            },
            {
              key: 'state',
              title: say('gigs.complaint-state'),
              isSortable: true,
              cell: ({ state }) => <span className="tag">{say(`gigs.complaint-state.${state}`)}</span>,
            },
            {
              key: 'employer',
              title: say('gigs.complaint-employer'),
              isSortable: true,
              cell: ({ employerName }) => employerName ?? '—',
            },
            { key: 'worker', title: say('gigs.complaint-worker'), isOnlyWide: true, cell: ({ workerNumber }) => workerNumber },
            {
              key: 'claimed',
              title: say('gigs.complaint-claimed'),
              isNumber: true,
              isSortable: true,
              cell: ({ claimed }) => (claimed === null ? '—' : exact(claimed / 100, 2)),
            },
            {
              key: 'opened',
              title: say('gigs.complaint-opened'),
              isSortable: true,
              isOnlyWide: true,
              cell: ({ openedAt }) => <span className="nowrap">{shortDay(beijingDay(openedAt), language)}</span>,
            },
            ...(stations.length > 1
              ? [
                  {
                    key: 'station',
                    title: say('gigs.station'),
                    isOnlyWide: true,
                    cell: ({ station }: ComplaintRow) => stationName(station),
                  },
                ]
              : []),
          ]}
        />
      )}
    </>
  );
}

/** Open ones before closed ones; the term that ends first, or ended longest ago, on top. */
const byTerm = (a: ComplaintRow, b: ComplaintRow): number =>
  Number(isOpen(b)) - Number(isOpen(a)) ||
  (isOpen(a) ? a.dueOn.localeCompare(b.dueOn) : (b.closedAt ?? '').localeCompare(a.closedAt ?? '')) ||
  a.number.localeCompare(b.number);

const matches = ({ number, employerName, workerNumber }: ComplaintRow, wanted: string): boolean =>
  wanted === '' || number.includes(wanted) || (employerName ?? '').includes(wanted) || String(workerNumber).startsWith(wanted);

function sortedBy(row: ComplaintRow, key: string): string | number | null {
  if (key === 'claimed') return row.claimed;
  if (key === 'employer') return row.employerName;
  if (key === 'due') return isOpen(row) ? row.dueOn : null;
  if (key === 'opened') return row.openedAt;
  return key === 'state' ? row.state : row.number;
}
