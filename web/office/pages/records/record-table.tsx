import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { RecordList, RecordTypeView, RecordView } from '../../../../server/modules/records/contract.ts';
import { address, ask } from '../../../shared/client.ts';
import { sayDay, sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { useTowns } from '../../places.ts';
import { RecordAside } from './record-aside.tsx';
import { sayCell } from './say-value.ts';

const route = getRouteApi('/records/$type');
const PAGE = 50;

/** The records of a type that one may see, newest day first, with the chosen one beside. */
export function RecordTable({ type }: { type: RecordTypeView }) {
  const { say, language } = useWords();
  const { view: _view, lang: _lang, record: chosen, ...filter } = route.useSearch();
  const path = `/api/records/${type.name}`;
  const pages = useInfiniteQuery({
    queryKey: [path, filter],
    queryFn: ({ pageParam, signal }) => ask<RecordList>(path, { ...filter, after: pageParam, limit: PAGE }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows);
  // The first few columns tell one record from another; day, area and unit have columns of their own.
  const telling = type.columns.filter(({ kind }) => !['area', 'unit', 'date', 'yes-no'].includes(kind)).slice(0, 3);
  return (
    <>
      <Filters />
      <Reading of={{ data: rows, error: pages.error, refetch: pages.refetch }}>
        {(records) =>
          records.length === 0 ? (
            <Empty title={say('list.none')} hint={say('list.none-hint')} />
          ) : (
            <div className={chosen ? 'split' : undefined}>
              <div>
                <Table<RecordView>
                  caption={say(type.title)}
                  rows={records}
                  rowKey={({ id }) => id}
                  selected={chosen}
                  columns={[
                    {
                      key: 'day',
                      title: say('list.day'),
                      isRowTitle: true,
                      cell: ({ id, day }) => (
                        <Link
                          from="/records/$type"
                          search={(old) => ({ ...old, record: id === chosen ? undefined : id })}
                          resetScroll={false}
                        >
                          {sayDay(day, language)}
                        </Link>
                      ),
                    },
                    ...telling.map((column) => ({
                      key: column.key,
                      title: say(column.label),
                      isNumber: column.kind === 'integer' || column.kind === 'decimal' || column.kind === 'money-yuan',
                      cell: ({ values }: RecordView) => sayCell(column, values[column.key], say, language),
                    })),
                    {
                      key: 'place',
                      title: say('list.place'),
                      cell: ({ townName, placeName }) => [townName, placeName].filter(Boolean).join(' ') || '—',
                    },
                    { key: 'state', title: say('list.state'), cell: ({ state }) => say(`record.state.${state}`) },
                    { key: 'recorded', title: say('list.recorded'), cell: ({ recordedAt }) => sayMoment(recordedAt, language) },
                  ]}
                />
                <div className="table-end">
                  <span>{say('table.shown', { n: records.length })}</span>
                  <Button href={address(`/api/record-types/${type.name}/records.csv`, { ...filter, lang: language })}>
                    {say('action.export-csv')}
                  </Button>
                  {pages.hasNextPage && (
                    <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                      {say('action.more-rows', { n: PAGE })}
                    </Button>
                  )}
                </div>
              </div>
              {chosen && <RecordAside record={chosen} close={<Close />} />}
            </div>
          )
        }
      </Reading>
    </>
  );
}

function Close() {
  const { say } = useWords();
  return (
    <Link from="/records/$type" search={(old) => ({ ...old, record: undefined })} resetScroll={false}>
      {say('shell.close')}
    </Link>
  );
}

function Filters() {
  const { say } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/records/$type' });
  const towns = useTowns();
  const choose = (change: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, record: undefined, ...change }), replace: true });
  return (
    <div className="filters">
      <span className="filter">
        <span>{say('list.from')}</span>
        <DayPicker
          placeholder={say('action.any-day')}
          label={say('list.from')}
          value={search.from}
          onChange={(from) => choose({ from })}
        />
      </span>
      <span className="filter">
        <span>{say('list.until')}</span>
        <DayPicker
          placeholder={say('action.any-day')}
          label={say('list.until')}
          value={search.until}
          onChange={(until) => choose({ until })}
        />
      </span>
      <label className="filter">
        <span>{say('list.area')}</span>
        <select
          className="native"
          value={search.area ?? ''}
          onChange={(event) => choose({ area: event.target.value || undefined })}
        >
          <option value="">{say('counted.town-any')}</option>
          {towns.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="filter">
        <input
          type="checkbox"
          checked={search.all === 'true'}
          onChange={(event) => choose({ all: event.target.checked ? 'true' : undefined })}
        />
        {say('list.all')}
      </label>
    </div>
  );
}
