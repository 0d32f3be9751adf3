import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FigureDetail } from '../../../../server/modules/figures/contract.ts';
import { sayDay, sayMoment } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { sideName } from '../../figure-format.ts';
import { Corrected } from './corrected.tsx';

const route = getRouteApi('/figures/$code');

/** What the number rests on: five things that an auditor asks. */
export function StatementSection({ figure }: { figure: FigureDetail }) {
  const { say, language } = useWords();
  const { statement, rule } = figure;
  const { show } = route.useSearch();
  const how = rule === 'sum' && figure.window !== 'standing' ? (`figure.rule.sum.${figure.window}` as const) : undefined;
  const typedRows: readonly (readonly [string, ReactNode])[] = statement.typed
    ? [
        [say('figure.typed-source'), statement.typed.source],
        [say('figure.typed-lapses'), sayDay(statement.typed.lapsesOn, language)],
      ]
    : [];
  const doubts = statement.doubts ?? [];
  const doubtRows = doubts.length === 0 ? [] : [[say('figure.doubts'), doubts.map((doubt) => say(doubt)).join(' ')] as const];
  const rows: readonly (readonly [string, ReactNode])[] = [
    [say('figure.rule'), say(how ?? (rule === 'sum' ? 'figure.rule.sum.programme' : `figure.rule.${rule}`))],
    [say('figure.limits'), say(statement.limits)],
    ...typedRows,
    [say('figure.counted'), exact(statement.records)],
    [say('figure.duplicates'), exact(statement.duplicates)],
    [say('figure.corrections'), <CorrectionsLink key="corrections" figure={figure} />],
    [say('figure.late'), <LateLink key="late" figure={figure} />],
    ...doubtRows,
    [say('figure.last-day'), statement.lastDay ? sayDay(statement.lastDay, language) : say('figure.never')],
    [say('figure.last-recorded'), statement.lastRecordedAt ? sayMoment(statement.lastRecordedAt, language) : say('figure.never')],
  ];
  return (
    <section className="section" aria-labelledby="statement">
      <h2 id="statement" className="section-head">
        {say('figure.statement')}
      </h2>
      <dl className="facts statement">
        <dt>{say('figure.sources')}</dt>
        <dd>
          {statement.sources.length === 0 && say('figure.rule.typed')}
          {statement.sources.map(({ kind, title, source, counts }) => (
            <p key={kind}>
              <b>{say(title)}</b>{' '}
              {say('text.pair', {
                name: say('text.bracket', { text: '', inside: say(`figure.kind.${counts}`) }).trim(),
                value: say(source),
              })}
            </p>
          ))}
        </dd>
        {rows.map(([name, value]) => (
          <div key={name} className="facts-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {rule !== 'typed' && <p className="grey">{say('figure.silent-after', { days: statement.silentAfterDays })}</p>}
      {show === 'corrections' && <Corrected figure={figure} />}
    </section>
  );
}

/** How many were taken back: opens their list just below, and closes it again. */
function CorrectionsLink({ figure }: { figure: FigureDetail }) {
  const { say } = useWords();
  const { show } = route.useSearch();
  const { corrections } = figure.statement;
  const isOpen = show === 'corrections';
  const told = say('figure.n-records', { n: exact(corrections) });
  if (corrections === 0) return exact(0);
  return (
    <Link
      from="/figures/$code"
      search={(old) => ({ ...old, show: isOpen ? undefined : 'corrections' })}
      resetScroll={false}
      aria-expanded={isOpen}
    >
      {told}
    </Link>
  );
}

function LateLink({ figure }: { figure: FigureDetail }) {
  const { say } = useWords();
  const { on } = route.useSearch();
  const { late } = figure.statement;
  const told = say('figure.n-records', { n: exact(late) });
  if (late === 0 || figure.sides.length === 0) return exact(late);
  const sides = figure.sides.length === 1 ? [undefined] : figure.sides;
  return (
    <>
      {sides.length > 1 && `${exact(late)} · `}
      {sides.map((side, at) => (
        <span key={side ?? 'all'}>
          {at > 0 && ' · '}
          <Link to="/figures/$code/records" params={{ code: figure.code }} search={{ on, late: 'true', side }}>
            {side ? say(sideName(figure, side)) : told}
          </Link>
        </span>
      ))}
    </>
  );
}
