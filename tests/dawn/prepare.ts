import path from 'node:path';
import { Type } from 'typebox';
import { readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/database-access.ts';
import { openHouse } from '../../server/house.ts';
import { type Actor, system } from '../../server/kernel/actor/actor.ts';
import { allowSystem } from '../../server/kernel/actor/permission.ts';
import { command } from '../../server/kernel/command/command.ts';
import { execute, type Kernel } from '../../server/kernel/command/run.ts';
import { inDistrict } from '../../server/kernel/database/transaction.ts';
import { syntheticCreditCode, syntheticIdNumber } from '../../server/kernel/identifier/synthetic.ts';
import { dayOf } from '../../server/kernel/term/day.ts';
import { endStory } from '../../server/modules/demo/module.ts';
import { chanceOf } from '../../server/modules/demo/story/world.ts';
import { registerEmployer, verifyEmployer } from '../../server/modules/employers/module.ts';
import { joinMarket, openStation, postOrders, shippedTrades, stationToken, timeOf } from '../../server/modules/gigs/module.ts';
import { citiesFolder, establishCity } from '../../server/modules/programme/module.ts';
import { sendRecord } from '../../server/modules/records/module.ts';
import { openSession, registerResident, sessionCookie } from '../../server/modules/residents/module.ts';
import { environment } from '../faults/leye.ts';
import { gigRow } from '../faults/writers.ts';

export const DISTRICT = '110112';

export type DawnWorker = { readonly id: string; readonly cookie: string };
export type Dawn = {
  readonly station: string;
  readonly stationCode: string;
  readonly token: string;
  readonly day: string;
  readonly workers: readonly DawnWorker[];
  readonly seats: number;
};
export type DawnSize = { readonly workers: number; readonly orders: number; readonly employers: number; readonly seed: number };

const office: Actor = { kind: 'staff', id: 'dawn-office', name: '演练', grants: [{ role: 'programme-office' }] };

/** Sessions as the sign-in makes them, without five thousand text messages. */
const openSessions = command({
  name: 'dawn.open-sessions',
  input: Type.Object({ residents: Type.Array(Type.String()) }),
  may: allowSystem,
  run: async ({ residents }, work) => {
    const tokens: string[] = [];
    for (const resident of residents) tokens.push(await openSession(work, resident, 'phone'));
    return { tokens };
  },
  keeps: () => null,
});

/**
 * Fills a data folder with a market before its dawn: one station that is open, people who have joined it with a session each, and the
 * orders of the day, all through the commands that people use. Trades, places, pay and shifts are drawn with a seed.
 */
export async function prepareDawn(directory: string, size: DawnSize): Promise<Dawn> {
  const config = readConfig(environment(directory, 1));
  const database = await openDatabase(config);
  const house = await openHouse(config, database, { connections: 8 });
  try {
    await establishCity(house.kernel, database.ownerUrl, path.join(citiesFolder, 'tongzhou'));
    const record = { type: 'gig-service', row: gigRow('先有的一条', 99_999_999) };
    await execute(house.kernel, sendRecord, record, { district: DISTRICT, actor: system('dawn') });
    // The year of the demonstration is not told beside a dawn that is measured.
    await execute(house.kernel, endStory, {}, { district: DISTRICT, actor: system('dawn') });
    return await fill(house.kernel, config.publicAddress, size);
  } finally {
    await house.close();
    await database.close();
  }
}

async function fill(kernel: Kernel, publicAddress: string, { workers, orders, employers, seed }: DawnSize): Promise<Dawn> {
  const chance = chanceOf(seed);
  const call = { district: DISTRICT, actor: office };
  const day = dayOf(kernel.clock.now());
  const towns = await townCodes(kernel);
  const { station } = await execute(kernel, openStation, stationOf(chance.pick(towns)), call);
  const people = Array.from({ length: workers }, () => ({
    name: '演练工友',
    idNumber: syntheticIdNumber(chance.next, { bornFrom: '1968-01-01', bornUntil: '2006-12-31' }),
    profile: profileOf(chance, towns),
  }));
  const ids = await inTurns(people, 8, async ({ name, idNumber, profile }) => {
    const { resident } = await execute(kernel, registerResident, { name, idNumber }, call);
    await execute(kernel, joinMarket, { worker: resident, profile }, call).catch(() => {}); // two drew one number: one person
    return resident;
  });
  const known = [...new Set(ids)];
  const { tokens } = await execute(kernel, openSessions, { residents: known }, { district: DISTRICT, actor: system('dawn') });
  const seats = await postAll(kernel, { station, orders, employers, towns, chance });
  const { code } = await stationRow(kernel, station);
  return {
    station,
    stationCode: code,
    token: stationToken(kernel.services.seal, DISTRICT, station, day),
    day,
    workers: known.map((id, at) => ({ id, cookie: sessionCookie(publicAddress, tokens[at] ?? '').split(';', 1)[0] ?? '' })),
    seats,
  };
}

type Chance = ReturnType<typeof chanceOf>;

const stationOf = (area: string) => ({
  name: { zh: '演练零工市场', en: 'Exercise gig market' },
  address: '演练路1号',
  area,
  telephone: '010-00000000',
  opensAt: '00:00',
  closesAt: '23:59',
  roundMinutes: 1,
  answerMinutes: 10,
});

function profileOf(chance: Chance, towns: readonly string[]) {
  const trades = shippedTrades().all.filter(({ licence }) => licence === undefined);
  const skills = [...new Set([trades[0]?.code ?? '', chance.pick(trades).code, chance.pick(trades).code])];
  const payFloor = chance.integer(14, 24) * 1000;
  return {
    skills: skills.map((trade) => ({ trade, level: chance.integer(0, 3) })),
    startArea: chance.pick(towns),
    radiusKm: chance.integer(8, 30),
    payFloor,
    payWish: payFloor + chance.integer(0, 6) * 1000,
    shifts: ['morning', 'midday', 'evening', 'night'],
  };
}

async function postAll(
  kernel: Kernel,
  {
    station,
    orders,
    employers,
    towns,
    chance,
  }: { station: string; orders: number; employers: number; towns: readonly string[]; chance: Chance },
): Promise<number> {
  const trades = shippedTrades().all.filter(({ licence }) => licence === undefined);
  const counter = { district: DISTRICT, actor: office };
  let seats = 0;
  for (let at = 0; at < employers; at += 1) {
    const { resident } = await execute(
      kernel,
      registerResident,
      { name: '演练经理', idNumber: syntheticIdNumber(chance.next, { bornFrom: '1970-01-01', bornUntil: '1995-12-31' }) },
      counter,
    );
    const self: Actor = { kind: 'resident', id: resident, name: '', grants: [{ role: 'resident', person: resident }] };
    const { employer } = await execute(
      kernel,
      registerEmployer,
      { name: `演练用工单位${at + 1}`, creditCode: syntheticCreditCode(chance.next) },
      { district: DISTRICT, actor: self },
    );
    await execute(kernel, verifyEmployer, { employer }, counter);
    for (let order = at; order < orders; order += employers) {
      // Some hours ahead, whenever this runs: a dawn before its work begins.
      const from = new Date(kernel.clock.now().getTime() + chance.integer(3, 6) * 3_600_000);
      const to = new Date(from.getTime() + chance.integer(4, 10) * 3_600_000);
      const wanted = chance.integer(1, 20);
      seats += wanted;
      await execute(
        kernel,
        postOrders,
        {
          employer,
          station,
          work: {
            trade: chance.isTrue(0.4) ? (trades[0]?.code ?? '') : chance.pick(trades).code,
            level: chance.integer(0, 1),
            startsAt: timeOf(from),
            endsAt: timeOf(to),
            breakMinutes: 30,
            payBy: 'day',
            pay: chance.integer(18, 34) * 1000,
            paidWithinDays: 0,
            insurance: 'none',
            meals: true,
            transport: 'own-way',
            outdoors: false,
            meetingPoint: '',
            bring: '',
          },
          sites: [{ site: `演练工地${order + 1}`, area: chance.pick(towns), seats: wanted }],
          days: [dayOf(from)],
        },
        counter,
      );
    }
  }
  return seats;
}

async function townCodes({ database }: Kernel): Promise<string[]> {
  return await inDistrict(
    database,
    DISTRICT,
    async ({ client }) => {
      const { rows } = await client.query<{ code: string }>(
        "SELECT code FROM area WHERE district = $1 AND level = 'town' AND latitude IS NOT NULL ORDER BY code",
        [DISTRICT],
      );
      return rows.map(({ code }) => code);
    },
    'read',
  );
}

async function stationRow({ database }: Kernel, station: string): Promise<{ code: string }> {
  return await inDistrict(
    database,
    DISTRICT,
    async ({ client }) => {
      const { rows } = await client.query<{ code: string }>('SELECT code FROM gig_station WHERE district = $1 AND id = $2', [
        DISTRICT,
        station,
      ]);
      return rows[0] ?? { code: '' };
    },
    'read',
  );
}

/** Works on many at once, answers in order. */
async function inTurns<T, R>(items: readonly T[], width: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let at = next++; at < items.length; at = next++) {
        const item = items[at];
        if (item !== undefined) answers[at] = await work(item);
      }
    }),
  );
  return answers;
}
