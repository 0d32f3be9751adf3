import { ask, execute, type Kernel } from '../../../kernel/command/run.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { addDays, type Day, weekdayOf } from '../../../kernel/term/day.ts';
import { relightDistrict } from '../../lights/module.ts';
import type { Milestone } from '../../plans/contract.ts';
import {
  decideMilestone,
  decidePlan,
  followMilestones,
  listMilestones,
  reportMilestone,
  savePlan,
  submitPlan,
  unitsOfMeasure,
} from '../../plans/module.ts';
import { findProgramme } from '../../programme/module.ts';
import type { NoticeRow } from '../../supervision/contract.ts';
import {
  answerNotice,
  decideAnswer,
  noticeListQuery,
  noticeQuery,
  raiseNotice,
  superviseDistrict,
} from '../../supervision/module.ts';
import { leaderActor, officeActor, on, unitActor } from './people.ts';
import { type Fate, type Step, serviceLevels, steps } from './steps.ts';

export type Loop = {
  readonly district: string;
  readonly from: Day;
  readonly to: Day;
  readonly signal?: AbortSignal;
};

/** The unit that in this story never answers, and the one that answers to the very end. */
const SILENT = 'planning-resources';
const PROMPT = 'health';
/** Days before the end in which the story leaves notices to whoever looks. */
const LEFT_OPEN = 8;

/**
 * The closed loop of the story: plans drafted and accepted in its first weeks, milestones reported, the days of supervision run, notices
 * answered. Every step goes through the command that a person would use, on a clock that lives through the days; each has its key, so
 * that a telling that was cut off goes on where it stopped.
 */
export async function tellLoop(kernel: Kernel, loop: Loop): Promise<void> {
  const acceptedOn = latest(addDays(loop.from, 45), addDays(loop.to, -430));
  if (acceptedOn >= loop.to) return;
  await acceptPlans(on(kernel, acceptedOn), loop);
  for (const day of daysOf(acceptedOn, loop.to)) {
    if (loop.signal?.aborted) return;
    const then = on(kernel, day);
    await report(then, loop, day);
    await relightDistrict(then, loop.district);
    await superviseDistrict(then, loop.district);
    await answer(then, loop, day);
    if (day === addDays(loop.to, -3)) await instruct(then, loop);
  }
  await followMilestones(kernel, loop.district);
  await relightDistrict(kernel, loop.district);
}

/** Mondays at first, every day of the last month: what a reader looks at is told day by day. */
function* daysOf(from: Day, to: Day): Generator<Day> {
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (weekdayOf(day) === 1 || day > addDays(to, -30)) yield day;
}

async function acceptPlans(kernel: Kernel, { district, to }: Loop): Promise<void> {
  const found = await inDistrict(
    kernel.database,
    district,
    async (transaction) => {
      const programme = (await findProgramme(transaction))?.programme;
      const units = new Map<number, Set<string>>();
      for (const measure of programme?.measures ?? [])
        units.set(
          measure.no,
          new Set((programme ? await unitsOfMeasure(transaction, programme, measure) : []).map(({ code }) => code)),
        );
      return { programme, units };
    },
    'read',
  );
  for (const { no, lead } of found.programme?.measures ?? []) {
    const own = steps.filter(({ measure, unit }) => measure === no && found.units.get(no)?.has(unit));
    const levels = serviceLevels[no] ?? [];
    if (own.length === 0 && levels.length === 0) continue;
    const milestones = own.map((step) => plannedOf(step, to, found.programme?.validUntil ?? to));
    const content = { milestones, paths: [], serviceLevels: [...levels] };
    const unit = lead[0] ?? '';
    const key = `loop-plan-${no}`;
    const { revision } = await execute(
      kernel,
      savePlan,
      { measure: no, revision: 0, content },
      { district, actor: unitActor(unit), key },
    );
    await execute(kernel, submitPlan, { measure: no, revision }, { district, actor: unitActor(unit), key });
    await execute(kernel, decidePlan, { measure: no, revision, accept: true }, { district, actor: officeActor, key });
  }
}

const plannedOf = ({ title, unit, deliverable, proof, figure, value, due }: Step, to: Day, until: Day) => {
  const dueOn = addDays(to, due);
  return {
    title,
    unit,
    deliverable,
    proof,
    dueOn: dueOn > until ? until : dueOn,
    ...(figure === undefined ? {} : { figure }),
    ...(value === undefined ? {} : { value }),
  };
};

/** How many days after its date a milestone is reported; undefined: not in this story. */
const delay: Readonly<Record<Fate, number | undefined>> = { done: -4, late: 12, reported: -1, open: undefined };

async function report(kernel: Kernel, { district }: Loop, day: Day): Promise<void> {
  const milestones = await inDistrict(kernel.database, district, (transaction) => listMilestones(transaction), 'read');
  for (const milestone of milestones) {
    const fate = steps.find(({ title, measure }) => title === milestone.title && measure === milestone.measure)?.fate ?? 'open';
    const late = delay[fate];
    if (late === undefined || milestone.state !== 'open' || milestone.proof === 'figure' || addDays(milestone.dueOn, late) > day)
      continue;
    await reportOne(kernel, district, milestone, fate);
  }
}

async function reportOne(kernel: Kernel, district: string, { id, unit, deliverable }: Milestone, fate: Fate): Promise<void> {
  const call = { district, actor: unitActor(unit), key: `loop-report-${id}` };
  await execute(kernel, reportMilestone, { milestone: id, report: `已办结，${deliverable}已存档。` }, call);
  if (fate === 'reported') return;
  await execute(kernel, decideMilestone, { milestone: id, accept: true }, { district, actor: officeActor, key: call.key });
}

/** Units answer within some days, one never. What is new at the end is left to whoever looks: to be answered, or to be accepted. */
async function answer(kernel: Kernel, { district, to }: Loop, day: Day): Promise<void> {
  const isLeft = day > addDays(to, -LEFT_OPEN);
  const { rows } = await ask(kernel, noticeListQuery, { state: 'open' }, { district, actor: officeActor });
  for (const notice of rows) {
    if (notice.unit === SILENT || (isLeft && notice.unit !== PROMPT) || addDays(notice.issuedOn, 2) > day) continue;
    await answerOne(kernel, district, notice, day, !isLeft);
  }
}

/** A milestone is caught up with in weeks, a figure that has fallen behind in most of a year. */
const promises = {
  milestone: { text: '已排出办理计划，逐周调度，按期补齐。', days: 25 },
  figure: { text: '已按月排出补进度的计划，逐月调度，按期追平。', days: 240 },
} as const;

async function answerOne(kernel: Kernel, district: string, notice: NoticeRow, day: Day, isDecided: boolean): Promise<void> {
  const { id, unit, subject } = notice;
  const key = `loop-answer-${id}`;
  const { text, days } = promises[subject.startsWith('milestone:') ? 'milestone' : 'figure'];
  const told = { notice: id, kind: 'new-date' as const, text, newDate: addDays(day, days) };
  await execute(kernel, answerNotice, told, { district, actor: unitActor(unit), key });
  if (!isDecided) return;
  const { answers } = await ask(kernel, noticeQuery, { notice: id }, { district, actor: officeActor });
  const decision = { notice: id, answer: answers.at(-1)?.id ?? '', accept: true };
  await execute(kernel, decideAnswer, decision, { district, actor: officeActor, key });
}

/** A leader's instruction, three days before the end, to the unit of the demonstration's liaison. */
async function instruct(kernel: Kernel, { district }: Loop): Promise<void> {
  const instruction = '请报送暖心餐门店的用餐人次和骑手反映的问题。';
  await execute(
    kernel,
    raiseNotice,
    { measure: 10, unit: 'commerce', step: 'notice', instruction, instructedBy: '沈远', termWorkingDays: 5 },
    { district, actor: leaderActor, key: 'loop-instruction' },
  );
}

const latest = (a: Day, b: Day): Day => (a > b ? a : b);
