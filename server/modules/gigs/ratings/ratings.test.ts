import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../../../tests/refusal.ts';
import { withdrawPlacement } from '../dawn/answer.ts';
import { placeByHand } from '../dawn/counter.ts';
import { workerDayQuery } from '../dawn/worker-day.ts';
import { confirmAttendance } from '../day/confirm.ts';
import { beijing, iso, messagesWith, placedIn, type TestEmployer, type TestWorker } from '../day/day.fixture.ts';
import { workerWagesQuery } from '../day/worker-queries.ts';
import { counter, DAWN, type GigMarket, gigMarket } from '../gigs.fixture.ts';
import { orderQuery } from '../orders/queries.ts';
import { answerAsEmployer, answerAsWorker, appealAsEmployer } from './answer.ts';
import { decideAppeal } from './decide.ts';
import { isInsult } from './harmless.ts';
import { appealsQuery, employerRatingsQuery, workerRatingsQuery } from './queries.ts';
import { rateEmployer, rateWorker } from './rate.ts';
import { shareOf } from './store.ts';

let market: GigMarket;
let employer: TestEmployer;
beforeAll(async () => {
  market = await gigMarket();
});
afterAll(() => market.close());
beforeEach(async () => {
  market.clock.moveTo(new Date(DAWN));
  employer = await market.employer();
});

/** An order that all of them worked. */
async function worked(workers: readonly TestWorker[]): Promise<{ order: string; placements: string[] }> {
  market.clock.moveTo(new Date(DAWN));
  const order = await market.order(employer, { seats: workers.length });
  const placements: string[] = [];
  for (const worker of workers) placements.push(await placedIn(market, order.id, worker));
  market.clock.moveTo(beijing('16:30'));
  const people = placements.map((placement) => ({ placement, came: true, startedAt: iso('07:00'), endedAt: iso('16:00') }));
  await market.run(confirmAttendance, { order: order.id, people }, employer.manager);
  return { order: order.id, placements };
}
const ofEmployer = () => market.ask(employerRatingsQuery, { employer: employer.id }, employer.manager);
const ofWorker = (worker: TestWorker) => market.ask(workerRatingsQuery, { worker: worker.id }, worker.actor);

describe('ratings', () => {
  it('are given once a side, after the shift, and shown without whom they are from', async () => {
    const workers = [await market.worker(), await market.worker(), await market.worker()] as const;
    const early = await market.order(employer, { startsAt: '17:00', endsAt: '20:00', breakMinutes: 0 });
    const later = await placedIn(market, early.id, workers[0]);
    const { placements } = await worked(workers);
    const rate = (at: number, stars: number, text = '') =>
      market.run(rateEmployer, { placement: placements[at], stars, text, neverAgain: false }, workers[at]?.actor);
    expect(
      await refusal(market.run(rateEmployer, { placement: later, stars: 5, neverAgain: false }, workers[0].actor)),
    ).toMatchObject({
      code: 'gig-rating-not-finished',
    });
    await rate(0, 5, '按时给钱');
    await rate(1, 4);
    expect(await refusal(rate(1, 1))).toMatchObject({ code: 'gig-rating-given' });
    expect(await ofEmployer()).toMatchObject({ stars: null, ratings: 2 });
    await rate(2, 2, '没有水喝');
    const shown = await ofEmployer();
    expect(shown).toMatchObject({ stars: 3.7, ratings: 3 });
    const whole = JSON.stringify(shown);
    for (const hidden of [...placements, ...workers.map(({ id }) => id), '2026-06-18']) expect(whole).not.toContain(hidden);
    expect(
      await refusal(market.run(rateWorker, { placement: placements[0], stars: 5, neverAgain: false }, workers[1].actor)),
    ).toMatchObject({
      code: 'forbidden',
    });
    await market.run(rateWorker, { placement: placements[0], stars: 4, text: '手脚快', neverAgain: false }, employer.manager);
    expect((await ofWorker(workers[0])).list).toMatchObject([{ stars: 4, text: '手脚快', month: '2026-06' }]);
    expect((await ofWorker(workers[1])).list).toEqual([]);
  });

  it('are answered once by whom they are about, and removed by an officer they count no more', async () => {
    const workers = [await market.worker(), await market.worker(), await market.worker(), await market.worker()];
    const { placements } = await worked(workers);
    for (const [at, worker] of workers.entries()) {
      const text = at === 0 ? '从来不给水' : '';
      await market.run(
        rateEmployer,
        { placement: placements[at], stars: at === 0 ? 1 : 5, text, neverAgain: false },
        worker.actor,
      );
    }
    const rating = (await ofEmployer()).list.find(({ stars }) => stars === 1)?.rating;
    const text = '那天桶装水就在门口';
    await market.run(answerAsEmployer, { rating, text }, employer.manager);
    expect(await refusal(market.run(answerAsEmployer, { rating, text }, employer.manager))).toMatchObject({
      code: 'gig-rating-answered',
    });
    expect(await refusal(market.run(answerAsWorker, { rating, text }, workers[0]?.actor))).toMatchObject({ code: 'not-found' });
    const stranger = await market.employer('别家有限公司');
    expect(await refusal(market.run(answerAsEmployer, { rating, text }, stranger.manager))).toMatchObject({ code: 'not-found' });
    const decide = { rating, outcome: 'removed', reason: '与现场照片不符' } as const;
    expect(await refusal(market.run(decideAppeal, decide, counter))).toMatchObject({ code: 'gig-rating-no-appeal' });
    await market.run(appealAsEmployer, { rating, why: 'false', text: '有照片为证' }, employer.manager);
    const appeals = async () => (await market.ask(appealsQuery, { station: market.station }, counter)).appeals;
    expect(await appeals()).toMatchObject([{ rating, why: 'false', side: 'worker', stars: 1, answer: text }]);
    expect((await appeals())[0]?.shift).toMatchObject({
      day: '2026-06-18',
      startedAt: beijing('07:00').toISOString(),
      minutesLate: 0,
    });
    expect(await refusal(market.run(decideAppeal, { ...decide, reason: '问过 13912345678' }, counter))).toMatchObject({
      code: 'gig-text-personal',
    });
    await market.run(decideAppeal, decide, counter);
    expect(await appeals()).toEqual([]);
    expect(await messagesWith(market, '您申诉的评价已撤下，不再计分。原因：与现场照片不符')).toHaveLength(1);
    expect(await messagesWith(market, '对方申诉了您写的一条评价')).toHaveLength(1);
    const decided = async () => (await market.ask(appealsQuery, { station: market.station }, counter)).decided;
    expect(await decided()).toMatchObject([{ rating, outcome: 'removed', reason: '与现场照片不符' }]);
    // Whoever wrote it reads under their own shift what was answered, and that it counts no more.
    const own = await market.ask(workerWagesQuery, { worker: workers[0]?.id }, workers[0]?.actor);
    expect(own.shifts[0]?.rating).toMatchObject({ stars: 1, answer: text, removedFor: '与现场照片不符' });
    market.clock.moveTo(new Date('2026-07-20T09:00:00+08:00'));
    expect(await decided()).toEqual([]);
    market.clock.moveTo(beijing('16:30'));
    expect(await ofEmployer()).toMatchObject({ stars: 5, ratings: 3 });
    expect(await refusal(market.run(decideAppeal, { ...decide, outcome: 'stands' }, counter))).toMatchObject({
      code: 'gig-rating-no-appeal',
    });
    const day = await market.ask(workerDayQuery, { worker: workers[1]?.id }, workers[1]?.actor);
    expect(day.placements[0]).toMatchObject({ state: 'finished', isInsured: false });
  });

  it('hold no number and insult nobody', async () => {
    const worker = await market.worker();
    const { placements } = await worked([worker]);
    const rate = (text: string) =>
      market.run(rateEmployer, { placement: placements[0], stars: 1, text, neverAgain: true }, worker.actor);
    expect(await refusal(rate('找 13912345678 要钱'))).toMatchObject({ code: 'gig-text-personal' });
    expect(await refusal(rate('老板是畜生'))).toMatchObject({ code: 'gig-text-insult' });
    await rate('工钱少给，垃圾桶都要我们倒');
  });
});

describe('an insult', () => {
  it.each(['傻 逼', '王八 蛋', '混-蛋', '滚！废物', 'you idiot', 'F*** no: fucking late'])('is found in “%s”', (text) => {
    expect(isInsult(text)).toBe(true);
  });
  it.each(['收垃圾的活太累', '智能分拣线很快', '去死角打扫', '混凝土', 'assessment of the site', '老板人好'])(
    'is not found in “%s”',
    (text) => {
      expect(isInsult(text)).toBe(false);
    },
  );
});

describe('kept promises', () => {
  it('are shown to employers from five on', async () => {
    const worker = await market.worker();
    const { order } = await worked([worker]);
    const people = async () => (await market.ask(orderQuery, { order }, employer.manager)).people;
    expect((await people())[0]?.reliability).toBeNull();
    const { client, end } = await market.rows();
    for (const [state, at] of [
      ['finished', '2026-05-01'],
      ['finished', '2026-05-02'],
      ['no-show', '2026-05-03'],
      ['withdrawn', '2026-05-04'],
      ['withdrawn', '2026-05-05'],
      ['cancelled', '2026-05-06'],
    ])
      await client.query(
        `INSERT INTO gig_placement SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'state', $2::text, 'day', $3::text,
           'ended_at', CASE WHEN $2 = 'finished' THEN p.ended_at END,
           'withdrawn_at', CASE WHEN $3 = '2026-05-04' THEN p.starts_at - interval '5 minutes' WHEN $2 = 'withdrawn' THEN p.starts_at - interval '9 hours' END))).*
         FROM gig_placement p WHERE p.worker = $1 AND p.day = '2026-06-18'`,
        [worker.id, state, at],
      );
    await end();
    // What an officer arranged half an hour before it begins, and is given up at once.
    const arranged = await market.order(employer, { startsAt: '17:00', endsAt: '20:00', breakMinutes: 0 });
    const byHand = { station: market.station, worker: worker.id, order: arranged.id, reason: '单位急着要人' };
    const { placement } = await market.run(placeByHand, byHand);
    await market.run(withdrawPlacement, { placement, reason: '没答应过' }, worker.actor);
    // Three kept, one missed, one given up at the last minute; one given up in time, one called off and one nobody had promised say nothing.
    expect((await people())[0]?.reliability).toEqual({ percent: 60, of: 5 });
  });

  it('are a share between nought and a hundred that grows with each one kept, and nothing from too few', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (kept, broken) => {
        const share = shareOf(kept, broken, 5);
        if (kept + broken < 5) {
          expect(share).toBeNull();
          return;
        }
        expect(share?.percent).toBeGreaterThanOrEqual(0);
        expect(share?.percent).toBeLessThanOrEqual(100);
        expect(shareOf(kept + 1, broken, 5)?.percent ?? 0).toBeGreaterThanOrEqual(share?.percent ?? 0);
        expect(share?.percent === 100).toBe(broken === 0);
      }),
    );
  });
});
