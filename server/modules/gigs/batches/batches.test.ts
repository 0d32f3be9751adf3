import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff } from '../../../../tests/kernel.ts';
import { refusal } from '../../../../tests/refusal.ts';
import type { Actor } from '../../../kernel/actor/actor.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { acceptOffer } from '../dawn/answer.ts';
import { boardQuery } from '../dawn/board.ts';
import { runBatch } from '../dawn/run-batch.ts';
import { workerDayQuery } from '../dawn/worker-day.ts';
import { beijing, type TestWorker } from '../day/day.fixture.ts';
import type { FairnessMonth } from '../fairness/contract.ts';
import { fairnessQuery, fairnessSummaryQuery, threeMorningsQuery } from '../fairness/queries.ts';
import { aStation, counter, DAY, type GigMarket, gigMarket, office } from '../gigs.fixture.ts';
import { openStation } from '../market/station-commands.ts';
import { publishedFairnessRules } from '../matching/fairness-rules.ts';
import { publishedPolicies } from '../matching/policy.ts';
import { setRule } from '../rules/commands.ts';
import { recordService } from '../services/commands.ts';
import { gigTasks } from '../tasks.ts';
import { batchesQuery, batchQuery, replayBatchQuery } from './queries.ts';
import { verdictOf } from './replay-batch.ts';

const evaluator = staff({ role: 'evaluator' });
const elsewhere: Actor = { kind: 'staff', id: 'else', name: '别处', grants: [{ role: 'station-officer', area: '110112001000' }] };

let market: GigMarket;
let workers: TestWorker[];
let batch: string;
/** Eight in the line, three of them over 60; work for four; those over 60 have waited four mornings. */
beforeAll(async () => {
  market = await gigMarket();
  const [shipped] = publishedFairnessRules();
  const says = { zh: '两人起公布。', en: 'Groups of two and more are published.' };
  const own = { ...shipped, version: 'two', smallestShown: 2, says };
  await market.run(setRule, { kind: 'fairness', from: DAY, content: own, reason: '站小，两人起公布' }, office);
  const employer = await market.employer();
  workers = [];
  for (let at = 0; at < 8; at += 1)
    workers.push(
      await market.worker(at === 7 ? { skills: [{ trade: 'sewing', level: 1 }] } : {}, { born: at < 3 ? 1964 : 1990 }),
    );
  const { client, end } = await market.rows();
  await client.query('UPDATE gig_check_in SET mornings = 4 WHERE worker = ANY($1::uuid[])', [
    workers.slice(0, 3).map(({ id }) => id),
  ]);
  await end();
  await market.order(employer, { seats: 4 });
  market.clock.moveTo(beijing('04:50'));
  batch = (await runBatch(market.kernel, market.district, market.station))?.batch ?? '';
});
afterAll(() => market.close());

const look = (actor: Actor = counter) => market.ask(batchQuery, { batch }, actor);
const replay = (actor: Actor = counter) => market.ask(replayBatchQuery, { batch }, actor);

describe('a round that was', () => {
  it('is listed with what it came to, and says that it is proven', async () => {
    const { batches, day } = await market.ask(batchesQuery, { station: market.station }, counter);
    expect(day).toBe(DAY);
    expect(batches).toMatchObject([
      { id: batch, number: 1, rung: 'cold', isProven: true, bound: null, workers: 8, seats: 4, filled: 4, written: 4 },
    ]);
    expect((await market.ask(batchesQuery, { station: market.station, day: '2026-06-17' }, evaluator)).batches).toEqual([]);
  });

  it('shows everybody with the reason, masked to its own counter and by number to whoever evaluates', async () => {
    const seen = await look();
    expect(seen).toMatchObject({ isWhole: true, stationName: { zh: '马驹桥零工市场' }, more: { matches: 0, unmatched: 0 } });
    expect(seen.falls).toEqual([]);
    expect(seen.matches).toHaveLength(4);
    expect(seen.unmatched).toHaveLength(4);
    for (const one of seen.matches) {
      expect(one).toMatchObject({ order: 1, site: '示例仓库', isOffered: true, name: expect.stringContaining('*') });
      expect(one.why.length).toBeGreaterThan(0);
    }
    const sewing = seen.unmatched.find(({ workerNumber }) => workerNumber === workers[7]?.number);
    expect(sewing?.why.zh).toContain('工种');
    const plain = await look(evaluator);
    expect([...plain.matches, ...plain.unmatched].map(({ line }) => line).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const one of [...plain.matches, ...plain.unmatched]) expect(one).toMatchObject({ name: null, workerNumber: null });
    expect(JSON.stringify(plain)).not.toContain(String(workers[0]?.id));
    expect(await refusal(look(elsewhere))).toMatchObject({ code: 'not-found' });
  });

  it('keeps the number that somebody had in it, wherever they stand since', async () => {
    const { client, end } = await market.rows();
    await client.query('UPDATE gig_check_in SET number = 70 WHERE worker = $1', [workers[7]?.id]);
    await end();
    expect((await look()).unmatched.find(({ workerNumber }) => workerNumber === workers[7]?.number)?.line).toBe(8);
  });

  it('comes to the same when it is run again, and says what the rule of three mornings did', async () => {
    // One at a time: of two at once the second is sent away.
    const [first, second] = await Promise.allSettled([replay(evaluator), replay(evaluator)]);
    expect([first.status, second.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    const again = first.status === 'fulfilled' ? first.value : second.status === 'fulfilled' ? second.value : undefined;
    expect(again).toMatchObject({
      verdict: 'same',
      differs: [],
      effect: { people: 3, matched: 3, allMatched: 4, isProven: true },
    });
    expect(again?.outputHashNow).toBe((await look()).outputHash);
  });

  it('tells other words from other places, and refuses what was touched', async () => {
    const { client, end } = await market.rows();
    const kept = (await client.query<{ output: Buffer; output_hash: Buffer }>('SELECT output, output_hash FROM gig_batch'))
      .rows[0];
    if (!kept) throw new Error('a batch was kept');
    const output = JSON.parse(gunzipSync(kept.output).toString());
    const keep = async (changed: object | null, hash?: Buffer) => {
      const json = Buffer.from(JSON.stringify(changed));
      await client.query('UPDATE gig_batch SET output = $1, output_hash = $2', [
        changed && gzipSync(json),
        hash ?? createHash('sha256').update(json).digest(),
      ]);
    };
    await keep({ ...output, unmatched: [] });
    expect(await replay()).toMatchObject({ verdict: 'words', differs: ['unmatched'] });
    expect(verdictOf(false, ['matched', 'pairs'])).toBe('other');
    expect(verdictOf(false, null)).toBe('unknown');
    await keep({ ...output, unmatched: [] }, kept.output_hash);
    expect(await refusal(replay())).toMatchObject({ code: 'gig-batch-touched' });
    await keep(null, kept.output_hash);
    const remains = await look();
    expect(remains).toMatchObject({ isWhole: false });
    expect(remains.matches).toHaveLength(4);
    expect(remains.unmatched).toHaveLength(4);
    await client.query('UPDATE gig_batch SET output = $1, output_hash = $2', [kept.output, kept.output_hash]);
    await end();
    expect(await refusal(market.ask(batchQuery, { batch: market.station }, counter))).toMatchObject({ code: 'not-found' });
  });
});

describe('fairness', () => {
  const older = ({ fairness }: Pick<FairnessMonth, 'fairness'>) => fairness.groups.find(({ group }) => group === 'older');

  it('is measured with every round, and hides whom there are too few of', async () => {
    const { fairness } = await look();
    expect(fairness).toMatchObject({ rules: 'two', fillRate: 1, all: { people: 8, matched: 4, matchRate: 0.5, medianWait: 20 } });
    expect(older({ fairness: fairness ?? (await month()).fairness })?.figures).toMatchObject({ people: 3, matched: 3 });
    // All eight joined today: there is nobody to be compared with.
    expect(fairness?.groups.find(({ group }) => group === 'newcomers')?.figures).toBeNull();
  });

  const month = (given: object = {}, actor: Actor = evaluator) => market.ask(fairnessQuery, given, actor);

  it('of a month counts work however it came, from the check-in to the work', async () => {
    expect((await month()).fairness.all).toMatchObject({ people: 8, matched: 0 });
    for (const { id, actor } of workers) {
      const { offers } = await market.ask(workerDayQuery, { worker: id }, actor);
      if (offers[0]) await market.run(acceptOffer, { offer: offers[0].id }, actor);
    }
    const { fairness, longWait, ...asked } = await month();
    expect(asked).toMatchObject({ month: '2026-06', from: '2026-06-01', to: DAY, station: null });
    expect(fairness).toMatchObject({ fillRate: 1, all: { matched: 4, medianPay: 24_000, p95Wait: 20 } });
    expect(older({ fairness })?.figures).toMatchObject({ people: 3, matchRate: 1 });
    expect(longWait).toEqual({ people: 3, mornings: 3, matched: 3 });
    expect((await month({ station: market.station }, elsewhere)).fairness).toEqual(fairness);
    expect((await month({ month: '2026-05' })).fairness.all).toBeNull();
  });

  it('is published for everybody from the next day on, without what would give somebody away', async () => {
    const published = () => market.ask(fairnessSummaryQuery, {}, { kind: 'visitor' });
    expect(await published()).toBeNull();
    const now = market.clock.now();
    market.clock.moveTo(beijing('00:10', '2026-06-19'));
    const summary = await published();
    expect(summary).toMatchObject({
      month: '2026-06',
      to: DAY,
      countedOn: '2026-06-19',
      smallestShown: 2,
      longWait: { people: 3 },
    });
    expect(JSON.stringify(summary)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    market.clock.moveTo(now);
  });

  it('counts those who waited long like any group: fewer than may be shown are not', async () => {
    const { client, end } = await market.rows();
    const waited = (mornings: number) =>
      client.query('UPDATE gig_check_in SET mornings = $1 WHERE worker = ANY($2::uuid[])', [
        mornings,
        workers.slice(0, 2).map(({ id }) => id),
      ]);
    await waited(1);
    expect((await month()).longWait).toBeNull();
    await waited(4);
    await end();
    expect((await month()).longWait).toMatchObject({ people: 3 });
  });

  it('begins with the month of the first round, at whichever station is asked for', async () => {
    expect((await month()).firstMonth).toBe('2026-06');
    expect((await month({ station: market.station })).firstMonth).toBe('2026-06');
    const name = { zh: '还没开张的站', en: 'A station before its first round' };
    const { station } = await market.run(openStation, aStation(name), office);
    expect(await month({ station })).toMatchObject({ firstMonth: null, fairness: { all: null } });
  });

  it('is counted again for the public while nobody has stood in a line of the day, and then no more', async () => {
    const now = market.clock.now();
    const { client, end } = await market.rows();
    const standOn = (worker: string | undefined, day: string) =>
      client.query('UPDATE gig_check_in SET day = $1 WHERE worker = $2', [day, worker]);
    const people = async (time: string) => {
      market.clock.moveTo(beijing(time, '2026-06-23'));
      return (await market.ask(fairnessSummaryQuery, {}, { kind: 'visitor' }))?.fairness.all?.people;
    };
    const [first, second] = workers.map(({ id }) => id);
    await standOn(first, '2026-07-18');
    expect(await people('03:00')).toBe(7);
    await standOn(first, DAY);
    expect(await people('03:05')).toBe(7);
    expect(await people('03:11')).toBe(8);
    await standOn(second, '2026-06-23');
    expect(await people('03:22')).toBe(7);
    await standOn(second, DAY);
    expect(await people('09:00')).toBe(7);
    await end();
    market.clock.moveTo(now);
  });

  it('is counted for the public once a day', async () => {
    const now = market.clock.now();
    const counted = (day: string) => {
      market.clock.moveTo(beijing('09:00', day));
      return market.ask(fairnessSummaryQuery, {}, { kind: 'visitor' });
    };
    const waited = async (mornings: number) => {
      const { client, end } = await market.rows();
      const older = workers.slice(0, 3).map(({ id }) => id);
      await client.query('UPDATE gig_check_in SET mornings = $1 WHERE worker = ANY($2::uuid[])', [mornings, older]);
      await end();
    };
    const before = await counted('2026-06-20');
    await waited(1);
    expect(await counted('2026-06-20')).toEqual(before);
    expect(await counted('2026-06-21')).toMatchObject({ countedOn: '2026-06-21', longWait: { people: 0 } });
    await waited(4);
    market.clock.moveTo(now);
  });
});

describe('nobody waits three mornings unseen', () => {
  const tasks = (actor: Actor) =>
    inDistrict(
      market.kernel.database,
      market.district,
      (transaction) =>
        gigTasks({ ...market.kernel, transaction, actor, district: market.district, now: market.clock.now(), today: DAY }),
      'read',
    ).then((all) => all.filter(({ code }) => code === 'gig-three-mornings'));

  it('whoever has is named to the counter, counted for others, and a task until somebody sees to them', async () => {
    const seen = await market.ask(threeMorningsQuery, { station: market.station }, counter);
    expect(seen).toMatchObject({ morningsSeen: 3, people: 3, placed: 3, unseen: 0, lastBatch: batch });
    expect(seen.list?.map(({ mornings }) => mornings)).toEqual([4, 4, 4]);
    expect(await tasks(counter)).toEqual([]);

    const late = await market.worker({ skills: [{ trade: 'sewing', level: 1 }] });
    const { client, end } = await market.rows();
    await client.query('UPDATE gig_check_in SET mornings = 3 WHERE worker = $1', [late.id]);
    await end();
    expect(await tasks(counter)).toMatchObject([{ params: { n: 1, mornings: 3 }, urgency: 1 }]);
    expect(await tasks(elsewhere)).toEqual([]);
    const counted = await market.ask(threeMorningsQuery, { station: market.station }, evaluator);
    expect(counted).toMatchObject({ people: 4, unseen: 1, list: null });
    const first = async () => (await market.ask(threeMorningsQuery, { station: market.station }, counter)).list?.[0];
    expect(await first()).toMatchObject({ worker: late.id, isUnseen: true });
    await market.run(recordService, { station: market.station, worker: late.id, desk: 'advice-desk', note: '问了会什么' });
    expect(await first()).toMatchObject({ mornings: 4, isUnseen: false });
    expect(await tasks(counter)).toEqual([]);
    expect((await market.ask(boardQuery, { station: market.station })).waiting).toBeGreaterThan(0);
  });
});

describe('a rule of the district', () => {
  it('keeps its weights within what a match may cost, and its version to itself', async () => {
    const [policy] = publishedPolicies();
    if (!policy) throw new Error('a policy is published');
    const set = (content: object) => market.run(setRule, { kind: 'cost', from: DAY, content, reason: '试行一周' }, office);
    const heavy = { ...policy.terms, travel: { ...policy.terms.travel, largest: 9000 } };
    expect(await refusal(set({ ...policy, version: 'mine', terms: heavy }))).toMatchObject({ code: 'gig-rule-weights' });
    expect(await refusal(set(policy))).toMatchObject({ code: 'gig-rule-version' });
    await set({ ...policy, version: 'mine' });
    expect(await refusal(set({ ...policy, version: 'mine' }))).toMatchObject({ code: 'gig-rule-version' });
  });

  it('does not say one thing and do another: who changes numbers rewrites the sentence, in both languages', async () => {
    const [policy] = publishedPolicies();
    if (!policy) throw new Error('a policy is published');
    const { travel } = policy.terms;
    const set = (given: object) => {
      const content = { ...policy, version: 'nearer', terms: { ...policy.terms, travel: { ...travel, ...given } } };
      return market.run(setRule, { kind: 'cost', from: DAY, content, reason: '试行一周' }, office);
    };
    const said = { code: 'gig-rule-says', params: { at: 'terms.travel' } };
    expect(await refusal(set({ largest: 2500 }))).toMatchObject(said);
    expect(await refusal(set({ largest: 2500, says: { ...travel.says, zh: '路上时间：最多记2500分。' } }))).toMatchObject(said);
    await set({ largest: 2500, says: { zh: '路上时间：最多记2500分。', en: 'Travel time: at most 2,500 points.' } });
  });
});
