import { Type } from 'typebox';
import { system } from '../../../kernel/actor/actor.ts';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { command } from '../../../kernel/command/command.ts';
import { execute, type Kernel } from '../../../kernel/command/run.ts';
import { tellTimeline } from '../../../kernel/timeline/tell.ts';
import { issueNotices } from '../issue.ts';
import { nextState } from '../notice-states.ts';
import { type Picture, readPicture } from '../picture.ts';
import { changeNotice, rulesOn } from '../store.ts';
import { type DayWork, superviseDay } from '../supervise.ts';

/**
 * The day's supervision of a district, once a day: sends what is due, clears what has become needless. Run again on the same day it
 * does nothing; a day that was missed is made good by the next, because every rule asks how things stand, not what day it is.
 */
export const runDay = command({
  name: 'supervision.run-day',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowSystem,
  run: async (_input, work): Promise<{ issued: number; cleared: number; isFirst: boolean }> => {
    const { transaction, today, now, services } = work;
    const { rowCount } = await transaction.client.query(
      'INSERT INTO supervision_run (district, day, at, issued) VALUES ($1, $2, $3, 0) ON CONFLICT (district, day) DO NOTHING',
      [transaction.district, today, now],
    );
    if (rowCount !== 1) return { issued: 0, cleared: 0, isFirst: false };
    const picture = await readPicture(work);
    if (!picture) return { issued: 0, cleared: 0, isFirst: true };
    const rules = await rulesOn(transaction, today);
    const day = superviseDay(today, { ...picture, calendar: services.calendar, rules: rules.content });
    await clear(work, picture, day);
    const issued = await issueNotices(work, day.issue, rules);
    return { issued: issued.length, cleared: day.cleared.length, isFirst: true };
  },
  audit: (_input, answer) => answer,
});

async function clear(work: Parameters<typeof issueNotices>[0], { sent }: Picture, day: DayWork): Promise<void> {
  const { transaction, today } = work;
  const ending = (ids: readonly string[], event: 'clear' | 'escalate') =>
    sent.filter(({ id, state, step }) => ids.includes(id) && nextState(state, event, step) !== undefined).map(({ id }) => id);
  await changeNotice(transaction, day.cleared, { cleared_on: today });
  await changeNotice(transaction, ending(day.cleared, 'clear'), { state: 'cleared' });
  await changeNotice(transaction, ending(day.escalated, 'escalate'), { state: 'escalated' });
  const told = sent.filter(({ id, step }) => day.cleared.includes(id) && step !== 'reminder');
  await tellTimeline(
    work,
    told.map(({ id, measure, step }) => ({
      measure,
      code: 'notice-cleared',
      params: { step },
      subject: `notice:${id}` as const,
    })),
  );
}

/** Runs the day for one district. */
export const superviseDistrict = (kernel: Kernel, district: string) =>
  execute(kernel, runDay, {}, { district, actor: system('supervision') });
