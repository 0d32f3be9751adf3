import { syntheticCreditCode, syntheticIdNumber, syntheticMobile } from '../../../kernel/identifier/synthetic.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { companyName, personName, posts } from './names.ts';
import { daysOfWork, type StoryRow, type World } from './world.ts';

/** Tasks 1, 2 and 14: vacancies, specialists, activities, the gig station. */
export function* vacancies(world: World): Generator<StoryRow> {
  const { chance, towns } = world;
  const employers = Array.from({ length: 260 }, (_, at) => ({
    employer: companyName(chance, at + 1),
    creditCode: syntheticCreditCode(chance.next),
    area: chance.pick(towns).code,
  }));
  const collected = new Set<string>();
  for (const collectedOn of daysOfWork(world, 1520, 1.08)) {
    const { employer, creditCode, area } = chance.pick(employers);
    const title = chance.pick(posts);
    if (collected.has(`${creditCode} ${title} ${collectedOn}`)) continue;
    collected.add(`${creditCode} ${title} ${collectedOn}`);
    const pay = chance.integer(42, 95) * 100;
    yield {
      employer,
      creditCode,
      title,
      headcount: String(chance.integer(4, 50)),
      monthlyPayFrom: String(pay),
      monthlyPayTo: String(pay + chance.integer(5, 30) * 100),
      collectedOn,
      verified: '是',
      area,
    };
  }
}

/** Nearly every community has its specialist; a few posts are empty, and some people have moved on. */
export function* specialists({ chance, villages, from, to }: World): Generator<StoryRow> {
  for (const [at, village] of villages.entries()) {
    if (chance.isTrue(0.035)) continue;
    const start = addDays(from, Math.floor((at / villages.length) * 600) + chance.integer(0, 60));
    if (start > to) continue;
    const left = chance.isTrue(0.04) ? addDays(start, chance.integer(90, 400)) : '';
    yield {
      name: personName(chance),
      phone: syntheticMobile(chance.next),
      community: village.code,
      from: start,
      until: left > to ? '' : left,
      post: chance.isTrue(0.6) ? '专职' : '兼职',
    };
  }
}

const themes = [
  '春风行动',
  '民营企业招聘月',
  '百日千万招聘',
  '金秋招聘月',
  '就业援助月',
  '高校毕业生专场',
  '退役军人专场',
  '女性专场',
  '家政专场',
  '先进制造专场',
];

export function* activities(world: World): Generator<StoryRow> {
  const { chance, towns } = world;
  for (const [at, heldOn] of daysOfWork(world, 292, 1.1).entries()) {
    const isFair = chance.isTrue(0.45);
    const employers = isFair ? chance.integer(15, 60) : chance.integer(3, 12);
    yield {
      name: `${chance.pick(themes)}第${at + 1}场`,
      form: isFair ? '招聘会' : '专场招聘',
      heldOn,
      area: chance.pick(towns).code,
      employers: String(employers),
      openings: String(employers * chance.integer(5, 18)),
      visitors: String(employers * chance.integer(8, 30)),
      intentions: String(employers * chance.integer(1, 5)),
    };
  }
  yield* liveShows(world);
}

/** Two or three live shows a month; in the second spring one month was missed. */
function* liveShows({ chance, from, to }: World): Generator<StoryRow> {
  let serial = 0;
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = addDays(`${month}-28`, 7).slice(0, 7)) {
    const shows = month === '2026-03' ? 1 : chance.integer(2, 3);
    for (let show = 0; show < shows; show += 1) {
      const heldOn = `${month}-${String(4 + show * 8 + chance.integer(0, 5)).padStart(2, '0')}`;
      if (heldOn > to) continue;
      serial += 1;
      yield {
        name: `直播带岗第${serial}期`,
        form: '直播带岗',
        heldOn,
        venue: '线上',
        employers: String(chance.integer(4, 10)),
        openings: String(chance.integer(40, 180)),
        visitors: String(chance.integer(2000, 16_000)),
        intentions: String(chance.integer(10, 60)),
      };
    }
  }
}

const services = [
  '岗位对接',
  '岗位对接',
  '岗位对接',
  '信息咨询',
  '职业指导',
  '技能培训',
  '维权调解',
  '参保服务',
  '政策咨询',
  '法律援助',
];

/** A market at dawn: a crowd of regulars, most of them at the station in Majuqiao. */
export function* gigServices(world: World): Generator<StoryRow> {
  const { chance, towns, from, to, gigServices } = world;
  const years = (Date.parse(to) - Date.parse(from)) / 31_557_600_000;
  const majuqiao = towns.find((town) => town.name.startsWith('马驹桥')) ?? chance.pick(towns);
  const regulars = Array.from({ length: Math.max(200, Math.round(gigServices / 40)) }, () => ({
    name: personName(chance),
    idNumber: syntheticIdNumber(chance.next, { bornFrom: '1966-01-01', bornUntil: '2007-01-01' }),
  }));
  for (const servedOn of daysOfWork(world, gigServices / years, 1.3)) {
    const town = chance.isTrue(0.55) ? majuqiao : chance.pick(towns);
    yield {
      ...chance.pick(regulars),
      service: chance.pick(services),
      servedOn,
      station: town === majuqiao ? '马驹桥零工市场' : `${town.name}零工驿站`,
      area: town.code,
    };
  }
}
