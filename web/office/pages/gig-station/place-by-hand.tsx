import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { LineEntry } from '../../../../server/modules/gigs/dawn/contract.ts';
import type { WalkIn, WouldPass } from '../../../../server/modules/gigs/faces/contract.ts';
import type { ShownOrder } from '../../../../server/modules/gigs/orders/contract.ts';
import { sayShortDay } from '../../../shared/day.ts';
import type { Said } from '../../../shared/language.tsx';
import { sayPay } from '../../../shared/say-gig.ts';
import { isWord, type Say, useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { Loading, Problem } from '../../parts/notices.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { useKept } from '../../use-kept.ts';
import { type OwnStation, type Post, stationPath } from './use-counter.ts';

type Row = {
  readonly order: ShownOrder;
  readonly kilometres?: number;
  /** Missing without network, and in what an earlier version has kept. */
  readonly notes?: readonly Said[];
  readonly reasons: readonly Said[];
};

/** Why an officer gives out an order past the line; said often, so one tap. */
const usual = ['here', 'no-answer', 'returning', 'hardship'] as const;

/**
 * What somebody could take now, the best first, and giving it to them: always with the reason, which those read who are passed over.
 * Without network the orders of the last reading stand here, in no order of merit, and the conditions are looked at when it arrives.
 */
export function PlaceByHand({
  worker,
  number,
  skills,
  station,
  post,
  onDone,
}: {
  worker: string;
  number: number;
  skills: LineEntry['skills'];
  station: OwnStation;
  post: Post;
  onDone: () => void;
}) {
  const { say, language } = useWords();
  const { message } = App.useApp();
  const found = useKept<WalkIn>(stationPath(station, 'walk-in'), { worker });
  const orders = useKept<{ readonly orders: readonly ShownOrder[] }>(stationPath(station, 'orders'), {}, { every: 5_000 });
  // A round or a colleague gave places out: what is shown here is of before.
  const places = orders.data?.value.orders.map(({ id, fill }) => `${id} ${fill.open}`).join();
  const placesRead = useRef(places);
  useEffect(() => {
    if (placesRead.current !== undefined && places !== placesRead.current) void found.refetch();
    placesRead.current = places;
  }, [places]);
  const [chosen, choose] = useState<ShownOrder>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const list = useRef<HTMLFieldSetElement>(null);
  const isBlind = found.data === undefined && Boolean(found.error) && orders.data !== undefined;
  const rows: readonly Row[] | undefined = found.data
    ? found.data.value.rows
    : isBlind
      ? orders.data?.value.orders
          .filter((order) => mayStillFit(order, skills, Date.now()))
          .map((order) => ({ order, reasons: [] }))
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

  const isQuoted = rows?.some(({ reasons }) => reasons.length > 0) ?? false;

  if (!rows) return found.error ? <Problem error={found.error} retry={() => void found.refetch()} /> : <Loading />;
  return (
    <section className="walk-in" aria-label={say('gig.walk-in')}>
      {isBlind && <p className="problem-note">{say('gig.walk-in-blind')}</p>}
      {rows.length === 0 ? (
        <p>{say(isBlind ? 'gig.walk-in-blind-none' : 'gig.walk-in-none')}</p>
      ) : (
        <fieldset className="walk-in-orders" ref={list}>
          <legend>
            {say(isBlind ? 'gig.walk-in-blind-n' : isQuoted ? 'gig.walk-in-n' : 'gig.walk-in-n-plain', { n: rows.length })}
          </legend>
          {rows.map(({ order, kilometres, notes = [], reasons }) => (
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
                  {kilometres !== undefined && (
                    <>
                      {' '}
                      <span className="nowrap">· {say('gig.way', { km: kilometres })}</span>
                    </>
                  )}
                </span>
                {/* For whoever reads it out, not to be read out. */}
                {notes.map((note) => (
                  <span key={note.en} className="walk-in-note">
                    {say('gig.walk-in-note', { note: say(note) })}
                  </span>
                ))}
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

/** What is known without network: not begun, not full, and of a trade that the worker has at that level. */
function mayStillFit({ fill, startsAt, trade, level }: ShownOrder, skills: LineEntry['skills'], now: number): boolean {
  return fill.open > 0 && Date.parse(startsAt) > now && skills.some((skill) => skill.trade === trade && skill.level >= level);
}

/** How many, and the first of them as the line shows them: numbers with masked names. */
function sayPassed({ people, first }: WouldPass, say: Say): string {
  if (people === 0) return say('gig.passes-none');
  const who = first.map(({ number, name }) => say('gig.passes-one', { number, name })).join(say('text.and'));
  return say(people > first.length ? 'gig.passes-more' : 'gig.passes', { n: people, who });
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
  return (
    <>
      <p role="status" className={passes.data && passes.data.people > 0 ? 'passes' : 'grey'}>
        {passes.data
          ? sayPassed(passes.data, say)
          : passes.error || passes.fetchStatus === 'paused'
            ? say('gig.passes-unknown')
            : '…'}
      </p>
      <TextForm
        label={say('gig.reason')}
        usual={{ label: say('gig.reasons'), texts: usual.map((one) => say(`gig.reason-${one}`)) }}
        send={say('gig.place', { n: order.number })}
        most={200}
        isBusy={isBusy}
        error={error}
        onSend={onSend}
        onCancel={onCancel}
      />
    </>
  );
}
