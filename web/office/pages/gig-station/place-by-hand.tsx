import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { WalkIn, WouldPass } from '../../../../server/modules/gigs/faces/contract.ts';
import type { ShownOrder } from '../../../../server/modules/gigs/orders/contract.ts';
import { sayShortDay } from '../../../shared/day.ts';
import type { Said } from '../../../shared/language.tsx';
import { sayPay } from '../../../shared/say-gig.ts';
import { isWord, useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { Loading, Problem } from '../../parts/notices.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { useKept } from '../../use-kept.ts';
import { type OwnStation, type Post, stationPath } from './use-counter.ts';

type Row = {
  readonly order: ShownOrder;
  readonly kilometres?: number;
  readonly reasons: readonly Said[];
};

/** Why an officer gives out an order past the line; said often, so one tap. */
const usual = ['here', 'no-answer', 'returning', 'hardship'] as const;

/**
 * What somebody could take now, the best first, and giving it to them: always with the reason, which those read who are passed over.
 * Without network the orders of the last reading stand here, and the conditions are looked at when it arrives.
 */
export function PlaceByHand({
  worker,
  number,
  station,
  post,
  onDone,
}: {
  worker: string;
  number: number;
  station: OwnStation;
  post: Post;
  onDone: () => void;
}) {
  const { say, language } = useWords();
  const { message } = App.useApp();
  const found = useKept<WalkIn>(stationPath(station, 'walk-in'), { worker });
  const orders = useKept<{ readonly orders: readonly ShownOrder[] }>(stationPath(station, 'orders'));
  const [chosen, choose] = useState<ShownOrder>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const list = useRef<HTMLFieldSetElement>(null);
  const isBlind = found.data === undefined && Boolean(found.error) && orders.data !== undefined;
  const rows: readonly Row[] | undefined = found.data
    ? found.data.value.rows
    : isBlind
      ? orders.data?.value.orders.filter(({ fill }) => fill.open > 0).map((order) => ({ order, reasons: [] }))
      : undefined;
  // The keyboard goes on where the list is: arrows choose, Tab leads to the reason.
  useEffect(() => {
    if (rows) list.current?.querySelector('input')?.focus();
  }, [rows === undefined]);

  const place = async (reason: string) => {
    if (!chosen) return;
    setBusy(true);
    const about = { what: 'place', number, order: chosen.number };
    const outcome = await post<{ passedOver: number }>(
      stationPath(station, 'placements'),
      { worker, order: chosen.id, reason },
      about,
    );
    setBusy(false);
    if (outcome.is === 'refused') return setError(outcome.error);
    if (outcome.is === 'done') void message.success(say('gig.placed', { n: chosen.number, passed: outcome.answer.passedOver }));
    onDone();
  };

  if (!rows) return found.error ? <Problem error={found.error} retry={() => void found.refetch()} /> : <Loading />;
  return (
    <section className="walk-in" aria-label={say('gig.walk-in')}>
      {isBlind && <p className="problem-note">{say('gig.walk-in-blind')}</p>}
      {rows.length === 0 ? (
        <p>{say('gig.walk-in-none')}</p>
      ) : (
        <fieldset className="walk-in-orders" ref={list}>
          <legend>{say('gig.walk-in-n', { n: rows.length })}</legend>
          {rows.map(({ order, kilometres, reasons }) => (
            <label key={order.id} className="walk-in-order">
              <input type="radio" name="walk-in" checked={chosen?.id === order.id} onChange={() => choose(order)} />
              <span>
                <b>
                  {order.number} {say(order.tradeName)}
                </b>{' '}
                <span className="nowrap">{sayPay(order, say)}</span>
                <span className="walk-in-where">
                  {sayShortDay(order.day, language)} {order.from}–{order.to} · {order.site} ·{' '}
                  {say('gig.seats-left', { n: order.fill.open })}
                  {kilometres !== undefined && ` · ${say('gig.way', { km: kilometres })}`}
                </span>
                {reasons.length > 0 && (
                  <span className="walk-in-why">{reasons.map((reason) => say(reason)).join(say('text.then'))}</span>
                )}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {found.data && found.data.value.barred.length > 0 && (
        <p className="grey">
          {say('gig.barred', {
            why: found.data.value.barred
              .map(({ condition, orders: n }) => {
                const key = `gig.barred.${condition}`;
                return say('gig.barred-one', { n, why: isWord(key) ? say(key) : condition });
              })
              .join(say('text.and')),
          })}
        </p>
      )}
      {chosen ? (
        <Reason
          key={chosen.id}
          order={chosen}
          worker={worker}
          station={station}
          isBusy={isBusy}
          error={error}
          onSend={(reason) => void place(reason)}
          onCancel={onDone}
        />
      ) : (
        <div className="buttons">
          <Button onClick={onDone}>{say('action.cancel')}</Button>
        </div>
      )}
    </section>
  );
}

function Reason({
  order,
  worker,
  station,
  isBusy,
  error,
  onSend,
  onCancel,
}: {
  order: ShownOrder;
  worker: string;
  station: OwnStation;
  isBusy: boolean;
  error: unknown;
  onSend: (reason: string) => void;
  onCancel: () => void;
}) {
  const { say } = useWords();
  const passes = useAsk<WouldPass>(stationPath(station, 'passed-over'), { worker, order: order.id });
  const [usualReason, setUsual] = useState('');
  return (
    <>
      <p role="status" className={passes.data && passes.data.people > 0 ? 'passes' : 'grey'}>
        {passes.data
          ? say(passes.data.people > 0 ? 'gig.passes' : 'gig.passes-none', { n: passes.data.people })
          : passes.error || passes.fetchStatus === 'paused'
            ? say('gig.passes-unknown')
            : '…'}
      </p>
      <TextForm
        key={usualReason}
        label={say('gig.reason')}
        initial={usualReason}
        send={say('gig.place', { n: order.number })}
        most={200}
        isBusy={isBusy}
        error={error}
        onSend={onSend}
        onCancel={onCancel}
      >
        <ul className="chips" aria-label={say('gig.reasons')}>
          {usual.map((one) => (
            <li key={one}>
              <button type="button" className="chip" onClick={() => setUsual(say(`gig.reason-${one}`))}>
                {say(`gig.reason-${one}`)}
              </button>
            </li>
          ))}
        </ul>
      </TextForm>
    </>
  );
}
