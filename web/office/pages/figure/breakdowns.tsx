import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { Breakdown, FigureDetail } from '../../../../server/modules/figures/contract.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { sayExact } from '../../figure-format.ts';
import { Choices } from '../../parts/choices.tsx';
import { Table } from '../../parts/table.tsx';
import { TownMap } from '../../parts/town-map.tsx';

const route = getRouteApi('/figures/$code');

/** The same number by street and town (with the map) and by unit; each part opens its records. */
export function Breakdowns({ figure }: { figure: FigureDetail }) {
  const { say } = useWords();
  const { by, on } = route.useSearch();
  const navigate = useNavigate({ from: '/figures/$code' });
  const toRecords = useNavigate();
  if (figure.rule === 'typed') return null;
  const byUnit = by === 'unit';
  const rows = byUnit ? figure.units : figure.towns;
  const hasMap = !byUnit && figure.towns.some(({ code, value }) => code !== '' && value !== null);
  return (
    <section className="section" aria-labelledby="breakdown">
      <div className="section-head">
        <h2 id="breakdown">{say(byUnit ? 'figure.units' : 'figure.towns')}</h2>
        <Choices
          label={say('figure.view')}
          value={byUnit ? 'unit' : 'town'}
          choices={[
            { value: 'town', label: say('figure.town') },
            { value: 'unit', label: say('figure.unit') },
          ]}
          onChoose={(value) =>
            void navigate({
              search: (old) => ({ ...old, by: value === 'unit' ? 'unit' : undefined }),
              replace: true,
              resetScroll: false,
            })
          }
        />
      </div>
      {rows.length === 0 ? (
        <p className="grey">{say('figure.no-breakdown')}</p>
      ) : (
        <div className={hasMap ? 'town-split' : undefined}>
          <Parts figure={figure} rows={rows} side={byUnit ? 'unit' : 'town'} />
          {hasMap && (
            <TownMap
              label={say('figure.map', { title: say(figure.title) })}
              values={new Map(figure.towns.flatMap(({ code, value }) => (value === null ? [] : [[code, value]])))}
              spoken={(value) => `${sayExact(figure, value)}${figure.unit.zh === '%' && value !== null ? '%' : ''}`}
              isShare={figure.unit.zh === '%'}
              onTown={(town) =>
                void toRecords({ to: '/figures/$code/records', params: { code: figure.code }, search: { on, town } })
              }
            />
          )}
        </div>
      )}
    </section>
  );
}

function Parts({ figure, rows, side }: { figure: FigureDetail; rows: readonly Breakdown[]; side: 'town' | 'unit' }) {
  const { say } = useWords();
  const { on } = route.useSearch();
  const nameless = say(side === 'town' ? 'figure.unplaced' : 'figure.no-unit');
  const isRatio = rows.some(({ whole }) => whole !== undefined);
  const largest = Math.max(0, ...rows.map(({ value }) => value ?? 0));
  return (
    <Table
      isDense
      caption={say(side === 'town' ? 'figure.towns' : 'figure.units')}
      rows={rows}
      rowKey={({ code }) => code || '-'}
      columns={[
        {
          key: 'name',
          title: say(side === 'town' ? 'figure.town' : 'figure.unit'),
          isRowTitle: true,
          cell: ({ name, code }) => (code === '' ? nameless : name),
        },
        {
          key: 'bar',
          isOnlyWide: true,
          title: say('figure.bar'),
          width: '28%',
          cell: ({ value }) => (
            <span className="bar bar-plain" aria-hidden="true">
              <span className="bar-value" style={{ width: `${largest > 0 ? ((value ?? 0) / largest) * 100 : 0}%` }} />
            </span>
          ),
        },
        {
          key: 'value',
          title: say('figure.value'),
          isNumber: true,
          cell: ({ code, value }) =>
            code === '' || value === null ? (
              sayExact(figure, value)
            ) : (
              <Link
                to="/figures/$code/records"
                params={{ code: figure.code }}
                search={side === 'town' ? { on, town: code } : { on, unit: code }}
              >
                {sayExact(figure, value)}
                {figure.unit.zh === '%' && value !== null ? '%' : ''}
              </Link>
            ),
        },
        isRatio
          ? {
              key: 'of',
              title: say('figure.part-of-whole', { part: say('counted.part'), whole: say('counted.whole') }),
              isNumber: true,
              cell: ({ part, whole }) => (whole === undefined ? '—' : `${exact(part ?? 0, 2)} ÷ ${exact(whole, 2)}`),
            }
          : {
              key: 'share',
              title: say('figure.share'),
              isNumber: true,
              cell: ({ share }) => (share === null ? '—' : `${exact(share * 100, 1)}%`),
            },
        {
          key: 'records',
          title: say('figure.records'),
          isNumber: true,
          cell: ({ code, value, records }) =>
            value === null && side === 'unit' && code !== '' ? (
              <Link to="/figures/$code/records" params={{ code: figure.code }} search={{ on, unit: code }}>
                {exact(records)}
              </Link>
            ) : (
              exact(records)
            ),
        },
      ]}
    />
  );
}
