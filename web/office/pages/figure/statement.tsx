import type { FigureDetail } from '../../../../server/modules/figures/contract.ts';
import { sayDay, sayMoment } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { isWord, useWords } from '../../../shared/words/index.ts';

/** What the number rests on: five things that an auditor asks. */
export function StatementSection({ figure }: { figure: FigureDetail }) {
  const { say, language } = useWords();
  const { statement, rule } = figure;
  const window = `figure.rule.${rule}.${figure.target.per === 'month' ? 'month' : figure.target.per === 'year' ? 'year' : 'programme'}`;
  const how =
    rule === 'sum' && isWord(window) ? window : rule === 'sum' ? 'figure.rule.sum.programme' : (`figure.rule.${rule}` as const);
  const rows: readonly (readonly [string, string | number])[] = [
    [say('figure.rule'), say(how)],
    [say('figure.limits'), say(statement.limits)],
    [say('figure.counted'), exact(statement.records)],
    [say('figure.duplicates'), exact(statement.duplicates)],
    [say('figure.corrections'), exact(statement.corrections)],
    [say('figure.late'), exact(statement.late)],
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
    </section>
  );
}
