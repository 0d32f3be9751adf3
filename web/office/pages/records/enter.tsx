import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form } from 'antd';
import { useRef } from 'react';
import type { RecordTypeView } from '../../../../server/modules/records/contract.ts';
import { change, newKey } from '../../../shared/client.ts';
import { isRefusal, type RefusalDetail } from '../../../shared/refusal.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import { ColumnField } from './column-field.tsx';

type Given = Readonly<Record<string, string | undefined>>;
type Sent = {
  readonly id: string;
  readonly state: 'new' | 'already-there' | 'corrected' | 'completed';
  readonly warnings: readonly RefusalDetail[];
};

/** One record, in a form made of the type's own columns. A fault is shown at its field; what was typed stays. */
export function Enter({ type }: { type: RecordTypeView }) {
  const { say } = useWords();
  const [form] = Form.useForm<Given>();
  const navigate = useNavigate({ from: '/records/$type' });
  // The same key until the content changes: pressing twice on a slow line sends one record.
  const key = useRef({ content: '', key: '' });
  const send = useChange(
    (row: Record<string, string>) => {
      const content = JSON.stringify(row);
      if (key.current.content !== content) key.current = { content, key: newKey() };
      return change<Sent>('POST', `/api/records/${type.name}`, { row }, key.current.key);
    },
    ['/api/records', '/api/figures', '/api/ledger', '/api/today'],
    {
      onError: (error) => {
        if (!isRefusal(error)) return;
        const faults = type.columns.flatMap(({ key: name }) => {
          const messages = error.details.filter(({ at }) => at.split(/[/.]/).at(-1) === name).map(({ message }) => message);
          return messages.length > 0 ? [{ name, errors: messages }] : [];
        });
        form.setFields(faults);
        const [first] = faults;
        if (first) form.scrollToField(first.name, { focus: true });
      },
      onSuccess: () => {
        key.current = { content: '', key: '' };
      },
    },
  );
  if (send.data)
    return (
      <div className="narrow">
        <Alert
          type={send.data.state === 'already-there' ? 'info' : 'success'}
          showIcon
          role="status"
          title={say(`enter.sent.${send.data.state}`)}
          description={
            send.data.warnings.length > 0 && (
              <ul>
                {send.data.warnings.map((warning) => (
                  <li key={`${warning.at} ${warning.code}`}>{warning.message ?? warning.code}</li>
                ))}
              </ul>
            )
          }
        />
        <div className="buttons">
          <Button
            type="primary"
            onClick={() => {
              form.resetFields();
              send.reset();
            }}
          >
            {say('enter.again')}
          </Button>
          <Button onClick={() => void navigate({ search: ({ lang }) => ({ lang, view: 'list', record: send.data.id }) })}>
            {say('enter.see')}
          </Button>
        </div>
      </div>
    );
  return (
    <Form<Given>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="enter"
      disabled={send.isPending}
      onFinish={(given) =>
        send.mutate(
          Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : []))),
        )
      }
    >
      <Problem error={send.error} />
      {type.columns.map((column) => (
        <ColumnField key={column.key} column={column} />
      ))}
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {say('enter.send')}
      </Button>
    </Form>
  );
}
