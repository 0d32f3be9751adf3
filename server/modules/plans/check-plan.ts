import type { Target } from '../../kernel/figure/definition.ts';
import { pathAt, spanOf } from '../../kernel/figure/path.ts';
import { isDay, lastDayOfMonth } from '../../kernel/term/day.ts';
import type { Measure, Programme } from '../programme/contract.ts';
import type { Milestone, PlanContent, PlanFinding } from './contract.ts';
import type { AnsweringUnit } from './units.ts';

type Finding = Omit<PlanFinding, 'said'>;

export type PlanGround = {
  readonly programme: Programme;
  readonly measure: Measure;
  readonly units: readonly AnsweringUnit[];
  /** Keys of the service levels that the measure's records can show. */
  readonly serviceKeys: readonly string[];
  /** The milestones in force. */
  readonly inForce: readonly Milestone[];
  readonly today: string;
};

/** Everything that keeps a plan from being handed in; an unfinished one may be saved all the same. */
export function checkPlan(content: PlanContent, ground: PlanGround): Finding[] {
  const findings: Finding[] = [];
  const find = (at: string, code: string, params: Finding['params'] = {}) => findings.push({ at, code, params });
  const { measure } = ground;
  if (measure.figures.length === 0 && content.milestones.length === 0) find('/milestones', 'plan-needs-milestone');
  checkMilestones(content, ground, find);
  checkPaths(content, ground, find);
  const seen = new Set<string>();
  content.serviceLevels.forEach(({ key, value }, at) => {
    if (!ground.serviceKeys.includes(key)) find(`/serviceLevels/${at}`, 'plan-service-unknown');
    else if (seen.has(key)) find(`/serviceLevels/${at}`, 'plan-service-twice');
    else if (value <= 0) find(`/serviceLevels/${at}/value`, 'plan-value-needed');
    seen.add(key);
  });
  return findings;
}

type Find = (at: string, code: string, params?: Finding['params']) => void;

function checkMilestones({ milestones }: PlanContent, ground: PlanGround, find: Find): void {
  const { programme, measure, units, inForce, today } = ground;
  const titles = new Set<string>();
  const ids = new Set<string>();
  milestones.forEach((milestone, at) => {
    const here = `/milestones/${at}`;
    const before = inForce.find(({ id }) => id === milestone.id);
    const title = milestone.title.trim();
    if (milestone.id !== undefined && ids.has(milestone.id)) find(here, 'plan-milestone-twice', { title });
    if (milestone.id !== undefined) ids.add(milestone.id);
    if (title.length < 2) find(`${here}/title`, 'plan-title-needed');
    else if (titles.has(title)) find(`${here}/title`, 'plan-title-twice', { title });
    titles.add(title);
    if (!isDay(milestone.dueOn)) find(`${here}/dueOn`, 'plan-due-needed');
    else if (milestone.dueOn < programme.startsOn || milestone.dueOn > programme.validUntil)
      find(`${here}/dueOn`, 'plan-due-outside', { from: programme.startsOn, to: programme.validUntil });
    else if (milestone.dueOn < today && before?.dueOn !== milestone.dueOn) find(`${here}/dueOn`, 'plan-due-past');
    if (!units.some(({ code }) => code === milestone.unit)) find(`${here}/unit`, 'plan-unit-other');
    if (milestone.deliverable.trim().length < 2) find(`${here}/deliverable`, 'plan-deliverable-needed');
    if (milestone.proof === 'figure') {
      if (!measure.figures.some(({ code }) => code === milestone.figure)) find(`${here}/figure`, 'plan-figure-needed');
      if (milestone.value === undefined) find(`${here}/value`, 'plan-value-needed');
    }
  });
}

function checkPaths({ paths }: PlanContent, { programme, measure }: PlanGround, find: Find): void {
  const seen = new Set<string>();
  paths.forEach(({ figure, points }, at) => {
    const here = `/paths/${at}`;
    const definition = measure.figures.find(({ code }) => code === figure);
    if (!definition || !hasPath(definition.target)) find(here, 'plan-path-none');
    else if (seen.has(figure)) find(here, 'plan-path-twice');
    else
      checkPoints(points, definition.target, programme.startsOn, (spot, code, params) =>
        find(`${here}/points${spot}`, code, params),
      );
    seen.add(figure);
  });
}

function checkPoints(points: PlanContent['paths'][number]['points'], target: Target, startsOn: string, find: Find): void {
  for (const [no, { month, value }] of points.entries()) {
    const day = lastDayOfMonth(month);
    if (month < startsOn.slice(0, 7) || day > lastDayOfMonth(target.by)) {
      find(`/${no}/month`, 'plan-month-outside', { from: startsOn, to: target.by });
      continue;
    }
    const span = spanOf(target, day, startsOn);
    if (value > span.total) find(`/${no}/value`, 'plan-path-above', { total: span.total });
    const before = points[no - 1];
    if (before && before.month >= month) find(`/${no}/month`, 'plan-path-order');
    // A yearly promise begins each year at nothing: only within one span the path may not fall.
    else if (before && lastDayOfMonth(before.month) >= span.from && before.value > value)
      find(`/${no}/value`, 'plan-path-falls', { before: before.value });
  }
}

/** Whether a promise has a way to go: not one that each month begins anew, nor one that holds at all times. */
export const hasPath = ({ per }: Target): boolean => per !== 'month' && per !== 'standing';

/** A plan's months as the points that a figure's target takes. */
export const pointsOf = (points: PlanContent['paths'][number]['points']): { day: string; value: number }[] =>
  points.map(({ month, value }) => ({ day: lastDayOfMonth(month), value }));

/** Where the straight line stands at a month's end: what the form proposes. */
export const straightAt = (target: Target, month: string, startsOn: string): number | null =>
  pathAt({ ...target, path: [] }, lastDayOfMonth(month), startsOn);
