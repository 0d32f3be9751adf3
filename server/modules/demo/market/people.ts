import type { Actor } from '../../../kernel/actor/actor.ts';
import { execute, type Kernel } from '../../../kernel/command/run.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { syntheticCreditCode, syntheticIdNumber, syntheticMobile } from '../../../kernel/identifier/synthetic.ts';
import { registerEmployer, verifyEmployer } from '../../employers/module.ts';
import { claimLicence, joinMarket, openStation } from '../../gigs/module.ts';
import { registerResident } from '../../residents/module.ts';
import { officeActor } from '../loop/people.ts';
import { companyName, personName } from '../story/names.ts';
import type { Chance } from '../story/world.ts';

/** Whoever tries the demonstration signs in on the portal with these: a day worker, and the manager of the first employer. */
export const DEMO_WORKER = '19900000001';
export const DEMO_EMPLOYER = '19900000002';

export type MarketEmployer = { readonly id: string; readonly manager: string };
export type MarketStation = { readonly id: string; readonly town: string };
export type People = {
  /** The market first, then the small station of another town. Workers belong to neither. */
  readonly stations: readonly [MarketStation, MarketStation];
  readonly workers: readonly string[];
  readonly employers: readonly MarketEmployer[];
  readonly towns: readonly string[];
};

const WORKERS = 36;
const EMPLOYERS = 5;

export const counterActor = (town: string): Actor => ({
  kind: 'staff',
  id: 'demonstration-station',
  name: '演示窗口',
  grants: [{ role: 'station-officer', area: town }],
});
export const asResident = (id: string) =>
  ({ kind: 'resident', id, name: '', grants: [{ role: 'resident', person: id }] }) as const satisfies Actor;
export const asEmployer = ({ id, manager }: MarketEmployer): Actor => {
  const self = asResident(manager);
  return { ...self, grants: [...self.grants, { role: 'employer', employer: id, as: 'manager' }] };
};

const trades = ['loading', 'sorting', 'picking', 'packing', 'cleaning', 'gardening', 'building', 'assembly'] as const;

const claimed: readonly (string | undefined)[] = [undefined, 'forklift', 'health'];

const desks = {
  'first-aid': '进门左手第一间',
  'lost-wage': '3 号窗口',
  'legal-aid': '4 号窗口',
  'training-desk': '二楼 201',
  'advice-desk': '1 号窗口',
};

const openings = [
  { name: { zh: '马驹桥零工市场', en: 'Majuqiao gig market' }, address: '演示路1号（演示）', desks },
  {
    name: { zh: '张家湾零工站', en: 'Zhangjiawan gig station' },
    address: '演示街8号（演示）',
    desks: { 'first-aid': '服务台', 'advice-desk': '服务台' },
  },
] as const;

/** The market in Majuqiao and a small station in Zhangjiawan, the people who joined and the employers who order there. */
export async function settlePeople(
  kernel: Kernel,
  { district, towns: [town, otherTown] }: { readonly district: string; readonly towns: readonly [string, string] },
  chance: Chance,
): Promise<People> {
  const call = { district, actor: officeActor };
  const counter = { district, actor: counterActor(town) };
  const towns = await townsOf(kernel, district);
  const open = async (area: string, at: 0 | 1): Promise<MarketStation> => {
    const hours = { opensAt: '04:00', closesAt: '20:00', roundMinutes: 5, answerMinutes: 10 };
    const given = { ...openings[at], area, telephone: '010-00000000', ...hours };
    const key = at === 0 ? 'market-station' : 'market-other-station';
    const { station } = await execute(kernel, openStation, given, { ...call, key });
    return { id: station, town: area };
  };
  const stations = [await open(town, 0), await open(otherTown, 1)] as const;
  const workers: string[] = [];
  for (let at = 0; at < WORKERS; at += 1) {
    const idNumber = syntheticIdNumber(chance.next, { bornFrom: '1966-01-01', bornUntil: '2006-12-31' });
    const mobile = at === 0 ? DEMO_WORKER : syntheticMobile(chance.next);
    const person = { name: personName(chance), idNumber, mobile };
    const { resident } = await execute(kernel, registerResident, person, { ...counter, key: `market-worker-${at}` });
    const payFloor = chance.integer(15, 22) * 1000;
    const skills = [...new Set([chance.pick(trades), chance.pick(trades), 'loading'])];
    const profile = {
      skills: skills.map((trade) => ({ trade, level: chance.integer(0, 3) })),
      startArea: chance.isTrue(0.6) ? town : chance.pick(towns),
      radiusKm: chance.integer(8, 25),
      payFloor,
      payWish: payFloor + chance.integer(1, 5) * 1000,
      shifts: chance.isTrue(0.5) ? ['morning', 'midday'] : ['morning', 'midday', 'evening'],
    };
    await execute(kernel, joinMarket, { worker: resident, profile }, { ...counter, key: `market-join-${at}` });
    // Two have said that they hold a licence, for the counter to look at.
    const licence = claimed[at];
    if (licence) await execute(kernel, claimLicence, { worker: resident, licence }, { ...counter, key: `market-licence-${at}` });
    workers.push(resident);
  }
  const employers: MarketEmployer[] = [];
  for (let at = 0; at < EMPLOYERS; at += 1) {
    const mobile = at === 0 ? DEMO_EMPLOYER : syntheticMobile(chance.next);
    const manager = { name: personName(chance), mobile };
    const { resident } = await execute(kernel, registerResident, manager, { ...counter, key: `market-manager-${at}` });
    const given = { name: companyName(chance, at + 70_000), creditCode: syntheticCreditCode(chance.next) };
    const { employer } = await execute(kernel, registerEmployer, given, {
      district,
      actor: asResident(resident),
      key: `market-employer-${at}`,
    });
    await execute(kernel, verifyEmployer, { employer }, { ...counter, key: `market-verified-${at}` });
    employers.push({ id: employer, manager: resident });
  }
  return { stations, workers, employers, towns };
}

const townsOf = (kernel: Kernel, district: string): Promise<string[]> =>
  inDistrict(
    kernel.database,
    district,
    async ({ client }) => {
      const { rows } = await client.query<{ code: string }>(
        "SELECT code FROM area WHERE district = $1 AND level = 'town' AND latitude IS NOT NULL ORDER BY code",
        [district],
      );
      return rows.map(({ code }) => code);
    },
    'read',
  );
