import type { ConsultationLine } from '../../../../server/modules/consultation/contract.ts';
import { sayDay } from '../../../shared/day.ts';
import type { Language, Say } from '../../../shared/words/index.ts';

/** 3月13日，还有 5 个工作日. */
export function sayDue({ dueOn, daysLeft, state }: ConsultationLine, today: string, say: Say, language: Language): string {
  if (dueOn === null) return '—';
  const day = sayDay(dueOn, language);
  if (state === 'published' && dueOn >= today) return say('consult.due-was', { day });
  if (dueOn < today) return say('consult.due-over', { day });
  return dueOn === today ? say('consult.due-today', { day }) : say('consult.due-in', { day, n: daysLeft ?? 0 });
}
