import type { Calendar } from '../../kernel/term/calendar.ts';
import { type Pause, remaining } from '../../kernel/term/term.ts';
import type { NoticeClock } from './contract.ts';

export type Ticking = {
  readonly issuedOn: string;
  /** Working days. */
  readonly termDays: number;
  /** Of the notice itself and of the whole district. */
  readonly pauses: readonly Pause[];
  /** While an answer lies with the office the unit's clock stands still: from the day of the answer until the day it came back. */
  readonly answers: readonly {
    readonly answeredOn: string;
    readonly decidedOn: string | null;
    readonly verdict: 'accepted' | 'returned' | null;
  }[];
};

/** Where a notice's clock stands on a day; null where there is nothing to answer. */
export function clockOf({ issuedOn, termDays, pauses, answers }: Ticking, on: string, calendar: Calendar): NoticeClock | null {
  if (termDays === 0) return null;
  const waiting = answers
    .filter(({ answeredOn }) => answeredOn <= on)
    .map(({ answeredOn, decidedOn, verdict }): Pause => ({ from: answeredOn, to: verdict === 'returned' ? decidedOn : null }));
  const all = [...pauses, ...waiting].filter(({ to }) => to === null || to > issuedOn);
  const left = remaining({ startedOn: issuedOn, length: { workingDays: termDays }, pauses: all }, on, calendar);
  return {
    dueOn: left.dueOn,
    daysLeft: left.days,
    isOverdue: left.isOverdue,
    isPaused: left.isPaused,
    isEstimated: left.isEstimated,
  };
}
