/** More papers read by hand: slips, contradictions, other phrasings. */
import { type GoldPaper, intro, opinion, paper } from './gold-paper.fixture.ts';

export const MORE_GOLD: readonly GoldPaper[] = [
  {
    name: '改写后采纳，须人看；写到别的条去了',
    text: paper(
      `${intro('区总工会、区法院', 2)}1.区总工会针对“4.畅通维权渠道”，修改为“在工会设立欠薪维权窗口，五个工作日内作出答复”。已采纳。\n2.区法院针对“4.畅通维权渠道”，建议增加“接受审计监督”。已采纳。\n`,
    ),
    opinions: [
      opinion(
        '区总工会',
        4,
        'adopted',
        'needs a person',
        [['replace', '畅通维权渠道', '在工会设立欠薪维权窗口，五个工作日内作出答复']],
        ['new-words-reworded'],
      ),
      opinion('区法院', 4, 'adopted', 'needs a person', [['add', null, '接受审计监督']], ['new-words-stand-elsewhere']),
    ],
  },
  {
    name: '直引号、没写采纳与否、只是说明',
    text: paper(
      `${intro('区教委、区总工会、区司法局', 3)}1.区教委对"2.开展技能培训"，建议将"发给结业证"修改为"发给证书"。采纳。\n2.区总工会建议第2条增加“实训场地”。\n3.区司法局认为措施应更加注重可操作性。已采纳。\n`,
    ),
    opinions: [
      opinion('区教委', 2, 'adopted', 'consistent', [['replace', '发给结业证', '发给证书']], ['new-words-stand']),
      opinion('区总工会', 2, 'unstated', 'needs a person', [['add', null, '实训场地']], ['decision-unstated']),
      opinion('区司法局', null, 'adopted', 'needs a person', [['remark', null, null]], ['remark-only', 'adopted-without-words']),
    ],
  },
  {
    name: '我局不再作为配合单位；两家单位同一条意见',
    text: paper(
      `${intro('区城管委、区教委、区总工会', 3)}1.区城管委针对“1.建好零工驿站”，因职责已划转，建议我委不再作为配合单位。采纳。\n2.区教委、区总工会针对“2.开展技能培训”，建议删除“线上学时不计”。采纳。\n`,
    ),
    opinions: [
      opinion('区城管委', 1, 'adopted', 'contradiction', [['remove', '区城管委', null]], ['unit-still-listed']),
      opinion('区教委', 2, 'adopted', 'consistent', [['remove', '线上学时不计', null]], ['removed-words-absent']),
      opinion('区总工会', 2, 'adopted', 'consistent', [['remove', '线上学时不计', null]], ['removed-words-absent']),
    ],
  },
  {
    name: '按单位分组，几条意见各有各的结果',
    text: paper(
      `${intro('区财政局、区审计局', 2)}（一）区财政局\n1.针对第3条，建议将“按月拨付”修改为“按季度拨付”。采纳。\n2.针对第1条，建议将区财政局从配合单位中删除。不采纳，理由：建站资金由区财政局拨付。\n（二）区审计局\n1.针对第3条，建议删除区审计局。不采纳，理由：资金须受监督。\n`,
    ),
    opinions: [
      opinion('区财政局', 3, 'adopted', 'consistent', [['replace', '按月拨付', '按季度拨付']], ['new-words-stand']),
      opinion('区财政局', 1, 'not adopted', 'consistent', [['remove', '区财政局', null]], ['refused-unit-still-listed']),
      opinion('区审计局', 3, 'not adopted', 'consistent', [['remove', '区审计局', null]], ['refused-unit-still-listed']),
    ],
  },
  {
    name: '家数对不上，其余单位均无意见',
    text: paper(
      `${intro('区财政局、区教委、区总工会、区法院', 5)}1.区财政局针对“3.落实资金保障”，建议将“接受监督”修改为“接受审计监督”。采纳。\n2.其余3家单位均无意见。\n`,
    ),
    opinions: [opinion('区财政局', 3, 'adopted', 'consistent', [['replace', '接受监督', '接受审计监督']], ['new-words-stand'])],
    warnings: ['consultation-count-differs'],
  },
  {
    name: '新旧并存',
    text: paper(
      `${intro('区教委、区总工会', 2)}1.区教委针对“2.开展技能培训”，建议将“每年培训零工3000人次”修改为“培训合格的发给证书”。采纳。\n2.区总工会针对“2.开展技能培训”，建议把“三成”换成“其中线上培训占比不低于三成”。采纳。\n`,
    ),
    opinions: [
      opinion(
        '区教委',
        2,
        'adopted',
        'contradiction',
        [['replace', '每年培训零工3000人次', '培训合格的发给证书']],
        ['new-words-stand-old-too'],
      ),
      opinion('区总工会', 2, 'adopted', 'consistent', [['replace', '三成', '其中线上培训占比不低于三成']], ['new-words-stand']),
    ],
  },
  {
    name: '建议采用某种写法；结果写在括号里',
    text: paper(
      `${intro('区总工会、区法院', 2)}1.区总工会建议采用更明确的写法，将第4条“受理后尽快答复”修改为“受理后五个工作日内答复”（已采纳）。\n2.区法院建议第4条中“重大案件由区法院快审快结”改为“重大案件由区法院依法审理”（不采纳，理由：快审快结是既定要求）。\n`,
    ),
    opinions: [
      opinion(
        '区总工会',
        4,
        'adopted',
        'consistent',
        [['replace', '受理后尽快答复', '受理后五个工作日内答复']],
        ['new-words-stand'],
      ),
      opinion(
        '区法院',
        4,
        'not adopted',
        'consistent',
        [['replace', '重大案件由区法院快审快结', '重大案件由区法院依法审理']],
        ['refused-words-absent'],
      ),
    ],
  },
  {
    name: '处理情况：已修改；公众的意见',
    text: paper(
      `${intro('区教委、区财政局', 2)}1.区教委：第2条建议将“不低于两成”修改为“不低于三成”。处理情况：已修改。\n2.社会公众建议第1条增加“夜间照明”。未采纳，理由是驿站白天开放。\n3.区财政局无意见。\n`,
    ),
    opinions: [
      opinion('区教委', 2, 'adopted', 'consistent', [['replace', '不低于两成', '不低于三成']], ['new-words-stand']),
      opinion('社会公众', 1, 'not adopted', 'consistent', [['add', null, '夜间照明']], ['refused-words-absent']),
    ],
    warnings: ['opinion-of-unit-not-asked'],
  },
  {
    name: '牵头改配合；由谁牵头、谁配合',
    text: paper(
      `${intro('区财政局、区司法局', 2)}1.区财政局针对“3.落实资金保障”，建议将我局由牵头单位调整为配合单位。不采纳，理由：资金由财政局安排。\n2.区司法局针对“4.畅通维权渠道”，建议由区司法局牵头，区总工会配合。采纳。\n`,
    ),
    opinions: [
      opinion(
        '区财政局',
        3,
        'not adopted',
        'consistent',
        [
          ['remove', '区财政局', null],
          ['add', null, '区财政局'],
        ],
        ['refused-unit-still-listed', 'refused-unit-not-listed'],
      ),
      opinion(
        '区司法局',
        4,
        'adopted',
        'consistent',
        [
          ['replace', null, '区司法局'],
          ['add', null, '区总工会'],
        ],
        ['unit-listed', 'unit-listed'],
      ),
    ],
  },
  {
    name: '各有各的说法',
    text: paper(
      `${intro('区教委、区总工会、区司法局、区财政局、区城管委', 5)}${[
        '区教委针对第2条，建议明确“培训合格的发给证书”。已采纳。',
        '区总工会建议在第4条“受理后”之后增加“五个工作日内”。采纳。',
        '区总工会建议第4条删去“重大案件”四字。采纳。',
        '区财政局：第3条“2.5亿元”建议改为“2亿元”。不采纳，理由：已列入预算。',
        '区司法局：建议第4条牵头单位为区人力社保局。未采纳，理由：维权窗口设在司法局。',
        '区司法局：第4条建议增列区人力社保局为配合单位。采纳。',
        '区财政局：建议把区审计局从第3条配合单位中去掉。未采纳，原因：资金须审计。',
        '区教委：第2条原文“每年培训零工2000人次”，建议“每年培训零工3000人次”。采纳。',
        '区财政局对“3.落实资金保障”提出两条意见：一是将“按月拨付”改为“按季度拨付”，予以采纳；二是删除“接受审计监督”，不予采纳，理由：审计是法定要求。',
        '区城管委书面反馈：同意，无修改意见。',
      ]
        .map((item, i) => `${i + 1}.${item}\n`)
        .join('')}`,
    ),
    opinions: [
      opinion('区教委', 2, 'adopted', 'consistent', [['add', null, '培训合格的发给证书']], ['new-words-stand']),
      opinion('区总工会', 4, 'adopted', 'consistent', [['add', null, '五个工作日内']], ['new-words-stand']),
      opinion('区总工会', 4, 'adopted', 'contradiction', [['remove', '重大案件', null]], ['removed-words-stand']),
      opinion('区财政局', 3, 'not adopted', 'consistent', [['replace', '2.5亿元', '2亿元']], ['refused-words-absent']),
      opinion('区司法局', 4, 'not adopted', 'consistent', [['replace', null, '区人力社保局']], ['refused-unit-not-listed']),
      opinion('区司法局', 4, 'adopted', 'contradiction', [['add', null, '区人力社保局']], ['unit-not-listed']),
      opinion('区财政局', 3, 'not adopted', 'consistent', [['remove', '区审计局', null]], ['refused-unit-still-listed']),
      opinion(
        '区教委',
        2,
        'adopted',
        'consistent',
        [['replace', '每年培训零工2000人次', '每年培训零工3000人次']],
        ['new-words-stand'],
      ),
      opinion('区财政局', 3, 'adopted', 'consistent', [['replace', '按月拨付', '按季度拨付']], ['new-words-stand']),
      opinion('区财政局', 3, 'not adopted', 'consistent', [['remove', '接受审计监督', null]], ['refused-removal-stands']),
    ],
  },
];
