import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { FigureDetail } from '../../../../server/modules/figures/contract.ts';
import { addDays, sayMonth } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { color, lights } from '../../../shared/tokens.ts';
import { useWords } from '../../../shared/words/index.ts';
import { sayExact } from '../../figure-format.ts';
import { Chart } from '../../parts/chart.tsx';
import { Choices } from '../../parts/choices.tsx';
import { Table } from '../../parts/table.tsx';
import { chartOption, type View } from './chart-option.ts';

const route = getRouteApi('/figures/$code');

/** The months as a picture and, below it, as a table whose numbers open their records. */
export function Months({ figure }: { figure: FigureDetail }) {
  const { say, language } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/figures/$code' });
  const isMonthly = figure.target.per === 'month';
  const canSwitch = figure.rule === 'sum' && !isMonthly;
  const view: View = isMonthly || (canSwitch && search.view === 'month') ? 'month' : 'standing';
  const option = useMemo(() => chartOption(figure, view, say, language), [figure, view, say, language]);
  if (figure.months.length === 0 || figure.rule === 'typed') return null;
  const lastOfMonth = (month: string) => {
    const end = addDays(`${nextMonth(month)}-01`, -1);
    return end > figure.on ? figure.on : end;
  };
  return (
    <section className="section" aria-labelledby="months">
      <div className="section-head">
        <h2 id="months">{say('figure.months')}</h2>
        <Legend figure={figure} view={view} />
        {canSwitch && (
          <Choices
            label={say('figure.view')}
            value={view}
            choices={[
              { value: 'standing', label: say('figure.view-standing') },
              { value: 'month', label: say('figure.view-month') },
            ]}
            onChoose={(chosen) =>
              void navigate({
                search: (old) => ({ ...old, view: chosen === 'month' ? 'month' : undefined }),
                replace: true,
                resetScroll: false,
              })
            }
          />
        )}
      </div>
      <Chart label={say('figure.chart', { title: say(figure.title) })} option={option} />
      <details className="as-table">
        <summary>{say('table.chart-as-table')}</summary>
        <Table
          isDense
          caption={say('figure.months')}
          rows={[...figure.months].reverse()}
          rowKey={({ month }) => month}
          columns={[
            { key: 'month', title: say('figure.month'), isRowTitle: true, cell: ({ month }) => sayMonth(month, language) },
            ...(figure.rule === 'sum'
              ? [
                  {
                    key: 'value',
                    title: say('figure.in-month'),
                    isNumber: true,
                    cell: ({ month, value }: FigureDetail['months'][number]) => (
                      <Link to="/figures/$code/records" params={{ code: figure.code }} search={{ on: search.on, month }}>
                        {sayExact(figure, value)}
                      </Link>
                    ),
                  },
                ]
              : []),
            ...(isMonthly
              ? []
              : [
                  {
                    key: 'standing',
                    title: say('figure.standing'),
                    isNumber: true,
                    cell: ({ month, standing }: FigureDetail['months'][number]) => (
                      <Link to="/figures/$code/records" params={{ code: figure.code }} search={{ on: lastOfMonth(month) }}>
                        {sayExact(figure, standing)}
                      </Link>
                    ),
                  },
                  {
                    key: 'path',
                    title: say('figure.path'),
                    isNumber: true,
                    cell: ({ path }: FigureDetail['months'][number]) => sayExact(figure, path),
                  },
                ]),
            { key: 'records', title: say('figure.records'), isNumber: true, cell: ({ records }) => exact(records) },
          ]}
        />
      </details>
    </section>
  );
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function Legend({ figure, view }: { figure: FigureDetail; view: View }) {
  const { say } = useWords();
  const entry = (style: object, text: string) => (
    <li>
      <span aria-hidden="true" style={style} /> {text}
    </li>
  );
  return (
    <ul className="legend">
      {entry(
        view === 'month'
          ? { height: 10, background: lights[figure.light].color }
          : { borderTop: `3px solid ${lights[figure.light].color}` },
        say(view === 'month' ? 'figure.in-month' : figure.rule === 'sum' ? 'figure.view-standing' : 'figure.view-level'),
      )}
      {view === 'standing' && figure.path !== null && entry({ borderTop: `2px dashed ${color.grey}` }, say('figure.path'))}
      {(view === 'standing' || figure.target.per === 'month') &&
        entry({ borderTop: `1px solid ${color.ink}` }, say('figure.target'))}
      {view === 'standing' &&
        figure.forecast.method !== 'none' &&
        entry({ height: 10, background: '#DBE8F2' }, say('figure.range'))}
    </ul>
  );
}
