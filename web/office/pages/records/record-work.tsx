import { App, Button, Form, Input } from 'antd';
import type { RecordDetail } from '../../../../server/modules/records/contract.ts';
import { change } from '../../../shared/client.ts';
import { beijingDay } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { Problem } from '../../parts/notices.tsx';

const touched = ['/api/record', '/api/figures', '/api/ledger', '/api/today'];

/** Taking a record back, or ending what stood: each needs its reason, and stays to be read. */
export function TakeBack({ detail, hasEnd }: { detail: RecordDetail; hasEnd: boolean }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const reverse = useChange((given: { why: string }) => change('POST', `/api/record/${detail.id}/reverse`, given), touched, {
    onSuccess: () => void message.success(say('record.reversed')),
  });
  const end = useChange((given: { day: string; why: string }) => change('POST', `/api/record/${detail.id}/end`, given), touched, {
    onSuccess: () => void message.success(say('record.ended')),
  });
  const why = [{ required: true, min: 2, whitespace: true, message: say('enter.required') }];
  return (
    <>
      <Problem error={reverse.error ?? end.error} />
      {hasEnd && (
        <details className="as-table">
          <summary>{say('record.end')}</summary>
          <p className="grey">{say('record.end-hint')}</p>
          <Form<{ day: string; why: string }>
            layout="vertical"
            requiredMark={false}
            initialValues={{ day: beijingDay(new Date()) }}
            onFinish={(given) => end.mutate(given)}
          >
            <Form.Item name="day" label={say('record.end-day')} rules={[{ required: true, message: say('enter.required') }]}>
              <DayPicker from={detail.day} to={beijingDay(new Date())} />
            </Form.Item>
            <Form.Item name="why" label={say('record.end-why')} rules={why}>
              <Input maxLength={500} />
            </Form.Item>
            <Button htmlType="submit" loading={end.isPending}>
              {say('record.end')}
            </Button>
          </Form>
        </details>
      )}
      <details className="as-table">
        <summary>{say('record.reverse')}</summary>
        <p className="grey">{say('record.reverse-hint')}</p>
        <Form<{ why: string }> layout="vertical" requiredMark={false} onFinish={(given) => reverse.mutate(given)}>
          <Form.Item name="why" label={say('record.reverse-why')} rules={why}>
            <Input maxLength={500} />
          </Form.Item>
          <Button danger htmlType="submit" loading={reverse.isPending}>
            {say('record.reverse')}
          </Button>
        </Form>
      </details>
    </>
  );
}
