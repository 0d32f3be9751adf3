import { acceptOffer } from '../dawn/answer.ts';
import { offersTo } from '../dawn/offers.fixture.ts';
import type { GigMarket } from '../gigs.fixture.ts';
import { endShift, startShift } from './shift.ts';
import { siteCode } from './site-code.ts';

export type TestWorker = Awaited<ReturnType<GigMarket['worker']>>;
export type TestEmployer = Awaited<ReturnType<GigMarket['employer']>>;

export const beijing = (time: string, day = '2026-06-18') => new Date(`${day}T${time}:00+08:00`);
export const iso = (time: string, day?: string) => beijing(time, day).toISOString();

/** Offered and accepted. Answers the placement. */
export async function placedIn(market: GigMarket, order: string, worker: TestWorker): Promise<string> {
  const [offer] = await offersTo(market, order, [worker.id]);
  const { placement } = await market.run(acceptOffer, { offer }, worker.actor);
  return placement;
}

export const codeOf = (market: GigMarket, order: string, what: 'start' | 'end') =>
  siteCode(market.kernel.services.seal, market.district, order, what);

/** Begins and ends by the site's codes, as ordered unless told otherwise. */
export async function worksIn(
  market: GigMarket,
  order: string,
  placement: string,
  worker: TestWorker,
  { from = '07:00', to = '16:00' } = {},
): Promise<void> {
  market.clock.moveTo(beijing(from));
  await market.run(startShift, { placement, code: codeOf(market, order, 'start') }, worker.actor);
  market.clock.moveTo(beijing(to));
  await market.run(endShift, { placement, code: codeOf(market, order, 'end') }, worker.actor);
}

/** What was sent to people and holds these words. */
export async function messagesWith(market: GigMarket, words: string): Promise<string[]> {
  const { client, end } = await market.rows();
  const { rows } = await client.query<{ body: string }>('SELECT body FROM message WHERE strpos(body, $1) > 0 ORDER BY id', [
    words,
  ]);
  await end();
  return rows.map(({ body }) => body);
}

/** Person-times counted, by service. */
export async function countedBy(market: GigMarket): Promise<Record<string, number>> {
  await market.counted();
  const { client, end } = await market.rows();
  const { rows } = await client.query<{ variant: string; n: string }>(
    "SELECT variant, sum(quantity) AS n FROM fact_rollup WHERE kind = 'gig.served' AND grain = 'D' GROUP BY variant HAVING sum(quantity) <> 0",
  );
  await end();
  return Object.fromEntries(rows.map(({ variant, n }) => [variant, Number(n)]));
}
