import { randomInt } from 'node:crypto';
import pg from 'pg';
import type { TSchema } from 'typebox';
import { type Actor, system } from '../server/kernel/actor/actor.ts';
import { today } from '../server/kernel/clock.ts';
import type { Command } from '../server/kernel/command/command.ts';
import { ask, execute } from '../server/kernel/command/run.ts';
import { syntheticCreditCode, syntheticMobile } from '../server/kernel/identifier/synthetic.ts';
import { addDays, dayOf } from '../server/kernel/term/day.ts';
import { registerEmployer, verifyEmployer } from '../server/modules/employers/module.ts';
import { noteComplaint } from '../server/modules/gigs/complaints/desk.ts';
import { openComplaint } from '../server/modules/gigs/complaints/open.ts';
import { stationCodeQuery } from '../server/modules/gigs/dawn/board.ts';
import { checkInAtCounter } from '../server/modules/gigs/dawn/check-in.ts';
import { placeByHand } from '../server/modules/gigs/dawn/counter.ts';
import { keepBatch } from '../server/modules/gigs/dawn/keep-batch.ts';
import { siteCode } from '../server/modules/gigs/day/site-code.ts';
import { easyWork } from '../server/modules/gigs/gigs.fixture.ts';
import { openStation } from '../server/modules/gigs/market/station-commands.ts';
import { postOrders } from '../server/modules/gigs/orders/commands.ts';
import type { OrderWork } from '../server/modules/gigs/orders/contract.ts';
import { timeOf } from '../server/modules/gigs/shifts.ts';
import { registerResident } from '../server/modules/residents/module.ts';
import type { WholeHouse } from './house.ts';
import { staff } from './kernel.ts';

const random = () => randomInt(0, 2 ** 31) / 2 ** 31;

/** A gig station in a whole house, open at any hour, and an employer with work for tomorrow. Commands all the way. */
export async function openMarket({ kernel, district, town, urls }: WholeHouse) {
  const counter: Actor = { kind: 'staff', id: 'counter', name: '窗口甲', grants: [{ role: 'station-officer', area: town }] };
  const run = <S extends TSchema, Answer>(command: Command<S, Answer>, input: unknown, actor: Actor = counter): Promise<Answer> =>
    execute(kernel, command, input, { district, actor });
  const { station } = await run(
    openStation,
    {
      name: { zh: '马驹桥零工市场', en: 'Majuqiao gig market' },
      address: '马驹桥镇兴华大街1号',
      area: town,
      telephone: '010-60500000',
      opensAt: '00:01',
      closesAt: '00:00',
      roundMinutes: 60, // the rounds of a test are its own
      answerMinutes: 60,
    },
    staff({ role: 'programme-office' }),
  );
  const { path } = await ask(kernel, stationCodeQuery, { station }, { district, actor: counter });
  const { resident } = await run(registerResident, { name: '测试经理', mobile: syntheticMobile(random) });
  const self: Actor = { kind: 'resident', id: resident, name: '', grants: [{ role: 'resident', person: resident }] };
  const { employer } = await run(registerEmployer, { name: '云澜物流有限公司', creditCode: syntheticCreditCode(random) }, self);
  await run(verifyEmployer, { employer });
  const manager: Actor = { ...self, grants: [...self.grants, { role: 'employer', employer, as: 'manager' }] };
  const day = today(kernel.clock);

  return {
    station,
    /** What the screen shows: `/s/<code>?d=<token>`. */
    path,
    mobile: () => syntheticMobile(random),
    checkIn: (worker: string) => run(checkInAtCounter, { station, worker }),
    placeByHand: (worker: string, order: string, reason: string) => run(placeByHand, { station, worker, order, reason }),
    /** What a worker says at the counter, and the counter's note on it. */
    async complaint(worker: string): Promise<string> {
      const given = { worker, station, about: 'fee', text: '门口有人收介绍费' };
      const { complaint } = await run(openComplaint, given);
      await run(noteComplaint, { complaint, text: '已去门口看过，问了三个人' });
      return complaint;
    },
    async order(given: Partial<OrderWork> & { seats?: number; site?: string; day?: string } = {}): Promise<string> {
      const { seats = 1, site = '云澜一号仓', day: on = addDays(day, 1), ...work } = given;
      const sites = [{ site, area: town, seats }];
      const { orders } = await run(postOrders, { employer, station, work: { ...easyWork, ...work }, sites, days: [on] }, manager);
      return orders[0]?.id ?? '';
    },
    /** An order that begins in ten minutes and lasts two hours. */
    soon(given: Partial<OrderWork> = {}): Promise<string> {
      const [startsAt, endsAt] = [10, 130].map((minutes) => new Date(kernel.clock.now().getTime() + minutes * 60_000));
      if (!startsAt || !endsAt) throw new TypeError('two times were asked for');
      return this.order({ startsAt: timeOf(startsAt), endsAt: timeOf(endsAt), day: dayOf(startsAt), breakMinutes: 0, ...given });
    },
    /** What the foreman's phone shows at the site. */
    siteCode: (order: string, what: 'start' | 'end') => siteCode(kernel.services.seal, district, order, what),
    /** The employer's side. */
    asEmployer: <S extends TSchema, Answer>(command: Command<S, Answer>, input: unknown) => run(command, input, manager),
    employer,
    /** A round of matching that comes to this: an offer, or the reason why there was none. */
    async round(
      matches: readonly { worker: string; order: string }[],
      unmatched: readonly { worker: string; code: string; params?: Readonly<Record<string, unknown>> }[] = [],
    ) {
      const { offered } = await run(
        keepBatch,
        {
          ...{ station, day, at: kernel.clock.now().toISOString(), salt: 'test', policy: 'test', input: '' },
          ...{
            inputHash: '00',
            outputHash: '00',
            rung: 'cold',
            steps: 0,
            isProven: true,
            workers: 1,
            seats: 1,
            filled: 1,
            cost: 0,
          },
          ...{ bound: { filled: 1, cost: 0 }, milliseconds: 1, fairness: {} },
          matches: matches.map((match) => ({
            ...match,
            cost: 1,
            parts: { reasons: [{ code: 'near', params: { minutes: 12, km: 2.4 } }] },
          })),
          unmatched: unmatched.map((one) => ({ params: {}, ...one })),
        },
        system('gigs'),
      );
      return offered.map(({ offer }) => offer);
    },
    /** The tables themselves, past every rule: to look whether a promise held. */
    async rows<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
      const client = new pg.Client({ connectionString: urls.ownerUrl });
      await client.connect();
      try {
        await client.query('SELECT set_config($1, $2, false)', ['app.district', district]);
        return (await client.query<Row>(sql, [...values])).rows;
      } finally {
        await client.end();
      }
    },
  };
}
export type Market = Awaited<ReturnType<typeof openMarket>>;

/** What somebody fills in who joins: trades, then terms. */
export const joining = (town: string) => ({
  'trade-loading': '1',
  'level-loading': '2',
  'trade-sorting': '1',
  'level-sorting': '1',
  startArea: town,
  radiusKm: '20',
  'shift-morning': '1',
  'shift-midday': '1',
  shiftWish: 'morning',
  payFloor: '180',
  payWish: '240',
});
