import type { Reading } from '../../../kernel/command/query.ts';
import { type Said, say } from '../../../kernel/i18n/said.ts';
import type { PlacementState } from '../dawn/placement-store.ts';
import { shippedTrades } from '../market/trades.ts';
import { timeOf } from '../shifts.ts';
import { todayWords, mineWords as words } from '../words/pages-today.ts';
import { dayText } from './written.ts';

/**
 * How it stands with a worker now, for their own page: an offer to answer, work that is agreed, the line. Whoever has nothing of it
 * today and acts for an employer comes here for that.
 */
export async function nowOfWorker({ transaction, today, actor }: Reading, worker: string): Promise<Said | undefined> {
  const { client, district } = transaction;
  const { rows } = await client.query<{
    answer_by: Date | null;
    number: number | null;
    work: { state: PlacementState; day: string; trade: string; startsAt: string } | null;
  }>(
    `SELECT (SELECT min(f.answer_by) FROM gig_offer f WHERE f.district = $1 AND f.worker = $2 AND f.state = 'offered') AS answer_by,
       (SELECT c.number FROM gig_check_in c WHERE c.district = $1 AND c.worker = $2 AND c.day = $3::date AND c.left_at IS NULL) AS number,
       (SELECT jsonb_build_object('state', p.state, 'day', o.day, 'trade', o.trade, 'startsAt', o.starts_at)
        FROM gig_placement p JOIN gig_order o ON o.district = $1 AND o.id = p."order"
        WHERE p.district = $1 AND p.worker = $2 AND p.day >= $3::date AND p.state IN ('placed', 'started')
        ORDER BY p.starts_at LIMIT 1) AS work
     FROM gig_worker w WHERE w.district = $1 AND w.id = $2 AND NOT w.paused`,
    [district, worker, today],
  );
  const [now] = rows;
  if (!now) return undefined;
  if (now.answer_by) return filled(words.offer, { time: timeOf(now.answer_by) });
  if (now.work) {
    const { state, day, trade, startsAt } = now.work;
    const name = shippedTrades().find(trade)?.name ?? { zh: trade, en: trade };
    const time = timeOf(new Date(startsAt));
    const inLanguage = (language: 'zh' | 'en') =>
      say(state === 'started' ? words.atWork : words.agreed, language, {
        day: dayText(day, today, language),
        time,
        trade: say(name, language),
      });
    return { zh: inLanguage('zh'), en: inLanguage('en') };
  }
  if (now.number !== null) return filled(words.inLine, { number: now.number });
  return actor.kind === 'resident' && actor.grants.some(({ role }) => role === 'employer') ? undefined : todayWords.notIn;
}

const filled = (text: Said, params: Readonly<Record<string, string | number>>): Said => ({
  zh: say(text, 'zh', params),
  en: say(text, 'en', params),
});
