import type { Light } from '../../kernel/figure/light.ts';
import type { Why } from '../../kernel/figure/lit.ts';
import type { Calendar } from '../../kernel/term/calendar.ts';
import { type Pause, remaining } from '../../kernel/term/term.ts';
import type { Milestone } from './contract.ts';

/** How many working days before its date a milestone counts as near. */
export const NEAR = 3;

/**
 * Where a milestone's date stands on a day. `dueOn`: the last day in time, the planned date, or the next working day where that is a day off
 * (Civil Code art. 203), moved on by the working days for which it was paused; null while an open pause keeps it from being known. Pauses
 * that begin after it move nothing. `daysLeft`: working days until then, negative after it; none on which the clock stands still.
 */
export function dateStands(
  { since, dueOn: planned }: Pick<Milestone, 'since' | 'dueOn'>,
  pauses: readonly Pause[],
  on: string,
  calendar: Calendar,
): { readonly dueOn: string | null; readonly daysLeft: number } {
  const due = calendar.isWorkingDay(planned) ? planned : calendar.addWorkingDays(planned, 1);
  const held = pauses.filter(({ to }) => to === null || to > since);
  const startedOn = since < due ? since : due;
  const term = { startedOn, length: { workingDays: calendar.workingDaysBetween(startedOn, due) }, pauses: held };
  const left = remaining(term, on, calendar);
  return { dueOn: left.dueOn, daysLeft: left.days };
}

/** The last day on which a milestone is in time; null while an open pause keeps it from being known. */
export const effectiveDue = (
  milestone: Pick<Milestone, 'since' | 'dueOn'>,
  pauses: readonly Pause[],
  calendar: Calendar,
): string | null => dateStands(milestone, pauses, milestone.dueOn, calendar).dueOn;

/**
 * The light of a milestone, from dates alone: ahead when it was done before its date, on path while there is time, behind when its
 * date was put off or its report waits after the date, overdue when the date has passed. Who is asked and does not answer turns it
 * silent: that is the notice's light, beside this one.
 */
export function milestoneLight(
  milestone: Pick<Milestone, 'dueOn' | 'firstDueOn' | 'since' | 'state' | 'reportedOn' | 'doneOn'>,
  on: string,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): { light: Light; why: Why } {
  const { firstDueOn, reportedOn, doneOn } = milestone;
  const lit = (light: Light, reason: string, params: Why['params'] = {}) => ({ light, why: { reason, params } });
  const { dueOn: due, daysLeft } = dateStands(milestone, pauses, on, calendar);
  const dueParams = { due: due ?? milestone.dueOn };
  // Asked for a past day: what happened later had not happened yet.
  if (milestone.state === 'done' && doneOn !== null && doneOn <= on) {
    const late = due !== null && doneOn > due;
    if (late) return lit('on-path', 'milestone-done-late', { ...dueParams, done: doneOn });
    return lit(doneOn < (due ?? milestone.dueOn) ? 'ahead' : 'on-path', 'milestone-done', { ...dueParams, done: doneOn });
  }
  if (due === null) return lit('on-path', 'milestone-paused', { due: milestone.dueOn });
  if (milestone.state === 'reported' && reportedOn !== null && reportedOn <= on) {
    return lit(reportedOn > due ? 'behind' : 'on-path', 'milestone-reported', { ...dueParams, reported: reportedOn });
  }
  if (on > due) return lit('overdue', 'milestone-overdue', { ...dueParams, days: 0 - daysLeft });
  if (firstDueOn < milestone.dueOn && on > firstDueOn)
    return lit('behind', 'milestone-put-off', { due: milestone.dueOn, first: firstDueOn });
  return lit('on-path', daysLeft <= NEAR ? 'milestone-near' : 'milestone-open', { ...dueParams, days: daysLeft });
}
