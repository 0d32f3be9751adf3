import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../../../tests/refusal.ts';
import { codeOf as siteCodeOf } from '../day/day.fixture.ts';
import { endShift, startShift } from '../day/shift.ts';
import { walkInQuery } from '../faces/walk-in.ts';
import { DAWN, type GigMarket, gigMarket } from '../gigs.fixture.ts';
import { matchBatch } from '../matching/ladder.ts';
import { effortOf, freezeOutput, thaw } from '../matching/replay.ts';
import { acceptOffer, declineOffer } from './answer.ts';
import { wantMore } from './check-in.ts';
import { placeByHand } from './counter.ts';
import { stillPossible } from './keep-batch.ts';
import { runBatch } from './run-batch.ts';
import { workerDayQuery } from './worker-day.ts';

let market: GigMarket;
beforeAll(async () => {
  market = await gigMarket();
});
afterAll(() => market.close());

const round = () => runBatch(market.kernel, market.district, market.station);
const dayOf = (worker: Awaited<ReturnType<GigMarket['worker']>>) =>
  market.ask(workerDayQuery, { worker: worker.id }, worker.actor);

describe('a round', () => {
  it('does nothing where nobody waits', async () => {
    expect(await round()).toBeUndefined();
  });

  it('offers what there is, says why to whoever gets nothing, and keeps the promise in the next', async () => {
    const employer = await market.employer();
    const [one, two, welder] = [
      await market.worker(),
      await market.worker(),
      await market.worker({ skills: [{ trade: 'sewing', level: 2 }] }),
    ];
    await market.order(employer, { seats: 1 });
    expect(await round()).toMatchObject({ number: 1, offers: 1 });
    const days = await Promise.all([one, two, welder].map(dayOf));
    const offered = days.filter(({ offers }) => offers.length === 1);
    expect(offered).toHaveLength(1);
    expect(offered[0]?.offers[0]?.reasons.length).toBeGreaterThan(0);
    const taken = days.slice(0, 2).find(({ offers }) => offers.length === 0);
    expect(taken?.checkIn?.why?.said.zh).toContain('2');
    expect(days[2]?.checkIn?.why?.said.zh).toContain('工种');
    // The open offer holds its seat: a second round offers it to nobody else.
    market.clock.moveTo(new Date(market.clock.now().getTime() + 60_000));
    expect(await round()).toMatchObject({ number: 2, offers: 0 });
    const holder = offered[0]?.worker === one.id ? one : two;
    const offer = offered[0]?.offers[0]?.id ?? '';
    await market.run(declineOffer, { offer, reason: 'pay-too-low' }, holder.actor);
    // Declined: the next round asks the other, and not the same again.
    market.clock.moveTo(new Date(market.clock.now().getTime() + 60_000));
    expect(await round()).toMatchObject({ offers: 1 });
    const other = holder === one ? two : one;
    expect((await dayOf(other)).offers[0]?.state).toBe('offered');
    expect((await dayOf(holder)).offers.map(({ state }) => state)).toEqual(['declined']);
    await market.run(acceptOffer, { offer: (await dayOf(other)).offers[0]?.id }, other.actor);
  });

  it('never gives the same order to somebody who has worked it, and left early', async () => {
    const employer = await market.employer('重复派工有限公司');
    const digger = await market.worker({ skills: [{ trade: 'gardening', level: 1 }] });
    const order = await market.order(employer, {
      trade: 'gardening',
      seats: 9,
      startsAt: '05:30',
      endsAt: '09:00',
      breakMinutes: 0,
    });
    await round();
    const [offer] = (await dayOf(digger)).offers;
    await market.run(acceptOffer, { offer: offer?.id }, digger.actor);
    market.clock.moveTo(new Date(DAWN.replace('04:30', '04:45')));
    const code = (what: 'start' | 'end') => siteCodeOf(market, order.id, what);
    await market.run(startShift, { placement: offer?.id, code: code('start') }, digger.actor);
    market.clock.moveTo(new Date(DAWN.replace('04:30', '05:20')));
    market.clock.moveTo(new Date(DAWN.replace('04:30', '05:10')));
    await market.run(endShift, { placement: offer?.id, code: code('end'), ending: 'left-early' }, digger.actor);
    await market.run(wantMore, { worker: digger.id, more: true }, digger.actor);
    expect(await round()).toMatchObject({ offers: 0 });
    expect((await dayOf(digger)).checkIn?.why?.said.zh).toContain('已经去过了');
    const { rows } = await market.ask(walkInQuery, { station: market.station, worker: digger.id });
    expect(rows).toEqual([]);
    const byHand = { station: market.station, worker: digger.id, order: order.id, reason: '再去一次' };
    expect(await refusal(market.run(placeByHand, byHand))).toMatchObject({ code: 'gig-worked-already' });
  });

  it('comes to the same when it is run again from what it had frozen', async () => {
    const { client, end } = await market.rows();
    const { rows } = await client.query<{ input: Buffer; input_hash: Buffer; output_hash: Buffer; rung: 'cold'; steps: number }>(
      'SELECT input, input_hash, output_hash, rung, steps FROM gig_batch ORDER BY number',
    );
    await end();
    expect(rows.length).toBeGreaterThan(2);
    for (const { input, input_hash, output_hash, rung } of rows) {
      const again = matchBatch(
        thaw({ bytes: input, sha256: input_hash.toString('hex') }),
        effortOf({ rung, isProven: true, steps: 0 }),
      );
      expect(freezeOutput(again).sha256).toBe(output_hash.toString('hex'));
    }
  });
});

describe('what may still be offered', () => {
  const match = (worker: string, order: string, team?: string) => ({
    worker,
    order,
    cost: 1,
    parts: {},
    ...(team ? { team } : {}),
  });

  it('leaves out who is no longer free, orders that filled meanwhile, and teams of which one cannot go', () => {
    const matches = [
      match('a', 'x'),
      match('b', 'x'),
      match('c', 'y', 't'),
      match('d', 'y', 't'),
      match('e', 'z', 'u'),
      match('f', 'z', 'u'),
    ];
    const kept = stillPossible(
      matches,
      new Set(['a', 'b', 'c', 'd', 'e']),
      new Map([
        ['x', 1],
        ['y', 2],
        ['z', 2],
      ]),
      new Set(),
    );
    expect(kept.map(({ worker }) => worker)).toEqual(['a', 'c', 'd']);
  });
});
