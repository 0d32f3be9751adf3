import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { FairnessMonth } from '../../../../server/modules/gigs/fairness/contract.ts';
import { beijingDay, sayDay, sayMonth } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { type Say, useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Choices } from '../../parts/choices.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { saveCsv } from '../../parts/save-file.ts';
import { NotYours } from '../../shell/missing.tsx';
import { FairnessChart } from './fairness-chart.tsx';
import { FairnessTable, sayMeasure } from './fairness-table.tsx';
import { OneStation } from './one-station.tsx';
import { StationSelect } from './station-select.tsx';
import { ThreeMornings } from './three-mornings.tsx';

const route = getRouteApi('/gig/fairness');
const views = ['month', 'mornings'] as const;

/** How the market treats people: groups beside everybody, month by month, and those who have waited three mornings. */
export function GigFairnessPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/gig/fairness' });
  const view = search.view === 'mornings' ? 'mornings' : 'month';
  const go = (to: Partial<typeof search>) => void navigate({ search: (old) => ({ ...old, ...to }), replace: true });
  if (!opens(me, 'gig-market')) return <NotYours />;
  return (
    <div className="page">
      <Heading title={say('gigs.fairness')} lead={say('gigs.fairness-lead')}>
        <Choices
          label={say('gigs.fairness-views')}
          value={view}
          choices={views.map((value) => ({ value, label: say(`gigs.fairness-view.${value}`) }))}
          onChoose={(value) => go({ view: value === 'month' ? undefined : value })}
        />
      </Heading>
      {view === 'mornings' ? <Mornings /> : <Month />}
    </div>
  );
}

function Month() {
  const { say, language } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/gig/fairness' });
  const go = (to: Partial<typeof search>) => void navigate({ search: (old) => ({ ...old, ...to }), replace: true });
  const read = useAsk<FairnessMonth>('/api/gig-fairness', { month: search.month, station: search.station }, { keep: true });
  return (
    <Reading of={read}>
      {({ fairness, month, from, to, firstMonth, stations, rules, longWait }) => (
        <>
          <div className="filters">
            {firstMonth && (
              <select
                className="native"
                aria-label={say('gigs.month')}
                value={month}
                onChange={(event) => go({ month: event.target.value })}
              >
                {[...new Set([month, ...monthsFrom(firstMonth, beijingDay(new Date()).slice(0, 7))])]
                  .toSorted()
                  .toReversed()
                  .map((one) => (
                    <option key={one} value={one}>
                      {sayMonth(one, language)}
                    </option>
                  ))}
              </select>
            )}
            <StationSelect stations={stations} withAll value={search.station} onChange={(station) => go({ station })} />
            {fairness.all && (
              <Button onClick={() => save(fairness, `${say('gigs.fairness')} ${month}`)}>{say('action.export-csv')}</Button>
            )}
          </div>
          {fairness.all ? (
            <>
              <p className="heading-lead">
                {say('gigs.fairness-sentence', {
                  from: sayDay(from, language),
                  to: sayDay(to, language),
                  people: exact(fairness.all.people),
                  mornings: exact(fairness.all.mornings),
                  rate: sayMeasure('match-rate', fairness.all.matchRate, say),
                })}{' '}
                {fairness.fillRate !== null && say('gigs.fill-rate', { rate: sayMeasure('match-rate', fairness.fillRate, say) })}
              </p>
              <FairnessTable fairness={fairness} smallest={rules.smallestShown} />
              <FairnessChart fairness={fairness} />
            </>
          ) : firstMonth ? (
            <Empty title={say('gigs.fairness-none')} hint={say('gigs.fairness-none-hint', { n: rules.smallestShown })} />
          ) : (
            <Empty title={say('gigs.fairness-none-yet')} hint={say('gigs.fairness-none-yet-hint', { n: rules.smallestShown })} />
          )}
          <section className="section gig-lines">
            <h2>{say('gigs.long-wait', { mornings: rules.morningsSeen })}</h2>
            <p>
              {sayLongWait(longWait, rules, say)}{' '}
              <Link to="/gig/fairness" search={{ view: 'mornings', station: search.station }}>
                {say('gigs.long-wait-today')}
              </Link>
            </p>
            <p className="grey">
              {say(rules.says)} {say('gigs.rules-version', { version: rules.version })}{' '}
              <Link to="/gig/rules" search={{ kind: 'fairness' }}>
                {say('gigs.to-rules')}
              </Link>
            </p>
          </section>
        </>
      )}
    </Reading>
  );

  function save(fairness: FairnessMonth['fairness'], name: string) {
    const header = ['group', 'people', 'mornings', 'measure.match-rate', 'measure.waiting', 'p95', 'measure.pay'] as const;
    saveCsv(
      name,
      header.map((key) => say(`gigs.${key}`)),
      [{ group: 'all' as const, figures: fairness.all }, ...fairness.groups].flatMap(({ group, figures }) =>
        figures
          ? [
              [
                say(`gigs.group.${group}`),
                figures.people,
                figures.mornings,
                figures.matchRate,
                figures.medianWait,
                figures.p95Wait,
                figures.medianPay === null ? null : figures.medianPay / 100,
              ],
            ]
          : [],
      ),
    );
  }
}

function Mornings() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/gig/fairness' });
  return (
    <OneStation
      asked={search.station}
      onChoose={(id) => void navigate({ search: (old) => ({ ...old, station: id }), replace: true })}
    >
      {({ id }) => <ThreeMornings key={id} station={id} />}
    </OneStation>
  );
}

/** Fewer than may be shown are not counted, here as on the public page. */
function sayLongWait(longWait: FairnessMonth['longWait'], rules: FairnessMonth['rules'], say: Say): string {
  const { morningsSeen: mornings, smallestShown } = rules;
  if (!longWait) return say('gigs.long-wait-few', { mornings, n: smallestShown });
  if (longWait.people === 0) return say('gigs.long-wait-none', { mornings });
  return say('gigs.long-wait-sum', {
    people: exact(longWait.people),
    times: exact(longWait.mornings),
    matched: exact(longWait.matched),
    mornings,
  });
}

/** All months between two, both of them too, `YYYY-MM`. */
function monthsFrom(first: string, last: string): string[] {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const months: string[] = [];
  for (;;) {
    const next = new Date(Date.UTC(year, month - 1 + months.length, 1)).toISOString().slice(0, 7);
    if (next > last) return months;
    months.push(next);
  }
}
