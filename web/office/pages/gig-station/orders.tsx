import { Button } from 'antd';
import { useState } from 'react';
import type { ShownOrder } from '../../../../server/modules/gigs/orders/contract.ts';
import { sayShortDay } from '../../../shared/day.ts';
import { sayPay } from '../../../shared/say-gig.ts';
import { useWords } from '../../../shared/words/index.ts';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { useKept } from '../../use-kept.ts';
import { PostOrder } from './post-order.tsx';
import { RecordPolicy } from './record-policy.tsx';
import { type OwnStation, stationPath } from './use-counter.ts';
import { WeatherMarks } from './weather-marks.tsx';

/** What a station can still fill: how far each order is, and whether the insurance that was announced is there. */
export function Orders({ station }: { station: OwnStation }) {
  const { say, language } = useWords();
  const [isPosting, post] = useState(false);
  const orders = useKept<{ readonly orders: readonly ShownOrder[] }>(stationPath(station, 'orders'), {}, { every: 10_000 });
  return (
    <>
      {isPosting ? (
        <PostOrder station={station} onClose={() => post(false)} />
      ) : (
        <div className="buttons order-begin">
          <Button onClick={() => post(true)}>{say('gig.order-post')}</Button>
        </div>
      )}
      <Reading of={orders}>
        {({ value, at }) =>
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
                    <span>
                      <b>{number}</b>{' '}
                      {say('gig.skill', { trade: say(tradeName), level: say(`gig.level-${level as 0 | 1 | 2 | 3}`) })}
                    </span>
                  ),
                },
                { key: 'site', title: say('gig.site'), cell: (order) => <Site order={order} /> },
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
                  cell: (order) => <Fill order={order} now={at} />,
                },
                { key: 'insurance', title: say('gig.insurance'), cell: (order) => <Insurance order={order} now={at} /> },
                { key: 'meet', title: say('gig.meet'), cell: (order) => <Meet order={order} /> },
              ]}
            />
          )
        }
      </Reading>
    </>
  );
}

/** Where, and what heat or cold means for it; orange what the hours of the order do not keep. */
function Site({ order: { employerName, site, outdoors, warnings } }: { order: ShownOrder }) {
  const { say } = useWords();
  return (
    <>
      {employerName} · {site}
      {outdoors && (
        <span className="order-outdoors">
          <span className="tag">{say('gig.outdoors')}</span> <WeatherMarks warnings={warnings} />
        </span>
      )}
    </>
  );
}

function Meet({ order: { meetingPoint, bus } }: { order: ShownOrder }) {
  const { say } = useWords();
  if (bus === null) return meetingPoint || '—';
  return (
    <>
      {meetingPoint} <span className="nowrap">{say('gig.meet-bus', { time: bus })}</span>
    </>
  );
}

/** What has begun takes nobody in any more, as on Today and on the screen: what is left of it is a lack, not an opening. */
function Fill({ order: { fill, startsAt }, now }: { order: ShownOrder; now: number }) {
  const { say } = useWords();
  const hasBegun = Date.parse(startsAt) <= now;
  return (
    <span className="fill">
      <span>{say('gig.fill-placed', { n: fill.placed })}</span>{' '}
      {(fill.offered > 0 || !hasBegun) && (
        <>
          <span>· {say('gig.fill-offered', { n: fill.offered })}</span>{' '}
        </>
      )}
      {hasBegun ? (
        <span className="grey">· {say(fill.open > 0 ? 'gig.fill-begun' : 'gig.fill-begun-full', { n: fill.open })}</span>
      ) : (
        <span>
          · <b>{say('gig.fill-open', { n: fill.open })}</b>
        </span>
      )}
    </span>
  );
}

/** So long before the start somebody at the counter still reaches the employer. */
const SOON_MS = 3 * 3_600_000;

/** Orange only where there is something to do now: insurance was announced, the start is near, and no policy is recorded. */
function Insurance({ order, now }: { order: ShownOrder; now: number }) {
  const { say } = useWords();
  const { insurance, insurer, isInsured, startsAt, from } = order;
  if (isInsured) return say('gig.insured', { insurer: insurer ?? '' });
  if (insurance === 'none') return <span className="grey">{say('gig.insurance-none')}</span>;
  const left = Date.parse(startsAt) - now;
  if (left <= 0) return <span className="grey">{say('gig.insurance-missed')}</span>;
  return (
    <>
      {left <= SOON_MS ? (
        <span className="passes">{say('gig.insurance-soon', { from })}</span>
      ) : (
        <span className="grey">{say('gig.insurance-announced')}</span>
      )}{' '}
      <RecordPolicy order={order} />
    </>
  );
}
