import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ImportProblems, ImportView } from '../../../../server/modules/records/contract.ts';
import { ask } from '../../../shared/client.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';

const PAGE = 100;

/** Every cell to put right, with the reason and the remedy; the rows themselves as a file to correct. */
export function Problems({ file }: { file: ImportView }) {
  const { say, language } = useWords();
  const path = `/api/record-imports/${file.id}/problems`;
  const pages = useInfiniteQuery({
    queryKey: [path, file.state],
    queryFn: ({ pageParam, signal }) => ask<ImportProblems>(path, { after: pageParam, limit: PAGE }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows);
  const summary = pages.data?.pages[0]?.summary ?? [];
  const sentence = (code: string, column: string) => rows?.find((row) => row.code === code && row.column === column);
  return (
    <section className="section" aria-labelledby="problems">
      <div className="section-head">
        <h2 id="problems">{say('import.problems')}</h2>
        <span className="buttons">
          <Button href={`${path}.xlsx?lang=${language}`}>{say('import.problems-xlsx')}</Button>
          <Button href={`${path}.csv?lang=${language}`}>{say('import.problems-csv')}</Button>
        </span>
      </div>
      {summary.length > 1 && (rows?.length ?? 0) > 10 && (
        <ul className="changes">
          {summary.map(({ code, column, rows: count }) => {
            const example = sentence(code, column);
            return example ? (
              <li key={`${code} ${column}`}>
                {say('import.problem-summary', {
                  column: example.label ? say(example.label) : column,
                  message: say(example.message, example.params),
                  n: exact(count),
                })}
              </li>
            ) : null;
          })}
        </ul>
      )}
      <Reading of={{ data: rows, error: pages.error, refetch: pages.refetch }}>
        {(problems) => (
          <>
            <Table
              isDense
              caption={say('import.problems')}
              rows={problems}
              rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
              columns={[
                { key: 'cell', title: say('import.cell'), isRowTitle: true, width: '90px', cell: ({ cell }) => <b>{cell}</b> },
                { key: 'column', title: say('import.column'), cell: ({ label, column }) => (label ? say(label) : column) },
                {
                  key: 'what',
                  title: say('import.what'),
                  cell: ({ message, params, warns }) => (
                    <>
                      <span className={warns ? 'tag' : 'tag tag-bad'}>{say(warns ? 'import.warning' : 'import.error')}</span>{' '}
                      {say(message, params)}
                    </>
                  ),
                },
              ]}
            />
            <div className="table-end">
              <span>{say('table.shown', { n: exact(problems.length) })}</span>
              {pages.hasNextPage && (
                <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  {say('action.more-rows', { n: PAGE })}
                </Button>
              )}
            </div>
          </>
        )}
      </Reading>
    </section>
  );
}
