import type { DraftContent, DraftText } from './contract.ts';

/** A small paper of the genre, in our own words; numbers and units can be changed to make a corrected one. */
export const samplePaper = ({
  trained = '3000人次',
  loans = '1.5亿元',
  cooperating = '区财政局、区教委',
  lapse = 2027,
} = {}): string =>
  `样例区促进就业三年行动方案（2025—${lapse}年）

为做好就业工作，制定本方案，有效期至${lapse}年12月31日。

一、扩大就业机会

（一）组织技能培训
面向重点人群办好培训班，每年开展技能培训不少于${trained}。
牵头单位：区人力社保局
配合单位：${cooperating}

（二）支持自主创业
简化申请手续，每年发放创业担保贷款不少于${loans}。
牵头单位：区财政局
配合单位：区人力社保局

二、改善就业环境

（三）办好就业活动
贴近社区送岗位，每月举办直播带岗活动不少于3场；到${lapse}年累计建成乐业小屋20处。
牵头单位：区人力社保局
配合单位：各街道办事处、乡镇政府
`;

/** What a person does with a draft: writes the English that is missing, and confirms every item. */
export function finished(content: DraftContent): DraftContent {
  const written = (text: DraftText, zh: string): DraftText => ({ zh: text.zh || zh, en: text.en || 'Written by a person' });
  const confirmed = <T extends { state: string }>(item: T) => ({ ...item, state: 'confirmed' as const });
  return {
    ...confirmed(content),
    district: {
      ...content.district,
      name: written(content.district.name, '样例区'),
      telephone: content.district.telephone || '12333',
    },
    title: written(content.title, '方案'),
    goalAreas: content.goalAreas.map((area) => ({ ...confirmed(area), title: written(area.title, '方面') })),
    units: content.units.map((unit) => ({ ...confirmed(unit), name: written(unit.name, '单位') })),
    measures: content.measures.map((measure) => ({
      ...confirmed(measure),
      title: written(measure.title, '任务'),
      figures: measure.figures.map((figure) => ({
        ...confirmed(figure),
        title: written(figure.title, '指标'),
        promise: written(figure.promise, '承诺'),
        unit: written(figure.unit, '个'),
        count: figure.count ?? { rule: 'typed' as const, lapsesAfterDays: 100 },
        limits: written(figure.limits, '由人填报，注明来源。'),
      })),
    })),
  };
}
