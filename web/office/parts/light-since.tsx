import { beijingDay, daysBetween, sayDay } from '../../shared/day.ts';
import { useWords } from '../../shared/words/index.ts';

/** 自2026年3月5日起，已 12 天 */
export function Since({ since }: { since: string }) {
  const { say, language } = useWords();
  const day = beijingDay(since);
  const n = daysBetween(day, beijingDay(new Date()));
  return <>{n <= 0 ? say('light.since-today') : say('light.since', { day: sayDay(day, language), n })}</>;
}
