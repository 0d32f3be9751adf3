import { Type } from 'typebox';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { addDays, isDay } from '../../../kernel/term/day.ts';
import { listPauses, type PauseSubject, pause, resume } from '../../../kernel/term/pauses.ts';
import type { Pause } from '../../../kernel/term/term.ts';
import { tellTimeline } from '../../../kernel/timeline/tell.ts';
import { findMilestone } from '../../plans/module.ts';
import { findProgramme } from '../../programme/module.ts';
import { mayDecide } from '../may.ts';
import { isLive } from '../notice-states.ts';
import { findNotice } from '../store.ts';

const Subject = Type.Unsafe<PauseSubject>(
  Type.String({ pattern: '^(district|(measure|figure|milestone|notice):[0-9a-z-]{1,40})$' }),
);

/** Stops a clock from a day (today or later) with a reason: of a notice, a milestone, a figure, a measure; `district`: a quiet period. */
export const pauseClock = command({
  name: 'supervision.pause-clock',
  route: 'POST /api/supervision/pauses',
  input: Type.Object(
    {
      subject: Subject,
      from: Type.Optional(Type.String({ maxLength: 10 })),
      to: Type.Optional(Type.String({ maxLength: 10 })),
      reason: Text(4, 500),
    },
    { additionalProperties: false },
  ),
  may: mayDecide,
  run: async ({ subject, from, to, reason }, work): Promise<{ pause: string }> => {
    const first = from ?? work.today;
    if (!isDay(first) || first < work.today) throw new Problem('invalid', 'pause-past');
    if (to !== undefined && (!isDay(to) || to < first)) throw new Problem('invalid', 'pause-order');
    if (subject === 'district' && to === undefined) throw new Problem('invalid', 'quiet-needs-end');
    const measure = await measureOf(work, subject);
    if (measure === undefined) throw new Problem('not-found', 'not-found');
    if (await isSettled(work, subject)) throw new Problem('conflict', 'notice-settled');
    // The clock stands still after `from`: the first day that does not count is the day after.
    const held = { from: addDays(first, -1), to: to ?? null };
    const other = (await listPauses(work.transaction)).get(subject)?.find((one) => overlap(one, held));
    if (other)
      throw new Problem('conflict', 'pause-there', {
        from: addDays(other.from, 1),
        to: other.to ?? '',
        reason: other.reason,
      });
    const id = await pause(work, { subject, ...held, reason: reason.trim() });
    await tellTimeline(work, {
      measure,
      code: timelineCode(subject, 'quiet-set', 'clock-all-paused', 'clock-paused'),
      params: { from: first, to: to ?? '', reason: reason.trim() },
      subject: timelineSubject(subject),
    });
    return { pause: id };
  },
  audit: ({ subject, from, to }, { pause: id }) => ({ subject, from: from ?? '', to: to ?? '', pause: id }),
});

const overlap = (one: Pause, other: Pause): boolean =>
  (other.to === null || one.from < other.to) && (one.to === null || other.from < one.to);

/** A notice that nobody has to answer any more has no clock to stop. */
async function isSettled({ transaction }: Work, subject: PauseSubject): Promise<boolean> {
  if (!subject.startsWith('notice:')) return false;
  const notice = await findNotice(transaction, subject.slice('notice:'.length));
  return notice !== undefined && (!isLive(notice.state) || notice.termDays === 0);
}

/** Lets a stopped clock run again from today; a pause that has not begun is called off. `pause`: that one alone, of several. */
export const resumeClock = command({
  name: 'supervision.resume-clock',
  route: 'POST /api/supervision/pauses/end',
  input: Type.Object(
    { subject: Subject, pause: Type.Optional(Type.String({ format: 'uuid' })) },
    { additionalProperties: false },
  ),
  may: mayDecide,
  run: async ({ subject, pause: id }, work) => {
    const measure = await measureOf(work, subject);
    if (measure === undefined) throw new Problem('not-found', 'not-found');
    const ended = await resume(work.transaction, subject, addDays(work.today, -1), id);
    if (ended === 0) throw new Problem('conflict', 'pause-none');
    const code = timelineCode(subject, 'quiet-ended', 'clock-all-resumed', 'clock-resumed');
    await tellTimeline(work, { measure, code, subject: timelineSubject(subject) });
    return { measure };
  },
  audit: ({ subject }, { measure }) => ({ subject, measure }),
});

/** The measure on whose timeline it stands; 0 for the whole district, undefined where there is no such thing. */
async function measureOf({ transaction }: Work, subject: PauseSubject): Promise<number | undefined> {
  if (subject === 'district') return 0;
  const [kind, of = ''] = subject.split(':');
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(of);
  if (kind === 'notice') return isId ? (await findNotice(transaction, of))?.measure : undefined;
  if (kind === 'milestone') return isId ? (await findMilestone(transaction, of))?.measure : undefined;
  const found = await findProgramme(transaction);
  const measures = found?.programme.measures ?? [];
  if (kind === 'measure') return measures.find(({ no }) => String(no) === of)?.no;
  return measures.find(({ figures }) => figures.some(({ code }) => code === of))?.no;
}

const timelineSubject = (subject: PauseSubject) =>
  (subject === 'district' || subject.startsWith('measure:') ? '' : subject) as '' | `notice:${string}`; // reason: what is left is a figure, milestone or notice, all of them subjects of the timeline

/** A pause is told by what it holds: the whole district, a whole measure, or one matter. */
const timelineCode = (subject: PauseSubject, quiet: string, measure: string, clock: string): string =>
  subject === 'district' ? quiet : subject.startsWith('measure:') ? measure : clock;
