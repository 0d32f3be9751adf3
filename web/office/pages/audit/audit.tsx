import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import type { AuditEntries, AuditEntryRow } from '../../../../server/modules/audit/contract.ts';
import { address, ask } from '../../../shared/client.ts';
import { beijingDay, sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Choices } from '../../parts/choices.tsx';
import { DayPicker } from '../../parts/day-picker.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { Chain } from './chain.tsx';

const route = getRouteApi('/audit');
const PAGE = 50;

/** Who did what, and whether the log is whole. */
export function AuditPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const { view } = route.useSearch();
  const navigate = useNavigate({ from: '/audit' });
  if (!opens(me, 'audit')) return <NotYours />;
  return (
    <div className="page">
      <Heading title={say('audit.title')} lead={say('audit.lead')}>
        <Choices
          label={say('audit.title')}
          value={view === 'chain' ? 'chain' : 'entries'}
          choices={[
            { value: 'entries', label: say('audit.entries') },
            { value: 'chain', label: say('audit.chain') },
          ]}
          onChoose={(chosen) =>
            void navigate({ search: ({ lang }) => ({ lang, view: chosen === 'chain' ? 'chain' : undefined }) })
          }
        />
      </Heading>
      {view === 'chain' ? <Chain /> : <Entries />}
    </div>
  );
}

function Entries() {
  const { say, language } = useWords();
  const { view: _view, entry: chosen, lang: _lang, ...filter } = route.useSearch();
  const pages = useInfiniteQuery({
    queryKey: ['/api/audit/entries', filter],
    queryFn: ({ pageParam, signal }) =>
      ask<AuditEntries>('/api/audit/entries', { ...filter, after: pageParam, limit: PAGE }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const rows = pages.data?.pages.flatMap(({ entries }) => entries);
  const entry = rows?.find(({ id }) => id === chosen);
  const who = ({ actor, actorName }: AuditEntryRow) =>
    actorName ??
    (actor.startsWith('system')
      ? say('audit.system')
      : actor === 'visitor'
        ? say('audit.visitor')
        : actor.startsWith('client')
          ? say('audit.client')
          : actor);
  return (
    <>
      <Filters />
      <Reading of={{ data: rows, error: pages.error, refetch: pages.refetch }}>
        {(entries) =>
          entries.length === 0 ? (
            <Empty title={say('audit.none')} hint={say('audit.none-hint')} />
          ) : (
            <div className={entry ? 'split' : undefined}>
              <div>
                <Table
                  caption={say('audit.entries')}
                  rows={entries}
                  rowKey={({ id }) => id}
                  selected={chosen}
                  columns={[
                    {
                      key: 'at',
                      title: say('audit.at'),
                      isRowTitle: true,
                      cell: ({ id, at }) => (
                        <Link
                          from="/audit"
                          search={(old) => ({ ...old, entry: id === chosen ? undefined : id })}
                          resetScroll={false}
                        >
                          {sayMoment(at, language)}
                        </Link>
                      ),
                    },
                    { key: 'who', title: say('audit.who'), cell: who },
                    { key: 'what', title: say('audit.what'), cell: ({ action }) => <code>{action}</code> },
                    {
                      key: 'outcome',
                      title: say('audit.outcome'),
                      cell: ({ outcome }) =>
                        outcome === 'done' ? (
                          say('audit.outcome.done')
                        ) : (
                          <b className="task-late">{say(`audit.outcome.${outcome}`)}</b>
                        ),
                    },
                  ]}
                />
                <div className="table-end">
                  <span>{say('table.shown', { n: entries.length })}</span>
                  <Button href={address('/api/audit/entries.csv', { ...filter, lang: language })}>
                    {say('action.export-csv')}
                  </Button>
                  {pages.hasNextPage && (
                    <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                      {say('action.more-rows', { n: PAGE })}
                    </Button>
                  )}
                </div>
              </div>
              {entry && <Entry entry={entry} who={who(entry)} />}
            </div>
          )
        }
      </Reading>
    </>
  );
}

function Entry({ entry, who }: { entry: AuditEntryRow; who: string }) {
  const { say, language } = useWords();
  return (
    <aside className="aside" aria-labelledby="entry">
      <div className="aside-head">
        <h2 id="entry">{entry.action}</h2>
        <Link from="/audit" search={(old) => ({ ...old, entry: undefined })} resetScroll={false}>
          {say('shell.close')}
        </Link>
      </div>
      <p className="grey">
        {sayMoment(entry.at, language)} · {who} · {say(`audit.outcome.${entry.outcome}`)}
      </p>
      <h3 className="aside-part">{say('audit.details')}</h3>
      <pre className="details">{JSON.stringify(entry.details, null, 2)}</pre>
      <h3 className="aside-part">{say('audit.hash')}</h3>
      <p className="hash">{entry.hash}</p>
      <p className="grey">{say('audit.place', { lane: entry.lane, seq: entry.seq })}</p>
    </aside>
  );
}

function Filters() {
  const { say } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/audit' });
  const choose = (change: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, entry: undefined, ...change }), replace: true });
  const today = beijingDay(new Date());
  return (
    <div className="filters">
      <span className="filter">
        <span>{say('audit.from')}</span>
        <DayPicker
          placeholder={say('action.any-day')}
          label={say('audit.from')}
          value={search.from}
          to={today}
          onChange={(from) => choose({ from })}
        />
      </span>
      <span className="filter">
        <span>{say('audit.until')}</span>
        <DayPicker
          placeholder={say('action.any-day')}
          label={say('audit.until')}
          value={search.until}
          to={today}
          onChange={(until) => choose({ until })}
        />
      </span>
      <Input.Search
        className="search"
        aria-label={say('audit.actor')}
        placeholder={say('audit.actor')}
        defaultValue={search.actor}
        allowClear
        onSearch={(text) => choose({ actor: text.trim() || undefined })}
      />
      <Input.Search
        className="search"
        aria-label={say('audit.action')}
        placeholder={say('audit.action')}
        defaultValue={search.action}
        allowClear
        onSearch={(text) => choose({ action: text.trim() || undefined })}
      />
      <label className="filter">
        <span>{say('audit.outcome')}</span>
        <select
          className="native"
          value={search.outcome ?? ''}
          onChange={(event) => choose({ outcome: event.target.value || undefined })}
        >
          <option value="">{say('audit.outcome-any')}</option>
          {(['done', 'refused', 'failed'] as const).map((outcome) => (
            <option key={outcome} value={outcome}>
              {say(`audit.outcome.${outcome}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
