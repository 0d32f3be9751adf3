import { App, Button } from 'antd';
import { useState } from 'react';
import type { WorkerDay } from '../../../../server/modules/gigs/dawn/contract.ts';
import { sayShortDay } from '../../../shared/day.ts';
import { sayPay, timeAt } from '../../../shared/say-gig.ts';
import { useWords } from '../../../shared/words/index.ts';
import { Problem } from '../../parts/notices.tsx';
import { useKept } from '../../use-kept.ts';
import type { Post } from './use-counter.ts';

/** Why somebody turns an offer down: the server’s own list. */
const reasons = ['too-far', 'pay-too-low', 'hours', 'trade', 'employer', 'found-other', 'going-home', 'other'] as const;

/** What somebody has been offered and not answered: said at the counter by whoever has no telephone. */
export function Offer({ worker, number, post }: { worker: string; number: number; post: Post }) {
  const { say, language } = useWords();
  const { message } = App.useApp();
  const day = useKept<WorkerDay>(`/api/gig-workers/${worker}/day`, {}, { every: 10_000 });
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const offer = day.data?.value.offers.find(({ state }) => state === 'offered');
  if (!offer) return null;
  const { order } = offer;
  const answer = async (what: 'accept' | 'decline', reason?: string) => {
    setBusy(true);
    const body = { at: new Date().toISOString(), ...(reason ? { reason } : {}) };
    const outcome = await post(`/api/gig-offers/${offer.id}/${what}`, body, { what, number, order: order.number });
    setBusy(false);
    setError(outcome.is === 'refused' ? outcome.error : undefined);
    if (outcome.is === 'done') void message.success(say(what === 'accept' ? 'gig.offer-accepted' : 'gig.offer-declined'));
  };
  return (
    <section className="found" aria-label={say('gig.offer')}>
      <p>
        <b>{say('gig.offer-of', { n: order.number, trade: say(order.tradeName) })}</b> {sayPay(order, say)}
        <span className="walk-in-where">
          {sayShortDay(order.day, language)} {order.from}–{order.to} · {order.employerName} · {order.site}
        </span>
        <span className="walk-in-where">
          {say(order.isInsured ? 'station.insured' : 'station.uninsured')} ·{' '}
          {say('gig.offer-until', { time: timeAt(Date.parse(offer.answerBy)) })}
        </span>
      </p>
      <Problem error={error} />
      <div className="buttons">
        <Button type="primary" loading={isBusy} onClick={() => void answer('accept')}>
          {say('gig.offer-accept')}
        </Button>
        <label className="filter">
          <span className="unseen">{say('gig.offer-decline')}</span>
          <select
            className="native"
            value=""
            disabled={isBusy}
            onChange={(event) => event.target.value && void answer('decline', event.target.value)}
          >
            <option value="">{say('gig.offer-decline')}</option>
            {reasons.map((reason) => (
              <option key={reason} value={reason}>
                {say(`gig.decline.${reason}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </section>
  );
}
