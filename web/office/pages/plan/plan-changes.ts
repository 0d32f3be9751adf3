import type { Milestone, PlanContent, PlannedMilestone } from '../../../../server/modules/plans/contract.ts';

export type MilestoneChange =
  | { readonly kind: 'added' | 'same' | 'dropped'; readonly milestone: PlannedMilestone }
  | { readonly kind: 'moved'; readonly milestone: PlannedMilestone; readonly from: string; readonly isReworded: boolean }
  | { readonly kind: 'reworded'; readonly milestone: PlannedMilestone };

type Before = Pick<Milestone, 'id' | 'title' | 'dueOn' | 'unit' | 'deliverable' | 'proof' | 'figure' | 'value' | 'state'>;

/** What a plan would change of the milestones in force: those it names in its order, then those it drops. */
export function changesOf(content: PlanContent, inForce: readonly Before[]): MilestoneChange[] {
  const before = new Map(inForce.map((milestone) => [milestone.id, milestone]));
  const kept = new Set(content.milestones.map(({ id }) => id));
  const named = content.milestones.map((milestone): MilestoneChange => {
    const old = milestone.id === undefined ? undefined : before.get(milestone.id);
    if (!old) return { kind: 'added', milestone };
    const isReworded = !isSame(milestone, old);
    if (old.dueOn !== milestone.dueOn) return { kind: 'moved', milestone, from: old.dueOn, isReworded };
    return { kind: isReworded ? 'reworded' : 'same', milestone };
  });
  // What is done stays done, named or not.
  const dropped = inForce.filter(({ id, state }) => !kept.has(id) && state !== 'done').map(asPlanned);
  return [...named, ...dropped.map((milestone) => ({ kind: 'dropped' as const, milestone }))];
}

export const asPlanned = ({ id, title, dueOn, unit, deliverable, proof, figure, value }: Before): PlannedMilestone => ({
  id,
  title,
  dueOn,
  unit,
  deliverable,
  proof,
  ...(figure === null ? {} : { figure }),
  ...(value === null ? {} : { value }),
});

const isSame = (planned: PlannedMilestone, old: Before): boolean =>
  planned.title === old.title &&
  planned.unit === old.unit &&
  planned.deliverable === old.deliverable &&
  planned.proof === old.proof &&
  (planned.figure ?? null) === old.figure &&
  (planned.value ?? null) === old.value;

/** The figures whose way the plan draws otherwise than the plan in force does. */
export function changedPaths(content: PlanContent, before: PlanContent | undefined): ReadonlySet<string> {
  const drawn = (of: PlanContent | undefined) => new Map(of?.paths.map(({ figure, points }) => [figure, JSON.stringify(points)]));
  const [now, then] = [drawn(content), drawn(before)];
  return new Set([...now.keys(), ...then.keys()].filter((figure) => now.get(figure) !== then.get(figure)));
}
