import type { Fairness, FairnessAlarm } from '../../../../server/modules/gigs/fairness/contract.ts';
import { exact } from '../../../shared/number.ts';
import { type Say, useWords } from '../../../shared/words/index.ts';
import { Table } from '../../parts/table.tsx';

/** Every group beside all, and what is more than chance said in a sentence; what would give somebody away is not shown. */
export function FairnessTable({ fairness, smallest }: { fairness: Fairness; smallest?: number }) {
  const { say } = useWords();
  const rows = [
    { group: 'all' as const, figures: fairness.all },
    ...fairness.groups.map(({ group, figures }) => ({ group, figures })),
  ];
  const alarms = fairness.groups.flatMap(({ group, alarms }) => alarms.map((alarm) => ({ group, alarm })));
  return (
    <>
      {alarms.length > 0 ? (
        <ul className="plain alarms">
          {alarms.map(({ group, alarm }) => (
            <li key={`${group} ${alarm.about}`} className="task-late">
              <span aria-hidden="true">■ </span>
              {say(`gigs.alarm.${alarm.about}`, {
                group: say(`gigs.group.${group}`),
                theirs: sayMeasure(alarm.about, alarm.theirs, say),
                others: sayMeasure(alarm.about, alarm.others, say),
              })}
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <span aria-hidden="true">● </span>
          {say('gigs.no-alarms')}
        </p>
      )}
      <Table
        caption={say('gigs.fairness')}
        rows={rows}
        rowKey={({ group }) => group}
        columns={[
          {
            key: 'group',
            title: say('gigs.group'),
            isRowTitle: true,
            cell: ({ group, figures }) => (
              <>
                {say(`gigs.group.${group}`)}
                {!figures && (
                  <span className="line-why">
                    {smallest === undefined ? say('gigs.too-few') : say('gigs.too-few-n', { n: smallest })}
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'people',
            title: say('gigs.people'),
            isNumber: true,
            cell: ({ figures }) => (figures ? exact(figures.people) : '—'),
          },
          {
            key: 'mornings',
            title: say('gigs.mornings'),
            isNumber: true,
            isOnlyWide: true,
            cell: ({ figures }) => (figures ? exact(figures.mornings) : '—'),
          },
          {
            key: 'rate',
            title: say('gigs.measure.match-rate'),
            isNumber: true,
            cell: ({ figures }) => (figures ? sayMeasure('match-rate', figures.matchRate, say) : '—'),
          },
          {
            key: 'wait',
            title: say('gigs.measure.waiting'),
            isNumber: true,
            cell: ({ figures }) => (figures ? sayMeasure('waiting', figures.medianWait, say) : '—'),
          },
          {
            key: 'p95',
            title: say('gigs.p95'),
            isNumber: true,
            isOnlyWide: true,
            cell: ({ figures }) => (figures ? sayMeasure('waiting', figures.p95Wait, say) : '—'),
          },
          {
            key: 'pay',
            title: say('gigs.measure.pay'),
            isNumber: true,
            cell: ({ figures }) => (figures?.medianPay == null ? '—' : sayMeasure('pay', figures.medianPay, say)),
          },
        ]}
      />
    </>
  );
}

/** A share in per cent, minutes, or yuan a day. */
export function sayMeasure(about: FairnessAlarm['about'], value: number, say: Say): string {
  if (about === 'match-rate') return `${exact(value * 100, 1)}%`;
  return about === 'waiting' ? say('gigs.minutes', { n: exact(value) }) : say('gigs.yuan', { n: exact(value / 100, 2) });
}
