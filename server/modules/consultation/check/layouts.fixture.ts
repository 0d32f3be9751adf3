/** Papers whose measures are numbered anew under each heading, and whose summaries are laid out in yet other ways. */
import { type GoldPaper, opinion } from './gold-paper.fixture.ts';

const body = `云澜区零工服务提升若干措施
一、建好阵地
（一）建好零工驿站。到2026年底，建成零工驿站48个，全天开放不少于12小时。（牵头单位：区人力社保局；配合单位：区财政局、区城管委）
（二）开展技能培训。每年培训零工3000人次，培训合格的发给证书。（牵头单位：区人力社保局；配合单位：区教委）
二、落实保障
（一）落实资金。每年安排补助资金2.5亿元，按季度拨付。（区财政局牵头，区审计局配合）
`;

export const LAYOUTS: readonly GoldPaper[] = [
  {
    name: '汇总在前，正文是附件；条号重复，按标题认',
    text: `意见建议采纳情况表\n一、区财政局\n1.针对“（一）落实资金”，建议将“按月拨付”改为“按季度拨付”。\n采纳情况：采纳\n二、区教委\n无意见\n附件：云澜区零工服务提升若干措施\n${body}`,
    opinions: [opinion('区财政局', 3, 'adopted', 'consistent', [['replace', '按月拨付', '按季度拨付']], ['new-words-stand'])],
  },
  {
    name: '一、二、三，结果另起一行',
    text: `${body}\n关于征求意见采纳情况的说明\n　　2026年4月，我局征求了区财政局、区教委、区城管委等3家单位意见。现将意见采纳情况说明如下：\n一、区财政局建议将“建成零工驿站60个”修改为“建成零工驿站48个”。\n采纳。\n二、区城管委建议在“全天开放”前增加“节假日”。不采纳。原因：人员不足。\n三、区教委无意见。\n`,
    opinions: [
      opinion(
        '区财政局',
        null,
        'adopted',
        'consistent',
        [['replace', '建成零工驿站60个', '建成零工驿站48个']],
        ['new-words-stand'],
      ),
      opinion('区城管委', null, 'not adopted', 'consistent', [['add', null, '节假日']], ['refused-words-absent']),
    ],
  },
  {
    name: '表：单位名只写一次，是否采纳写是或否',
    text: `${body}\n征求意见反馈情况汇总表\n序号\t单位\t条款\t修改意见\t是否采纳\t备注\n1\t区财政局\t二、（一）\t建议将“2.5亿元”改为“2亿元”\t否\t预算已定\n\t\t一、（一）\t建议增加“全天开放不少于12小时”\t是\t\n2\t区教委\t\t无\t/\t\n`,
    opinions: [
      opinion('区财政局', null, 'not adopted', 'consistent', [['replace', '2.5亿元', '2亿元']], ['refused-words-absent']),
      opinion('区财政局', null, 'adopted', 'consistent', [['add', null, '全天开放不少于12小时']], ['new-words-stand']),
    ],
  },
  {
    name: '不编号，一段一条',
    text: `${body}\n征求意见情况说明\n区人力社保局于2026年4月8日向区财政局、区教委、区城管委3个部门征求意见，具体如下：\n区财政局提出，“每年安排补助资金2亿元”应改为“每年安排补助资金2.5亿元”，已采纳。\n区城管委提出，删除“区城管委”，未采纳，理由是驿站建设离不开城管部门。\n区教委无意见。\n`,
    opinions: [
      opinion(
        '区财政局',
        null,
        'adopted',
        'consistent',
        [['replace', '每年安排补助资金2亿元', '每年安排补助资金2.5亿元']],
        ['new-words-stand'],
      ),
      opinion('区城管委', null, 'not adopted', 'consistent', [['remove', '区城管委', null]], ['refused-unit-still-listed']),
    ],
  },
  {
    name: '两家单位均建议，均不采纳',
    text: `${body}\n征求意见汇总说明\n向区财政局、区教委、区城管委等3家单位征求了意见：\n1.区财政局、区城管委均建议删除“全天开放不少于12小时”。均不予采纳，原因是便民需要。\n2.区教委无不同意见。\n`,
    opinions: ['区财政局', '区城管委'].map((unit) =>
      opinion(unit, null, 'not adopted', 'consistent', [['remove', '全天开放不少于12小时', null]], ['refused-removal-stands']),
    ),
  },
];
