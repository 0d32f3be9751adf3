import { system } from '../../../kernel/actor/actor.ts';
import { DAY, type GigMarket } from '../gigs.fixture.ts';
import { keepBatch } from './keep-batch.ts';

/** Offers an order to people as a batch would: what can still be offered is, the rest waits. Answers the offers made. */
export async function offersTo(market: GigMarket, order: string, workers: readonly string[]): Promise<string[]> {
  const { offered } = await market.run(
    keepBatch,
    {
      station: market.station,
      day: DAY,
      at: market.clock.now().toISOString(),
      salt: 'test',
      policy: 'test',
      input: '',
      inputHash: '00',
      outputHash: '00',
      rung: 'cold',
      steps: 0,
      isProven: true,
      workers: workers.length,
      seats: workers.length,
      filled: workers.length,
      cost: 0,
      bound: { filled: workers.length, cost: 0 },
      milliseconds: 1,
      fairness: {},
      matches: workers.map((worker) => ({ worker, order, cost: 1, parts: {} })),
      unmatched: [],
    },
    system('gigs'),
  );
  return offered.map(({ offer }) => offer);
}
