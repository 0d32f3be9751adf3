import type { Reading } from '../../kernel/command/query.ts';
import type { LightPart } from '../../kernel/figure/lit.ts';
import { showNotices } from './show.ts';
import { listLive } from './store.ts';

/** Whoever was asked and lets the term pass without a word is silent, until the answer comes. */
export async function noticeLights(reading: Reading, on: string): Promise<LightPart[]> {
  if (on !== reading.today) return []; // a past day's clocks are told by the history of the lights
  const waiting = (await listLive(reading.transaction)).filter(({ state, termDays }) => state !== 'answered' && termDays > 0);
  return (await showNotices(reading, waiting)).flatMap((notice): LightPart[] =>
    notice.clock?.isOverdue && notice.clock.dueOn !== null
      ? [
          {
            measure: notice.measure,
            subject: `notice:${notice.id}`,
            units: [notice.unit],
            title: notice.why,
            light: 'silent',
            why: { reason: 'notice-unanswered', params: { due: notice.clock.dueOn, days: -notice.clock.daysLeft } },
          },
        ]
      : [],
  );
}
