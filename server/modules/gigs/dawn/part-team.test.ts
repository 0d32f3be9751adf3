import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { system } from '../../../kernel/actor/actor.ts';
import { messagesWith } from '../day/day.fixture.ts';
import { counter, DAWN, type GigMarket, gigMarket } from '../gigs.fixture.ts';
import { formTeam, joinTeam } from '../workers/teams.ts';
import { acceptOffer, declineOffer, withdrawPlacement } from './answer.ts';
import { checkInAtCounter } from './check-in.ts';
import { lapseOffers } from './lapse.ts';
import { runBatch } from './run-batch.ts';
import { workerDayQuery } from './worker-day.ts';

type Worker = Awaited<ReturnType<GigMarket['worker']>>;

let market: GigMarket;
let employer: Awaited<ReturnType<GigMarket['employer']>>;
beforeAll(async () => {
  market = await gigMarket();
  employer = await market.employer();
});
afterAll(() => market.close());
beforeEach(() => market.clock.moveTo(new Date(DAWN)));

const dayOf = ({ id, actor }: Worker) => market.ask(workerDayQuery, { worker: id }, actor);
const offerOf = async (worker: Worker) => (await dayOf(worker)).offers[0];
const stateOf = async (worker: Worker) => (await offerOf(worker))?.state;
const told = async (site: string, words: string) =>
  (await messagesWith(market, words)).filter((body) => body.includes(`“${site}”`)).length;
const [STOPS, STANDS] = ['这个活不再等您答复', '您答应的还算数'];

/** A team of three, each with an offer of one order. */
async function offered(site: string) {
  const workers = [await market.worker(), await market.worker(), await market.worker()] as const;
  const [first, ...others] = workers;
  const { code } = await market.run(formTeam, { worker: first.id }, first.actor);
  for (const { id, actor } of others) await market.run(joinTeam, { worker: id, code }, actor);
  await market.order(employer, { seats: 3, site });
  await runBatch(market.kernel, market.district, market.station);
  for (const worker of workers) expect(await offerOf(worker)).toMatchObject({ together: 3, order: { site } });
  const answer = async (worker: Worker, isYes: boolean) => {
    const offer = (await offerOf(worker))?.id ?? '';
    if (isYes) await market.run(acceptOffer, { offer }, worker.actor);
    else await market.run(declineOffer, { offer, reason: 'hours' }, worker.actor);
    return offer;
  };
  return { workers, answer };
}

it('when one of a team says no, nobody of it is waited for any more, and whoever said yes keeps the work and hears of it', async () => {
  const site = '说不的仓';
  const { workers, answer } = await offered(site);
  const [yes, no, silent] = workers;
  await answer(yes, true);
  await answer(no, false);
  expect([await stateOf(yes), await stateOf(no), await stateOf(silent)]).toEqual(['accepted', 'declined', 'withdrawn']);
  expect((await dayOf(yes)).placements).toMatchObject([{ state: 'placed' }]);
  expect([await told(site, STOPS), await told(site, STANDS)]).toEqual([1, 1]);
});

it('when one says nothing until it is too late, those who said yes hear of it once', async () => {
  const site = '不说的仓';
  const { workers, answer } = await offered(site);
  await answer(workers[0], true);
  market.clock.moveTo(new Date(Date.parse(DAWN) + 20 * 60_000));
  await market.run(lapseOffers, {}, system('gigs'));
  expect([await stateOf(workers[1]), await stateOf(workers[2])]).toEqual(['lapsed', 'lapsed']);
  expect([await told(site, STOPS), await told(site, STANDS)]).toEqual([0, 1]);
});

it('when one who agreed cannot come, the others who agreed hear of it', async () => {
  const site = '去不了的仓';
  const { workers, answer } = await offered(site);
  const placement = await answer(workers[0], true);
  await answer(workers[1], true);
  await answer(workers[2], true);
  await market.run(withdrawPlacement, { placement, reason: '家里有事' }, workers[0].actor);
  expect([await told(site, STOPS), await told(site, STANDS)]).toEqual([0, 2]);
});

it('while one of a team has an offer to answer, the others are offered nothing alone', async () => {
  // A trade of their own: what was left of other orders is not for them.
  const sewing = { skills: [{ trade: 'sewing', level: 1 }] };
  const [first, late] = [await market.worker(sewing), await market.worker(sewing, { checkIn: false })];
  const { code } = await market.run(formTeam, { worker: first.id }, first.actor);
  await market.run(joinTeam, { worker: late.id, code }, late.actor);
  await market.order(employer, { seats: 1, site: '先来的仓', trade: 'sewing' });
  await runBatch(market.kernel, market.district, market.station);
  const offer = await offerOf(first);
  expect(offer, 'alone, and nothing is said of a team').toMatchObject({ together: null, order: { site: '先来的仓' } });
  await market.run(checkInAtCounter, { station: market.station, worker: late.id }, counter);
  await market.order(employer, { seats: 2, site: '后来的仓', trade: 'sewing' });
  await runBatch(market.kernel, market.district, market.station);
  expect(await offerOf(late)).toBeUndefined();
  await market.run(declineOffer, { offer: offer?.id ?? '', reason: 'other' }, first.actor);
  market.clock.moveTo(new Date(Date.parse(DAWN) + 60_000));
  await runBatch(market.kernel, market.district, market.station);
  for (const worker of [first, late]) expect(await offerOf(worker)).toMatchObject({ together: 2, order: { site: '后来的仓' } });
});

it('says nothing of teams to those who go alone', async () => {
  const worker = await market.worker();
  await market.order(employer, { seats: 2 });
  await runBatch(market.kernel, market.district, market.station);
  const offer = await offerOf(worker);
  expect(offer).toMatchObject({ together: null });
  const before = await messagesWith(market, '结伴的一位');
  await market.run(declineOffer, { offer: offer?.id ?? '', reason: 'hours' }, worker.actor);
  expect(await messagesWith(market, '结伴的一位')).toEqual(before);
});
