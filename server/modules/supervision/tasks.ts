import { grantsOf } from '../../kernel/actor/actor.ts';
import { decide } from '../../kernel/actor/permission.ts';
import type { Reading } from '../../kernel/command/query.ts';
import type { Task } from '../../kernel/module.ts';
import type { NoticeRow } from './contract.ts';
import { mayDecide } from './may.ts';
import { showNotices } from './show.ts';
import { listLive } from './store.ts';

/** A unit: the notices it has to answer, soonest first. The office: the answers that wait for a yes or a no. */
export async function noticeTasks(reading: Reading): Promise<Task[]> {
  const { transaction, actor, today } = reading;
  const units = new Set(grantsOf(actor).flatMap(({ role, unit }) => (role === 'liaison' && unit ? [unit] : [])));
  const decides = decide(mayDecide, actor) === 'allowed';
  const isLeader = grantsOf(actor).some(({ role }) => role === 'leader');
  if (!decides && !isLeader && units.size === 0) return [];
  const live = (await listLive(transaction)).filter(({ step }) => step !== 'reminder');
  const mine = live.filter(
    ({ unit, state, step }) =>
      (decides && state === 'answered') ||
      (isLeader && step === 'talk' && state !== 'answered') ||
      (units.has(unit) && state !== 'answered'),
  );
  return (await showNotices(reading, mine)).map((notice) => taskOf(notice, today, units.has(notice.unit)));
}

function taskOf(notice: NoticeRow, today: string, isMine: boolean): Task {
  const { id, step, state, measure, unit, unitName, why, number, clock } = notice;
  const params = {
    no: measure,
    step,
    unit: unitName,
    unitCode: unit,
    zh: why.zh,
    en: why.en,
    ...(number ? { year: number.year, serial: number.no } : {}),
  };
  const link = `/notices/${id}`;
  if (state === 'answered') return { code: 'answer-waits', params, link, urgency: 1 };
  // Above a talk there is no step: one that was not answered comes before the leaders.
  if (!isMine)
    return { code: clock?.isOverdue ? 'talk-unanswered' : 'talk-open', params, link, urgency: clock?.isOverdue ? 0 : 1 };
  const due = clock?.dueOn ?? undefined;
  const urgency = due === undefined ? 2 : due < today ? 0 : due === today ? 1 : 2;
  return {
    code: state === 'returned' ? 'notice-returned' : `notice-${step}`,
    params,
    link,
    urgency,
    ...(due === undefined ? {} : { due, workingDays: clock?.daysLeft ?? 0 }),
    answer: { code: 'answer-notice', route: `/api/notices/${id}/answer`, asks: 'text' },
  };
}
