import { type Language, say } from '../../../kernel/i18n/said.ts';
import { writeDay } from '../../../kernel/page/written.ts';
import type { ComplaintRow } from '../complaints/contract.ts';
import type { WageSummary, WorkedShift } from '../day/contract.ts';
import { yuanOf } from '../money.ts';
import { workWords as words } from '../words/pages-work.ts';

export const shiftTitle = ({ tradeName, day }: WorkedShift, language: Language): string =>
  say(words.shift, language, { trade: say(tradeName, language), day: writeDay(day, language) });

export function shiftState({ state, wage, isUnsaid }: WorkedShift, language: Language): string {
  if (wage) return wageState(wage, language);
  if (isUnsaid) return say(words.unsaid, language);
  return say(words[state], language);
}

function wageState({ state, amount, paidAmount, receivedAmount, dueOn, isOverdue }: WageSummary, language: Language): string {
  const day = writeDay(dueOn, language);
  if (state === 'due') return say(isOverdue ? words.overdue : words.due, language, { yuan: yuanOf(amount), day });
  if (state === 'disputed') return say(words.disputed, language);
  return say(words[state], language, { yuan: yuanOf((state === 'paid' ? paidAmount : receivedAmount) ?? amount) });
}

export const complaintState = ({ state, dueOn, outcome }: ComplaintRow, language: Language): string => {
  if (state === 'open') return say(words.open, language, { day: writeDay(dueOn, language) });
  const closed = {
    settled: words.complaintSettled,
    dismissed: words.complaintDismissed,
    withdrawn: words.complaintWithdrawn,
    mediation: words.mediation,
    referred: words.referred,
  };
  return say(closed[state], language, { why: outcome ?? '' });
};

/** Its number, what it is about, how it stands. */
export const complaintText = (complaint: ComplaintRow, language: Language): string =>
  say(words.complaintOne, language, {
    number: complaint.number,
    about: say(aboutText(complaint.about), language),
    state: complaintState(complaint, language),
  });

export const aboutText = (about: ComplaintRow['about']) => (about === 'other' ? words.otherAbout : words[about]);
