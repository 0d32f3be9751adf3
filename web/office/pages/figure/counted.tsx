import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { CountedRecord, CountedRecords, FigureDetail } from '../../../../server/modules/figures/contract.ts';
import { address, ask } from '../../../shared/client.ts';
import { sayDay, sayMoment, sayMonth } from '../../../shared/day.ts';
import { exact, withUnit } from '../../../shared/number.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { sayValue, sideName } from '../../figure-format.ts';
import { holds, useSignedIn } from '../../me.ts';
import { Choices } from '../../parts/choices.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { useUnitNames } from '../../places.ts';
import { RecordAside } from '../records/record-aside.tsx';

const route = getRouteApi('/figures/$code/records');
const PAGE = 50;
/** Above this the server gives no workbook (figures/export.ts). */
const XLSX_ROWS = 100_000;

/** Exactly the records behind a number: their sum is the number. */
export function CountedPage() {
  const { say } = useWords();
  const { code } = route.useParams();
  const { on } = route.useSearch();
  const figure = useAsk<FigureDetail>(`/api/figures/${encodeURIComponent(code)}`, { on });
  return (
    <div className="page">
      <Reading of={figure} title={say('figure.title', { code })}>
        {(detail) => <Counted figure={detail} />}
      </Reading>
    </div>
  );
}

function Counted({ figure }: { figure: FigureDetail }) {
  const { say, language } = useWords();
  const { record, ...search } = route.useSearch();
  const me = useSignedIn();
  const { lang: _lang, ...asked } = search;
  const path = `/api/figures/${encodeURIComponent(figure.code)}/records`;
  const pages = useInfiniteQuery({
    queryKey: [path, asked],
    queryFn: ({ pageParam, signal }) => ask<CountedRecords>(path, { ...asked, cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const [first] = pages.data?.pages ?? [];
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const hasSides = figure.rule === 'ratio' || figure.rule === 'coverage';
  const isLate = search.late === 'true';
  // What covers is many records a place: the figure counts the places.
  const isCover = figure.rule === 'coverage' && search.side !== 'whole' && !search.month && !search.unit && !isLate;
  const place = search.town ? figure.towns.find(({ code }) => code === search.town) : figure.current;
  const covered = isCover && place?.whole !== undefined && { part: exact(place.part ?? 0), whole: exact(place.whole) };
  const isOwnArea = !holds(me, 'programme-office', 'leader', 'evaluator', 'liaison');
  return (
    <>
      <Heading
        title={say('counted.title', { title: say(figure.title) })}
        above={
          <Link to="/figures/$code" params={{ code: figure.code }} search={{ on: search.on }}>
            ‹ {say('counted.back')}
          </Link>
        }
        lead={
          first && (
            <>
              {say(isLate ? 'counted.late-explain' : hasSides ? 'counted.explain-side' : 'counted.explain', {
                records: exact(first.records),
                sum: hasSides ? exact(first.sum, 2) : sayValue(figure, first.sum, language),
              })}
              {covered && ` ${say('counted.covers', covered)}`}
              {isOwnArea && ` ${say('counted.own-area')}`}
            </>
          )
        }
      >
        {first && first.records > XLSX_ROWS ? (
          <span className="grey">{say('counted.csv-only')}</span>
        ) : (
          <Button href={address(`${path}.xlsx`, { ...asked, lang: language })}>{say('action.export-xlsx')}</Button>
        )}
        <Button href={address(`${path}.csv`, { ...asked, lang: language })}>{say('action.export-csv')}</Button>
      </Heading>
      <Filters figure={figure} />
      {isRefusal(pages.error, 'no-records-side') ? (
        <Empty title={pages.error.message} />
      ) : (
        <Reading of={{ data: first, error: pages.error, refetch: pages.refetch }}>
          {({ records }) =>
            records === 0 ? (
              <Empty title={say('counted.none')} hint={say('counted.none-hint')} />
            ) : (
              <div className={record ? 'split' : undefined}>
                <div>
                  <Records rows={rows} chosen={record} unit={hasSides ? '' : say(figure.unit)} />
                  <div className="table-end">
                    <span>{say('table.shown', { n: `${exact(rows.length)} / ${exact(records)}` })}</span>
                    {pages.hasNextPage && (
                      <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                        {say('action.more-rows', { n: Math.min(PAGE, records - rows.length) })}
                      </Button>
                    )}
                  </div>
                </div>
                {record && <RecordAside record={record} close={<CloseLink />} />}
              </div>
            )
          }
        </Reading>
      )}
    </>
  );
}

function CloseLink() {
  const { say } = useWords();
  return (
    <Link from="/figures/$code/records" search={(old) => ({ ...old, record: undefined })} resetScroll={false}>
      {say('shell.close')}
    </Link>
  );
}

function Records({ rows, chosen, unit }: { rows: readonly CountedRecord[]; chosen: string | undefined; unit: string }) {
  const { say, language } = useWords();
  const unitNameOf = useUnitNames();
  return (
    <Table
      caption={say('figure.records')}
      rows={rows}
      rowKey={({ fact }) => fact}
      selected={rows.find(({ record }) => record === chosen)?.fact}
      columns={[
        {
          key: 'day',
          title: say('counted.day'),
          isRowTitle: true,
          cell: ({ day, record }) => (
            <Link
              from="/figures/$code/records"
              search={(old) => ({ ...old, record: record === chosen ? undefined : record })}
              resetScroll={false}
            >
              {sayDay(day, language)}
            </Link>
          ),
        },
        { key: 'town', title: say('figure.town'), cell: ({ townName }) => townName || say('figure.unplaced') },
        { key: 'place', title: say('counted.place'), cell: ({ placeName }) => placeName || '—' },
        { key: 'unit', title: say('figure.unit'), cell: ({ unit, unitName }) => (unit ? unitNameOf(unit, unitName) : '—') },
        {
          key: 'quantity',
          title: say('counted.quantity'),
          isNumber: true,
          cell: ({ quantity }) => withUnit(exact(quantity, 2), unit),
        },
        {
          key: 'recorded',
          title: say('counted.recorded'),
          cell: ({ recordedAt, isLate }) => (
            <>
              {sayMoment(recordedAt, language)} {isLate && <span className="tag">{say('counted.late')}</span>}
            </>
          ),
        },
      ]}
    />
  );
}

function Filters({ figure }: { figure: FigureDetail }) {
  const { say, language } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/figures/$code/records' });
  const choose = (change: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, record: undefined, ...change }), replace: true });
  const options = {
    month: [...figure.months].reverse().map(({ month }) => ({ code: month, name: sayMonth(month, language) })),
    town: figure.towns.filter(({ code }) => code !== ''),
    unit: figure.units.filter(({ code }) => code !== ''),
  };
  return (
    <div className="filters">
      {figure.sides.length > 1 && (
        <Choices
          label={say('counted.side')}
          value={search.side === 'whole' ? 'whole' : 'part'}
          choices={[
            { value: 'part', label: say(sideName(figure, 'part')) },
            { value: 'whole', label: say(sideName(figure, 'whole')) },
          ]}
          onChoose={(side) => choose({ side: side === 'whole' ? 'whole' : undefined })}
        />
      )}
      {(['month', 'town', 'unit'] as const).map((name) => (
        <label key={name} className="filter">
          <span>{say(`figure.${name}`)}</span>
          <select
            className="native"
            value={search[name] ?? ''}
            onChange={(event) => choose({ [name]: event.target.value || undefined })}
          >
            <option value="">{say(`counted.${name}-any`)}</option>
            {options[name].map(({ code, name: text }) => (
              <option key={code} value={code}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label className="filter">
        <input
          type="checkbox"
          checked={search.late === 'true'}
          onChange={(event) => choose({ late: event.target.checked ? 'true' : undefined })}
        />
        {say('counted.late-only')}
      </label>
      {(search.month || search.town || search.unit || search.late) && (
        <button
          type="button"
          className="link-button"
          onClick={() => choose({ month: undefined, town: undefined, unit: undefined, late: undefined })}
        >
          {say('action.clear')}
        </button>
      )}
    </div>
  );
}
