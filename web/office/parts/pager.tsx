import { Button } from 'antd';
import { exact } from '../../shared/number.ts';
import { useWords } from '../../shared/words/index.ts';

/** Under a table that comes in numbered pages: how many rows there are, and the way to the others. */
export function Pager({
  page,
  size,
  total,
  onGo,
}: {
  page: number;
  size: number;
  total: number;
  /** Undefined: the first. */
  onGo: (page: string | undefined) => void;
}) {
  const { say } = useWords();
  const pages = Math.max(1, Math.ceil(total / size));
  const go = (to: number) => onGo(to === 1 ? undefined : String(to));
  return (
    <div className="table-end">
      <span>{say('table.rows', { n: exact(total) })}</span>
      {pages > 1 && (
        <>
          <Button disabled={page <= 1} onClick={() => go(page - 1)}>
            {say('table.previous')}
          </Button>
          <span>{say('table.page', { page, pages })}</span>
          <Button disabled={page >= pages} onClick={() => go(page + 1)}>
            {say('table.next')}
          </Button>
        </>
      )}
    </div>
  );
}
