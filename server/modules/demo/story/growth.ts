import { syntheticCreditCode, syntheticIdNumber } from '../../../kernel/identifier/synthetic.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { banks, companyName, personName } from './names.ts';
import { daysOfWork, type StoryRow, type World } from './world.ts';

/** Tasks 3 to 6: start-ups, loans, space, incubation, skills. */
export function* startups(world: World): Generator<StoryRow> {
  const { chance, towns } = world;
  for (const [at, insuredOn] of daysOfWork(world, 3940).entries()) {
    yield {
      employer: companyName(chance, at + 10_000),
      creditCode: syntheticCreditCode(chance.next),
      foundedOn: addDays(insuredOn, -chance.integer(20, 90)),
      insuredOn,
      insuredPeople: String(chance.integer(1, 12)),
      area: chance.pick(towns).code,
    };
  }
}

export function* loans(world: World): Generator<StoryRow> {
  const { chance, towns } = world;
  for (const [at, paidOn] of daysOfWork(world, 430, 0.9).entries()) {
    const isIndividual = chance.isTrue(0.8);
    const amount = isIndividual ? chance.integer(10, 30) * 10_000 : chance.integer(80, 300) * 10_000;
    yield {
      contract: `演示贷${paidOn.slice(0, 4)}-${String(at + 1).padStart(4, '0')}`,
      part: '1',
      borrower: isIndividual ? '个人' : '小微企业',
      amount: String(amount),
      paidOn,
      bank: chance.pick(banks),
      area: chance.pick(towns).code,
    };
  }
}

export function* spaces(world: World): Generator<StoryRow> {
  const { chance, towns } = world;
  for (const [at, signedOn] of daysOfWork(world, 33).entries()) {
    yield {
      contract: `演示租${signedOn.slice(0, 4)}-${String(at + 1).padStart(3, '0')}`,
      landlord: '演示国有资产经营公司',
      tenant: companyName(chance, at + 30_000),
      squareMetres: String(chance.integer(90, 520)),
      reliefPercent: String(chance.pick([20, 30, 50])),
      signedOn,
      from: addDays(signedOn, 10),
      until: addDays(signedOn, 740),
      area: chance.pick(towns.slice(0, 12)).code,
    };
  }
}

const fields = ['AI+', '未来健康', '数字孪生', '文化创意', '绿色能源'];

export function* incubations(world: World): Generator<StoryRow> {
  const { chance, towns } = world;
  for (const [at, day] of daysOfWork(world, 24).entries()) {
    yield {
      company: companyName(chance, at + 40_000),
      creditCode: syntheticCreditCode(chance.next),
      incubator: chance.pick(['演示数字孵化器', '演示健康孵化器']),
      how: chance.pick(['招募', '培育']),
      day,
      field: chance.pick(fields),
      area: chance.pick(towns).code,
    };
  }
}

const skills = ['养老护理员', '家政服务员', '保育师', '婴幼儿发展引导员', '焊工', '中式烹调师', '汽车维修工', '美容师'];

/** Classes of 25 to 40; nearly everybody completes. Behind the path: the autumn classes started late. */
export function* trainings(world: World): Generator<StoryRow> {
  const { chance, towns } = world;
  for (const [at, endedOn] of daysOfWork(world, 92, 0.85).entries()) {
    const startedOn = addDays(endedOn, -chance.integer(8, 30));
    const occupation = chance.pick(skills);
    const area = chance.pick(towns).code;
    for (let seat = chance.integer(24, 38); seat > 0; seat -= 1) {
      yield {
        name: personName(chance),
        idNumber: syntheticIdNumber(chance.next),
        provider: chance.pick(['演示职业技能学校', '演示家政培训中心']),
        classNumber: `演示班${at + 1}`,
        occupation,
        startedOn,
        endedOn,
        hours: '80',
        result: chance.isTrue(0.94) ? '结业' : '未结业',
        area,
      };
    }
  }
}

export function* assessments(world: World): Generator<StoryRow> {
  const { chance, towns } = world;
  for (const assessedOn of daysOfWork(world, 3050, 1.1)) {
    const hasPassed = chance.isTrue(0.86);
    yield {
      name: personName(chance),
      idNumber: syntheticIdNumber(chance.next),
      body: '演示技能评价中心',
      occupation: chance.pick(skills),
      level: chance.pick(['五级（初级工）', '四级（中级工）', '专项职业能力']),
      assessedOn,
      result: hasPassed ? '合格' : '不合格',
      area: chance.pick(towns).code,
    };
  }
}
