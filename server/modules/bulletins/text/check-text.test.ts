import { describe, expect, it } from 'vitest';
import { checkText } from './check-text.ts';

const numberIn = (text: string, names: readonly string[] = []) =>
  checkText(text, 'x', new Set(['1.value']), names).map(({ params }) => params?.number)[0];

describe('a number typed into the words of a bulletin is refused', () => {
  it.each(
    `三分之二 六七成 一二三 合计三 达五 共八 一共七 约十 零增长 双位数增长 第一名 倒数第一 壹佰人 贰拾人 叁佰 卅人 廿个 俩人 仨单位 五萬人 三億 兩家
    VIII项 XVIII Ⅷ项 ⅷ ㏠ 🔟 💯 🥇 % ％ ‰ ① ㈠ ㊀ ⼀家 ー家 ３万 ٣家 一千方百计 九一方面 完成三千人 九成 一百二十三 二〇二六年 过半 大半 翻番 翻了一番 成倍增长 两家单位滞后 百分之九十八
    几分之一 传统一家企业 统一千人 十分钟 得十分 三十分 队伍五人 成千上万 数百家 三月底 一起争议 一家单位 无一滞后 零投诉 陆家单位 伍人 拾项 一季度`
      .trim()
      .split(/\s+/),
  )('in Chinese: %s', (text) => {
    expect(numberIn(text)).toBeDefined();
    expect(numberIn(`各单位协同推进，${text}，成效明显。`)).toBeDefined();
  });

  it.each([
    'five thousand人',
    'tenfold',
    'thrice',
    'a third',
    'a quarter',
    'halved',
    'doubling',
    'quadrupled',
    'trillion',
    'zero',
    'pct',
    'XVIII',
    'xiv items',
    'fi\u200Bve',
    'f i v e',
    'F-I-V-E',
    'fíve',
    'ﬁve',
    'оne unit',
    'ninety per cent',
    'twenty-first',
    'sixties',
    'one unit is behind',
    'in the first place',
    'full width ｆｉｖｅ',
    '完成三千人',
    '九成',
    '一百二十三',
  ])('in English: %s', (text) => expect(numberIn(text)).toBeDefined());

  it('and the refusal says which words, as they were typed, and where', () => {
    const [fault] = checkText('各单位协同推进，新增叁佰伍拾个岗位；成效明显。', 'measure-1/zh', new Set());
    expect(fault).toEqual({
      at: 'measure-1/zh',
      code: 'typed-number',
      params: { number: '叁佰伍拾', near: '新增叁佰伍拾个岗位' },
    });
    expect(checkText('done by fi\u200Bve units', 'x', new Set())[0]?.params?.number).toBe('fi\u200Bve');
  });

  it('but the name of a place or a unit is no number', () => {
    expect(numberIn('九棵树街道进展较快。', ['九棵树街道', '中仓街道'])).toBeUndefined();
    expect(numberIn('九棵树街道进展较快。')).toBe('九');
    expect(numberIn('十九棵树街道', ['九棵树街道'])).toBeDefined();
  });
});

const PROSE = `各单位齐心协力，进一步夯实基础。
千方百计稳就业，一方面抓岗位，另一方面抓培训。
进一步统一思想，一体化推进一站式服务。
一批企业第一时间响应，老百姓十分满意。
一是强化统筹，二是压实责任，三是严格督办。
坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神。
深入贯彻落实就业优先战略，把稳就业摆在更加突出的位置。
各牵头单位按照统一部署，主动担当，靠前服务。
总体进展平稳，个别任务滞后，须引起高度重视。
下一步，请各单位对照差距，倒排工期，挂图作战。
零工市场运行平稳，打零工的群众就近找到了活。
对零就业家庭实行动态帮扶。
高效办成一件事，让群众少跑腿。
加强就业服务专员队伍建设，做到一人一策、一企一策。
领导干部深入一线走访企业，逐一核实用工需求。
打通服务群众的最后一公里。
各街道主要负责同志作为第一责任人，要一抓到底。
请第三方评估机构继续跟踪评估。
要以钉钉子精神一以贯之抓落实。
对反映的问题，一律限期整改。
各部门步调一致，形成全区一盘棋的工作格局。
数据质量有待提高，迟报、漏报现象仍有发生。
一些单位主动作为，一些单位推进不力。
上半年以来，各项工作有序展开。
有关做法值得借鉴，请各单位结合实际学习推广。
加快推进社区就业服务站点建设，持续完善服务网络。
聚焦高校毕业生、退役军人、农民工等重点群体，分类施策。
退伍军人培训陆续开班。
用好“十四五”规划收官的契机。
劳动关系总体和谐稳定，争议调处更加及时。
对拖欠工资的行为保持高压态势。
政策宣传要贴近群众，用大白话讲清楚。
简化办事流程，压减申请材料。
专项资金拨付及时，使用规范。
对成效突出的单位予以表扬，对推进不力的予以提醒。
督促滞后单位说明原因，提出整改措施和完成时限。
落实社会保险补贴、岗位补贴等扶持政策。
以技能培训为抓手，提升劳动者就业能力。
鼓励用人单位吸纳本地劳动力。
为新就业形态劳动者提供暖心服务。
畅通诉求渠道，及时回应社会关切。
建立健全部门联动机制，统筹做好岗位归集。
坚持问题导向，补短板、强弱项。
各项指标口径以方案为准，不得擅自调整。
要严格数据审核，谁上报、谁负责。
街道、乡镇要压实属地责任，摸清底数。
招聘活动形式多样，线上线下同步进行。
推动公共就业服务进校园、进社区、进园区。
积极搭建供需对接平台，促进人岗匹配。
困难群体帮扶措施落实到位。
企业用工需求有所回升，求职者结构性矛盾依然存在。
加大对灵活就业人员的支持力度。
持续优化营商环境，激发市场主体活力。
请区财政局、区人力社保局加强协调配合。
发挥工会、共青团、妇联等群团组织作用。
统筹发展和安全，守牢安全生产底线。
加强舆论引导，营造良好氛围。
典型经验已在全区推广。
要切实转变作风，深入基层调查研究。
受季节因素影响，部分工程进度放缓。
整改情况请按督办要求书面答复。
本期数据经各牵头单位核对，与台账相符。
截至目前，各项工作达到序时进度。
尚未开展的工作要抓紧启动，已经启动的要加快推进。
空岗采集覆盖面持续扩大，信息更新更加及时。
不断提高群众的获得感、幸福感、安全感。
对标对表，查漏补缺，确保如期完成全年目标任务。
两会期间，相关代表对就业工作提出了宝贵建议。`.split('\n');

describe('the usual prose of bulletins passes', () => {
  it('without a number in it', () => expect(PROSE.length).toBeGreaterThanOrEqual(60));
  it.each(PROSE)('%s', (text) => expect(checkText(text, 'x', new Set())).toEqual([]));
  it.each([
    'Each unit did what it could, day by day.',
    'Officers called on firms one by one, and no one was turned away.',
    'The units behind are asked to close the gaps; a mix of measures is needed.',
    'On the one hand training goes on; on the other, openings are collected.',
    'The one-stop service is open; first of all, records must be sent in time.',
    'Work is often done together, and the weight of evidence has grown.',
  ])('%s', (text) => expect(checkText(text, 'x', new Set())).toEqual([]));
});
