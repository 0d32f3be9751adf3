import { type Language, say } from '../../../kernel/i18n/said.ts';
import { writeDay } from '../../../kernel/page/written.ts';
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
