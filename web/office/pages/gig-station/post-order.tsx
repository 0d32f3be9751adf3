import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { EmployerList, EmployerShown } from '../../../../server/modules/employers/contract.ts';
import type { TradeList } from '../../../../server/modules/gigs/faces/contract.ts';
import type { ShownOrder } from '../../../../server/modules/gigs/orders/contract.ts';
import { change, newKey } from '../../../shared/client.ts';
import { beijingDay, sayShortDay, sayWeekday } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import { OrderFields } from './order-fields.tsx';
import { daysOffered, likelyAgain, type OrderGiven, orderLike, postingOf, usualOrder } from './order-form.ts';
import type { OwnStation } from './use-counter.ts';

type Before = { readonly orders: readonly ShownOrder[]; readonly unpaid: { readonly wages: number; readonly amount: number } };
type Posted = { readonly orders: readonly { readonly number: number; readonly day: string }[] };

/** An order that the counter takes down for an employer on the telephone. */
export function PostOrder({ station, onClose }: { station: OwnStation; onClose: () => void }) {
  const { say } = useWords();
  const [employer, choose] = useState<EmployerShown>();
  return (
    <section className="section order-post" aria-label={say('gig.order-post')}>
      <div className="aside-head">
        <h2>{say('gig.order-post')}</h2>
        <button type="button" className="link-button" onClick={onClose}>
          {say('action.close')}
        </button>
      </div>
      <p className="grey">{say('gig.order-post-lead')}</p>
      {employer ? (
        <OrderOf key={employer.employer} employer={employer} station={station} onOther={() => choose(undefined)} />
      ) : (
        <ChooseEmployer onChoose={choose} />
      )}
    </section>
  );
}

function ChooseEmployer({ onChoose }: { onChoose: (employer: EmployerShown) => void }) {
  const { say } = useWords();
  const [search, setSearch] = useState('');
  const found = useAsk<EmployerList>('/api/employers', { state: 'verified', search }, { enabled: search !== '', keep: true });
  return (
    <>
      <Form layout="vertical">
        <Form.Item label={say('gig.order-employer')} htmlFor="order-employer">
          <Input id="order-employer" autoFocus autoComplete="off" onChange={(event) => setSearch(event.target.value.trim())} />
        </Form.Item>
      </Form>
      <Problem error={found.error} />
      {search !== '' && found.data?.rows.length === 0 && <p className="grey">{say('gig.order-employer-none')}</p>}
      {search !== '' && (
        <ul className="plain rows">
          {found.data?.rows.map((employer) => (
            <li key={employer.employer}>
              <button type="button" className="link-button" onClick={() => onChoose(employer)}>
                {employer.name}
              </button>{' '}
              <span className="grey">{employer.creditCode}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function OrderOf({ employer, station, onOther }: { employer: EmployerShown; station: OwnStation; onOther: () => void }) {
  const { say, language } = useWords();
  const [form] = Form.useForm<OrderGiven>();
  const today = beijingDay(new Date());
  const [days, setDays] = useState<readonly string[]>([]);
  const [isDayless, setDayless] = useState(false);
  const before = useAsk<Before>(`/api/employers/${employer.employer}/gig-orders`);
  const trades = useAsk<TradeList>('/api/gig-trades').data?.trades ?? [];
  // One key a content: sent again after the network failed, it is the same order.
  const sent = useRef<{ readonly text: string; readonly key: string }>(undefined);
  const post = useChange(
    (again: boolean) => {
      const posting = { ...postingOf(form.getFieldsValue(true) as OrderGiven, days, employer.employer, station.id), again }; // reason: antd types what the form holds loosely
      const text = JSON.stringify(posting);
      if (sent.current?.text !== text) sent.current = { text, key: newKey() };
      return change<Posted>('POST', '/api/gig-postings', posting, sent.current.key);
    },
    ['/api/gig', '/api/employers'],
  );
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (post.data || post.error) told.current?.scrollIntoView({ block: 'nearest' });
  }, [post.data, post.error]);
  const submit = (again: boolean) => {
    setDayless(days.length === 0);
    if (days.length > 0) post.mutate(again);
  };
  const isTwice = isRefusal(post.error) && post.error.code === 'gig-order-twice';
  return (
    <>
      <p>
        <b>{employer.name}</b>{' '}
        <button type="button" className="link-button" onClick={onOther}>
          {say('gig.order-employer-other')}
        </button>
      </p>
      {before.data && before.data.unpaid.wages > 0 && (
        <p className="passes">
          {say('gig.order-blocked', { wages: before.data.unpaid.wages, yuan: exact(before.data.unpaid.amount / 100, 2) })}
        </p>
      )}
      <Again
        orders={likelyAgain(before.data?.orders ?? [])}
        onTake={(order) => {
          form.setFieldsValue(orderLike(order));
          post.reset();
        }}
      />
      <Form<OrderGiven>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="join"
        disabled={post.isPending}
        initialValues={usualOrder}
        onFinish={() => submit(false)}
        onFinishFailed={() => setDayless(days.length === 0)}
        onValuesChange={() => post.reset()}
      >
        <OrderFields trades={trades} />
        <fieldset className="join-shifts">
          <legend>{say('gig.order-days')}</legend>
          {daysOffered(today).map((day) => (
            <label key={day} className="filter">
              <input
                type="checkbox"
                checked={days.includes(day)}
                onChange={(event) => {
                  setDays(event.target.checked ? [...days, day] : days.filter((one) => one !== day));
                  setDayless(false);
                  post.reset();
                }}
              />
              <span>{sayWeekday(day, language)}</span>
            </label>
          ))}
        </fieldset>
        {isDayless && (
          <p className="field-fault" role="alert">
            {say('gig.order-days-none')}
          </p>
        )}
        <div ref={told}>
          <Problem error={post.error} />
          {post.data && (
            <Alert
              type="success"
              role="status"
              title={say('gig.order-posted', { numbers: post.data.orders.map(({ number }) => number).join(say('text.and')) })}
            />
          )}
        </div>
        <div className="buttons">
          <Button type="primary" htmlType="submit" loading={post.isPending}>
            {say('gig.order-post')}
          </Button>
          {isTwice && <Button onClick={() => submit(true)}>{say('gig.order-again')}</Button>}
        </div>
      </Form>
    </>
  );
}

function Again({ orders, onTake }: { orders: readonly ShownOrder[]; onTake: (order: ShownOrder) => void }) {
  const { say, language } = useWords();
  if (orders.length === 0) return null;
  return (
    <>
      <p className="grey">{say('gig.order-copy')}</p>
      <ul className="chips" aria-label={say('gig.order-copy')}>
        {orders.map((order) => {
          const { id, day, from, to, tradeName, site, seats } = order;
          const named = { day: sayShortDay(day, language), hours: `${from}–${to}`, trade: say(tradeName), site, n: seats };
          return (
            <li key={id}>
              <button type="button" className="chip" onClick={() => onTake(order)}>
                {say('gig.order-copy-one', named)}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
