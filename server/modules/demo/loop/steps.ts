import type { PlannedMilestone } from '../../plans/contract.ts';

/** What becomes of a milestone in the story: done in time or late, reported and waiting for the office, or still open. */
export type Fate = 'done' | 'late' | 'reported' | 'open';

export type Step = {
  readonly measure: number;
  readonly unit: string;
  readonly title: string;
  readonly deliverable: string;
  readonly proof: PlannedMilestone['proof'];
  readonly figure?: string;
  readonly value?: number;
  /** Days from the day the story ends: negative is past. */
  readonly due: number;
  readonly fate: Fate;
};

const step = (
  measure: number,
  unit: string,
  title: string,
  deliverable: string,
  due: number,
  fate: Fate,
  more: Partial<Pick<Step, 'proof' | 'figure' | 'value'>> = {},
): Step => ({ measure, unit, title, deliverable, due, fate, proof: 'note', ...more });

/** The milestones of the fourteen plans: most done, some late, one that comes due in two days, one that nobody speaks of. */
export const steps: readonly Step[] = [
  step(1, 'human-resources', '建立重点企业用工台账', '台账', -420, 'done'),
  step(1, 'commerce', '商圈岗位信息按月汇总', '岗位清单', -160, 'done'),
  step(1, 'human-resources', '空岗采集满三万个', '系统自动判定', 35, 'open', { proof: 'figure', figure: '1', value: 30_000 }),
  step(2, 'human-resources', '专员全部到岗', '专员名册', -380, 'late'),
  step(2, 'human-resources', '服务站点标识统一更新', '照片和清单', 75, 'open'),
  step(3, 'human-resources', '发布创业担保贷款办事指南', '办事指南', -400, 'done'),
  step(3, 'finance', '落实年度贴息资金', '资金批复', -95, 'done'),
  step(3, 'human-resources', '办好区级创业创新大赛', '大赛总结', 24, 'open'),
  step(4, 'state-assets', '梳理可用国企空间', '空间清单', -390, 'done'),
  step(4, 'zhongguancun-park', '公布优惠租金标准', '租金标准', -30, 'done'),
  step(5, 'science-technology', '遴选合作孵化机构', '机构名单', -350, 'late'),
  step(5, 'science-technology', '举办四场项目路演', '路演记录', 60, 'open'),
  step(6, 'human-resources', '发布急需紧缺工种目录', '目录文本', -330, 'done'),
  step(6, 'health', '养老托育培训课程上线', '课程表', -9, 'open'),
  step(7, 'human-resources', '用工培训覆盖百人以上企业', '培训签到表', -210, 'done'),
  step(7, 'trade-unions', '设立联合调解室', '揭牌材料', 90, 'open'),
  step(8, 'housing', '首批房源竣工验收', '验收意见', -240, 'late'),
  step(8, 'planning-resources', '二期用地手续办结', '用地批复', -20, 'open'),
  step(9, 'education', '发布入学指南', '指南文本', -200, 'done'),
  step(9, 'government-services-data', '部门信息联审接口上线', '上线说明', -6, 'reported'),
  step(10, 'commerce', '签约首批暖心餐门店', '门店名单', -300, 'done'),
  step(10, 'commerce', '公布暖心餐门店地图', '地图链接', 2, 'open'),
  step(10, 'trade-unions', '发放首批骑手用餐卡', '发放记录', 50, 'open'),
  step(11, 'health', '家庭医生签约进园区', '活动记录', -140, 'done'),
  step(11, 'health', '友好医院试点评估', '评估报告', 45, 'open'),
  step(12, 'social-work', '制定友好场景认定办法', '认定办法', -360, 'done'),
  step(12, 'social-work', '上线友好服务地图', '地图链接', -75, 'done'),
  step(13, 'culture-tourism', '假期托管班开班', '开班通知', -130, 'done'),
  step(13, 'womens-federation', '亲子游学活动收官', '活动总结', 20, 'open'),
  step(14, 'human-resources', '马驹桥零工市场开市', '开市公告', -310, 'done'),
  step(14, 'human-resources', '出台零工市场规范化建设意见', '意见文本', 30, 'open'),
];

/** Levels of service where the paper promises no figure. */
export const serviceLevels: Readonly<Record<number, readonly { key: string; value: number }[]>> = {
  9: [
    { key: 'school-days', value: 25 },
    { key: 'school-in-time', value: 90 },
  ],
  11: [{ key: 'doctor-signed', value: 300 }],
};
