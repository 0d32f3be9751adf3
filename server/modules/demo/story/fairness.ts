import { syntheticCreditCode, syntheticIdNumber, syntheticMobile } from '../../../kernel/identifier/synthetic.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { companyName, personName } from './names.ts';
import { daysOfWork, type StoryRow, type World } from './world.ts';

/** Tasks 7 to 13: labour relations, homes, schools, warm meals, health, friendly places, families. */
export function* censuses({ chance, towns, from, to }: World): Generator<StoryRow> {
  for (let at = 0; at < 640; at += 1) {
    const employer = companyName(chance, at + 50_000);
    const creditCode = syntheticCreditCode(chance.next);
    const area = chance.pick(towns).code;
    const employees = chance.integer(8, 400);
    let missing = chance.integer(0, Math.ceil(employees * 0.05));
    for (let censusOn = addDays(from, chance.integer(20, 200)); censusOn <= to; censusOn = addDays(censusOn, 330)) {
      yield { employer, creditCode, censusOn, employees: String(employees), signed: String(employees - missing), area };
      missing = Math.floor(missing / 3);
    }
  }
}

const matters = ['劳动报酬', '劳动报酬', '解除终止合同', '工伤待遇', '社会保险', '其他'];

/** Six cases in ten end by mediation: short of the promise, so the light is amber. */
export function* disputes(world: World): Generator<StoryRow> {
  const { chance, towns, to } = world;
  for (const [at, acceptedOn] of daysOfWork(world, 820).entries()) {
    const closedOn = addDays(acceptedOn, chance.integer(4, 42));
    const isClosed = closedOn <= to && chance.isTrue(0.985);
    const accepted = {
      caseNumber: `演示调字〔${acceptedOn.slice(0, 4)}〕第${at + 1}号`,
      body: chance.pick(['演示劳动人事争议仲裁院', '演示街道调解中心', '演示镇调解中心']),
      matter: chance.pick(matters),
      acceptedOn,
      workers: String(chance.integer(1, 6)),
      area: chance.pick(towns).code,
    };
    const closed = { closedOn, ending: chance.pick(['调解', '调解', '调解', '裁决', '撤回申请']) };
    // A case that ends in a later month is handed in twice: when it came in, and again when it was closed.
    if (!isClosed || closedOn.slice(0, 7) > acceptedOn.slice(0, 7)) yield accepted;
    if (isClosed) yield { ...accepted, ...closed };
  }
}

export function* homes(world: World): Generator<StoryRow> {
  const { chance, towns } = world;
  for (const [at, availableOn] of daysOfWork(world, 14).entries()) {
    yield {
      project: `演示建设者之家${(at % 6) + 1}期`,
      batch: `第${at + 1}批`,
      homeType: chance.pick(['宿舍', '一居室', '二居室']),
      homes: String(chance.integer(18, 60)),
      availableOn,
      monthlyRent: String(chance.integer(12, 32) * 100),
      area: chance.pick(towns).code,
    };
  }
}

export function* schoolPlaces(world: World): Generator<StoryRow> {
  const { chance, towns, to } = world;
  for (const [at, acceptedOn] of daysOfWork(world, 420).entries()) {
    const decidedOn = addDays(acceptedOn, chance.integer(5, 26));
    if (decidedOn > to) continue;
    yield {
      application: `演示入学${acceptedOn.slice(0, 4)}-${at + 1}`,
      stage: chance.pick(['幼儿园', '小学', '初中']),
      acceptedOn,
      dueOn: addDays(acceptedOn, 20),
      decidedOn,
      decision: chance.isTrue(0.93) ? '已安排学位' : '未安排',
      area: chance.pick(towns).code,
    };
  }
}

const siteCount = 46;

export function* mealSites({ chance, towns, from }: World): Generator<StoryRow> {
  for (let at = 1; at <= siteCount; at += 1) {
    const town = chance.pick(towns);
    const kind = chance.pick(['重点商业综合体', '餐饮街区', '社区食堂']);
    yield {
      number: `YS${String(at).padStart(3, '0')}`,
      name: `${town.name}${kind}（演示${at}）`,
      siteKind: kind,
      from,
      area: town.code,
    };
  }
}

/** Restaurants sign up site by site; a few sites are still without one. */
export function* restaurants(world: World): Generator<StoryRow> {
  const { chance, towns } = world;
  for (const [at, from] of daysOfWork(world, 39).entries()) {
    const site = chance.integer(1, siteCount - 5);
    yield {
      restaurant: `演示餐馆${at + 1}号店`,
      site: `YS${String(at < siteCount - 5 ? at + 1 : site).padStart(3, '0')}`,
      signedOn: addDays(from, -6),
      from,
      offer: '工作餐八折，免费热水',
      area: chance.pick(towns).code,
    };
  }
}

export function* familyDoctors(world: World): Generator<StoryRow> {
  const { chance, towns } = world;
  for (const signedOn of daysOfWork(world, 380, 1.2)) {
    yield {
      name: personName(chance),
      idNumber: syntheticIdNumber(chance.next),
      centre: '演示社区卫生服务中心',
      signedOn,
      pack: chance.pick(['基础包', '服务个性包']),
      area: chance.pick(towns).code,
    };
  }
}

const placeKinds = ['友好驿站', '友好街区', '友好社区', '友好律所', '友好商圈', '友好楼宇', '友好市场'];

/** Verified for a year and looked at again; some were not, and have lapsed. */
export function* friendlyPlaces(world: World): Generator<StoryRow> {
  const { chance, towns, to } = world;
  for (const [at, first] of daysOfWork(world, 168, 1.2).entries()) {
    const town = chance.pick(towns);
    const kind = chance.pick(placeKinds);
    const row = {
      name: `${town.name}${kind}（演示${at + 1}）`,
      placeKind: kind,
      facilities: '饮水、充电、歇脚',
      area: town.code,
    };
    yield { ...row, verifiedOn: first, lapsesOn: addDays(first, 365) };
    const again = addDays(first, 350);
    if (again <= to && chance.isTrue(0.88)) yield { ...row, verifiedOn: again, lapsesOn: addDays(again, 365) };
  }
}

export function* families(world: World): Generator<StoryRow> {
  const { chance, towns } = world;
  for (const servedOn of daysOfWork(world, 34)) {
    yield {
      name: personName(chance),
      phone: syntheticMobile(chance.next),
      service: chance.pick(['亲子游学', '假期托管', '公益课堂', '门票（消费券）']),
      servedOn,
      members: String(chance.integer(2, 4)),
      area: chance.pick(towns).code,
    };
  }
}
