import { describe, expect, it } from 'vitest';
import { readPolicy } from './read.ts';

/** A paper of one measure with this text. */
const paper = (text: string) =>
  readPolicy(
    `青河市促进就业若干措施\n一、扩大就业\n（一）扩大岗位。${text}\n（二）提升技能。组织培训。\n青河市人民政府\n2025年3月5日\n`,
  );
const figures = (text: string): string[] =>
  (paper(text).measures[0]?.targets ?? []).map(
    ({ comparator, value, unit, deadline }) => `${comparator} ${value} ${unit}${deadline ? ` ${deadline}` : ''}`,
  );
const units = (text: string): string => {
  const [measure] = paper(text).measures;
  return `${measure?.lead.join('、')} / ${measure?.cooperating.join('、')}`;
};

describe('figures in other words', () => {
  it.each([
    ['三年累计发放创业担保贷款30亿元。', ['>= 3000000000 元']],
    ['留市就业人数较上年增长5%以上，服务人次比去年增长10%。', ['>= 5 %', '>= 10 %']],
    ['截至2027年底，建成零工驿站100个。', ['>= 100 个 2027']],
    ['新增共有产权住房5000套。', ['>= 5000 套']],
    ['在原有基础上新增就业服务点1000个。', ['>= 1000 个']],
    ['零工驿站由目前的50家增至100家。', ['>= 100 家']],
    ['困难群体就业比例不低于七成，企业满意度达到九成五以上。', ['>= 70 %', '>= 95 %']],
    ['到2026年，家政服务从业人员达到120万人。', ['>= 1200000 人 2026']],
    ['毕业2年内未就业毕业生帮扶率达到100%。', ['>= 100 %']],
    ['打造20个以上示范社区、10个以上示范园区。', ['>= 20 个', '>= 10 个']],
    ['组建不少于30人的创业导师团队。', ['>= 30 人']],
    ['归集岗位100万个次。', ['>= 1000000 个次']],
    ['推动80%以上的技工院校实施校企合作。', ['>= 80 %']],
    ['撬动社会资本10亿元，解决3000名群众就业。', ['>= 1000000000 元', '>= 3000 名']],
    [
      '培训150万人次，其中，2025年40万人次、2026年50万人次、2027年60万人次。',
      ['>= 1500000 人次', '>= 400000 人次 2025', '>= 500000 人次 2026', '>= 600000 人次 2027'],
    ],
  ])('%s', (text, expected) => expect(figures(text)).toEqual(expected));

  it.each([
    '按每人1000元的标准计发补贴。',
    '去年举办招聘会200场。',
    '对毕业2年内的高校毕业生给予补贴。',
    '从业人员20人以下的企业可以申请。',
    '已成立三个服务队，取得初步成果。',
  ])('%s is none', (text) => expect(figures(text)).toEqual([]));
});

describe('units in other hands', () => {
  it.each([
    ['归集岗位。（责任单位：市人力社保局、市财政局，2025年底前完成）', '市人力社保局、市财政局 / '],
    ['归集岗位。（责任单位：市人力社保局；时限：2025年6月）', '市人力社保局 / '],
    ['归集岗位。（市人力社保局，各区）', '市人力社保局、各区 / '],
    ['归集岗位。〔省人社厅牵头，省财政厅配合〕', '省人社厅 / 省财政厅'],
    [
      '归集岗位。（牵头单位：市人力社保局；配合单位：各市、县〔区〕人民政府、省企联/企协）',
      '市人力社保局 / 各市、县〔区〕人民政府、省企联/企协',
    ],
  ])('%s', (text, expected) => expect(units(text)).toBe(expected));

  it('named before the items of a measure leave the items their figures', () => {
    const [measure] = readPolicy(
      '青河市就业三年行动方案\n一、重点任务\n（一）岗位扩容行动\n牵头单位：市发改委\n配合单位：市人社局、市工信局\n1.归集岗位。每年归集岗位2万个。\n2.送岗上门。\n（二）技能行动\n牵头单位：市人社局\n1.培训。\n',
    ).measures;
    expect(measure).toMatchObject({
      lead: ['市发改委'],
      cooperating: ['市人社局', '市工信局'],
      targets: [{ value: 20_000, unit: '个' }],
    });
  });
});

describe('numbering that slips', () => {
  const items = (numbers: readonly number[]) =>
    readPolicy(
      `青河市促进就业若干措施\n一、总体要求\n坚持就业优先。\n二、重点任务\n${numbers
        .map((number, at) => `${number}.任务${'甲乙丙丁戊'[at]}。归集岗位。\n牵头单位：市人力社保局\n`)
        .join('')}`,
    ).measures.map(({ title }) => title);

  it.each([[[1, 2, 3, 3, 5]], [[1, 2, 4, 5]], [[1, 3, 4, 5]]])(
    '%j: no measure is lost, and none becomes a goal area',
    (numbers) => expect(items(numbers)).toEqual(numbers.map((_, at) => `任务${'甲乙丙丁戊'[at]}`)),
  );
});

describe('how long a paper holds', () => {
  it.each([
    ['本措施执行至2025年12月31日。', '2025-12-31'],
    ['本措施有效期为2025—2027年。', '2027-12-31'],
  ])('%s', (text, expected) =>
    expect(readPolicy(`青河市促进就业若干措施\n一、扩大就业\n1.归集岗位。\n${text}\n`).validUntil).toBe(expected),
  );
});

describe('the summary of opinions', () => {
  const summary = (heading: string) =>
    readPolicy(
      `青河市促进就业若干措施（审议稿）\n一、扩大就业\n1.归集岗位。\n牵头单位：市人力社保局\n${heading}征求意见汇总说明\n市人力社保局就《青河市促进就业若干措施（征求意见稿）》向市财政局、市教育局、市商务局等3家单位征求了意见，回复意见如下：\n1.市财政局建议增加“稳定就业”。本条建议予以采纳。\n2.市教育局、市商务局2家单位无修改意见。\n`,
    ).consultation;

  it.each(['', '附件：征求意见采纳情况说明\n'])('is found, also when a list of annexes names it first', (heading) =>
    expect(summary(heading)).toMatchObject({
      requested: [{ name: '市财政局' }, { name: '市教育局' }, { name: '市商务局' }],
      opinions: [{ unit: '市财政局' }],
      noOpinionCount: 2,
    }),
  );
});
