import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import type { MessageRow, Messages } from '../../../../server/modules/messages/contract.ts';
import { ask, change } from '../../../shared/client.ts';
import { sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Problem, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { NotYours } from '../../shell/missing.tsx';

const route = getRouteApi('/messages');
const PAGE = 50;
const states = ['kept', 'waiting', 'sending', 'sent', 'failed'] as const;
const isMoving = ({ state }: MessageRow) => state === 'waiting' || state === 'sending';

/** What was told to people, and whether it left the house. */
export function MessagesPage() {
  const { say } = useWords();
  const me = useSignedIn();
  if (!opens(me, 'messages')) return <NotYours />;
  return (
    <div className="page">
      <Heading title={say('messages.title')} lead={say('messages.lead')} />
      <List />
    </div>
  );
}

function List() {
  const { say } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/messages' });
  const state = states.find((known) => known === search.state);
  const pages = useInfiniteQuery({
    queryKey: ['/api/messages', state],
    queryFn: ({ pageParam, signal }) => ask<Messages>('/api/messages', { state, after: pageParam, limit: PAGE }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state: { data } }) => (data?.pages.some(({ messages }) => messages.some(isMoving)) ? 3000 : false),
  });
  const retry = useChange((id: string) => change('POST', `/api/messages/${id}/retry`), ['/api/messages', '/api/today']);
  return (
    <Reading of={{ data: pages.data?.pages, error: pages.error, refetch: pages.refetch }}>
      {(read) => {
        const rows = read.flatMap(({ messages }) => messages);
        return (
          <>
            {read[0] && <Channels of={read[0]} />}
            <div className="filters">
              <label className="filter">
                <span>{say('messages.state')}</span>
                <select
                  className="native"
                  value={state ?? ''}
                  onChange={(event) =>
                    void navigate({ search: (old) => ({ ...old, state: event.target.value || undefined }), replace: true })
                  }
                >
                  <option value="">{say('messages.any')}</option>
                  {states.map((one) => (
                    <option key={one} value={one}>
                      {say(`messages.state.${one}`)}
                    </option>
                  ))}
                </select>
              </label>
            </div>
            <Problem error={retry.error} />
            {rows.length === 0 ? (
              <Empty title={say('messages.none')} hint={say('messages.none-hint')} />
            ) : (
              <>
                <Rows rows={rows} busy={retry.isPending ? retry.variables : undefined} onRetry={retry.mutate} />
                <div className="table-end">
                  <span>{say('table.shown', { n: rows.length })}</span>
                  {pages.hasNextPage && (
                    <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                      {say('action.more-rows', { n: PAGE })}
                    </Button>
                  )}
                </div>
              </>
            )}
          </>
        );
      }}
    </Reading>
  );
}

function Channels({ of: { channels, isOutbox } }: { of: Messages }) {
  const { say } = useWords();
  if (isOutbox) return <Alert className="lead" type="warning" showIcon title={say('messages.outbox')} />;
  const which = channels.sms ? (channels.mail ? 'both' : 'sms') : channels.mail ? 'mail' : 'none';
  return <p className="lead">{say(`messages.channels.${which}`)}</p>;
}

function Rows({ rows, busy, onRetry }: { rows: readonly MessageRow[]; busy: string | undefined; onRetry: (id: string) => void }) {
  const { say, language } = useWords();
  return (
    <Table
      caption={say('messages.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'at', title: say('messages.at'), isRowTitle: true, cell: ({ at }) => sayMoment(at, language) },
        {
          key: 'to',
          title: say('messages.to'),
          cell: ({ channel, recipient }) => (
            <span>
              <span className="tag">{say(`messages.${channel}`)}</span> {recipient}
            </span>
          ),
        },
        {
          key: 'text',
          title: say('messages.text'),
          cell: ({ subject, text, isSecret }) => (
            <details>
              <summary>{subject}</summary>
              <p className="grey">{text === '' && isSecret ? say('messages.secret') : text}</p>
            </details>
          ),
        },
        {
          key: 'state',
          title: say('messages.state'),
          cell: (row) => (
            <div>
              <Standing of={row} />
              {row.state === 'failed' && (
                <div>
                  <Button size="small" loading={busy === row.id} onClick={() => onRetry(row.id)}>
                    {say('messages.retry')}
                  </Button>
                </div>
              )}
            </div>
          ),
        },
      ]}
    />
  );
}

function Standing({ of: { state, reason, reasonNumber, attempts, settledAt, nextAt } }: { of: MessageRow }) {
  const { say, language } = useWords();
  const why = reason && say(`messages.reason.${reason}`);
  const details = [
    why && (reasonNumber === undefined ? why : say('messages.number', { reason: why, number: reasonNumber })),
    attempts > 1 && say('messages.attempts', { n: attempts }),
    state === 'waiting' && attempts > 0 && nextAt && say('messages.next', { at: sayMoment(nextAt, language) }),
    settledAt && sayMoment(settledAt, language),
  ].filter(Boolean);
  return (
    <>
      {state === 'failed' ? <b className="task-late">{say('messages.state.failed')}</b> : say(`messages.state.${state}`)}
      {details.length > 0 && <div className="grey">{details.join(' · ')}</div>}
    </>
  );
}
