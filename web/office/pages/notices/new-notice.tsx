import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button, Form, Input, InputNumber } from 'antd';
import type { Ledger } from '../../../../server/modules/figures/contract.ts';
import type { MeasurePlan } from '../../../../server/modules/plans/contract.ts';
import type { Rules, Step } from '../../../../server/modules/supervision/contract.ts';
import { change } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { holds, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { milestoneReadings } from '../../parts/milestone-readings.ts';
import { Problem } from '../../parts/notices.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';

type Given = {
  readonly measure: string;
  readonly unit: string;
  readonly step: Exclude<Step, 'reminder'>;
  readonly instruction: string;
  readonly instructedBy: string;
  readonly termWorkingDays: number;
};

const steps = ['urge', 'notice', 'talk'] as const;

/** 督办 by hand: a leader's instruction to one unit of one task. */
export function NewNoticePage() {
  const { say } = useWords();
  const me = useSignedIn();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Given>();
  const ledger = useAsk<Ledger>('/api/ledger');
  const rules = useAsk<Rules>('/api/supervision/rules');
  const measure = Form.useWatch('measure', form);
  const plan = useAsk<MeasurePlan>(`/api/measures/${measure}/plan`, {}, { enabled: Boolean(measure) });
  const raise = useChange(
    ({ measure: no, ...given }: Given) => change<{ notice: string }>('POST', '/api/notices', { measure: Number(no), ...given }),
    milestoneReadings,
    {
      onSuccess: async ({ notice }) => {
        void message.success(say('new-notice.sent'));
        await navigate({ to: '/notices/$notice', params: { notice } });
      },
    },
  );
  const needed = { required: true, message: say('new-notice.missing') };
  const termOf = (step: Step) => rules.data?.content.steps[step].termWorkingDays ?? 5;
  return (
    <div className="page narrow">
      <Heading
        title={say('new-notice.title')}
        above={<Link to="/notices">{say('notices.title')}</Link>}
        lead={say('new-notice.lead')}
      />
      <Form<Given>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          measure: '',
          unit: '',
          step: 'notice',
          termWorkingDays: 5,
          instructedBy: holds(me, 'leader') ? (me?.name ?? '') : '',
        }}
        onFinish={raise.mutate}
      >
        <Form.Item name="measure" label={say('new-notice.measure')} rules={[needed]}>
          <select className="native native-wide" onChange={() => form.setFieldValue('unit', '')}>
            <option value="" />
            {ledger.data?.measures.map(({ no, title }) => (
              <option key={no} value={no}>
                {say('plan.of', { no, title: say(title) })}
              </option>
            ))}
          </select>
        </Form.Item>
        <Form.Item
          name="unit"
          label={say('new-notice.unit')}
          rules={[needed]}
          {...(measure ? {} : { extra: say('new-notice.unit-first') })}
        >
          <UnitField units={plan.data?.units ?? []} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="step" label={say('new-notice.step')}>
            <select
              className="native native-wide"
              onChange={(event) => form.setFieldValue('termWorkingDays', termOf(event.target.value as Step))} // reason: the options below are exactly these
            >
              {steps.map((step) => (
                <option key={step} value={step}>
                  {say(`step.${step}`)}
                </option>
              ))}
            </select>
          </Form.Item>
          <Form.Item name="termWorkingDays" label={say('new-notice.term')} rules={[needed]}>
            <InputNumber min={1} max={60} precision={0} />
          </Form.Item>
        </div>
        <Form.Item
          name="instruction"
          label={say('new-notice.instruction')}
          rules={[needed, { min: 4, message: say('new-notice.too-short') }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
        </Form.Item>
        <Form.Item name="instructedBy" label={say('new-notice.instructed-by')} rules={[needed]}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Problem error={raise.error} />
        <Button type="primary" htmlType="submit" loading={raise.isPending}>
          {say('new-notice.send')}
        </Button>
      </Form>
    </div>
  );
}

/** `Form.Item` gives what a field needs. */
function UnitField({
  units,
  id,
  value = '',
  onChange = () => {},
}: {
  units: MeasurePlan['units'];
  id?: string;
  value?: string;
  onChange?: (unit: string) => void;
}) {
  return <UnitSelect units={units} value={value} onChange={onChange} {...(id ? { id } : {})} />;
}
