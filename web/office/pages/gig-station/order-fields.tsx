import { Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { TradeList } from '../../../../server/modules/gigs/faces/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useTowns } from '../../places.ts';
import type { OrderGiven } from './order-form.ts';

const levels = [0, 1, 2, 3] as const;
const terms = [0, 1, 7, 15] as const;
const insurances = ['accident', 'work-injury'] as const;
const ways = ['own-way', 'bus-from-station', 'fare-paid'] as const;

/** The fields of an order, but for its days. */
export function OrderFields({ trades }: { trades: TradeList['trades'] }) {
  const { say } = useWords();
  const towns = useTowns();
  const transport = Form.useWatch<OrderGiven['transport']>('transport');
  const missing = [{ required: true, whitespace: true, message: say('enter.required') }];
  const whole = [{ required: true, pattern: /^\d{1,3}$/, message: say('enter.whole-number') }];
  const time = [{ required: true, pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: say('gig.order-time') }];
  const money = [{ required: true, pattern: /^\d{1,5}(\.\d{1,2})?$/, message: say('gig.order-yuan-fault') }];
  const options = (values: readonly (readonly [string | number, string])[]): ReactNode => (
    <select className="native native-wide">
      {values.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
  const choose = ['', say('enter.choose')] as const;
  return (
    <>
      <div className="join-pair">
        <Form.Item name="trade" label={say('gig.order-trade')} rules={missing}>
          {options([choose, ...trades.map(({ code, name }) => [code, say(name)] as const)])}
        </Form.Item>
        <Form.Item name="level" label={say('gig.order-level')}>
          {options(levels.map((level) => [level, say(`gig.level-${level}`)] as const))}
        </Form.Item>
      </div>
      <Form.Item name="site" label={say('gig.order-site')} rules={missing}>
        <Input autoComplete="off" maxLength={80} />
      </Form.Item>
      <div className="join-pair">
        <Form.Item name="area" label={say('gig.order-area')} rules={missing}>
          {options([choose, ...towns.map(({ code, name }) => [code, name] as const)])}
        </Form.Item>
        <Form.Item name="seats" label={say('gig.order-seats')} rules={whole}>
          <Input inputMode="numeric" autoComplete="off" maxLength={3} />
        </Form.Item>
        <Form.Item name="startsAt" label={say('gig.order-starts')} rules={time}>
          <Input autoComplete="off" maxLength={5} />
        </Form.Item>
        <Form.Item name="endsAt" label={say('gig.order-ends')} rules={time} extra={say('gig.order-ends-hint')}>
          <Input autoComplete="off" maxLength={5} />
        </Form.Item>
        <Form.Item name="breakMinutes" label={say('gig.order-break')} rules={whole}>
          <Input inputMode="numeric" autoComplete="off" maxLength={3} />
        </Form.Item>
        <Form.Item name="paidWithinDays" label={say('gig.order-paid')}>
          {options(terms.map((term) => [term, say(`gig.order-paid-${term}`)] as const))}
        </Form.Item>
        <Form.Item name="yuan" label={say('gig.order-yuan')} rules={money}>
          <Input inputMode="decimal" autoComplete="off" maxLength={8} />
        </Form.Item>
        <Form.Item name="payBy" label={say('gig.order-pay-by')}>
          {options([
            ['day', say('gig.order-by-day')],
            ['hour', say('gig.order-by-hour')],
          ])}
        </Form.Item>
        <Form.Item name="insurance" label={say('gig.insurance')}>
          {options([
            ...insurances.map((one) => [one, say(`gig.order-insurance-${one}`)] as const),
            ['none', say('gig.insurance-none')],
          ])}
        </Form.Item>
        <Form.Item name="insurer" label={say('gig.order-insurer')}>
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item name="transport" label={say('gig.order-transport')}>
          {options(ways.map((way) => [way, say(`gig.order-transport-${way}`)] as const))}
        </Form.Item>
        {transport === 'bus-from-station' && (
          <Form.Item name="busLeavesAt" label={say('gig.order-bus')} rules={[{ ...time[0], required: false }]}>
            <Input autoComplete="off" maxLength={5} />
          </Form.Item>
        )}
      </div>
      <Form.Item name="meetingPoint" label={say('gig.order-meeting')}>
        <Input autoComplete="off" maxLength={120} />
      </Form.Item>
      <Form.Item name="bring" label={say('gig.order-bring')}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <div className="buttons">
        <Form.Item name="meals" valuePropName="checked" noStyle>
          <Checkbox>{say('gig.order-meals')}</Checkbox>
        </Form.Item>
        <Form.Item name="outdoors" valuePropName="checked" noStyle>
          <Checkbox>{say('gig.order-outdoors')}</Checkbox>
        </Form.Item>
      </div>
    </>
  );
}
