import { Link } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import type { ImportReceipt, ImportView } from '../../../../server/modules/records/contract.ts';
import { change } from '../../../shared/client.ts';
import { exact, withUnit } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';

/** What the table brought, by number; and the way to take all of it back. */
export function Receipt({ file, receipt }: { file: ImportView; receipt: ImportReceipt }) {
  const { say } = useWords();
  const lines = [
    ['import.taken-rows', receipt.rowsTaken],
    ['import.new', receipt.new],
    ['import.corrected', receipt.corrected],
    ['import.completed', receipt.completed],
    ['import.there', receipt.alreadyThere],
    ['import.left-out', receipt.leftOut],
  ] as const;
  return (
    <section className="section" aria-labelledby="receipt">
      <div className="section-head">
        <h2 id="receipt">{say('import.receipt')}</h2>
        <Link to="/records/$type" params={{ type: file.type }} search={{ view: 'list', import: file.id }}>
          {say('import.records')}
        </Link>
      </div>
      <dl className="facts">
        <dt>{say('import.receipt-number')}</dt>
        <dd>
          <b>{receipt.number}</b>
        </dd>
        {lines.map(([word, count]) => (
          <div key={word} className="facts-row">
            <dt>{say(word)}</dt>
            <dd>{exact(count)}</dd>
          </div>
        ))}
        {receipt.kinds.map((kind) => (
          <div key={`${kind.kind} ${kind.variant}`} className="facts-row">
            <dt>{say(kind.title)}</dt>
            <dd>
              {say('import.kind-line', {
                quantity: `${kind.quantity >= 0 ? '+' : ''}${withUnit(exact(kind.quantity, 2), say(kind.unit))}`,
                facts: exact(kind.facts),
                duplicates: exact(kind.duplicates),
              })}
            </dd>
          </div>
        ))}
      </dl>
      {receipt.reversal ? (
        <p className="lead">
          {say('import.reversed', {
            records: exact(receipt.reversal.records),
            facts: exact(receipt.reversal.facts),
            restored: exact(receipt.reversal.restored),
          })}{' '}
          {file.reversedWhy && say('import.reversed-why', { why: file.reversedWhy })}
        </p>
      ) : (
        file.state === 'taken' && <Reverse id={file.id} />
      )}
    </section>
  );
}

function Reverse({ id }: { id: string }) {
  const { say } = useWords();
  const reverse = useChange(
    (given: { why: string }) => change('POST', `/api/record-imports/${id}/reverse`, given),
    ['/api/record-imports'],
  );
  return (
    <details className="as-table narrow-form section">
      <summary>{say('import.reverse')}</summary>
      <p className="grey">{say('import.reverse-hint')}</p>
      <Problem error={reverse.error} />
      <Form<{ why: string }> layout="vertical" requiredMark={false} onFinish={(given) => reverse.mutate(given)}>
        <Form.Item
          name="why"
          label={say('import.reverse-why')}
          rules={[{ required: true, min: 2, whitespace: true, message: say('enter.required') }]}
        >
          <Input maxLength={500} />
        </Form.Item>
        <Button danger htmlType="submit" loading={reverse.isPending}>
          {say('import.reverse')}
        </Button>
      </Form>
    </details>
  );
}
