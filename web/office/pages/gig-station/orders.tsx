import type { ShownOrder } from '../../../../server/modules/gigs/orders/contract.ts';
import { sayShortDay } from '../../../shared/day.ts';
import { sayPay } from '../../../shared/say-gig.ts';
import { useWords } from '../../../shared/words/index.ts';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { useKept } from '../../use-kept.ts';
import { type OwnStation, stationPath } from './use-counter.ts';

/** What a station can still fill: how far each order is, and whether the insurance that was announced is there. */
export function Orders({ station }: { station: OwnStation }) {
  const { say, language } = useWords();
  const orders = useKept<{ readonly orders: readonly ShownOrder[] }>(stationPath(station, 'orders'), {}, { every: 10_000 });
  return (
    <Reading of={orders}>
      {({ value }) =>
        value.orders.length === 0 ? (
          <Empty title={say('gig.orders-none')} hint={say('gig.orders-none-hint')} />
        ) : (
          <Table
            caption={say('gig.view-orders')}
            rows={value.orders}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'number',
                title: say('gig.order'),
                isRowTitle: true,
                cell: ({ number, tradeName, level }) => (
                  <>
                    <b>{number}</b>{' '}
                    {say('gig.skill', { trade: say(tradeName), level: say(`gig.level-${level as 0 | 1 | 2 | 3}`) })}
                  </>
                ),
              },
              { key: 'site', title: say('gig.site'), cell: ({ employerName, site }) => `${employerName} · ${site}` },
              {
                key: 'when',
                title: say('gig.when'),
                cell: ({ day, from, to }) => (
                  <span className="nowrap">
                    {sayShortDay(day, language)} {from}–{to}
                  </span>
                ),
              },
              { key: 'pay', title: say('gig.pay'), cell: (order) => <span className="nowrap">{sayPay(order, say)}</span> },
              {
                key: 'fill',
                title: say('gig.fill'),
                cell: ({ fill }) => (
                  <span className="fill">
                    <span>{say('gig.fill-placed', { n: fill.placed })}</span> ·{' '}
                    <span>{say('gig.fill-offered', { n: fill.offered })}</span> ·{' '}
                    <b>
                      <span>{say('gig.fill-open', { n: fill.open })}</span>
                    </b>
                  </span>
                ),
              },
              { key: 'insurance', title: say('gig.insurance'), cell: (order) => <Insurance order={order} /> },
              { key: 'meet', title: say('gig.meet'), cell: ({ meetingPoint }) => meetingPoint || '—' },
            ]}
          />
        )
      }
    </Reading>
  );
}

function Insurance({ order: { insurance, insurer, isInsured } }: { order: ShownOrder }) {
  const { say } = useWords();
  if (isInsured) return say('gig.insured', { insurer: insurer ?? '' });
  return <span className="passes">{say(insurance === 'none' ? 'gig.insurance-none' : 'gig.insurance-announced')}</span>;
}
