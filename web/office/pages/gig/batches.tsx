import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { BatchList, BatchRow } from '../../../../server/modules/gigs/batches/contract.ts';
import { beijingDay, sayDayInFull } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { timeAt } from '../../../shared/say-gig.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Reading } from '../../parts/notices.tsx';
import { saveCsv } from '../../parts/save-file.ts';
import { type Sort, sorted, Table } from '../../parts/table.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { NoRounds } from './no-rounds.tsx';
import { OneStation } from './one-station.tsx';
import { Proof } from './proof.tsx';
import type { GigStation } from './use-stations.ts';

const route = getRouteApi('/gig/batches');

/** The rounds of a day, each with what it came to and whether it is proven that nothing is better. */
export function GigBatchesPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/gig/batches' });
  if (!opens(me, 'gig-market')) return <NotYours />;
  const go = (to: Partial<typeof search>) => void navigate({ search: (old) => ({ ...old, ...to }), replace: true });
  return (
    <div className="page">
      <Heading title={say('gigs.batches')} lead={say('gigs.batches-lead')} />
      <OneStation
        asked={search.station}
        onChoose={(station) => go({ station })}
        filters={
          <DayPicker
            label={say('gigs.batch-day')}
            value={search.day ?? beijingDay(new Date())}
            to={beijingDay(new Date())}
            onChange={(day) => go({ day })}
          />
        }
      >
        {(station) => <Rounds station={station} day={search.day} />}
      </OneStation>
    </div>
  );
}

function Rounds({ station, day }: { station: GigStation; day: string | undefined }) {
  const { say, language } = useWords();
  const [sort, setSort] = useState<Sort>();
  const list = useAsk<BatchList>(
    `/api/gig-stations/${station.id}/batches`,
    { day },
    { every: day === undefined && 30_000, keep: true },
  );
  return (
    <Reading of={list}>
      {({ batches, day: of }) => {
        if (batches.length === 0) return <NoRounds station={station.id} isToday={of === beijingDay(new Date())} />;
        const rows = sorted(batches, sort, sortedBy);
        const unproven = batches.filter(({ isProven }) => !isProven).length;
        const save = () =>
          saveCsv(
            `${say('gigs.batches')} ${of}`,
            ['number', 'at', 'workers', 'seats', 'filled', 'cost', 'rung', 'proven', 'policy', 'milliseconds'].map((key) =>
              say(`gigs.batch-${key as 'at'}`),
            ),
            rows.map((row) => [
              row.number,
              row.at,
              row.workers,
              row.seats,
              row.filled,
              row.cost,
              say(`gigs.rung.${row.rung}`),
              say(row.isProven ? 'gigs.proven' : 'gigs.not-proven'),
              row.policy,
              row.milliseconds,
            ]),
          );
        return (
          <>
            <div className="section-head">
              <p>
                {say(unproven === 0 ? 'gigs.batches-all-proven' : 'gigs.batches-some-unproven', {
                  day: sayDayInFull(of, language),
                  n: batches.length,
                  unproven,
                })}
              </p>
              <Button onClick={save}>{say('action.export-csv')}</Button>
            </div>
            <Table
              caption={say('gigs.batches')}
              rows={rows}
              rowKey={({ id }) => id}
              sort={sort}
              onSort={setSort}
              columns={[
                {
                  key: 'number',
                  title: say('gigs.batch-number'),
                  isRowTitle: true,
                  isSortable: true,
                  cell: ({ id, number, at }) => (
                    <Link to="/gig/batches/$batch" params={{ batch: id }} className="nowrap">
                      {say('gigs.batch-n', { n: number, time: timeAt(Date.parse(at)) })}
                    </Link>
                  ),
                },
                {
                  key: 'workers',
                  title: say('gigs.batch-workers'),
                  isNumber: true,
                  isSortable: true,
                  cell: (row) => exact(row.workers),
                },
                {
                  key: 'seats',
                  title: say('gigs.batch-seats'),
                  isNumber: true,
                  isSortable: true,
                  cell: (row) => exact(row.seats),
                },
                {
                  key: 'filled',
                  title: say('gigs.batch-filled'),
                  isNumber: true,
                  isSortable: true,
                  cell: (row) => exact(row.filled),
                },
                { key: 'cost', title: say('gigs.batch-cost'), isNumber: true, isSortable: true, cell: (row) => exact(row.cost) },
                { key: 'proven', title: say('gigs.batch-proven'), cell: (row) => <Proof batch={row} /> },
                {
                  key: 'policy',
                  title: say('gigs.batch-policy'),
                  isOnlyWide: true,
                  cell: ({ policy }) => <span className="nowrap">{policy}</span>,
                },
                {
                  key: 'milliseconds',
                  title: say('gigs.batch-milliseconds'),
                  isNumber: true,
                  isSortable: true,
                  isOnlyWide: true,
                  cell: (row) => exact(row.milliseconds),
                },
              ]}
            />
          </>
        );
      }}
    </Reading>
  );
}

function sortedBy(row: BatchRow, key: string): number | string {
  if (key === 'workers' || key === 'seats' || key === 'filled' || key === 'cost' || key === 'milliseconds') return row[key];
  return row.number;
}
