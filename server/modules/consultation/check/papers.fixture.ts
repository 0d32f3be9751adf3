/** Papers read by hand: one request after another, tables, groups, units. */
import { type GoldPaper, intro, opinion, paper } from './gold-paper.fixture.ts';

export const GOLD: readonly GoldPaper[] = [
  {
    name: '已吸收，增加“…”',
    text: paper(
      `${intro('区财政局、区教委', 2)}1.区教委针对“2.开展技能培训”，建议增加“培训合格的发给证书”。已吸收。\n2.区财政局无意见。\n`,
    ),
    opinions: [opinion('区教委', 2, 'adopted', 'consistent', [['add', null, '培训合格的发给证书']], ['new-words-stand'])],
  },
  {
    name: '部分采纳，有理由',
    text: paper(
      `${intro('区总工会', 1)}1.区总工会对第2条提出，建议将“线上培训占比不低于三成”修改为“线上培训占比不低于五成”。该意见部分采纳，理由是线上课程尚在建设。\n`,
    ),
    opinions: [
      opinion(
        '区总工会',
        2,
        'partly',
        'needs a person',
        [['replace', '线上培训占比不低于三成', '线上培训占比不低于五成']],
        ['partly-adopted'],
      ),
    ],
  },
  {
    name: '删除已采纳，确已删去；又有一条写采纳却还在',
    text: paper(
      `${intro('区司法局、区审计局', 2)}1.区司法局针对“4.畅通维权渠道”，建议删除“并处以罚款”。予以采纳。\n2.区审计局关于“3.落实资金保障”，建议将“按季度拨付”删除。意见已采纳。\n`,
    ),
    opinions: [
      opinion('区司法局', 4, 'adopted', 'consistent', [['remove', '并处以罚款', null]], ['removed-words-absent']),
      opinion('区审计局', 3, 'adopted', 'contradiction', [['remove', '按季度拨付', null]], ['removed-words-stand']),
    ],
  },
  {
    name: '牵头单位调整',
    text: paper(
      `${intro('区司法局、区总工会', 2)}1.区总工会针对第4条，建议将牵头单位由区总工会调整为区司法局。采纳。\n2.区司法局针对第1条，建议将牵头单位调整为区城管委。采纳。\n`,
    ),
    opinions: [
      opinion('区总工会', 4, 'adopted', 'consistent', [['replace', '区总工会', '区司法局']], ['unit-listed']),
      opinion('区司法局', 1, 'adopted', 'needs a person', [['replace', null, '区城管委']], ['unit-listed-otherwise']),
    ],
  },
  {
    name: '汇总表：列分开写',
    text: paper(
      `征求意见汇总表\n序号\t反馈单位\t意见内容\t采纳情况\t理由\n1\t区城管委\t第1条建议将“建成零工驿站60个”改为“建成零工驿站48个”\t采纳\t\n2\t区教委\t第2条建议在配合单位中删除我委\t不采纳\t培训离不开教育部门\n3\t区法院\t无意见\t\t\n4\t区总工会\t第4条建议增加“法律援助免费”\t采纳\t\n`,
    ),
    opinions: [
      opinion('区城管委', 1, 'adopted', 'consistent', [['replace', '建成零工驿站60个', '建成零工驿站48个']], ['new-words-stand']),
      opinion('区教委', 2, 'not adopted', 'consistent', [['remove', '区教委', null]], ['refused-unit-still-listed']),
      opinion('区总工会', 4, 'adopted', 'contradiction', [['add', null, '法律援助免费']], ['new-words-absent']),
    ],
  },
  {
    name: '一条意见提了几处，一并采纳',
    text: paper(
      `${intro('区财政局', 1)}1.区财政局针对“3.落实资金保障”提出三点：一是将“每年安排补助资金25亿元”修改为“每年安排补助资金2.5亿元”；二是增加“接受审计监督”；三是在配合单位中增加区审计局。以上意见均予以采纳。\n`,
    ),
    opinions: [
      opinion(
        '区财政局',
        3,
        'adopted',
        'consistent',
        [
          ['replace', '每年安排补助资金25亿元', '每年安排补助资金2.5亿元'],
          ['add', null, '接受审计监督'],
          ['add', null, '区审计局'],
        ],
        ['new-words-stand', 'new-words-stand', 'unit-listed'],
      ),
    ],
  },
  {
    name: '写采纳，文中仍是旧数',
    text: paper(
      `${intro('区财政局', 1)}1.区财政局针对第三条，建议将“补助资金2.5亿元”修改为“补助资金25亿元”。本条意见予以采纳。\n`,
    ),
    opinions: [
      opinion(
        '区财政局',
        3,
        'adopted',
        'contradiction',
        [['replace', '补助资金2.5亿元', '补助资金25亿元']],
        ['old-words-stand-instead'],
      ),
    ],
  },
  {
    name: '没有引号的改数',
    text: paper(
      `${intro('区人才中心、区总工会', 2)}1.区人才中心建议第2条将每年培训零工2000人次改为每年培训零工3000人次。采纳。\n2.区总工会建议第4条答复时限由十个工作日缩短为五个工作日。采纳。\n`,
    ),
    opinions: [
      opinion(
        '区人才中心',
        2,
        'adopted',
        'consistent',
        [['replace', '每年培训零工2000人次', '每年培训零工3000人次']],
        ['new-words-stand'],
      ),
      opinion('区总工会', 4, 'adopted', 'consistent', [['replace', '十个工作日', '五个工作日']], ['new-words-stand']),
    ],
  },
  {
    name: '分行写：意见、处理、理由',
    text: paper(
      `${intro('区城管委、区法院', 2)}1.区城管委\n意见：第1条建议在“饮水、充电”后增加“和急救设施”。\n采纳情况：已采纳。\n2.区法院\n意见：第4条建议删除“重大案件由区法院快审快结”。\n采纳情况：未采纳。\n理由：绿色通道已经开通。\n`,
    ),
    opinions: [
      opinion('区城管委', 1, 'adopted', 'consistent', [['add', null, '和急救设施']], ['new-words-stand']),
      opinion(
        '区法院',
        4,
        'not adopted',
        'consistent',
        [['remove', '重大案件由区法院快审快结', null]],
        ['refused-removal-stands'],
      ),
    ],
  },
  {
    name: '不采纳，却照改了；不采纳，没写理由',
    text: paper(
      `${intro('区城管委、区教委', 2)}1.区城管委针对“1.建好零工驿站”，建议增加“全天开放不少于12小时”。不予采纳，原因是人手不足。\n2.区教委针对“2.开展技能培训”，建议删除“培训合格的发给证书”。未采纳。\n`,
    ),
    opinions: [
      opinion('区城管委', 1, 'not adopted', 'contradiction', [['add', null, '全天开放不少于12小时']], ['refused-words-stand']),
      opinion(
        '区教委',
        2,
        'not adopted',
        'needs a person',
        [['remove', '培训合格的发给证书', null]],
        ['refused-removal-stands', 'refused-without-reason'],
      ),
    ],
  },
];
