import { randomInt } from 'node:crypto';
import pg from 'pg';
import type { TSchema } from 'typebox';
import { staff, testKernel } from '../../../tests/kernel.ts';
import type { Actor } from '../../kernel/actor/actor.ts';
import { clockAt } from '../../kernel/clock.ts';
import type { Command } from '../../kernel/command/command.ts';
import type { Query } from '../../kernel/command/query.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { foldFacts } from '../../kernel/fact/fold.ts';
import { syntheticCreditCode, syntheticIdNumber, syntheticMobile } from '../../kernel/identifier/synthetic.ts';
import { createNotify } from '../../kernel/notify/notify.ts';
import { registerEmployer, verifyEmployer } from '../employers/module.ts';
import { recordKinds } from '../records/module.ts';
import { registerResident } from '../residents/module.ts';
import { checkInAtCounter } from './dawn/check-in.ts';
import { openStation } from './market/station-commands.ts';
import { postOrders } from './orders/commands.ts';
import type { OrderWork } from './orders/contract.ts';
import type { WorkerProfile } from './workers/contract.ts';
import { joinMarket } from './workers/join.ts';

export const DISTRICT = '110112';
export const TOWN = '110112109000';
export const office = staff({ role: 'programme-office' });
export const counter: Actor = { kind: 'staff', id: 'counter', name: '窗口甲', grants: [{ role: 'station-officer', area: TOWN }] };

/** A morning of the market's tests: a Thursday, half past four in Beijing. */
export const DAWN = '2026-06-18T04:30:00+08:00';
export const DAY = '2026-06-18';

const random = () => randomInt(0, 2 ** 31) / 2 ** 31;

/** One station in Majuqiao on a dawn, and short ways to people, employers and orders. Commands all the way, no rows by hand. */
export async function gigMarket() {
  const clock = clockAt(new Date(DAWN));
  // Messages stay in the house, where a test can read them.
  const notify = createNotify({ mode: 'demo', publicAddress: 'http://leye.test', addressOf: async () => undefined });
  const test = await testKernel(recordKinds, { clock, services: { notify } });
  const { kernel, urls } = test;
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  await owner.query(`SET app.district = '${DISTRICT}'`);
  await owner.query('UPDATE area SET longitude = 116.56, latitude = 39.75 WHERE code = $1', [TOWN]);
  await owner.query("UPDATE area SET longitude = 116.66, latitude = 39.9 WHERE code = '110112001000'");
  await owner.end();
  const run = <S extends TSchema, Answer>(
    command: Command<S, Answer>,
    input: unknown,
    actor: Actor = counter,
    key?: string,
  ): Promise<Answer> => execute(kernel, command, input, { district: DISTRICT, actor, ...(key === undefined ? {} : { key }) });
  const { station } = await run(openStation, aStation({ zh: '马驹桥零工市场', en: 'Majuqiao gig market' }), office);
  return {
    ...test,
    clock,
    station,
    run,
    ask: <S extends TSchema, Answer>(query: Query<S, Answer>, input: unknown, actor: Actor = counter): Promise<Answer> =>
      ask(kernel, query, input, { district: DISTRICT, actor }),
    /** A person at the counter, registered and in the market; checks in unless told otherwise. */
    async worker(profile: Partial<WorkerProfile> = {}, options: { checkIn?: boolean; born?: number } = {}) {
      const born = String(options.born ?? 1988);
      const idNumber = syntheticIdNumber(random, { bornFrom: `${born}-01-01`, bornUntil: `${born}-12-31` });
      const mobile = syntheticMobile(random);
      const { resident } = await run(registerResident, { name: '测试工友', mobile, idNumber });
      const { card, number } = await run(joinMarket, { worker: resident, profile: { ...anybody, ...profile } });
      if (options.checkIn !== false) await run(checkInAtCounter, { station, worker: resident });
      return { id: resident, card, number, mobile, idNumber, actor: asResident(resident) };
    },
    /** A verified employer and whoever acts for it. */
    async employer(name = '示例物流有限公司') {
      const { resident } = await run(registerResident, { name: '测试经理', mobile: syntheticMobile(random) });
      const self = asResident(resident);
      const { employer } = await run(registerEmployer, { name, creditCode: syntheticCreditCode(random) }, self);
      await run(verifyEmployer, { employer }, counter);
      const manager: Actor = { ...self, grants: [...self.grants, { role: 'employer', employer, as: 'manager' }] };
      return { id: employer, manager };
    },
    /** One order of an employer today, an easy one unless told otherwise. */
    async order(
      employer: { id: string; manager: Actor },
      given: Partial<OrderWork> & { seats?: number; site?: string; day?: string } = {},
    ) {
      const { seats = 1, site = '示例仓库', day = DAY, ...work } = given;
      const { orders } = await run(
        postOrders,
        {
          employer: employer.id,
          station,
          work: { ...easyWork, ...work },
          sites: [{ site, area: TOWN, seats }],
          days: [day],
        },
        employer.manager,
      );
      const [order] = orders;
      if (!order) throw new Error('an order was posted');
      return order;
    },
    /** The tables themselves, past every rule: to look whether a promise held. */
    async rows() {
      const client = new pg.Client({ connectionString: urls.ownerUrl });
      await client.connect();
      await client.query(`SET app.district = '${DISTRICT}'`);
      return { client, end: () => client.end() };
    },
    async counted(kind = 'gig.served') {
      await foldFacts(kernel.database, DISTRICT);
      return await inDistrict(
        kernel.database,
        DISTRICT,
        async ({ client }) => {
          const { rows } = await client.query<{ n: string }>(
            "SELECT coalesce(sum(quantity), 0) AS n FROM fact_rollup WHERE kind = $1 AND grain = 'D'",
            [kind],
          );
          return Number(rows[0]?.n ?? 0);
        },
        'read',
      );
    },
  };
}
export type GigMarket = Awaited<ReturnType<typeof gigMarket>>;

const asResident = (id: string) =>
  ({ kind: 'resident', id, name: '', grants: [{ role: 'resident', person: id }] }) as const satisfies Actor;

/** What opens a station in the town. */
export const aStation = (name: { zh: string; en: string }) => ({
  name,
  address: '示例路1号',
  area: TOWN,
  telephone: '010-00000000',
  opensAt: '04:00',
  closesAt: '20:00',
  roundMinutes: 1,
  answerMinutes: 10,
});

/** Takes most work, near the station. */
export const anybody: WorkerProfile = {
  skills: [{ trade: 'loading', level: 1 }],
  startArea: TOWN,
  radiusKm: 20,
  payFloor: 10_000,
  payWish: 20_000,
  shifts: ['morning', 'midday', 'evening', 'night'],
};

export const easyWork = {
  trade: 'loading',
  level: 0,
  startsAt: '07:00',
  endsAt: '16:00',
  breakMinutes: 60,
  payBy: 'day',
  pay: 24_000,
  paidWithinDays: 0,
  insurance: 'none',
  meals: true,
  transport: 'bus-from-station',
  outdoors: false,
  meetingPoint: '站前广场3号',
  bring: '身份证',
} as const satisfies OrderWork;
