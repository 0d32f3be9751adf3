import { type Said, said } from '../../../kernel/i18n/said.ts';

/** A share in percent, of which more is better; or a number of cases, of which fewer are. */
type Measure = { readonly counts: 'share' | 'cases'; readonly title: Said; readonly from: Said };

/** What a station's own records can show, and from which records. */
export const measures = {
  'fee-complaints': {
    counts: 'cases',
    title: said('收费投诉成立', 'Complaints about fees upheld'),
    from: said(
      '收费类投诉里查明属实、办结的；没有查实、撤回、移送的不算',
      'Complaints about fees that were upheld and settled; not upheld, withdrawn and referred ones left out',
    ),
  },
  'employers-verified': {
    counts: 'share',
    title: said('发单单位已核验', 'Orders of verified employers'),
    from: said('用工单和用工单位核验记录', 'Orders, and when their employers were verified'),
  },
  'licences-checked': {
    counts: 'share',
    title: said('证书已核', 'Licences checked'),
    from: said('来站工人这段时间报的证', 'Licences that workers of the station named in these days'),
  },
  'offers-answered': {
    counts: 'share',
    title: said('派活有回音', 'Offers answered'),
    from: said('派出的活，收回的不算', 'Offers made, those withdrawn left out'),
  },
  'third-morning-seen': {
    counts: 'share',
    title: said('第三个早晨有人管', 'Third mornings seen to'),
    from: said('连续两个早晨没活之后的签到', 'Check-ins after two mornings without work'),
  },
  'reasons-given': {
    counts: 'share',
    title: said('没派到活有说明', 'Reasons given'),
    from: said('当天没派到活的签到', 'Check-ins that ended without work'),
  },
  'seats-filled': {
    counts: 'share',
    title: said('用工名额招满', 'Places filled'),
    from: said('用工单的名额，取消的不算', 'Places in orders, cancelled ones left out'),
  },
  'wages-in-time': {
    counts: 'share',
    title: said('工钱按时结清', 'Wages paid in time and confirmed'),
    from: said('这段时间该结的工资单', 'Wages that came due in these days'),
  },
  'complaints-in-term': {
    counts: 'share',
    title: said('投诉按时办结', 'Complaints closed in term'),
    from: said('这段时间到期的投诉，撤回的不算', 'Complaints that came due in these days, withdrawn ones left out'),
  },
  'orders-insured': {
    counts: 'share',
    title: said('开工前有保险', 'Insured before the start'),
    from: said('开了工的用工单和保单登记', 'Orders that started, and the policies recorded'),
  },
  'insurance-told': {
    counts: 'share',
    title: said('告知有没有保险', 'Told about insurance'),
    from: said('派到活的人次', 'Placements'),
  },
  'weather-recorded': {
    counts: 'share',
    title: said('气温登记', 'Days with temperatures recorded'),
    from: said('有人签到的日子', 'Days on which somebody checked in'),
  },
  'workers-trained': {
    counts: 'share',
    title: said('来站的人里上过培训的', 'Workers trained'),
    from: said('来站签到的人和培训服务记录', 'People who checked in, and services of training'),
  },
} as const satisfies Readonly<Record<string, Measure>>;

export type MeasureCode = keyof typeof measures;

export const isMeasure = (code: string): code is MeasureCode => Object.hasOwn(measures, code);
