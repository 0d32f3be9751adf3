import type { Said } from '../../kernel/i18n/said.ts';
import { writeDay } from '../../kernel/page/written.ts';
import type { Evaluation, Finding, Grade, GradeRule, Period } from './contract.ts';
import { type FigureSeen, isAhead, type Judging, judgeFigure, judgeStatement, surplusOf } from './figure-rules.ts';
import { both, inBoth } from './say.ts';

export type MilestoneSeen = {
  readonly id: string;
  readonly title: string;
  readonly dueOn: string;
  /** As first accepted. */
  readonly originalDueOn: string;
  readonly doneOn: string | null;
  readonly isDone: boolean;
};

export type NoticeSeen = {
  readonly id: string;
  readonly step: 'reminder' | 'urge' | 'notice' | 'talk';
  /** 〔2026〕第3号; null for reminders and urges. */
  readonly number: Said | null;
  readonly issuedOn: string;
  /** Answered and accepted, gone with its cause, replaced by a graver one, or withdrawn. */
  readonly isSettled: boolean;
};

/** A level of service that the plan promises where the paper promises no figure. */
export type ServiceSeen = { readonly key: string; readonly title: Said; readonly isKept: boolean };

export type Sight = {
  readonly period: Period;
  readonly startsOn: string;
  readonly today: string;
  readonly figures: readonly FigureSeen[];
  readonly services: readonly ServiceSeen[];
  readonly milestones: readonly MilestoneSeen[];
  readonly notices: readonly NoticeSeen[];
};

/** The grades, best first: the first whose every bound holds. What is closed by a waiver alone is unqualified. */
export const gradeRules: readonly GradeRule[] = Object.freeze([
  { grade: 'excellent', surplus: 1.1, urges: 0, notices: 0, lateMilestones: 0 },
  { grade: 'good', surplus: 1, urges: 1, notices: 0, lateMilestones: 1 },
  { grade: 'qualified', surplus: 1, urges: null, notices: null, lateMilestones: null },
]);

/** Looks at everything an application is judged by. It is short as long as a single finding is not in order. */
export function evaluateCloseOut(sight: Sight): Pick<Evaluation, 'findings' | 'isShort' | 'grade'> {
  const { period, today } = sight;
  if (today < period.from) {
    const params = inBoth('day', (language) => writeDay(period.from, language));
    return { findings: [{ subject: 'period', ok: false, code: 'close-out-not-begun', params }], isShort: true, grade: null };
  }
  const findings = [
    ...sight.figures.map((figure) => judgeFigure(figure, sight)),
    ...judgeServices(sight),
    ...judgeMilestones(sight),
    ...judgeNotices(sight),
    ...sight.figures.flatMap(judgeStatement),
  ];
  const isShort = findings.some(({ ok }) => !ok);
  return { findings, isShort, grade: isShort ? null : gradeOf(sight) };
}

function judgeServices({ period, today, services }: Sight): Finding[] {
  return services.map(({ key, title, isKept }) => {
    const params = both('title', title);
    if (today <= period.to) {
      const day = inBoth('day', (language) => writeDay(period.to, language));
      return { subject: `service:${key}`, ok: false, code: 'close-out-figure-waits', params: { ...params, ...day } };
    }
    return { subject: `service:${key}`, ok: isKept, code: isKept ? 'close-out-service-kept' : 'close-out-service-short', params };
  });
}

const dueBy = (milestones: readonly MilestoneSeen[], day: string) => milestones.filter(({ dueOn }) => dueOn <= day);

function judgeMilestones({ period, figures, services, milestones }: Sight): Finding[] {
  const due = dueBy(milestones, period.to);
  const open = due.filter(({ isDone }) => !isDone);
  if (open.length > 0)
    return open.map(({ id, title, dueOn }) => ({
      subject: `milestone:${id}`,
      ok: false,
      code: 'close-out-milestone-open',
      params: { title, titleEn: title, ...inBoth('day', (language) => writeDay(dueOn, language)) },
    }));
  const inPeriod = due.filter(({ dueOn }) => dueOn >= period.from);
  // Without a figure and a level of service there is nothing to judge but the milestones.
  if (figures.length === 0 && services.length === 0 && inPeriod.length === 0)
    return [{ subject: 'milestones', ok: false, code: 'close-out-nothing-due', params: {} }];
  const code = inPeriod.length > 0 ? 'close-out-milestones-done' : 'close-out-milestones-none';
  return [{ subject: 'milestones', ok: true, code, params: { n: inPeriod.length } }];
}

function judgeNotices({ period, notices }: Sight): Finding[] {
  const own = notices.filter(({ step, issuedOn }) => step !== 'reminder' && issuedOn <= period.to);
  const open = own.filter(({ isSettled }) => !isSettled);
  if (open.length === 0)
    return [
      {
        subject: 'notices',
        ok: true,
        code: own.length > 0 ? 'close-out-notices-settled' : 'close-out-notices-none',
        params: { n: own.length },
      },
    ];
  return open.map(({ id, step, number, issuedOn }) => ({
    subject: `notice:${id}`,
    ok: false,
    code: number ? 'close-out-notice-open' : 'close-out-urge-open',
    params: {
      ...both('step', stepWords[step]),
      ...(number ? both('number', number) : {}),
      ...inBoth('day', (language) => writeDay(issuedOn, language)),
    },
  }));
}

const stepWords: Readonly<Record<NoticeSeen['step'], Said>> = {
  reminder: { zh: '提醒', en: 'reminder' },
  urge: { zh: '催办', en: 'urge' },
  notice: { zh: '督办通知', en: 'supervision notice' },
  talk: { zh: '约谈', en: 'talk' },
};

/** By the numbers alone: nobody chooses it. */
export function gradeOf(sight: Sight): Grade {
  const { period, figures, milestones, notices } = sight;
  const judging: Judging = sight;
  const issued = notices.filter(({ issuedOn }) => issuedOn >= period.from && issuedOn <= period.to);
  const urges = issued.filter(({ step }) => step === 'urge').length;
  const graver = issued.filter(({ step }) => step === 'notice' || step === 'talk').length;
  const late = milestones.filter(
    ({ originalDueOn, dueOn, doneOn }) =>
      originalDueOn >= period.from && originalDueOn <= period.to && (doneOn ?? dueOn) > originalDueOn,
  ).length;
  const within = (count: number, bound: number | null) => bound === null || count <= bound;
  const rule = gradeRules.find(
    (one) =>
      within(urges, one.urges) &&
      within(graver, one.notices) &&
      within(late, one.lateMilestones) &&
      (one.surplus <= 1 ||
        figures.every((figure) => (surplusOf(figure, judging) ?? one.surplus) >= one.surplus || isAhead(figure, judging))),
  );
  return rule?.grade ?? 'qualified';
}
