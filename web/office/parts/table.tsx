import type { ReactNode } from 'react';
import { useWords } from '../../shared/words/index.ts';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  /** A dash, where there is nothing; cards leave it out. */
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the right, in figures of one width. */
  readonly isNumber?: boolean;
  readonly width?: string;
  readonly isSortable?: boolean;
  /** Left out where there is no room for columns. */
  readonly isOnlyWide?: boolean;
  /** Names the row for a screen reader. */
  readonly isRowTitle?: boolean;
};

export type Sort = { readonly key: string; readonly down: boolean };

type Props<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly selected?: string | undefined;
  readonly sort?: Sort | undefined;
  readonly onSort?: (sort: Sort) => void;
  readonly foot?: ReactNode;
  readonly isDense?: boolean;
};

/** One table for the whole office: a caption, headers that sort, rows that become cards where there is no room for columns. */
export function Table<Row>({ caption, columns, rows, rowKey, selected, sort, onSort, foot, isDense = false }: Props<Row>) {
  const { say } = useWords();
  return (
    <table className={isDense ? 'table table-dense' : 'table'}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, title, isNumber, isOnlyWide, width, isSortable }) => (
            <th
              key={key}
              scope="col"
              className={classOf({ isNumber, isOnlyWide })}
              style={width ? { width } : undefined}
              aria-sort={sort?.key === key ? (sort.down ? 'descending' : 'ascending') : undefined}
            >
              {isSortable && onSort ? (
                <button
                  type="button"
                  className="sort"
                  title={say('table.sort', { column: title })}
                  onClick={() => onSort({ key, down: sort?.key === key ? !sort.down : Boolean(isNumber) })}
                >
                  {title}
                  <span aria-hidden="true">{sort?.key === key ? (sort.down ? ' ↓' : ' ↑') : ' ↕'}</span>
                </button>
              ) : (
                title
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const key = rowKey(row);
          return (
            <tr key={key} aria-current={selected === key ? 'true' : undefined}>
              {columns.map(({ key: column, title, cell, isNumber, isOnlyWide, isRowTitle }) => {
                const content = cell(row);
                const className = classOf({ isNumber, isOnlyWide, isEmpty: content === '—' });
                return isRowTitle ? (
                  <th key={column} scope="row" className={className} data-title={title}>
                    {content}
                  </th>
                ) : (
                  <td key={column} className={className} data-title={title}>
                    {content}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
      {foot && <tfoot>{foot}</tfoot>}
    </table>
  );
}

type Classes = { isNumber?: boolean; isOnlyWide?: boolean; isEmpty?: boolean };
const classOf = ({ isNumber, isOnlyWide, isEmpty }: Classes) =>
  [isNumber && 'number', isOnlyWide && 'only-wide', isEmpty && 'cell-empty'].filter(Boolean).join(' ') || undefined;

/** Sorted by what `value` gives; texts in the order of Chinese reading, what is missing last. */
export function sorted<Row>(
  rows: readonly Row[],
  sort: Sort | undefined,
  value: (row: Row, key: string) => string | number | null,
): readonly Row[] {
  if (!sort) return rows;
  const way = sort.down ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [left, right] = [value(one, sort.key), value(other, sort.key)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return (
      way *
      (typeof left === 'number' && typeof right === 'number' ? left - right : String(left).localeCompare(String(right), 'zh-CN'))
    );
  });
}
