import { beijingDay, sayDayInFull } from '../shared/day.ts';
import type { Language, Say } from '../shared/words/index.ts';

/** A term in full: 3月12日（周四）前，还有 3 个工作日. `workingDays` undefined: only the day is known. */
export function sayDue(due: string, workingDays: number | undefined, say: Say, language: Language): string {
  const day = sayDayInFull(due, language);
  const today = beijingDay(new Date());
  if (due === today) return say('due.today', { day });
  if (due < today)
    return workingDays === undefined || workingDays >= 0
      ? say('due.over-now', { day })
      : say('due.over', { day, n: -workingDays });
  return workingDays === undefined || workingDays <= 0 ? say('due.by', { day }) : say('due.left', { day, n: workingDays });
}

export const isOver = (due: string): boolean => due < beijingDay(new Date());
