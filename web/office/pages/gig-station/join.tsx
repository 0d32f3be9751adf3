import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { TradeList } from '../../../../server/modules/gigs/faces/contract.ts';
import type { ResidentShown } from '../../../../server/modules/residents/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import { useTowns } from '../../places.ts';
import { CardToHand, type Handed } from './card.tsx';
import type { OwnStation } from './use-counter.ts';
import { type Given, type Shift, shifts, useJoin } from './use-join.ts';

const levels = [0, 1, 2, 3] as const;
/** What most people of a town's market say; each can be put otherwise. */
const USUAL = { radiusKm: 20, payFloor: 120, payWish: 220 };

/** Whoever is new to the market: who they are, what they can do and what they would take, in one form. Their card is shown once. */
export function Join({
  resident,
  typed,
  station,
  onJoined,
  onOnlyHere,
}: {
  resident: ResidentShown | null;
  typed: string;
  station: OwnStation;
  onJoined: (worker: string, name: string) => void;
  /** They stand in no line: something is settled for them and no more. */
  onOnlyHere: (worker: string) => void;
}) {
  const { say } = useWords();
  const [form] = Form.useForm<Given>();
  const towns = useTowns();
  const trades = useAsk<TradeList>('/api/gig-trades').data?.trades ?? [];
  const [taken, setTaken] = useState<readonly Shift[]>(shifts);
  const join = useJoin(resident, taken);
  if (join.data) {
    const { worker, name } = join.data;
    return <Joined joined={join.data} onGoOn={() => onJoined(worker, name)} onOnlyHere={() => onOnlyHere(worker)} />;
  }
  const missing = [{ required: true, whitespace: true, message: say('enter.required') }];
  const whole = [{ pattern: /^\d{1,4}$/, message: say('enter.whole-number') }];
  const tradeSelect = (
    <select className="native native-wide">
      <option value="">{say('enter.choose')}</option>
      {trades.map(({ code, name }) => (
        <option key={code} value={code}>
          {say(name)}
        </option>
      ))}
    </select>
  );
  const levelSelect = (
    <select className="native native-wide">
      {levels.map((level) => (
        <option key={level} value={level}>
          {say(`gig.level-${level}`)}
        </option>
      ))}
    </select>
  );
  return (
    <Form<Given>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="join"
      disabled={join.isPending}
      onFinish={join.mutate}
      onValuesChange={() => join.error && join.reset()}
    >
      <p className="grey">{resident ? say('gig.join-known', { name: resident.name ?? '' }) : say('gig.join-new')}</p>
      {!resident && (
        <>
          <Form.Item name="name" label={say('gig.name')} rules={missing} initialValue="">
            <Input autoComplete="off" maxLength={60} />
          </Form.Item>
          <Form.Item name="mobile" label={say('gig.mobile')} initialValue={typed.length === 11 ? typed : ''}>
            <Input autoComplete="off" inputMode="tel" maxLength={20} />
          </Form.Item>
          <Form.Item
            name="idNumber"
            label={say('gig.id-number')}
            extra={say('gig.id-number-why')}
            initialValue={typed.length >= 15 ? typed : ''}
          >
            <Input autoComplete="off" maxLength={20} />
          </Form.Item>
        </>
      )}
      <div className="join-pair">
        <Form.Item name="trade" label={say('gig.trade')} rules={missing} initialValue="">
          {tradeSelect}
        </Form.Item>
        <Form.Item name="level" label={say('gig.level')} initialValue="1">
          {levelSelect}
        </Form.Item>
        <Form.Item name="second" label={say('gig.second-trade')} initialValue="">
          {tradeSelect}
        </Form.Item>
        <Form.Item name="secondLevel" label={say('gig.second-level')} initialValue="1">
          {levelSelect}
        </Form.Item>
      </div>
      <div className="join-pair">
        <Form.Item name="area" label={say('gig.start')} initialValue={station.town}>
          <select className="native native-wide">
            {towns.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </Form.Item>
        <Form.Item name="radiusKm" label={say('gig.radius-km')} rules={whole} initialValue={String(USUAL.radiusKm)}>
          <Input inputMode="numeric" maxLength={2} />
        </Form.Item>
        <Form.Item name="payFloor" label={say('gig.pay-floor')} rules={whole} initialValue={String(USUAL.payFloor)}>
          <Input inputMode="numeric" maxLength={4} />
        </Form.Item>
        <Form.Item name="payWish" label={say('gig.pay-hope')} rules={whole} initialValue={String(USUAL.payWish)}>
          <Input inputMode="numeric" maxLength={4} />
        </Form.Item>
      </div>
      <fieldset className="join-shifts">
        <legend>{say('gig.shifts')}</legend>
        {shifts.map((shift) => (
          <label key={shift} className="filter">
            <input
              type="checkbox"
              checked={taken.includes(shift)}
              onChange={(event) => setTaken(event.target.checked ? [...taken, shift] : taken.filter((one) => one !== shift))}
            />
            <span>{say(`gig.shift-${shift}`)}</span>
          </label>
        ))}
      </fieldset>
      <Problem error={join.error} />
      <Button type="primary" htmlType="submit" loading={join.isPending} disabled={taken.length === 0}>
        {say('gig.join')}
      </Button>
    </Form>
  );
}

function Joined({ joined, onGoOn, onOnlyHere }: { joined: Handed; onGoOn: () => void; onOnlyHere: () => void }) {
  const { say } = useWords();
  return (
    <div className="worker-card" role="status">
      <p>{say('gig.joined')}</p>
      <CardToHand handed={joined} />
      <div className="buttons">
        <Button type="primary" autoFocus onClick={onGoOn}>
          {say('gig.check-in-joined')}
        </Button>
        <Button onClick={onOnlyHere}>{say('gig.only-here')}</Button>
        {joined.card && <Button onClick={() => window.print()}>{say('gig.card-print')}</Button>}
      </div>
    </div>
  );
}
