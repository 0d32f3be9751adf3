import { Button } from 'antd';
import type { FactListVerdict } from '../../../../../server/modules/close-out/contract.ts';
import { ask } from '../../../../shared/client.ts';
import { sayMonth } from '../../../../shared/day.ts';
import { exact } from '../../../../shared/number.ts';
import { useWords } from '../../../../shared/words/index.ts';
import { useChange } from '../../../asking.ts';
import { Problem } from '../../../parts/notices.tsx';
import { Table } from '../../../parts/table.tsx';

/** Counts the facts behind an approval again, when somebody asks. */
export function Verify({ measure, period }: { measure: number; period: string }) {
  const { say } = useWords();
  const check = useChange(() => ask<FactListVerdict>(`/api/measures/${measure}/close-outs/${period}/verify`));
  return (
    <div className="close-out-verify">
      <div className="buttons">
        <Button loading={check.isPending} onClick={() => check.mutate(undefined)}>
          {say('close-out.verify')}
        </Button>
        <span className="grey">{say('close-out.verify-hint')}</span>
      </div>
      <Problem error={check.error} />
      {check.data && <Verdict verdict={check.data} />}
    </div>
  );
}

function Verdict({ verdict: { isSame, facts, differing } }: { verdict: FactListVerdict }) {
  const { say, language } = useWords();
  if (isSame) return <p role="status">{say('close-out.verify-same', { n: exact(facts) })}</p>;
  const amount = (count: { facts: number; sum: number } | null) =>
    count ? say('close-out.verify-amount', { facts: exact(count.facts), sum: exact(count.sum, 2) }) : '—';
  return (
    <>
      <p role="status">{say('close-out.verify-differs', { n: differing.length })}</p>
      <Table
        isDense
        caption={say('close-out.verify')}
        rows={differing}
        rowKey={({ figure, side, month }) => `${figure} ${side} ${month}`}
        columns={[
          { key: 'figure', title: say('close-out.verify-figure'), isRowTitle: true, cell: ({ title }) => say(title) },
          { key: 'month', title: say('close-out.verify-month'), cell: ({ month }) => sayMonth(month, language) },
          { key: 'then', title: say('close-out.verify-then'), cell: ({ frozen }) => amount(frozen) },
          { key: 'now', title: say('close-out.verify-now'), cell: ({ now }) => amount(now) },
        ]}
      />
    </>
  );
}
