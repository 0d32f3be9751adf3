import { useState } from 'react';
import type { DefinitionChange, FigureDifference, NumberDifference } from '../../../../server/modules/bulletins/contract.ts';
import { sayMoment } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { sayExact } from '../../figure-format.ts';
import { Table } from '../../parts/table.tsx';
import { sayNumberOf, writtenNumber } from './say-number.ts';

/** Which target, rule or path is another, by which version and since when. */
export function Changes({ figure }: { figure: FigureDifference }) {
  const { say, language } = useWords();
  const line = ({ what, released, today, version, since }: DefinitionChange) =>
    say('bulletin.changed-by', {
      what: say(`bulletin.definition.${what}`),
      released: say(released),
      today: today ? say(today) : say('bulletin.no-longer-short'),
      by: version === null ? say('bulletin.by-plan') : say('bulletin.by-version', { version }),
      since: sayMoment(since, language),
    });
  return figure.changes.map((change) => <p key={change.what}>{line(change)}</p>);
}

/** What a reader looks for first; months, towns and units are a click away. */
const FIRST = ['in-span', 'in-span-part', 'in-span-whole', 'change', 'path', 'pace', 'light'];

/** The other numbers of the figure that are another today, each with its reasons. */
export function Numbers({ figure }: { figure: FigureDifference }) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  const first = figure.numbers.filter(({ what }) => FIRST.includes(what));
  const others = figure.numbers.filter(({ what }) => !FIRST.includes(what));
  const shown = isOpen ? [...first, ...others] : first;
  return (
    <>
      {shown.length > 0 && <NumberTable figure={figure} rows={shown} />}
      {others.length > 0 && (
        <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? say('bulletin.hide') : say('bulletin.other-numbers', { n: exact(others.length) })}
          <span className="unseen">{say(figure.title)}</span>
        </button>
      )}{' '}
    </>
  );
}

function NumberTable({ figure, rows }: { figure: FigureDifference; rows: readonly NumberDifference[] }) {
  const { say } = useWords();
  const amount = (value: number) => `${value > 0 ? '+' : ''}${sayExact(figure, value)}`;
  const why = ({ causes }: NumberDifference) =>
    causes
      .map(({ cause, facts, amount: by }) => {
        const parts = [facts > 0 && say('bulletin.cause-count', { n: exact(facts) }), by !== null && facts > 0 && amount(by)];
        const inside = parts.filter(Boolean).join(' · ');
        const text = say(`bulletin.cause.${cause}`);
        return inside === '' ? text : say('text.bracket', { text, inside });
      })
      .join(say('text.then'));
  return (
    <Table
      caption={say('bulletin.number-of')}
      isDense
      rows={rows}
      rowKey={({ what, key }) => `${what} ${key}`}
      columns={[
        { key: 'what', title: say('bulletin.number-of'), isRowTitle: true, cell: (row) => sayNumberOf(row.what, row.name, say) },
        { key: 'released', title: say('bulletin.said'), isNumber: true, cell: ({ released }) => writtenNumber(released, say) },
        { key: 'today', title: say('bulletin.today'), isNumber: true, cell: ({ today }) => writtenNumber(today, say) },
        { key: 'why', title: say('bulletin.cause'), cell: why },
      ]}
    />
  );
}
