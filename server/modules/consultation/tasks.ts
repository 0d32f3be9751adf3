import { decide } from '../../kernel/actor/permission.ts';
import type { Reading } from '../../kernel/command/query.ts';
import type { Duty, Task } from '../../kernel/module.ts';
import { mayAnswer, mayRead, mayRun } from './may.ts';
import { decisionsOf, opinionsOf } from './opinion-store.ts';
import { REMIND_BEFORE } from './rules.ts';
import { ownUnits } from './scope.ts';
import { respondByOf } from './stand.ts';
import { listConsultations, unitsOf } from './store.ts';
import { countUnsettled } from './unsettled.ts';

/**
 * A liaison: papers that wait for an answer, under another name once the due date is near (the daily digest then tells of it again,
 * once), and answers that came back. The office: opinions that wait for it.
 */
export async function consultationTasks(reading: Reading): Promise<Task[]> {
  const { actor } = reading;
  const tasks: Task[] = [];
  if (decide(mayAnswer, actor) === 'allowed') tasks.push(...(await tasksOfUnits(reading, ownUnits(actor))));
  if (decide(mayRun, actor) === 'allowed') tasks.push(...(await tasksOfOffice(reading)));
  return tasks;
}

/** The papers on which a unit still owes an opinion, and the answers to its opinions that it has not accepted or contested yet. */
export const consultationDuties = async (reading: Reading, unit: string): Promise<Duty[]> =>
  decide(mayRead, reading.actor, { unit }) === 'allowed'
    ? (await tasksOfUnits(reading, [unit])).map(({ code, params, link, due, workingDays }) => ({
        about: 'consultation',
        code,
        params,
        link,
        ...(due === undefined || workingDays === undefined ? {} : { due, workingDays }),
      }))
    : [];

async function tasksOfUnits({ transaction, today, services }: Reading, own: readonly string[]): Promise<Task[]> {
  const consultations = (await listConsultations(transaction, own)).filter(({ state }) => state !== 'draft');
  const open = consultations.filter(({ state }) => state === 'open');
  const ids = consultations.map(({ id }) => id);
  const asked = (await unitsOf(transaction, ids)).filter(({ unit }) => own.includes(unit));
  const waiting = open.flatMap((row): Task[] => {
    if (!asked.some(({ consultation, answer }) => consultation === row.id && answer === null) || row.due_on === null) return [];
    const left = services.calendar.workingDaysBetween(today, row.due_on);
    const urgency = today > row.due_on ? 0 : today === row.due_on ? 1 : left <= REMIND_BEFORE ? 2 : 3;
    return [
      {
        code: urgency === 3 ? 'consultation-asked' : 'consultation-due-soon',
        params: { paper: row.title },
        link: `/consultations/${row.id}`,
        urgency,
        due: row.due_on,
        workingDays: left,
      },
    ];
  });
  const opinions = (await opinionsOf(transaction, ids)).filter(({ unit }) => unit !== null && own.includes(unit));
  const decisions = await decisionsOf(
    transaction,
    opinions.map(({ id }) => id),
  );
  // After publication an answer is still heard for some days.
  const mayRespond = ({ id }: { readonly id: string }, { state }: { readonly state: string }): boolean => {
    const latest = decisions.get(id)?.at(-1);
    return latest?.response === null && (state === 'open' || today <= respondByOf(new Date(latest.decided_at), services));
  };
  const decided = consultations.flatMap((row): Task[] => {
    const count = opinions.filter((opinion) => opinion.consultation === row.id && mayRespond(opinion, row)).length;
    return count === 0
      ? []
      : [{ code: 'opinions-decided', params: { paper: row.title, count }, link: `/consultations/${row.id}`, urgency: 3 }];
  });
  return [...waiting, ...decided];
}

async function tasksOfOffice(reading: Reading): Promise<Task[]> {
  const { transaction, today } = reading;
  const open = (await listConsultations(transaction, 'all')).filter(({ state }) => state === 'open');
  const unsettled = await countUnsettled(reading, open);
  return open.flatMap((row): Task[] => {
    const count = unsettled.get(row.id) ?? 0;
    const isOver = row.due_on !== null && today > row.due_on;
    const link = `/consultations/${row.id}`;
    if (count > 0) return [{ code: 'opinions-unsettled', params: { paper: row.title, count }, link, urgency: isOver ? 1 : 2 }];
    return isOver ? [{ code: 'consultation-to-publish', params: { paper: row.title }, link, urgency: 2 }] : [];
  });
}
