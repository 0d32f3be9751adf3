import type { Fairness, FairnessAlarm } from '../../../../server/modules/gigs/fairness/contract.ts';
import { exact } from '../../../shared/number.ts';
import { type Say, useWords } from '../../../shared/words/index.ts';
import { Table } from '../../parts/table.tsx';

/** Every group beside all, and what is more than chance said in a sentence; what would give somebody away is not shown. */
export function FairnessTable({ fairness, smallest }: { fairness: Fairness; smallest?: number }) {
  const { say } = useWords();
  const shown = [{ group: 'all' as const, figures: fairness.all }, ...fairness.groups];
  const rows = shown.flatMap(({ group, figures }) => (figures ? [{ group, figures }] : []));
  const hidden = fairness.groups.filter(({ figures }) => !figures).map(({ group }) => say(`gigs.group.${group}`));
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
          <span aria-hidden="true">{rows.length > 1 ? '●' : '○'} </span>
          {say(rows.length > 1 ? 'gigs.no-alarms' : 'gigs.none-compared')}
        </p>
      )}
      {rows.length > 0 && (
        <Table
          caption={say('gigs.fairness')}
          rows={rows}
          rowKey={({ group }) => group}
          columns={[
            {
              key: 'group',
              title: say('gigs.group'),
              isRowTitle: true,
              cell: ({ group }) => say(`gigs.group.${group}`),
            },
            {
              key: 'people',
              title: say('gigs.people'),
              isNumber: true,
              cell: ({ figures }) => exact(figures.people),
            },
            {
              key: 'mornings',
              title: say('gigs.mornings'),
              isNumber: true,
              isOnlyWide: true,
              cell: ({ figures }) => exact(figures.mornings),
            },
            {
              key: 'rate',
              title: say('gigs.measure.match-rate'),
              isNumber: true,
              cell: ({ figures }) => sayMeasure('match-rate', figures.matchRate, say),
            },
            {
              key: 'wait',
              title: say('gigs.measure.waiting'),
              isNumber: true,
              cell: ({ figures }) => sayMeasure('waiting', figures.medianWait, say),
            },
            {
              key: 'p95',
              title: say('gigs.p95'),
              isNumber: true,
              isOnlyWide: true,
              cell: ({ figures }) => sayMeasure('waiting', figures.p95Wait, say),
            },
            {
              key: 'pay',
              title: say('gigs.measure.pay'),
              isNumber: true,
              cell: ({ figures }) => (figures.medianPay === null ? '—' : sayMeasure('pay', figures.medianPay, say)),
            },
          ]}
        />
      )}
      {rows.length > 1 && <p className="grey">{say('gigs.all-and-others')}</p>}
      {rows.some(({ figures }) => figures.medianPay === null) && (
        <p className="grey">{say(smallest === undefined ? 'gigs.pay-few' : 'gigs.pay-few-n', { n: smallest ?? 0 })}</p>
      )}
      {rows.length > 0 && hidden.length > 0 && (
        <p className="grey">
          {say(smallest === undefined ? 'gigs.hidden' : 'gigs.hidden-n', {
            n: smallest ?? 0,
            groups: hidden.join(say('text.and')),
          })}
        </p>
      )}
    </>
  );
}

/** A share in per cent, minutes, or yuan a day. */
export function sayMeasure(about: FairnessAlarm['about'], value: number, say: Say): string {
  if (about === 'match-rate') return `${exact(value * 100, 1)}%`;
  return about === 'waiting' ? say('gigs.minutes', { n: exact(value) }) : say('gigs.yuan', { n: exact(value / 100, 2) });
}
