import { said } from './pair.ts';

/** The gig station in the office: its counter, its devices, and the stations themselves. */
export const gigWords = {
  'gig.pay-day': said('{yuan} 元一天', '¥{yuan} a day'),
  'gig.pay-hour': said('{yuan} 元一小时', '¥{yuan} an hour'),
  'gig.desk.first-aid': said('急救', 'First aid'),
  'gig.desk.lost-wage': said('讨薪', 'Unpaid wages'),
  'gig.desk.legal-aid': said('法律援助', 'Legal aid'),
  'gig.desk.training-desk': said('技能培训', 'Training'),
  'gig.desk.advice-desk': said('求职指导', 'Job advice'),
} as const;
