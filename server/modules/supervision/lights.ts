import type { Reading } from '../../kernel/command/query.ts';
import type { LightPart } from '../../kernel/figure/lit.ts';
import { showNotices } from './show.ts';
import { listLive } from './store.ts';

/** Whoever was asked and lets the term pass without a word is silent, until the answer comes: to this notice, or to what followed it. */
export async function noticeLights(reading: Reading, on: string): Promise<LightPart[]> {
  const { transaction, today, services } = reading;
  if (on !== today) return []; // a past day's clocks are told by the history of the lights
  const waiting = (await listLive(transaction)).filter(({ state, termDays }) => state !== 'answered' && termDays > 0);
  const passed = new Map(waiting.map(({ id, rule, params }) => [id, rule === 'unanswered' ? String(params.due) : null]));
  return (await showNotices(reading, waiting)).flatMap(
    ({ id, subject, subjectTitle, measure, unit, why, clock }): LightPart[] => {
      if (!clock || clock.isPaused) return [];
      const due = clock.isOverdue ? clock.dueOn : passed.get(id);
      if (!due) return [];
      const days = clock.isOverdue ? -clock.daysLeft : services.calendar.workingDaysBetween(due, today);
      const silent = { light: 'silent', why: { reason: 'notice-unanswered', params: { due, days } } } as const;
      // What a leader asked for by hand is for those who read notices: everybody else reads lights too.
      const title = subject.startsWith('measure:') ? subjectTitle : why;
      return [{ measure, subject: `notice:${id}`, units: [unit], title, ...silent }];
    },
  );
}
