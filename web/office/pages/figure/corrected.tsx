import { Link } from '@tanstack/react-router';
import type { Corrections, FigureDetail } from '../../../../server/modules/figures/contract.ts';
import { sayDay, sayMoment } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { holds, useSignedIn } from '../../me.ts';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { useUnitNames } from '../../places.ts';

/** The records of a figure that were taken back, latest first: why a past number is not what it was. */
export function Corrected({ figure }: { figure: FigureDetail }) {
  const { say, language } = useWords();
  const unitNameOf = useUnitNames();
  const corrections = useAsk<Corrections>(`/api/figures/${encodeURIComponent(figure.code)}/corrections`);
  const isOwnArea = !holds(useSignedIn(), 'programme-office', 'leader', 'evaluator', 'liaison');
  return (
    <div className="corrected">
      <div className="aside-head">
        <h3>{say('counted.corrections')}</h3>
        <Link from="/figures/$code" search={(old) => ({ ...old, show: undefined })} resetScroll={false}>
          {say('shell.close')}
        </Link>
      </div>
      <p className="grey">
        {say('counted.corrections-explain')}
        {isOwnArea && ` ${say('counted.own-area')}`}
      </p>
      <Reading of={corrections}>
        {({ corrections: rows }) =>
          rows.length === 0 ? (
            <Empty title={say('counted.none')} />
          ) : (
            <>
              <Table
                caption={say('counted.corrections')}
                rows={rows}
                rowKey={({ record, kind, day, takenBackAt }) => `${record} ${kind} ${day} ${takenBackAt}`}
                columns={[
                  {
                    key: 'taken-back',
                    title: say('counted.taken-back'),
                    isRowTitle: true,
                    cell: ({ record, recordType, takenBackAt }) => (
                      <Link to="/records/$type" params={{ type: recordType }} search={{ all: 'true', record }}>
                        {sayMoment(takenBackAt, language)}
                      </Link>
                    ),
                  },
                  { key: 'day', title: say('counted.day'), cell: ({ day }) => sayDay(day, language) },
                  { key: 'town', title: say('figure.town'), cell: ({ townName }) => townName || say('figure.unplaced') },
                  {
                    key: 'unit',
                    title: say('figure.unit'),
                    cell: ({ unit, unitName }) => (unit ? unitNameOf(unit, unitName) : '—'),
                  },
                  {
                    key: 'quantity',
                    title: say('counted.quantity'),
                    isNumber: true,
                    cell: ({ quantity }) => exact(quantity, 2),
                  },
                ]}
              />
              {figure.statement.corrections > rows.length && !isOwnArea && (
                <p className="grey">{say('counted.corrections-latest', { n: exact(rows.length) })}</p>
              )}
            </>
          )
        }
      </Reading>
    </div>
  );
}
