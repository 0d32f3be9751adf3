/** Small papers in our own words, each with a summary of opinions in another style, and what a careful reader says of each opinion. */
import type { Decision, FindingCode, RequestKind, Verdict } from './shapes.ts';

export interface Expected {
  readonly unit: string;
  readonly measure: number | null;
  readonly decision: Decision;
  readonly verdict: Verdict;
  readonly requests: readonly (readonly [RequestKind, string | null, string | null])[];
  readonly codes: readonly FindingCode[];
}
export interface GoldPaper {
  readonly name: string;
  readonly text: string;
  readonly opinions: readonly Expected[];
  readonly warnings?: readonly string[];
}

const body = `云澜区零工服务提升若干措施
一、主要任务
1.建好零工驿站。到2026年底，建成零工驿站48个，每个驿站配备饮水、充电和急救设施，全天开放不少于12小时。
牵头单位：区人力社保局
配合单位：区财政局、区城管委、各街道办事处
2.开展技能培训。每年培训零工3000人次，其中线上培训占比不低于三成，培训合格的发给证书。
牵头单位：区人力社保局
配合单位：区教委、区总工会
3.落实资金保障。每年安排补助资金2.5亿元，按季度拨付，接受审计监督。
牵头单位：区财政局
配合单位：区审计局
4.畅通维权渠道。设立欠薪维权窗口，受理后五个工作日内答复，重大案件由区法院快审快结。
牵头单位：区司法局
配合单位：区总工会、区法院
`;
const intro = (units: string, count: number) =>
  `征求意见汇总说明\n区人力社保局于2026年4月8日就《云澜区零工服务提升若干措施》向${units}等${count}家单位征求意见，反馈情况如下：\n`;
const paper = (rest: string) => `${body}${rest}`;

export const GOLD: readonly GoldPaper[] = [
  {
    name: '已吸收，增加“…”',
    text: paper(
      `${intro('区财政局、区教委', 2)}1.区教委针对“2.开展技能培训”，建议增加“培训合格的发给证书”。已吸收。\n2.区财政局无意见。\n`,
    ),
    opinions: [
      {
        unit: '区教委',
        measure: 2,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [['add', null, '培训合格的发给证书']],
        codes: ['new-words-stand'],
      },
    ],
  },
  {
    name: '部分采纳，有理由',
    text: paper(
      `${intro('区总工会', 1)}1.区总工会对第2条提出，建议将“线上培训占比不低于三成”修改为“线上培训占比不低于五成”。该意见部分采纳，理由是线上课程尚在建设。\n`,
    ),
    opinions: [
      {
        unit: '区总工会',
        measure: 2,
        decision: 'partly',
        verdict: 'needs a person',
        requests: [['replace', '线上培训占比不低于三成', '线上培训占比不低于五成']],
        codes: ['partly-adopted'],
      },
    ],
  },
  {
    name: '删除已采纳，确已删去；又有一条写采纳却还在',
    text: paper(
      `${intro('区司法局、区审计局', 2)}1.区司法局针对“4.畅通维权渠道”，建议删除“并处以罚款”。予以采纳。\n2.区审计局关于“3.落实资金保障”，建议将“按季度拨付”删除。意见已采纳。\n`,
    ),
    opinions: [
      {
        unit: '区司法局',
        measure: 4,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [['remove', '并处以罚款', null]],
        codes: ['removed-words-absent'],
      },
      {
        unit: '区审计局',
        measure: 3,
        decision: 'adopted',
        verdict: 'contradiction',
        requests: [['remove', '按季度拨付', null]],
        codes: ['removed-words-stand'],
      },
    ],
  },
  {
    name: '牵头单位调整',
    text: paper(
      `${intro('区司法局、区总工会', 2)}1.区总工会针对第4条，建议将牵头单位由区总工会调整为区司法局。采纳。\n2.区司法局针对第1条，建议将牵头单位调整为区城管委。采纳。\n`,
    ),
    opinions: [
      {
        unit: '区总工会',
        measure: 4,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [['replace', '区总工会', '区司法局']],
        codes: ['unit-listed'],
      },
      {
        unit: '区司法局',
        measure: 1,
        decision: 'adopted',
        verdict: 'needs a person',
        requests: [['replace', null, '区城管委']],
        codes: ['unit-listed-otherwise'],
      },
    ],
  },
  {
    name: '汇总表：列分开写',
    text: paper(
      `征求意见汇总表\n序号\t反馈单位\t意见内容\t采纳情况\t理由\n1\t区城管委\t第1条建议将“建成零工驿站60个”改为“建成零工驿站48个”\t采纳\t\n2\t区教委\t第2条建议在配合单位中删除我委\t不采纳\t培训离不开教育部门\n3\t区法院\t无意见\t\t\n4\t区总工会\t第4条建议增加“法律援助免费”\t采纳\t\n`,
    ),
    opinions: [
      {
        unit: '区城管委',
        measure: 1,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [['replace', '建成零工驿站60个', '建成零工驿站48个']],
        codes: ['new-words-stand'],
      },
      {
        unit: '区教委',
        measure: 2,
        decision: 'not adopted',
        verdict: 'consistent',
        requests: [['remove', '区教委', null]],
        codes: ['refused-unit-still-listed'],
      },
      {
        unit: '区总工会',
        measure: 4,
        decision: 'adopted',
        verdict: 'contradiction',
        requests: [['add', null, '法律援助免费']],
        codes: ['new-words-absent'],
      },
    ],
  },
  {
    name: '一条意见提了几处，一并采纳',
    text: paper(
      `${intro('区财政局', 1)}1.区财政局针对“3.落实资金保障”提出三点：一是将“每年安排补助资金25亿元”修改为“每年安排补助资金2.5亿元”；二是增加“接受审计监督”；三是在配合单位中增加区审计局。以上意见均予以采纳。\n`,
    ),
    opinions: [
      {
        unit: '区财政局',
        measure: 3,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [
          ['replace', '每年安排补助资金25亿元', '每年安排补助资金2.5亿元'],
          ['add', null, '接受审计监督'],
          ['add', null, '区审计局'],
        ],
        codes: ['new-words-stand', 'new-words-stand', 'unit-listed'],
      },
    ],
  },
  {
    name: '写采纳，文中仍是旧数',
    text: paper(
      `${intro('区财政局', 1)}1.区财政局针对第三条，建议将“补助资金2.5亿元”修改为“补助资金25亿元”。本条意见予以采纳。\n`,
    ),
    opinions: [
      {
        unit: '区财政局',
        measure: 3,
        decision: 'adopted',
        verdict: 'contradiction',
        requests: [['replace', '补助资金2.5亿元', '补助资金25亿元']],
        codes: ['old-words-stand-instead'],
      },
    ],
  },
  {
    name: '没有引号的改数',
    text: paper(
      `${intro('区人才中心、区总工会', 2)}1.区人才中心建议第2条将每年培训零工2000人次改为每年培训零工3000人次。采纳。\n2.区总工会建议第4条答复时限由十个工作日缩短为五个工作日。采纳。\n`,
    ),
    opinions: [
      {
        unit: '区人才中心',
        measure: 2,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [['replace', '每年培训零工2000人次', '每年培训零工3000人次']],
        codes: ['new-words-stand'],
      },
      {
        unit: '区总工会',
        measure: 4,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [['replace', '十个工作日', '五个工作日']],
        codes: ['new-words-stand'],
      },
    ],
  },
  {
    name: '分行写：意见、处理、理由',
    text: paper(
      `${intro('区城管委、区法院', 2)}1.区城管委\n意见：第1条建议在“饮水、充电”后增加“和急救设施”。\n采纳情况：已采纳。\n2.区法院\n意见：第4条建议删除“重大案件由区法院快审快结”。\n采纳情况：未采纳。\n理由：绿色通道已经开通。\n`,
    ),
    opinions: [
      {
        unit: '区城管委',
        measure: 1,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [['add', null, '和急救设施']],
        codes: ['new-words-stand'],
      },
      {
        unit: '区法院',
        measure: 4,
        decision: 'not adopted',
        verdict: 'consistent',
        requests: [['remove', '重大案件由区法院快审快结', null]],
        codes: ['refused-removal-stands'],
      },
    ],
  },
  {
    name: '不采纳，却照改了；不采纳，没写理由',
    text: paper(
      `${intro('区城管委、区教委', 2)}1.区城管委针对“1.建好零工驿站”，建议增加“全天开放不少于12小时”。不予采纳，原因是人手不足。\n2.区教委针对“2.开展技能培训”，建议删除“培训合格的发给证书”。未采纳。\n`,
    ),
    opinions: [
      {
        unit: '区城管委',
        measure: 1,
        decision: 'not adopted',
        verdict: 'contradiction',
        requests: [['add', null, '全天开放不少于12小时']],
        codes: ['refused-words-stand'],
      },
      {
        unit: '区教委',
        measure: 2,
        decision: 'not adopted',
        verdict: 'needs a person',
        requests: [['remove', '培训合格的发给证书', null]],
        codes: ['refused-removal-stands', 'refused-without-reason'],
      },
    ],
  },
  {
    name: '改写后采纳，须人看；写到别的条去了',
    text: paper(
      `${intro('区总工会、区法院', 2)}1.区总工会针对“4.畅通维权渠道”，修改为“在工会设立欠薪维权窗口，五个工作日内作出答复”。已采纳。\n2.区法院针对“4.畅通维权渠道”，建议增加“接受审计监督”。已采纳。\n`,
    ),
    opinions: [
      {
        unit: '区总工会',
        measure: 4,
        decision: 'adopted',
        verdict: 'needs a person',
        requests: [['replace', '畅通维权渠道', '在工会设立欠薪维权窗口，五个工作日内作出答复']],
        codes: ['new-words-reworded'],
      },
      {
        unit: '区法院',
        measure: 4,
        decision: 'adopted',
        verdict: 'needs a person',
        requests: [['add', null, '接受审计监督']],
        codes: ['new-words-stand-elsewhere'],
      },
    ],
  },
  {
    name: '直引号、没写采纳与否、只是说明',
    text: paper(
      `${intro('区教委、区总工会、区司法局', 3)}1.区教委对"2.开展技能培训"，建议将"发给结业证"修改为"发给证书"。采纳。\n2.区总工会建议第2条增加“实训场地”。\n3.区司法局认为措施应更加注重可操作性。已采纳。\n`,
    ),
    opinions: [
      {
        unit: '区教委',
        measure: 2,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [['replace', '发给结业证', '发给证书']],
        codes: ['new-words-stand'],
      },
      {
        unit: '区总工会',
        measure: 2,
        decision: 'unstated',
        verdict: 'needs a person',
        requests: [['add', null, '实训场地']],
        codes: ['decision-unstated'],
      },
      {
        unit: '区司法局',
        measure: null,
        decision: 'adopted',
        verdict: 'needs a person',
        requests: [['remark', null, null]],
        codes: ['remark-only', 'adopted-without-words'],
      },
    ],
  },
  {
    name: '我局不再作为配合单位；两家单位同一条意见',
    text: paper(
      `${intro('区城管委、区教委、区总工会', 3)}1.区城管委针对“1.建好零工驿站”，因职责已划转，建议我委不再作为配合单位。采纳。\n2.区教委、区总工会针对“2.开展技能培训”，建议删除“线上学时不计”。采纳。\n`,
    ),
    opinions: [
      {
        unit: '区城管委',
        measure: 1,
        decision: 'adopted',
        verdict: 'contradiction',
        requests: [['remove', '区城管委', null]],
        codes: ['unit-still-listed'],
      },
      {
        unit: '区教委',
        measure: 2,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [['remove', '线上学时不计', null]],
        codes: ['removed-words-absent'],
      },
      {
        unit: '区总工会',
        measure: 2,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [['remove', '线上学时不计', null]],
        codes: ['removed-words-absent'],
      },
    ],
  },
  {
    name: '按单位分组，几条意见各有各的结果',
    text: paper(
      `${intro('区财政局、区审计局', 2)}（一）区财政局\n1.针对第3条，建议将“按月拨付”修改为“按季度拨付”。采纳。\n2.针对第1条，建议将区财政局从配合单位中删除。不采纳，理由：建站资金由区财政局拨付。\n（二）区审计局\n1.针对第3条，建议删除区审计局。不采纳，理由：资金须受监督。\n`,
    ),
    opinions: [
      {
        unit: '区财政局',
        measure: 3,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [['replace', '按月拨付', '按季度拨付']],
        codes: ['new-words-stand'],
      },
      {
        unit: '区财政局',
        measure: 1,
        decision: 'not adopted',
        verdict: 'consistent',
        requests: [['remove', '区财政局', null]],
        codes: ['refused-unit-still-listed'],
      },
      {
        unit: '区审计局',
        measure: 3,
        decision: 'not adopted',
        verdict: 'consistent',
        requests: [['remove', '区审计局', null]],
        codes: ['refused-unit-still-listed'],
      },
    ],
  },
  {
    name: '家数对不上，其余单位均无意见',
    text: paper(
      `${intro('区财政局、区教委、区总工会、区法院', 5)}1.区财政局针对“3.落实资金保障”，建议将“接受监督”修改为“接受审计监督”。采纳。\n2.其余3家单位均无意见。\n`,
    ),
    opinions: [
      {
        unit: '区财政局',
        measure: 3,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [['replace', '接受监督', '接受审计监督']],
        codes: ['new-words-stand'],
      },
    ],
    warnings: ['consultation-count-differs'],
  },
  {
    name: '新旧并存',
    text: paper(
      `${intro('区教委、区总工会', 2)}1.区教委针对“2.开展技能培训”，建议将“每年培训零工3000人次”修改为“培训合格的发给证书”。采纳。\n2.区总工会针对“2.开展技能培训”，建议把“三成”换成“其中线上培训占比不低于三成”。采纳。\n`,
    ),
    opinions: [
      {
        unit: '区教委',
        measure: 2,
        decision: 'adopted',
        verdict: 'contradiction',
        requests: [['replace', '每年培训零工3000人次', '培训合格的发给证书']],
        codes: ['new-words-stand-old-too'],
      },
      {
        unit: '区总工会',
        measure: 2,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [['replace', '三成', '其中线上培训占比不低于三成']],
        codes: ['new-words-stand'],
      },
    ],
  },
  {
    name: '建议采用某种写法；结果写在括号里',
    text: paper(
      `${intro('区总工会、区法院', 2)}1.区总工会建议采用更明确的写法，将第4条“受理后尽快答复”修改为“受理后五个工作日内答复”（已采纳）。\n2.区法院建议第4条中“重大案件由区法院快审快结”改为“重大案件由区法院依法审理”（不采纳，理由：快审快结是既定要求）。\n`,
    ),
    opinions: [
      {
        unit: '区总工会',
        measure: 4,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [['replace', '受理后尽快答复', '受理后五个工作日内答复']],
        codes: ['new-words-stand'],
      },
      {
        unit: '区法院',
        measure: 4,
        decision: 'not adopted',
        verdict: 'consistent',
        requests: [['replace', '重大案件由区法院快审快结', '重大案件由区法院依法审理']],
        codes: ['refused-words-absent'],
      },
    ],
  },
  {
    name: '处理情况：已修改；公众的意见',
    text: paper(
      `${intro('区教委、区财政局', 2)}1.区教委：第2条建议将“不低于两成”修改为“不低于三成”。处理情况：已修改。\n2.社会公众建议第1条增加“夜间照明”。未采纳，理由是驿站白天开放。\n3.区财政局无意见。\n`,
    ),
    opinions: [
      {
        unit: '区教委',
        measure: 2,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [['replace', '不低于两成', '不低于三成']],
        codes: ['new-words-stand'],
      },
      {
        unit: '社会公众',
        measure: 1,
        decision: 'not adopted',
        verdict: 'consistent',
        requests: [['add', null, '夜间照明']],
        codes: ['refused-words-absent'],
      },
    ],
    warnings: ['opinion-of-unit-not-asked'],
  },
  {
    name: '牵头改配合；由谁牵头、谁配合',
    text: paper(
      `${intro('区财政局、区司法局', 2)}1.区财政局针对“3.落实资金保障”，建议将我局由牵头单位调整为配合单位。不采纳，理由：资金由财政局安排。\n2.区司法局针对“4.畅通维权渠道”，建议由区司法局牵头，区总工会配合。采纳。\n`,
    ),
    opinions: [
      {
        unit: '区财政局',
        measure: 3,
        decision: 'not adopted',
        verdict: 'consistent',
        requests: [
          ['remove', '区财政局', null],
          ['add', null, '区财政局'],
        ],
        codes: ['refused-unit-still-listed', 'refused-unit-not-listed'],
      },
      {
        unit: '区司法局',
        measure: 4,
        decision: 'adopted',
        verdict: 'consistent',
        requests: [
          ['replace', null, '区司法局'],
          ['add', null, '区总工会'],
        ],
        codes: ['unit-listed', 'unit-listed'],
      },
    ],
  },
];
