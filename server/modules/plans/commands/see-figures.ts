import { Type } from 'typebox';
import { system } from '../../../kernel/actor/actor.ts';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { ask, execute, type Kernel } from '../../../kernel/command/run.ts';
import { tellTimeline } from '../../../kernel/timeline/tell.ts';
import { type FigureContext, figureContext, summariseAll } from '../../figures/module.ts';
import type { Milestone } from '../contract.ts';
import { changeMilestone, holdMilestone, listMilestones } from '../milestone-store.ts';
import { settleMilestone } from './milestones.ts';

type Seen = { readonly reached: readonly Milestone[]; readonly fallen: readonly Milestone[] };

/**
 * Milestones that a figure proves: those it has reached now, and those done by it whose figure, corrected since, was short on the day
 * they were done. A yearly figure that begins anew in January undoes nothing: each is asked for its own day.
 */
export async function seenByFigures(reading: Reading): Promise<Seen> {
  const milestones = (await listMilestones(reading.transaction)).filter(({ proof }) => proof === 'figure');
  const valuesOn = async (day: string | undefined) => {
    const context: FigureContext = await figureContext(reading.transaction, day, reading.today);
    return new Map((await summariseAll(reading, context)).map(({ summary }) => [summary.code, summary.current.value]));
  };
  const isReached = (values: ReadonlyMap<string, number | null>) => (milestone: Milestone) =>
    (values.get(milestone.figure ?? '') ?? Number.NEGATIVE_INFINITY) >= (milestone.value ?? Number.POSITIVE_INFINITY);
  const open = milestones.filter(({ state }) => state === 'open');
  const reached = open.length > 0 ? open.filter(isReached(await valuesOn(undefined))) : [];
  const fallen: Milestone[] = [];
  for (const [day, done] of Map.groupBy(
    milestones.filter(({ state }) => state === 'done'),
    ({ doneOn }) => doneOn,
  )) {
    const still = isReached(await valuesOn(day ?? undefined));
    fallen.push(...done.filter((milestone) => !still(milestone)));
  }
  return { reached, fallen };
}

/** Settles what `seenByFigures` found. Leye's own work: no person says that a figure was reached. */
export const seeFigures = command({
  name: 'plans.see-figures',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowSystem,
  run: async (_input, work) => {
    const { reached, fallen } = await seenByFigures(work);
    for (const { id } of reached) await settle(work, id);
    for (const { id } of fallen) await reopen(work, id);
    return { reached: reached.length, fallen: fallen.length };
  },
  audit: (_input, answer) => answer,
});

/** Asked first, so that facts which settle nothing write nothing. */
const hasSeen = query({
  name: 'plans.has-seen',
  input: Type.Object({}),
  may: allowSystem,
  run: async (_input, reading) => {
    const { reached, fallen } = await seenByFigures(reading);
    return reached.length + fallen.length > 0;
  },
});

/** Looks whether new facts have settled or undone a milestone, and says so. */
export async function followMilestones(kernel: Kernel, district: string): Promise<void> {
  const call = { district, actor: system('plans') };
  if (await ask(kernel, hasSeen, {}, call)) await execute(kernel, seeFigures, {}, call);
}

async function settle(work: Work, id: string): Promise<void> {
  const milestone = await holdMilestone(work.transaction, id);
  if (milestone?.state === 'open') await settleMilestone(work, milestone, work.today);
}

async function reopen(work: Work, id: string): Promise<void> {
  const milestone = await holdMilestone(work.transaction, id);
  if (milestone?.state !== 'done') return;
  await changeMilestone(work.transaction, id, { state: 'open', done_on: null });
  await tellTimeline(work, {
    measure: milestone.measure,
    code: 'milestone-reopened',
    params: { title: milestone.title, figure: milestone.figure ?? '', value: milestone.value ?? 0 },
    subject: `milestone:${id}`,
  });
}
