import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusal } from '../../../../tests/refusal.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { walkInQuery } from '../faces/walk-in.ts';
import { anybody, counter, DAWN, DAY, type GigMarket, gigMarket } from '../gigs.fixture.ts';
import { checkLicence, claimLicence } from '../workers/licence-commands.ts';
import { placeByHand } from './counter.ts';
import { runBatch } from './run-batch.ts';
import { workerDayQuery } from './worker-day.ts';

let market: GigMarket;
beforeAll(async () => {
  market = await gigMarket();
  market.clock.moveTo(new Date(DAWN));
});
afterAll(() => market.close());

it('a licence counts on the day of the work, not on that of the round', async () => {
  const employer = await market.employer();
  const skills = [{ trade: 'forklift', level: 1 }];
  const worker = await market.worker({ ...anybody, skills });
  const { licence } = await market.run(claimLicence, { worker: worker.id, licence: 'forklift' });
  await market.run(checkLicence, { licence, holds: true, expiresOn: DAY });
  const tomorrow = await market.order(employer, { trade: 'forklift', day: addDays(DAY, 1) });
  const offered = async () =>
    (await market.ask(workerDayQuery, { worker: worker.id }, worker.actor)).offers.map(({ order }) => order.id);

  await runBatch(market.kernel, market.district, market.station);
  expect(await offered()).toEqual([]);
  const { rows } = await market.ask(walkInQuery, { station: market.station, worker: worker.id });
  expect(rows).toEqual([]);
  const byHand = { station: market.station, worker: worker.id, order: tomorrow.id, reason: '老板点名' };
  expect(await refusal(market.run(placeByHand, byHand, counter))).toMatchObject({ code: 'gig-condition-licence' });

  const today = await market.order(employer, { trade: 'forklift' });
  await runBatch(market.kernel, market.district, market.station);
  expect(await offered()).toEqual([today.id]);
});
