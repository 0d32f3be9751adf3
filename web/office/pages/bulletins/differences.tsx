import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type {
  BulletinView,
  DifferenceFacts,
  Differences,
  FigureDifference,
} from '../../../../server/modules/bulletins/contract.ts';
import { ask } from '../../../shared/client.ts';
import { sayDay, sayMoment } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { sayExact, sayValue } from '../../figure-format.ts';
import { holds, useSignedIn } from '../../me.ts';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { useUnitNames } from '../../places.ts';
import { Changes, Numbers } from './number-differences.tsx';

const PAGE = 50;

/** Today's numbers of the same day against the bulletin's, and why they differ. */
export function DifferencesView({ view }: { view: BulletinView }) {
  const { say } = useWords();
  const read = useAsk<Differences>(`/api/bulletins/${view.id}/differences`);
  return (
    <section>
      <p className="grey">{say('bulletin.differences-lead')}</p>
      <Reading of={read}>
        {({ figures, same, sections }) =>
          figures.length + sections.length === 0 ? (
            <Empty title={say('bulletin.differences-none')} hint={say('bulletin.differences-none-hint', { same })} />
          ) : (
            <>
              {figures.map((figure) => (
                <Difference key={figure.code} bulletin={view.id} figure={figure} />
              ))}
              {sections.map((section) => (
                <section key={section.name} className="bulletin-group">
                  <h2>{say(section.title)}</h2>
                  <p>{say('bulletin.was', { value: section.released.map((text) => say(text)).join('') })}</p>
                  <p>{say('bulletin.is', { value: section.today.map((text) => say(text)).join('') || '—' })}</p>
                  <p className="grey">{say('bulletin.section-differs')}</p>
                </section>
              ))}
              {same > 0 && <p className="grey">{say('bulletin.differences-same', { same })}</p>}
            </>
          )
        }
      </Reading>
    </section>
  );
}

function Difference({ bulletin, figure }: { bulletin: string; figure: FigureDifference }) {
  const { say, language } = useWords();
  const me = useSignedIn();
  const [isOpen, setOpen] = useState(false);
  const maySee = holds(me, 'programme-office', 'liaison', 'leader', 'evaluator');
  return (
    <section className="bulletin-group">
      <h2>
        {figure.code} {say(figure.title)}
      </h2>
      <p>
        {say('bulletin.was', { value: sayValue(figure, figure.released, language) })} →{' '}
        {figure.isStillPromised
          ? say('bulletin.is', { value: sayValue(figure, figure.today, language) })
          : say('bulletin.no-longer')}
      </p>
      <Changes figure={figure} />
      {figure.sides.map((side) => (
        <Causes key={side.side} figure={figure} side={side} />
      ))}
      <Numbers figure={figure} />
      {maySee && figure.facts > 0 && (
        <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? say('shell.close') : say('bulletin.see-facts', { n: exact(figure.facts) })}
        </button>
      )}
      {isOpen && <Facts bulletin={bulletin} code={figure.code} />}
    </section>
  );
}

/** The causes and their sum: exactly what the number differs by. */
function Causes({ figure, side }: { figure: FigureDifference; side: FigureDifference['sides'][number] }) {
  const { say } = useWords();
  const isShare = side.side !== 'value';
  const amount = (value: number) => `${value > 0 ? '+' : ''}${isShare ? exact(value, 2) : sayExact(figure, value)}`;
  const total = Math.round((side.today - side.released) * 100) / 100;
  return (
    <Table
      caption={say(`bulletin.side.${side.side}`)}
      rows={side.causes}
      rowKey={({ cause }) => cause}
      columns={[
        { key: 'cause', title: say('bulletin.cause'), isRowTitle: true, cell: ({ cause }) => say(`bulletin.cause.${cause}`) },
        {
          key: 'facts',
          title: say('bulletin.facts'),
          isNumber: true,
          cell: ({ facts }) => (facts > 0 ? say('bulletin.cause-count', { n: exact(facts) }) : ''),
        },
        { key: 'amount', title: say('bulletin.quantity'), isNumber: true, cell: (row) => amount(row.amount) },
      ]}
      foot={
        <tr>
          <th scope="row">
            {isShare
              ? `${say(`bulletin.side.${side.side}`)} · ${say('bulletin.difference-total')}`
              : say('bulletin.difference-total')}
          </th>
          <td />
          <td className="number">{amount(total)}</td>
        </tr>
      }
    />
  );
}

function Facts({ bulletin, code }: { bulletin: string; code: string }) {
  const { say, language } = useWords();
  const unitNameOf = useUnitNames();
  const path = `/api/bulletins/${bulletin}/differences/${code}`;
  const pages = useInfiniteQuery({
    queryKey: [path],
    queryFn: ({ pageParam, signal }) => ask<DifferenceFacts>(path, { cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Reading of={{ data: pages.data?.pages, error: pages.error, refetch: pages.refetch }}>
      {(read) => {
        const rows = read.flatMap((page) => page.rows);
        return (
          <>
            <Table
              caption={say('bulletin.cause')}
              rows={rows}
              rowKey={({ fact, side }) => `${fact} ${side}`}
              columns={[
                { key: 'day', title: say('bulletin.day'), isRowTitle: true, cell: ({ day }) => sayDay(day, language) },
                { key: 'cause', title: say('bulletin.cause'), cell: ({ cause }) => say(`bulletin.cause.${cause}`) },
                {
                  key: 'where',
                  title: say('bulletin.where'),
                  cell: ({ townName, placeName }) => [townName, placeName].filter(Boolean).join(' · ') || '—',
                },
                { key: 'unit', title: say('bulletin.unit'), cell: ({ unit, unitName }) => unitNameOf(unit, unitName) },
                {
                  key: 'quantity',
                  title: say('bulletin.quantity'),
                  isNumber: true,
                  cell: ({ quantity }) => `${quantity > 0 ? '+' : ''}${exact(quantity, 2)}`,
                },
                { key: 'recorded', title: say('bulletin.recorded'), cell: ({ recordedAt }) => sayMoment(recordedAt, language) },
              ]}
            />
            <div className="table-end">
              <span>{say('table.shown', { n: rows.length })}</span>
              {pages.hasNextPage && (
                <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  {say('action.more-rows', { n: PAGE })}
                </Button>
              )}
            </div>
          </>
        );
      }}
    </Reading>
  );
}
