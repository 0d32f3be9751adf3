import { Link } from '@tanstack/react-router';
import type { RoundList } from '../../../../server/modules/market-standard/contract.ts';
import { sayDay, sayMoment } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { OpenRound } from './open-round.tsx';
import { RewardsPart } from './rewards.tsx';

/** Rounds of inspections of the gig market: what I hold, every round, the standard and what is proposed for it. */
export function MarketRoundsPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const list = useAsk<RoundList>('/api/market-rounds');
  if (!opens(me, 'programme')) return <NotYours />;
  return (
    <div className="page">
      <Heading title={say('market.title')} lead={say('market.lead')} />
      <Reading of={list}>
        {(read) => (
          <>
            <Mine mine={read.mine} />
            {read.may.run && <OpenRound stations={read.stations} />}
            <Rounds rounds={read.rounds} mayRun={read.may.run} />
            <RewardsPart rewards={read.rewards} mayRun={read.may.run} />
            <Checklist standard={read.standard} />
          </>
        )}
      </Reading>
    </div>
  );
}

function Mine({ mine }: Pick<RoundList, 'mine'>) {
  const { say, language } = useWords();
  if (mine.length === 0) return null;
  return (
    <section className="section" aria-labelledby="mine">
      <h2 id="mine">{say('market.mine')}</h2>
      <ul className="plain">
        {mine.map(({ inspection, kind, station, dueOn, round }) => (
          <li key={inspection} className="market-line">
            <Link to="/market-inspections/$inspection" params={{ inspection }}>
              {say(`market.${kind}-of`, { station: say(station) })}
            </Link>{' '}
            <span className="grey">{say('market.due-in', { due: sayDay(dueOn, language), round })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rounds({ rounds, mayRun }: { rounds: RoundList['rounds']; mayRun: boolean }) {
  const { say, language } = useWords();
  return (
    <section className="section" aria-labelledby="rounds">
      <h2 id="rounds">{say('market.rounds')}</h2>
      {rounds.length === 0 ? (
        <Empty title={say('market.none')} hint={say(mayRun ? 'market.none-hint' : 'market.none-hint-other')} />
      ) : (
        <Table
          caption={say('market.rounds')}
          rows={rounds}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              title: say('market.round'),
              isRowTitle: true,
              cell: ({ id, title }) => (
                <Link to="/market-rounds/$round" params={{ round: id }}>
                  {title}
                </Link>
              ),
            },
            {
              key: 'period',
              title: say('market.period'),
              cell: ({ from, to }) => say('market.span', { from: sayDay(from, language), to: sayDay(to, language) }),
            },
            { key: 'stations', title: say('market.stations'), isNumber: true, cell: ({ stations }) => exact(stations) },
            { key: 'settled', title: say('market.settled'), isNumber: true, cell: ({ settled }) => exact(settled) },
            {
              key: 'opened',
              title: say('market.opened'),
              cell: ({ openedAt, openedByName }) =>
                say('market.by-at', { name: openedByName, at: sayMoment(openedAt, language) }),
            },
          ]}
        />
      )}
    </section>
  );
}

function Checklist({ standard }: Pick<RoundList, 'standard'>) {
  const { say, language } = useWords();
  return (
    <details className="as-table">
      <summary>{say('market.checklist', { version: standard.version, n: standard.items.length })}</summary>
      {standard.groups.map(({ code, name }) => (
        <section key={code} className="section" aria-label={say(name)}>
          <h3>{say(name)}</h3>
          <ul className="plain">
            {standard.items
              .filter(({ group }) => group === code)
              .map((item) => (
                <li key={item.code} className="market-line">
                  <b>{item.code}</b> {say(item.says)} <span className="grey">{say('market.points', { n: item.points })}</span>{' '}
                  {item.must && <span className="tag">{say('market.must')}</span>}{' '}
                  <span className="tag">{say(`market.shown.${item.shown}`)}</span>{' '}
                  <span className="grey">
                    {item.sources.map((source) => standard.sources[source]?.[language] ?? '').join(say('text.and'))}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p className="grey">
        {standard.grades
          .map(({ grade, least, judged, musts }) =>
            say(judged > 0 ? 'market.grade-rule' : 'market.grade-rule-plain', {
              grade: say(`market.grade.${grade}`),
              least,
              judged,
              musts: say(`market.musts.${musts}`),
            }),
          )
          .join(' ')}
      </p>
    </details>
  );
}
