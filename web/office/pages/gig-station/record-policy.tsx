import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { ShownOrder } from '../../../../server/modules/gigs/orders/contract.ts';
import { change } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';

type Policy = { readonly insurer: string; readonly number: string };

/** The policy's number, as the employer reads it out on the telephone. */
export function RecordPolicy({ order }: { order: ShownOrder }) {
  const { say } = useWords();
  const [isOpen, open] = useState(false);
  const record = useChange((policy: Policy) => change('POST', `/api/gig-orders/${order.id}/insurance`, policy), ['/api/gig']);
  if (!isOpen)
    return (
      <Button size="small" onClick={() => open(true)}>
        {say('gig.policy')}
      </Button>
    );
  const missing = [{ required: true, whitespace: true, message: say('enter.required') }];
  return (
    <Form<Policy> layout="vertical" requiredMark={false} className="order-policy" onFinish={record.mutate}>
      <p className="grey">{say('gig.policy-lead')}</p>
      <Form.Item name="insurer" label={say('gig.order-insurer')} rules={missing} initialValue={order.insurer ?? ''}>
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <Form.Item name="number" label={say('gig.policy-number')} rules={missing} initialValue="">
        <Input autoComplete="off" autoFocus maxLength={60} />
      </Form.Item>
      <Problem error={record.error} />
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={record.isPending}>
          {say('gig.policy')}
        </Button>
        <Button onClick={() => open(false)}>{say('action.cancel')}</Button>
      </div>
    </Form>
  );
}
