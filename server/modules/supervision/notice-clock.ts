import type { Calendar } from '../../kernel/term/calendar.ts';
import { type Pause, remaining } from '../../kernel/term/term.ts';
import type { NoticeClock } from './contract.ts';

export type Ticking = {
  readonly issuedOn: string;
  /** Working days. */
  readonly termDays: number;
  /** Of the notice itself, of what it is about, and of the whole district. */
  readonly pauses: readonly Pause[];
  /** Oldest first. */
  readonly answers: readonly {
    readonly answeredOn: string;
    readonly decidedOn: string | null;
    readonly verdict: 'accepted' | 'returned' | null;
  }[];
};

/**
 * Where a notice's clock stands on a day; null where there is nothing to answer. While an answer lies with the office the clock stands
 * still, and whoever answered in time is not late however long the office takes. A returned answer leaves what was left when it was
 * given, and a working day at the least: nobody can answer again on the day before.
 */
export function clockOf({ issuedOn, termDays, pauses, answers }: Ticking, on: string, calendar: Calendar): NoticeClock | null {
  if (termDays === 0) return null;
  let startedOn = issuedOn;
  let workingDays = termDays;
  const standing = (day: string) => {
    const held = pauses.filter(({ to }) => to === null || to > startedOn);
    return remaining({ startedOn, length: { workingDays }, pauses: held }, day, calendar);
  };
  for (const { answeredOn, decidedOn, verdict } of answers) {
    if (answeredOn > on) break;
    const given = standing(answeredOn);
    if (verdict !== 'returned' || decidedOn === null || decidedOn > on)
      return { dueOn: null, daysLeft: given.days, isOverdue: false, isPaused: true, isEstimated: given.isEstimated };
    startedOn = decidedOn;
    workingDays = Math.max(1, given.days);
  }
  const left = standing(on);
  return {
    dueOn: left.dueOn,
    daysLeft: left.days,
    isOverdue: left.isOverdue,
    isPaused: left.isPaused,
    isEstimated: left.isEstimated,
  };
}
