import type { Calendar } from '../../kernel/term/calendar.ts';
import type { NoticeState, Rule, RuleSet, Step, Trigger } from './contract.ts';
import { steps } from './contract.ts';
import { isLive, nextState } from './notice-states.ts';

/** A milestone, a figure or a level of service as supervision sees it on a day. A figure that several units lead is a matter of each. */
export type Matter = {
  readonly subject: `milestone:${string}` | `figure:${string}` | `service:${string}`;
  readonly measure: number;
  readonly unit: string;
  /** Milestones: the last day in time, pauses counted; null while one holds it. */
  readonly dueOn: string | null;
  /** Milestones: working days until then, negative after it; none on which it was paused. Null: held, or settled. */
  readonly daysLeft: number | null;
  /** The due date as planned, which tells one cause from the next when it is moved. */
  readonly plannedFor: string | null;
  /** Done, or reported and waiting for the office: nobody is asked now. */
  readonly isSettled: boolean;
  /** Done: whatever was asked has its answer. A report that is returned leaves every cause standing. */
  readonly isDone: boolean;
  /** Figures: value ÷ path; null where it has neither. */
  readonly pace: number | null;
  readonly isSilent: boolean;
  /** At the ends of how many months running, up to the last full one, it was behind. */
  readonly monthsBehind: number;
  /** On path again, or ahead: what clears a cause. */
  readonly isOnPath: boolean;
  readonly isPaused: boolean;
};

/** A notice that went out before, as far as it bears on the next. */
export type Sent = {
  readonly id: string;
  readonly cause: string;
  readonly rule: string;
  readonly step: Step;
  readonly subject: string;
  readonly unit: string;
  readonly measure: number;
  readonly state: NoticeState;
  readonly clearedOn: string | null;
  /** Accepted: until when the answer holds everything further back. */
  readonly holdsUntil: string | null;
  /** Accepted: the day for which the unit promised it; null where it named none. */
  readonly promisedFor: string | null;
  /** The last day to answer; null: held, or nothing to answer. */
  readonly dueOn: string | null;
  readonly isPaused: boolean;
};

export type Issue = {
  readonly cause: string;
  readonly rule: string;
  readonly step: Step;
  readonly subject: string;
  readonly measure: number;
  readonly unit: string;
  /** The notice that this one escalates. */
  readonly parent: string | null;
  /** Working days late, or the pace, or months: the number behind it. */
  readonly params: Readonly<Record<string, string | number>>;
};

export type DayWork = {
  readonly issue: readonly Issue[];
  /** Notices whose cause has gone. */
  readonly cleared: readonly string[];
  /** Notices in whose place a higher step stands now. */
  readonly escalated: readonly string[];
};

/** What leads on from a notice, beside the rules: silence, a promise not kept, an answer that helped nothing, a day that has come. */
export const followUps = ['unanswered', 'broken', 'again', 'date-come'] as const;
type FollowUp = (typeof followUps)[number];

const rank = (step: Step): number => steps.indexOf(step);

/**
 * One day of supervision, pure: what goes out, what has become needless, what is taken over. Nothing goes out on a day off, for a
 * paused matter, or while an accepted answer holds; one matter gets one notice a day, the highest due, and never a lower one on top
 * of a higher. Whatever was asked comes to an end or leads on: an answer that is late, a promise that is not kept, an answer that helped nothing.
 */
export function superviseDay(
  day: string,
  ground: {
    readonly calendar: Calendar;
    readonly rules: RuleSet;
    readonly matters: readonly Matter[];
    readonly sent: readonly Sent[];
    /** A quiet period of the whole district. */
    readonly isQuiet: boolean;
  },
): DayWork {
  const { calendar, rules, matters, sent, isQuiet } = ground;
  const bySubject = Map.groupBy(sent, ({ subject, unit }) => `${subject} ${unit}`);
  const cleared = new Set<string>();
  const escalated = new Set<string>();
  const issue: Issue[] = [];
  const goesOut = calendar.isWorkingDay(day) && !isQuiet;

  for (const matter of matters) {
    const before = bySubject.get(`${matter.subject} ${matter.unit}`) ?? [];
    for (const notice of before) if (notice.clearedOn === null && hasGone(notice, matter, rules)) cleared.add(notice.id);
    if (!goesOut || matter.isPaused) continue;
    const standing = before.filter(({ id, clearedOn }) => clearedOn === null && !cleared.has(id));
    const next =
      higher(ruleFor(day, matter, standing, before, rules), escalationOf(day, matter, standing, before, rules)) ??
      lapseOf(day, matter, standing, before, rules);
    if (!next) continue;
    issue.push(next);
    for (const notice of standing) if (isTakenOver(notice, next)) escalated.add(notice.id);
  }
  if (!goesOut) return { issue, cleared: [...cleared], escalated: [...escalated] };
  // What was raised by hand belongs to no matter of its own; silence about it, and a date that has come, lead on all the same.
  for (const notice of sent) {
    if (!notice.subject.startsWith('measure:') || notice.isPaused) continue;
    const next = unanswered(day, notice, sent, rules) ?? dateCome(day, notice, sent);
    if (!next) continue;
    issue.push(next);
    if (isTakenOver(notice, next)) escalated.add(notice.id);
  }
  return { issue, cleared: [...cleared], escalated: [...escalated] };
}

const higher = (one: Issue | undefined, other: Issue | undefined): Issue | undefined =>
  one && other && rank(other.step) > rank(one.step) ? other : (one ?? other);

/** A higher step stands in place of a lower one about the same that was not answered: the unit answers once. */
export const isTakenOver = (
  { id, step, state, subject }: Pick<Sent, 'id' | 'step' | 'state' | 'subject'>,
  next: Pick<Issue, 'step' | 'parent'>,
): boolean =>
  rank(step) < rank(next.step) &&
  nextState(state, 'escalate', step) !== undefined &&
  // Instructions by hand have nothing to do with one another.
  (next.parent === id || (step !== 'notice' && !subject.startsWith('measure:')));

/** Whether what a notice went out for no longer holds. An escalation stands as long as its parent's cause does: it clears with the matter. */
function hasGone({ rule, cause }: Sent, matter: Matter, { rules }: RuleSet): boolean {
  const trigger = rules.find(({ code }) => code === rule)?.trigger;
  if (!matter.subject.startsWith('milestone:')) return matter.isOnPath;
  if (matter.isDone) return true;
  const isAboutDate = trigger?.when === 'due-soon' || trigger?.when === 'late';
  return isAboutDate && matter.plannedFor !== null && !cause.endsWith(`/${matter.plannedFor}`);
}

/** Silence past the term leads to the next step, once. */
function escalationOf(
  day: string,
  { isSettled }: Matter,
  standing: readonly Sent[],
  before: readonly Sent[],
  rules: RuleSet,
): Issue | undefined {
  if (isSettled) return undefined;
  for (const notice of standing) {
    const silent = unanswered(day, notice, before, rules);
    if (silent) return silent;
  }
  return undefined;
}

/**
 * An answer was accepted and held everything back; that time is over, and what it was about still stands. A day that was promised and not
 * kept leads to the next step, or to another talk where there is none higher; an answer without a date is asked for again, on the same step.
 * Each answer lapses once.
 */
function lapseOf(
  day: string,
  matter: Matter,
  standing: readonly Sent[],
  before: readonly Sent[],
  rules: RuleSet,
): Issue | undefined {
  // A date that a pause moved on has not been broken before it comes.
  const isInTime = matter.dueOn !== null && matter.dueOn >= day;
  if (
    matter.isSettled ||
    isInTime ||
    isHeld(day, before) ||
    standing.some(({ state, step }) => step !== 'reminder' && isLive(state))
  )
    return undefined;
  const last = standing.findLast(({ state, holdsUntil }) => state === 'accepted' && holdsUntil !== null);
  if (!last) return undefined;
  const { promisedFor } = last;
  const rule = promisedFor === null ? 'again' : 'broken';
  return followUp(last, before, {
    rule,
    step: promisedFor === null ? last.step : (rules.steps[last.step].escalatesTo ?? last.step),
    params: promisedFor === null ? { held: last.holdsUntil ?? '' } : { promised: promisedFor },
  });
}

/** The day for which a unit promised what was asked by hand has come: nothing else can tell whether it is done, so it is asked. */
function dateCome(day: string, notice: Sent, before: readonly Sent[]): Issue | undefined {
  const { state, promisedFor, step } = notice;
  if (state !== 'accepted' || promisedFor === null || promisedFor >= day) return undefined;
  return followUp(notice, before, { rule: 'date-come', step, params: { promised: promisedFor } });
}

/** What follows a notice and its answer, or the want of one: one of each kind. */
function followUp(
  { id, subject, measure, unit }: Sent,
  before: readonly Sent[],
  { rule, step, params }: Pick<Issue, 'step' | 'params'> & { readonly rule: FollowUp },
): Issue | undefined {
  const cause = `${rule}/notice:${id}`;
  if (before.some((other) => other.cause === cause)) return undefined;
  return { cause, rule, step, subject, measure, unit, parent: id, params };
}

function unanswered(day: string, notice: Sent, before: readonly Sent[], rules: RuleSet): Issue | undefined {
  const to = rules.steps[notice.step].escalatesTo;
  const waits = notice.state === 'open' || notice.state === 'returned';
  if (!to || !waits || notice.isPaused || notice.dueOn === null || notice.dueOn >= day) return undefined;
  return followUp(notice, before, { rule: 'unanswered', step: to, params: { due: notice.dueOn } });
}

const isHeld = (day: string, before: readonly Sent[]): boolean =>
  before.some(({ state, holdsUntil }) => state === 'accepted' && holdsUntil !== null && holdsUntil >= day);

function ruleFor(
  day: string,
  matter: Matter,
  standing: readonly Sent[],
  before: readonly Sent[],
  { rules }: RuleSet,
): Issue | undefined {
  if (isHeld(day, before) || standing.some(({ state }) => state === 'answered')) return undefined;
  const highest = Math.max(-1, ...standing.map(({ step }) => rank(step)));
  const due = rules
    .filter((rule) => rule.on && rank(rule.step) > highest)
    .flatMap((rule) => {
      const params = triggers(rule.trigger, day, matter);
      const cause = params && causeOf(rule, matter, before);
      return params && cause && !before.some((other) => other.cause === cause) ? [{ rule, params, cause }] : [];
    })
    .sort((a, b) => rank(b.rule.step) - rank(a.rule.step));
  const [found] = due;
  if (!found) return undefined;
  const { rule, params, cause } = found;
  return {
    cause,
    rule: rule.code,
    step: rule.step,
    subject: matter.subject,
    measure: matter.measure,
    unit: matter.unit,
    parent: null,
    params,
  };
}

/**
 * What a notice goes out for, spelled out. A date is a cause of its own, so a new date is a new one. A slow or silent figure is one
 * cause until it is back on its path; what comes after that is the next.
 */
function causeOf(rule: Rule, matter: Matter, before: readonly Sent[]): string | undefined {
  const { when } = rule.trigger;
  if (when === 'due-soon' || when === 'late') return `${rule.code}/${matter.subject}/${matter.unit}/${matter.plannedFor}`;
  const earlier = before.filter((notice) => notice.rule === rule.code);
  return earlier.some(({ clearedOn }) => clearedOn === null)
    ? undefined
    : `${rule.code}/${matter.subject}/${matter.unit}/${earlier.length + 1}`;
}

/** The numbers behind a trigger that holds on this day; undefined where it does not. */
function triggers(trigger: Trigger, day: string, matter: Matter): Readonly<Record<string, string | number>> | undefined {
  const { dueOn, daysLeft, pace, isSilent, monthsBehind, isOnPath } = matter;
  switch (trigger.when) {
    case 'due-soon':
      return dueOn !== null && daysLeft !== null && dueOn >= day && daysLeft <= trigger.workingDays
        ? { due: dueOn, days: daysLeft }
        : undefined;
    case 'late':
      return dueOn !== null && daysLeft !== null && dueOn < day && -daysLeft >= trigger.workingDays
        ? { due: dueOn, days: -daysLeft, late: 1 }
        : undefined;
    case 'pace':
      return pace !== null && pace < trigger.below && !isOnPath ? { percent: Math.floor(pace * 100) } : undefined;
    case 'silent':
      return isSilent ? {} : undefined;
    case 'months-behind':
      return monthsBehind >= trigger.months && !isOnPath ? { months: monthsBehind } : undefined;
  }
}
