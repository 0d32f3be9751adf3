import { grantsOf } from '../../kernel/actor/actor.ts';
import { decide } from '../../kernel/actor/permission.ts';
import type { Reading } from '../../kernel/command/query.ts';
import type { Task } from '../../kernel/module.ts';
import { listPauses } from '../../kernel/term/pauses.ts';
import { findProgramme } from '../programme/module.ts';
import type { Milestone, Plan } from './contract.ts';
import { pausesOf } from './lights.ts';
import { mayDecidePlan } from './may.ts';
import { dateStands } from './milestone-light.ts';
import { listMilestones, returnsOf } from './milestone-store.ts';
import { listCurrent } from './store.ts';

/** A milestone is somebody's business of today from so many working days before its date. */
const AHEAD = 10;

/** The office: plans and reports that wait for a yes or a no. A unit: plans to draft, milestones that come due. */
export async function planTasks(reading: Reading): Promise<Task[]> {
  const { transaction, actor } = reading;
  const units = new Set(grantsOf(actor).flatMap(({ role, unit }) => (role === 'liaison' && unit ? [unit] : [])));
  const decides = decide(mayDecidePlan, actor) === 'allowed';
  if (!decides && units.size === 0) return [];
  const found = await findProgramme(transaction);
  if (!found) return [];
  const plans = await listCurrent(transaction);
  const milestones = await listMilestones(transaction);
  const tasks: Task[] = [];
  if (decides) {
    for (const { measure } of plans.filter(({ state }) => state === 'submitted'))
      tasks.push({ code: 'plan-waits', params: { no: measure }, link: `/measures/${measure}/plan`, urgency: 1 });
    for (const { measure, title, reportedOn } of milestones.filter(({ state }) => state === 'reported'))
      tasks.push({
        code: 'report-waits',
        params: { no: measure, milestone: title, reported: reportedOn ?? '' },
        link: `/measures/${measure}#milestones`,
        urgency: 1,
      });
  }
  if (units.size === 0) return tasks;
  for (const { no, lead, title } of found.programme.measures)
    if (lead.some((unit) => units.has(unit)))
      tasks.push(
        ...planTask(
          no,
          title,
          plans.filter(({ measure }) => measure === no),
        ),
      );
  tasks.push(
    ...(await dueTasks(
      reading,
      milestones.filter(({ unit, state }) => units.has(unit) && state === 'open'),
    )),
  );
  return tasks;
}

function planTask(no: number, title: { zh: string; en: string }, plans: readonly Plan[]): Task[] {
  const inWork = plans.find(({ state }) => state !== 'accepted');
  const link = `/measures/${no}/plan`;
  if (inWork?.state === 'returned')
    return [{ code: 'plan-returned', params: { no, ...title, reason: inWork.reason ?? '' }, link, urgency: 1 }];
  if (inWork?.state === 'drafting') return [{ code: 'plan-unfinished', params: { no, ...title }, link, urgency: 2 }];
  return plans.length === 0 ? [{ code: 'plan-missing', params: { no, ...title }, link, urgency: 2 }] : [];
}

async function dueTasks({ transaction, services, today }: Reading, open: readonly Milestone[]): Promise<Task[]> {
  if (open.length === 0) return [];
  const pauses = await listPauses(transaction);
  const returned = await returnsOf(transaction, open);
  return open.flatMap((milestone): Task[] => {
    const own = pausesOf(milestone, pauses);
    const { dueOn: due, daysLeft: workingDays } = dateStands(milestone, own, today, services.calendar);
    if (due === null) return [];
    const link = `/measures/${milestone.measure}#milestones`;
    const reason = returned.get(milestone.id)?.reason;
    // What came back from the office is business of today, however far its date is.
    if (workingDays > AHEAD && !reason) return [];
    const params = { no: milestone.measure, milestone: milestone.title, ...(reason ? { reason } : {}) };
    const urgency = due < today ? 0 : due === today ? 1 : 2;
    if (milestone.proof === 'figure') return [{ code: 'milestone-figure-due', params, link, urgency, due, workingDays }];
    const code = reason ? 'milestone-returned' : 'milestone-due';
    const answer = {
      code: 'report-milestone',
      route: `/api/milestones/${milestone.id}/report`,
      asks: 'report',
      ...(milestone.proof === 'document' ? { documents: 'needed' as const } : {}),
    };
    return [{ code, params, link, urgency, due, workingDays, answer }];
  });
}
