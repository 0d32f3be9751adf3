import { bounds, isReached, paceOf } from '../../kernel/figure/light.ts';
import { pathAt } from '../../kernel/figure/path.ts';
import type { Calendar } from '../../kernel/term/calendar.ts';
import { lastDayOfMonth } from '../../kernel/term/day.ts';
import type { Pause } from '../../kernel/term/term.ts';
import type { Summarised } from '../figures/module.ts';
import type { Milestone } from '../plans/contract.ts';
import { dateStands, pausesOf } from '../plans/module.ts';
import type { Measure } from '../programme/contract.ts';
import type { Matter } from './supervise.ts';

export type Pauses = ReadonlyMap<string, readonly Pause[]>;

/** Whether a clock stands still on a day. */
export const isPausedOn = (pauses: readonly Pause[], day: string): boolean =>
  pauses.some(({ from, to }) => from < day && (to === null || day <= to));

/** A milestone as supervision sees it: in time until its last day, pauses counted. */
export function milestoneMatter(milestone: Milestone, day: string, pauses: Pauses, calendar: Calendar): Matter {
  const own = pausesOf(milestone, pauses);
  const isSettled = milestone.state === 'done' || milestone.state === 'reported';
  return {
    subject: `milestone:${milestone.id}`,
    measure: milestone.measure,
    unit: milestone.unit,
    ...(isSettled ? { dueOn: milestone.dueOn, daysLeft: null } : dateStands(milestone, own, day, calendar)),
    plannedFor: milestone.dueOn,
    isSettled,
    isDone: milestone.state === 'done',
    pace: null,
    isSilent: false,
    monthsBehind: 0,
    isOnPath: milestone.state === 'done',
    isPaused: isPausedOn(own, day),
  };
}

/** A figure, or a level of service that is reckoned as one, as supervision sees it: once for each unit that leads it. */
export function figureMatters(
  { summary, months }: Pick<Summarised, 'summary' | 'months'>,
  measure: Pick<Measure, 'no' | 'lead'>,
  startsOn: string,
  pauses: Pauses,
  subject: Matter['subject'] = `figure:${summary.code}`,
): Matter[] {
  const { light, on, target } = summary;
  const closed = months.filter(({ month }) => lastDayOfMonth(month) < on);
  const paceAt = (at: number): number | null => {
    const month = closed.at(at);
    if (!month) return null;
    if (target.per === 'month') return (month.value.value ?? 0) / target.value;
    const end = lastDayOfMonth(month.month);
    return paceOf(target, month.standing.value, pathAt(target, end, startsOn));
  };
  const wasBehind = (at: number): boolean => {
    if (target.per === 'month') {
      const month = closed.at(at);
      return month !== undefined && !isReached(target, target.value, month.value.value);
    }
    const pace = paceAt(at);
    return pace !== null && pace < (target.per === 'standing' ? 1 : bounds.onPath);
  };
  let monthsBehind = 0;
  while (monthsBehind < closed.length && wasBehind(-1 - monthsBehind)) monthsBehind += 1;
  const isOnPath = light === 'ahead' || light === 'on-path';
  const own = [...(pauses.get(subject) ?? []), ...(pauses.get(`measure:${measure.no}`) ?? []), ...(pauses.get('district') ?? [])];
  return measure.lead.map((unit) => ({
    subject,
    measure: measure.no,
    unit,
    dueOn: null,
    daysLeft: null,
    plannedFor: null,
    isSettled: false,
    isDone: false,
    // A promise that begins anew each month has no path: its last full month says how it stands.
    pace: target.per === 'month' ? (isOnPath ? 1 : paceAt(-1)) : summary.pace,
    isSilent: light === 'silent',
    monthsBehind: isOnPath ? 0 : monthsBehind,
    isOnPath,
    isPaused: isPausedOn(own, on),
  }));
}
