import { App, Button, Form, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { FigureDetail } from '../../../../server/modules/figures/contract.ts';
import { change } from '../../../shared/client.ts';
import { beijingDay, sayDay } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { Problem } from '../../parts/notices.tsx';

type Given = { readonly day: string; readonly value: number; readonly source: string };

/** A figure without records: the programme office types a value, with its source; it lapses. */
export function TypeValue({ figure }: { figure: FigureDetail }) {
  const { say, language } = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Given>();
  const today = beijingDay(new Date());
  const [day, setDay] = useState<string>(today);
  const save = useChange(
    (given: Omit<Given, 'day'>) =>
      change<{ lapsesOn: string }>('POST', `/api/figures/${encodeURIComponent(figure.code)}/typed-values`, { ...given, day }),
    ['/api/figures', '/api/ledger', '/api/today'],
    {
      onSuccess: ({ lapsesOn }) => {
        form.resetFields();
        void message.success(say('typed.saved', { day: sayDay(lapsesOn, language) }));
      },
    },
  );
  return (
    <section className="section" aria-labelledby="type-value">
      <h2 id="type-value">{say('typed.title')}</h2>
      <p className="grey">{say('typed.hint', { days: figure.statement.silentAfterDays })}</p>
      <Problem error={save.error} />
      <Form<Given>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="form-row"
        onFinish={({ value, source }) => save.mutate({ value, source })}
      >
        <div className="field">
          <span className="field-label">{say('typed.day')}</span>
          <DayPicker
            label={say('typed.day')}
            value={day}
            to={dayjs(today).format('YYYY-MM-DD')}
            onChange={(chosen) => setDay(chosen ?? today)}
          />
        </div>
        <Form.Item name="value" label={say('typed.value', { unit: say(figure.unit) })} rules={[{ required: true }]}>
          <InputNumber min={0} style={{ width: 180 }} />
        </Form.Item>
        <Form.Item
          name="source"
          label={say('typed.source')}
          extra={say('typed.source-hint')}
          rules={[{ required: true, min: 4 }]}
        >
          <Input maxLength={300} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say('typed.save')}
        </Button>
      </Form>
    </section>
  );
}
