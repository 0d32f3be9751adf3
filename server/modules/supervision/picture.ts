import type { Reading } from '../../kernel/command/query.ts';
import { type KeptPause, listPauses } from '../../kernel/term/pauses.ts';
import { figureContext, summariseAll } from '../figures/module.ts';
import { levelsInForce, listMilestones } from '../plans/module.ts';
import { findProgramme } from '../programme/module.ts';
import type { NoticeAnswer } from './contract.ts';
import { figureMatters, isPausedOn, milestoneMatter } from './matters.ts';
import { clockOf } from './notice-clock.ts';
import { isLive } from './notice-states.ts';
import { answersOf, type KeptNotice, listAll } from './store.ts';
import type { Matter, Sent } from './supervise.ts';

/** What holds a notice's clock: its own pauses, those of what it is about and of its measure, and the quiet periods. */
export const noticePauses = (
  { id, subject, measure }: Pick<KeptNotice, 'id' | 'subject' | 'measure'>,
  pauses: ReadonlyMap<string, readonly KeptPause[]>,
): readonly KeptPause[] =>
  [...new Set([`notice:${id}`, subject, `measure:${measure}`, 'district'])].flatMap((held) => pauses.get(held) ?? []);

/** A kept notice as the day's supervision sees it. */
export function sentOf(
  notice: KeptNotice,
  day: string,
  answers: readonly NoticeAnswer[],
  pauses: ReadonlyMap<string, readonly KeptPause[]>,
  calendar: Reading['services']['calendar'],
): Sent {
  const own = noticePauses(notice, pauses);
  const clock = isLive(notice.state) ? clockOf({ ...notice, pauses: own, answers }, day, calendar) : null;
  return {
    id: notice.id,
    cause: notice.cause,
    rule: notice.rule,
    step: notice.step,
    subject: notice.subject,
    unit: notice.unit,
    measure: notice.measure,
    state: notice.state,
    clearedOn: notice.clearedOn,
    holdsUntil: notice.holdsUntil,
    promisedFor: answers.findLast(({ verdict }) => verdict === 'accepted')?.newDate ?? null,
    dueOn: clock?.dueOn ?? null,
    isPaused: isPausedOn(own, day),
  };
}

export type Picture = {
  readonly matters: readonly Matter[];
  readonly sent: readonly Sent[];
  readonly isQuiet: boolean;
};

/** Everything that one day's supervision looks at; undefined where no programme is in force. */
export async function readPicture(reading: Reading): Promise<Picture | undefined> {
  const { transaction, today, services } = reading;
  const found = await findProgramme(transaction);
  if (!found || today < found.programme.startsOn) return undefined;
  const pauses = await listPauses(transaction);
  const context = await figureContext(transaction, undefined, today);
  const measures = new Map(context.programme.measures.map((measure) => [measure.no, measure]));
  const figures = await summariseAll(reading, context);
  const levels = await levelsInForce(reading, context);
  const milestones = (await listMilestones(transaction)).filter(({ measure }) => measures.has(measure));
  const notices = await listAll(transaction);
  const answers = await answersOf(
    transaction,
    notices.filter(({ state, clearedOn }) => isLive(state) || (state === 'accepted' && clearedOn === null)).map(({ id }) => id),
  );
  return {
    matters: [
      ...milestones.map((milestone) => milestoneMatter(milestone, today, pauses, services.calendar)),
      ...figures.flatMap((figure) => {
        const measure = measures.get(figure.summary.measure);
        return measure ? figureMatters(figure, measure, context.programme.startsOn, pauses) : [];
      }),
      ...levels.flatMap(({ measure, subject, summarised }) =>
        figureMatters(summarised, measure, context.programme.startsOn, pauses, subject),
      ),
    ],
    sent: notices.map((notice) => sentOf(notice, today, answers.get(notice.id) ?? [], pauses, services.calendar)),
    isQuiet: isPausedOn(pauses.get('district') ?? [], today),
  };
}
