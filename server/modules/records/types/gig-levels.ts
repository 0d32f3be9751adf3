import { factKind } from '../../../kernel/fact/kind.ts';
import { type Said, said } from '../../../kernel/i18n/said.ts';
import type { ServiceLevelKind } from '../type.ts';

/** What a gig station's own records show of its service; counted from them each night by the gig station itself, never sent. */
export const gigSeat = factKind({
  name: 'gig.seat',
  title: said('零工用工名额', 'Places in day orders'),
  unit: said('个', 'places'),
  counts: 'flow',
  variants: { filled: said('招到人', 'Filled'), open: said('没招到', 'Not filled') },
  silentAfterDays: 7,
  source: said('零工市场的用工单，取消的不算。', 'Day orders at the gig stations, cancelled ones left out.'),
});
export const gigWage = factKind({
  name: 'gig.wage',
  title: said('零工工资单', 'Wages of day work'),
  unit: said('笔', 'wages'),
  counts: 'flow',
  variants: { 'in-time': said('按时结清并确认', 'Paid in time and confirmed'), late: said('没有按时结清', 'Not in time') },
  silentAfterDays: 14,
  source: said('零工市场到期的工资单，以工人确认收到为准。', 'Wages that came due; the worker confirms that they came.'),
});
export const gigComplaint = factKind({
  name: 'gig.complaint',
  title: said('零工投诉', 'Complaints about day work'),
  unit: said('件', 'complaints'),
  counts: 'flow',
  variants: { 'in-time': said('按时办结', 'Closed in term'), late: said('没有按时办结', 'Not in term') },
  silentAfterDays: 90,
  source: said('零工市场到期的投诉，撤回的不算。', 'Complaints that came due, withdrawn ones left out.'),
});

const share = (key: string, title: Said, kind: { readonly name: string }, variant: string): ServiceLevelKind => ({
  key,
  title,
  unit: said('%', '%'),
  decimals: 1,
  comparator: '>=',
  per: 'standing',
  count: { rule: 'ratio', part: { kind: kind.name, variants: [variant] }, whole: { kind: kind.name }, window: 'year' },
});

export const gigLevels: readonly ServiceLevelKind[] = [
  share('gig-seats-filled', said('零工用工名额招满率', 'Places in day orders filled'), gigSeat, 'filled'),
  share('gig-wages-in-time', said('零工工钱按时结清率', 'Wages of day work paid in time and confirmed'), gigWage, 'in-time'),
  share(
    'gig-complaints-in-time',
    said('零工投诉按时办结率', 'Complaints about day work closed in term'),
    gigComplaint,
    'in-time',
  ),
];
