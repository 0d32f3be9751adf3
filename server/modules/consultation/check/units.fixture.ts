/** Papers about who leads and who cooperates, with names that the summary shortens and lists that several measures share. */
import { type GoldPaper, opinion } from './gold-paper.fixture.ts';

const body = `云澜区零工服务提升若干措施
一、主要任务
1.建好零工驿站。建成零工驿站48个。
牵头单位：区人力资源和社会保障局
配合单位：区财政局、区城市管理委员会
2.开展技能培训。每年培训零工3000人次。
牵头单位：区人力资源和社会保障局
配合单位：区教育委员会、区财政局
`;
const asked = '征求意见汇总说明\n向区财政局、区城管委、区教委、区人社局4家单位征求意见。\n';

export const UNITS: readonly GoldPaper[] = [
  {
    name: '简称的单位写采纳删除，名单里还是全称',
    text: `${body}${asked}1.区城管委针对“1.建好零工驿站”，建议在配合单位中删除区城管委。采纳。\n2.区财政局、区教委、区人社局无意见。\n`,
    opinions: [opinion('区城管委', 1, 'adopted', 'contradiction', [['remove', '区城管委', null]], ['unit-still-listed'])],
  },
  {
    name: '简称的单位写采纳增加，名单里已有全称',
    text: `${body}${asked}1.区教委针对“2.开展技能培训”，建议增加区教委为配合单位。采纳。\n2.区财政局、区城管委、区人社局无意见。\n`,
    opinions: [opinion('区教委', 2, 'adopted', 'consistent', [['add', null, '区教委']], ['unit-listed'])],
  },
  {
    name: '不再作为第一条配合单位；别的条里仍是配合单位',
    text: `${body.replace('区财政局、区城市管理委员会', '区城市管理委员会')}${asked}1.区财政局：建议区财政局不再作为第一条配合单位。采纳。\n2.区教委建议将区财政局列为第1条的配合单位。不采纳，理由：资金另列。\n3.区城管委、区人社局无意见。\n`,
    opinions: [
      opinion('区财政局', 1, 'adopted', 'consistent', [['remove', '区财政局', null]], ['unit-removed']),
      opinion('区教委', 1, 'not adopted', 'consistent', [['add', null, '区财政局']], ['refused-unit-not-listed']),
    ],
  },
  {
    name: '没有写明哪一条，名单有好几处，须人看',
    text: `${body}${asked}1.区财政局建议在配合单位中删除区财政局。不采纳，理由：资金由区财政局拨付。\n2.区教委、区城管委、区人社局无意见。\n`,
    opinions: [
      opinion('区财政局', null, 'not adopted', 'needs a person', [['remove', '区财政局', null]], ['refused-unit-still-listed']),
    ],
  },
];
