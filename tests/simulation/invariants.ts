import { steps } from '../../server/modules/supervision/contract.ts';
import { clockOf } from '../../server/modules/supervision/notice-clock.ts';
import { isLive } from '../../server/modules/supervision/notice-states.ts';
import type { Day, SimDistrict, SimMilestone, SimNotice } from './district.ts';
import { calendar } from './district.ts';
import {
  answerBy,
  isWorkingDay,
  lastDay,
  lightOn,
  lineOn,
  milestoneLightOn,
  paceOn,
  plus,
  runningDays,
  valueOn,
  workingDaysLate,
  worstLight,
} from './oracle.ts';
import { FROM } from './world.ts';

export type Violation = { readonly day: string; readonly what: string };

const rank = (step: SimNotice['step']): number => steps.indexOf(step);

/** Everything that must hold on every day, whatever the seed: each a sentence, with the numbers that break it. */
export function violations(district: SimDistrict, today: Day): Violation[] {
  const found: string[] = [];
  const { day } = today;
  const fail = (what: string) => found.push(what);
  checkCauses(district, fail);
  checkGoingOut(district, today, fail);
  checkFigures(district, today, fail);
  for (const milestone of district.milestones) checkMilestone(district, milestone, today, fail);
  checkClocks(district, day, fail);
  checkWholes(district, today, fail);
  checkLapses(today, fail);
  return found.map((what) => ({ day, what }));
}

type Fail = (what: string) => void;

function checkCauses({ notices }: SimDistrict, fail: Fail): void {
  const causes = new Set<string>();
  const standing = new Set<string>();
  const numbers = new Map<number, number>();
  for (const notice of notices) {
    if (causes.has(notice.cause)) fail(`a notice went out twice for ${notice.cause}`);
    causes.add(notice.cause);
    const key = `${notice.rule} ${notice.subject} ${notice.unit}`;
    if (notice.clearedOn === null && notice.parent === null && notice.subject.startsWith('figure:')) {
      if (standing.has(key)) fail(`two notices stand for one cause: ${key}`);
      standing.add(key);
    }
    if (notice.year === null || notice.number === null) continue;
    const last = numbers.get(notice.year) ?? 0;
    if (notice.number !== last + 1) fail(`number ${notice.number} of ${notice.year} follows ${last}`);
    numbers.set(notice.year, notice.number);
  }
}

function checkGoingOut(district: SimDistrict, { day, isQuiet, work, sentBefore }: Day, fail: Fail): void {
  if (work.issue.length === 0) return;
  if (!isWorkingDay(day)) fail('a notice went out on a day off');
  if (isQuiet) fail('a notice went out in a quiet period');
  const seen = new Set<string>();
  for (const issue of work.issue) {
    const key = `${issue.subject} ${issue.unit}`;
    if (seen.has(key)) fail(`${key} got two notices on one day`);
    seen.add(key);
    const before = sentBefore.filter(({ subject, unit }) => subject === issue.subject && unit === issue.unit);
    if (
      before.some(({ state, holdsUntil }) => state === 'accepted' && holdsUntil !== null && holdsUntil >= day) &&
      issue.parent === null
    )
      fail(`${issue.cause} went out while an accepted answer holds`);
    const higher = before.filter(
      ({ id, clearedOn, step }) => clearedOn === null && !work.cleared.includes(id) && rank(step) >= rank(issue.step),
    );
    if (issue.parent === null && higher.length > 0) fail(`${issue.cause} went out below or beside a higher step`);
    if (issue.rule !== 'unanswered' && issue.rule !== 'broken') continue;
    const parent = district.notices.find(({ id }) => id === issue.parent);
    if (!parent) fail(`${issue.cause} escalates nothing`);
    else if (
      issue.rule === 'unanswered' &&
      parent.answers.some(({ verdict }) => verdict !== 'returned') &&
      parent.issuedOn !== day
    ) {
      const waiting = parent.answers.at(-1);
      if (waiting && waiting.verdict !== 'returned' && waiting.answeredOn < day)
        fail(`${issue.cause} escalates what was answered`);
    }
  }
}

function checkFigures(district: SimDistrict, { day, figures, isQuiet }: Day, fail: Fail): void {
  const { records, notices } = district;
  for (const { summary } of figures) {
    const definition = district.world.programme.measures
      .flatMap((measure) => measure.figures)
      .find(({ code }) => code === summary.code);
    if (!definition) continue;
    const recounted = valueOn(records, definition, day);
    if (!same(summary.current.value, recounted))
      fail(`figure ${summary.code} says ${summary.current.value}, its facts are ${recounted}`);
    if (!same(summary.path, lineOn(definition.target, day).path)) fail(`the path of ${summary.code} is ${summary.path}`);
    const light = lightOn(records, definition, day, summary.lastDay, district.silenceOf(summary.code));
    if (summary.light !== light) fail(`the light of ${summary.code} is ${summary.light}, its numbers say ${light}`);
    const isOnPath = light === 'ahead' || light === 'on-path';
    const own = notices.filter(({ subject }) => subject === `figure:${summary.code}`);
    if (isOnPath && own.some(({ clearedOn }) => clearedOn === null))
      fail(`${summary.code} is on its path, and a notice still stands`);
    const pace = paceOn(records, definition, day);
    if (isOnPath || pace === null || pace >= 0.8 || !isWorkingDay(day) || isQuiet) continue;
    for (const unit of district.world.programme.measures.find(({ no }) => no === summary.measure)?.lead ?? [])
      if (
        !own.some((notice) => notice.unit === unit && notice.clearedOn === null && notice.step !== 'reminder') &&
        !isHeld(own, unit, day)
      )
        fail(`${summary.code} stands at ${pace} of its path and nobody told ${unit}`);
  }
}

const isHeld = (notices: readonly SimNotice[], unit: string, day: string): boolean =>
  notices.some(
    (notice) =>
      notice.unit === unit && ((notice.state === 'accepted' && (notice.holdsUntil ?? '') >= day) || notice.state === 'answered'),
  );

function checkMilestone(
  district: SimDistrict,
  milestone: SimMilestone,
  { day, isQuiet, matters, sentBefore, work }: Day,
  fail: Fail,
): void {
  const { due, own, light } = district.milestoneStands(milestone, day);
  const wanted = remembered(district, milestone, own);
  if (due !== wanted) fail(`milestone ${milestone.id} is due ${due}, counted ${wanted}`);
  const lit = milestoneLightOn(milestone, wanted, day);
  if (light !== lit) fail(`the light of milestone ${milestone.id} is ${light}, its dates say ${lit}`);
  if (milestone.state === 'done') return;
  const matter = matters.find(({ subject }) => subject === `milestone:${milestone.id}`);
  // People act after the run: what it saw is what is held against it.
  if (!matter || matter.isSettled || matter.isPaused || matter.dueOn === null || !isWorkingDay(day) || isQuiet) return;
  const late = matter.dueOn < day ? runningDays(matter.dueOn, day, own) : 0;
  const soon = matter.dueOn >= day && runningDays(day, matter.dueOn, own) <= 3;
  const before = sentBefore.filter(({ subject }) => subject === matter.subject);
  if (before.some(({ state, holdsUntil }) => state === 'answered' || (state === 'accepted' && (holdsUntil ?? '') >= day))) return;
  const standing = [
    ...before.filter(({ id, clearedOn }) => clearedOn === null && !work.cleared.includes(id)),
    ...work.issue.filter(({ subject }) => subject === matter.subject),
  ];
  const highest = Math.max(-1, ...standing.map(({ step }) => rank(step)));
  const least = late >= 5 ? 2 : late >= 1 ? 1 : soon ? 0 : -1;
  if (highest < least)
    fail(`milestone ${milestone.id} is ${late} days late (due ${matter.dueOn}), and the highest step is ${highest}`);
}

/** The light of a measure and of a unit is that of its worst part. */
function checkWholes(district: SimDistrict, { day, figures }: Day, fail: Fail): void {
  const lit = [
    ...figures.map(({ summary }) => ({
      measure: summary.measure,
      units: district.world.programme.measures.find(({ no }) => no === summary.measure)?.lead ?? [],
      light: summary.light,
    })),
    ...district.milestones.map((milestone) => ({
      measure: milestone.measure,
      units: [milestone.unit],
      light: milestoneLightOn(milestone, remembered(district, milestone, district.pausesOfMilestone(milestone)), day),
    })),
  ];
  const { measures, units } = district.wholes(day, figures);
  for (const { no, worst } of measures) {
    const wanted = worstLight(lit.filter(({ measure }) => measure === no).map(({ light }) => light));
    if (worst?.light !== wanted) fail(`the light of measure ${no} is ${worst?.light}, its parts say ${wanted}`);
  }
  for (const { code, worst } of units) {
    const wanted = worstLight(lit.filter((part) => part.units.includes(code)).map(({ light }) => light));
    if (worst?.light !== wanted) fail(`the light of ${code} is ${worst?.light}, its parts say ${wanted}`);
  }
}

/** Nothing peters out: where an accepted answer has lapsed and its cause stands, something has gone out since, or goes out today. */
function checkLapses({ day, isQuiet, matters, sentBefore, work }: Day, fail: Fail): void {
  if (!isWorkingDay(day) || isQuiet) return;
  for (const { subject, unit, dueOn, isPaused, isSettled, isOnPath } of matters) {
    if (isPaused || isSettled || isOnPath || (dueOn !== null && dueOn >= day)) continue;
    const own = sentBefore.filter((notice) => notice.subject === subject && notice.unit === unit);
    const standing = own.filter(({ id, clearedOn }) => clearedOn === null && !work.cleared.includes(id));
    const last = standing.filter(({ step }) => step !== 'reminder').at(-1);
    const holds = own.some(({ state, holdsUntil }) => state === 'accepted' && (holdsUntil ?? '') >= day);
    if (holds || last?.state !== 'accepted' || standing.some(({ state, step }) => step !== 'reminder' && isLive(state))) continue;
    if (!work.issue.some((issue) => issue.subject === subject && issue.unit === unit))
      fail(`the answer to ${last.cause} held until ${last.holdsUntil}, and nothing follows it`);
  }
}

const walked = new WeakMap<SimDistrict, Map<string, string | null>>();
function remembered(
  district: SimDistrict,
  milestone: SimMilestone,
  own: readonly { from: string; to: string | null }[],
): string | null {
  const known = walked.get(district) ?? new Map<string, string | null>();
  walked.set(district, known);
  const key = `${milestone.id} ${milestone.dueOn} ${own.length}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const due = pausedDue(milestone, own);
  known.set(key, due);
  return due;
}

/** The due date, on the next working day where it is a day off, moved on by the working days for which it was paused before it. */
function pausedDue({ since, dueOn }: SimMilestone, own: readonly { from: string; to: string | null }[]): string | null {
  let due = dueOn;
  while (!isWorkingDay(due)) due = plus(due, 1);
  const held = own.filter(({ to }) => to === null || to > since);
  return held.some(({ from }) => from < due) ? lastDay(since, workingDaysLate(since, due), held) : due;
}

function checkClocks(district: SimDistrict, day: string, fail: Fail): void {
  for (const notice of district.notices) {
    if (!isLive(notice.state) || notice.termDays === 0) continue;
    const pauses = district.pausesOfNotice(notice);
    const clock = clockOf({ ...notice, pauses }, day, calendar);
    const wanted = answerBy(notice, pauses);
    if (clock?.dueOn !== wanted) fail(`notice ${notice.id} is to be answered by ${clock?.dueOn}, counted ${wanted}`);
    if (clock && wanted !== null && clock.isOverdue !== day > wanted)
      fail(`notice ${notice.id} is taken for ${clock.isOverdue ? '' : 'not '}overdue`);
    if (clock && notice.state === 'answered' && clock.isOverdue) fail(`notice ${notice.id} is overdue while the office decides`);
  }
}

const same = (a: number | null, b: number | null): boolean => (a === null || b === null ? a === b : Math.abs(a - b) < 1e-6);

/** The days of a simulation. */
export function* daysOf(from: string, until: string): Generator<string> {
  for (let day = from; day <= until; day = plus(day, 1)) yield day;
}
export const start = FROM;
