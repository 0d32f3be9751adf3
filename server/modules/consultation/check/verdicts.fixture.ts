/** One opinion after another against the same two measures: what the text does, against what was decided. */
import type { FindingCode, Verdict } from './shapes.ts';

const PAPER = `云澜区零工服务提升若干措施
一、主要任务
1.建好零工驿站。建成零工驿站48个，全天开放，提供免费饮水。
牵头单位：区人力社保局
配合单位：区财政局、区城管委
2.开展技能培训。每年培训零工3000人次，提供免费饮水，合格的发给证书。
牵头单位：区人力社保局
配合单位：区教委、区财政局
征求意见汇总说明
向区财政局、区教委2家单位征求意见。
`;
export const consulted = (ask: string, decision: string): string => `${PAPER}1.区教委${ask}。${decision}。\n2.区财政局无意见。\n`;

/** What is asked, what was decided, what the check says of it. */
export const VERDICTS: readonly (readonly [string, string, Verdict, readonly FindingCode[]])[] = [
  ['针对第1条，建议增加“夜间照明设施”', '采纳', 'contradiction', ['new-words-absent']],
  ['针对第1条，建议将“48个”改为“60个”', '采纳', 'contradiction', ['old-words-stand-instead']],
  ['针对第1条，建议将“零工驿站48个”改为“零工驿站60个”', '采纳', 'contradiction', ['old-words-stand-instead']],
  ['针对第1条，建议将“零工驿站60个”改为“零工驿站48个”', '不采纳，理由：任务要加码', 'contradiction', ['refused-words-stand']],
  ['针对第1条，建议删除“全天候值守”', '不采纳，理由：便民', 'contradiction', ['refused-removal-absent']],
  ['针对第1条，建议删除“提供免费饮水”', '采纳', 'contradiction', ['removed-words-stand']],
  ['针对第1条，建议删除“合格的发给证书”', '采纳', 'consistent', ['removed-words-absent']],
  ['针对第1条，建议增加“合格的发给证书”', '采纳', 'needs a person', ['new-words-stand-elsewhere']],
  ['针对第1条，建议增加“全天对外开放，并提供免费饮水”', '采纳', 'needs a person', ['new-words-reworded']],
  ['针对第2条，建议增加“合格的发给证书”', '部分采纳，理由：另行规定', 'needs a person', ['partly-adopted']],
  ['针对第1条，建议在配合单位中删除区财政局', '采纳', 'contradiction', ['unit-still-listed']],
  ['针对第1条，建议在配合单位中删除区教委', '采纳', 'consistent', ['unit-removed']],
  ['针对第2条，建议在配合单位中删除区城管委', '不采纳，理由：职责所在', 'contradiction', ['refused-unit-gone']],
  ['建议在配合单位中删除区财政局', '采纳', 'needs a person', ['unit-still-listed']],
  ['建议在配合单位中删除区城管委', '采纳', 'contradiction', ['unit-still-listed']],
  ['建议在配合单位中删除区审计局', '采纳', 'consistent', ['unit-removed']],
];
