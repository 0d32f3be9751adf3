import type { Calendar } from '../../kernel/term/calendar.ts';
import type { NoticeState, Rule, RuleSet, Step, Trigger } from './contract.ts';
import { steps } from './contract.ts';
import { isLive } from './notice-states.ts';

/** A milestone or a figure as supervision sees it on a day. A figure that several units lead is a matter of each. */
export type Matter = {
  readonly subject: `milestone:${string}` | `figure:${string}`;
  readonly measure: number;
  readonly unit: string;
  /** Milestones: the last day in time, pauses counted; null while one holds it. */
  readonly dueOn: string | null;
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
  readonly holdsUntil: string | null;
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
  /** Urges that a higher step takes over. */
  readonly escalated: readonly string[];
};

const rank = (step: Step): number => steps.indexOf(step);

/**
 * One day of supervision, pure: what goes out, what has become needless, what is taken over. Nothing goes out on a day off, for a
 * paused matter, or while an accepted answer holds; one matter gets one notice a day, the highest due, and never a lower one on top
 * of a higher.
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
    const escalation = escalationOf(day, matter, standing, before, rules);
    const next = escalation ?? ruleFor(day, matter, standing, before, rules, calendar);
    if (!next) continue;
    issue.push(next);
    for (const { id, step, state } of standing)
      if ((step === 'urge' || step === 'reminder') && rank(step) < rank(next.step) && isLive(state) && state !== 'answered')
        escalated.add(id);
  }
  // Instructions by hand belong to no matter of their own; silence about them escalates all the same.
  if (goesOut) {
    for (const notice of sent) {
      if (notice.rule !== 'hand' || notice.isPaused) continue;
      const next = unanswered(day, notice, sent, rules);
      if (next && !issue.some(({ cause }) => cause === next.cause)) issue.push(next);
    }
  }
  return { issue, cleared: [...cleared], escalated: [...escalated] };
}

/** Whether what a notice went out for no longer holds. An escalation stands as long as its parent's cause does: it clears with the matter. */
function hasGone({ rule, cause }: Sent, matter: Matter, { rules }: RuleSet): boolean {
  const trigger = rules.find(({ code }) => code === rule)?.trigger;
  if (matter.subject.startsWith('figure:')) return matter.isOnPath;
  if (matter.isDone) return true;
  const isAboutDate = trigger?.when === 'due-soon' || trigger?.when === 'late';
  return isAboutDate && matter.plannedFor !== null && !cause.endsWith(`/${matter.plannedFor}`);
}

/** Silence past the term, or a promise whose date has passed while the cause still stands: the next step, once. */
function escalationOf(
  day: string,
  matter: Matter,
  standing: readonly Sent[],
  before: readonly Sent[],
  rules: RuleSet,
): Issue | undefined {
  for (const notice of standing) {
    const silent = unanswered(day, notice, before, rules);
    if (silent) return silent;
    const to = rules.steps[notice.step].escalatesTo;
    const isBroken = notice.state === 'accepted' && notice.holdsUntil !== null && notice.holdsUntil < day;
    if (!to || !isBroken || isHeld(day, before)) continue;
    const cause = `broken/notice:${notice.id}`;
    if (before.some((other) => other.cause === cause)) continue;
    return {
      cause,
      rule: 'broken',
      step: to,
      subject: matter.subject,
      measure: matter.measure,
      unit: matter.unit,
      parent: notice.id,
      params: { promised: notice.holdsUntil ?? '' },
    };
  }
  return undefined;
}

function unanswered(day: string, notice: Sent, before: readonly Sent[], rules: RuleSet): Issue | undefined {
  const to = rules.steps[notice.step].escalatesTo;
  const waits = notice.state === 'open' || notice.state === 'returned';
  if (!to || !waits || notice.isPaused || notice.dueOn === null || notice.dueOn >= day) return undefined;
  const cause = `unanswered/notice:${notice.id}`;
  if (before.some((other) => other.cause === cause)) return undefined;
  return {
    cause,
    rule: 'unanswered',
    step: to,
    subject: notice.subject,
    measure: notice.measure,
    unit: notice.unit,
    parent: notice.id,
    params: { due: notice.dueOn },
  };
}

const isHeld = (day: string, before: readonly Sent[]): boolean =>
  before.some(({ state, holdsUntil }) => state === 'accepted' && holdsUntil !== null && holdsUntil >= day);

function ruleFor(
  day: string,
  matter: Matter,
  standing: readonly Sent[],
  before: readonly Sent[],
  { rules }: RuleSet,
  calendar: Calendar,
): Issue | undefined {
  if (isHeld(day, before) || standing.some(({ state }) => state === 'answered')) return undefined;
  const highest = Math.max(-1, ...standing.map(({ step }) => rank(step)));
  const due = rules
    .filter((rule) => rule.on && rank(rule.step) > highest)
    .flatMap((rule) => {
      const params = triggers(rule.trigger, day, matter, calendar);
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
function triggers(
  trigger: Trigger,
  day: string,
  matter: Matter,
  calendar: Calendar,
): Readonly<Record<string, string | number>> | undefined {
  const { dueOn, isSettled, pace, isSilent, monthsBehind, isOnPath } = matter;
  switch (trigger.when) {
    case 'due-soon': {
      if (dueOn === null || isSettled || dueOn < day) return undefined;
      const days = calendar.workingDaysBetween(day, dueOn);
      return days <= trigger.workingDays ? { due: dueOn, days } : undefined;
    }
    case 'late': {
      if (dueOn === null || isSettled || dueOn >= day) return undefined;
      const days = calendar.workingDaysBetween(dueOn, day);
      return days >= trigger.workingDays ? { due: dueOn, days, late: 1 } : undefined;
    }
    case 'pace':
      return pace !== null && pace < trigger.below && !isOnPath ? { percent: Math.floor(pace * 100) } : undefined;
    case 'silent':
      return isSilent ? {} : undefined;
    case 'months-behind':
      return monthsBehind >= trigger.months && !isOnPath ? { months: monthsBehind } : undefined;
  }
}
