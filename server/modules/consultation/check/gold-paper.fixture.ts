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
export const intro = (units: string, count: number) =>
  `征求意见汇总说明\n区人力社保局于2026年4月8日就《云澜区零工服务提升若干措施》向${units}等${count}家单位征求意见，反馈情况如下：\n`;
export const paper = (rest: string) => `${body}${rest}`;

export const opinion = (
  unit: string,
  measure: number | null,
  decision: Decision,
  verdict: Verdict,
  requests: Expected['requests'],
  codes: Expected['codes'],
): Expected => ({ unit, measure, decision, verdict, requests, codes });
