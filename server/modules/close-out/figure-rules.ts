import type { CountingRule, Target } from '../../kernel/figure/definition.ts';
import { bounds, isReached } from '../../kernel/figure/light.ts';
import { pathAt, spanOf } from '../../kernel/figure/path.ts';
import type { Said } from '../../kernel/i18n/said.ts';
import { isPercentage, writeBound, writeDay, writeMonth, writeQuantity } from '../../kernel/page/written.ts';
import { lastDayOfMonth } from '../../kernel/term/day.ts';
import type { FigureRule, FigureRuleRow, Finding, Period } from './contract.ts';
import { isWhole } from './periods.ts';
import { both, inBoth } from './say.ts';

/**
 * How each kind of promise is judged, for a year and for the whole programme. Sums may be closed as soon as they are reached: they fall
 * by a correction alone, and that reopens them. Whatever stands, and whatever is asked of each month, is judged when the period is over.
 */
export const figureRules: readonly FigureRuleRow[] = Object.freeze([
  { per: 'year', year: 'reached-in-year', programme: 'reached-every-year' },
  { per: 'month', year: 'reached-every-month', programme: 'reached-every-month' },
  { per: 'programme', year: 'on-path', programme: 'reached' },
  { per: 'average-year', year: 'on-path', programme: 'reached' },
  { per: 'standing', year: 'stands-at-end', programme: 'stands-at-end' },
]);

/** A figure as it stood on the day it is judged for. */
export type FigureSeen = {
  readonly code: string;
  readonly title: Said;
  readonly unit: Said;
  readonly decimals: number;
  readonly target: Target;
  readonly rule: CountingRule['rule'];
  readonly value: number | null;
  /** From the programme's start; `standing`: the figure at the month's end (or on the day judged). */
  readonly months: readonly { readonly month: string; readonly value: number | null; readonly standing: number | null }[];
  readonly statement: {
    readonly hasSources: boolean;
    readonly hasLimits: boolean;
    readonly lastDay: string | null;
    /** Days without a record, and how many its kinds allow. */
    readonly quietDays: number;
    readonly silentAfterDays: number;
    readonly hasLapsed: boolean;
  };
};

export type Judging = { readonly period: Period; readonly startsOn: string; readonly today: string };

const ruleOf = (target: Target, period: Period): FigureRule => {
  const row = figureRules.find(({ per }) => per === target.per);
  if (!row) throw new TypeError(`no rule for a promise per ${target.per}`);
  return isWhole(period) ? row.programme : row.year;
};

/** What has to be reached, cut or raised to what the figure can show, so that what is said is what is judged. */
export function dueIn({ target, decimals }: FigureSeen, { period, startsOn }: Judging): number {
  const due =
    ruleOf(target, period) === 'on-path'
      ? (pathAt(target, period.to, startsOn) ?? target.value)
      : spanOf(target, period.to, startsOn).total;
  const scale = 10 ** decimals;
  const near = Math.round(due * scale) / scale;
  if (Math.abs(near - due) < 1e-9 * Math.max(1, Math.abs(due))) return near;
  return (target.comparator === '>' || target.comparator === '<=' ? Math.floor(due * scale) : Math.ceil(due * scale)) / scale;
}

const mayCloseEarly = ({ rule, target }: FigureSeen, period: Period): boolean =>
  rule === 'sum' &&
  target.comparator !== '<=' &&
  target.comparator !== '=' &&
  ruleOf(target, period) !== 'reached-every-month' &&
  target.per !== 'standing';

/** Whether a figure has kept its promise for the period, with the numbers. */
export function judgeFigure(figure: FigureSeen, judging: Judging): Finding {
  const { period, today } = judging;
  const { target, title } = figure;
  const subject = `figure:${figure.code}`;
  const found = (ok: boolean, code: string, params: Finding['params'] = {}): Finding => ({
    subject,
    ok,
    code,
    params: { ...both('title', title), ...params },
  });
  if (today <= period.to && !mayCloseEarly(figure, period))
    return found(
      false,
      'close-out-figure-waits',
      inBoth('day', (language) => writeDay(period.to, language)),
    );
  const rule = ruleOf(target, period);
  if (rule === 'reached-every-month') return judgeMonths(figure, judging, found);
  if (rule === 'reached-every-year') return judgeYears(figure, judging, found);
  const due = dueIn(figure, judging);
  const { value } = figure;
  if (value === null) return found(false, 'close-out-figure-no-value', bound(due, figure));
  const numbers = { ...quantity('value', value, figure), ...bound(due, figure) };
  if (isReached(target, due, value)) return found(true, 'close-out-figure-reached', numbers);
  return found(false, 'close-out-figure-short', { ...numbers, ...missing(missingTo(due, value, figure), figure) });
}

type Found = (ok: boolean, code: string, params?: Finding['params']) => Finding;

function judgeMonths(figure: FigureSeen, { period }: Judging, found: Found): Finding {
  const own = figure.months.filter(({ month }) => month >= period.from.slice(0, 8).concat('01') && month <= period.to);
  const due = bound(figure.target.value, figure);
  const missed = own.filter(({ value }) => !isReached(figure.target, figure.target.value, value));
  if (own.length > 0 && missed.length === 0) return found(true, 'close-out-months-kept', { ...due, months: own.length });
  return found(false, 'close-out-months-short', {
    ...due,
    n: missed.length,
    months: own.length,
    ...list(
      'which',
      missed.map(({ month }) => inBoth('month', (language) => writeMonth(month, language))),
    ),
  });
}

/** Each year for itself: where the figure stood at its last month. */
function judgeYears(figure: FigureSeen, { period, startsOn }: Judging, found: Found): Finding {
  const years = Map.groupBy(
    figure.months.filter(({ month }) => month <= period.to),
    ({ month }) => month.slice(0, 4),
  );
  const due = bound(figure.target.value, figure);
  const missed = [];
  for (let year = Number(startsOn.slice(0, 4)); year <= Number(period.to.slice(0, 4)); year += 1)
    if (!isReached(figure.target, figure.target.value, years.get(String(year))?.at(-1)?.standing ?? null))
      missed.push(String(year));
  if (missed.length === 0) return found(true, 'close-out-years-kept', due);
  return found(false, 'close-out-years-short', {
    ...due,
    ...list(
      'which',
      missed.map((year) => ({ month: `${year}年`, monthEn: year })),
    ),
  });
}

/** Whether it got there at the end of an earlier month than the last: ahead of its date. */
export function isAhead(figure: FigureSeen, judging: Judging): boolean {
  if (!mayCloseEarly(figure, judging.period) || ruleOf(figure.target, judging.period) === 'reached-every-year') return false;
  const due = dueIn(figure, judging);
  return figure.months.some(
    ({ month, standing }) =>
      month >= judging.period.from.slice(0, 7) &&
      lastDayOfMonth(month) < judging.period.to &&
      isReached(figure.target, due, standing),
  );
}

/** value ÷ what is due, where more than the promise is possible; null for shares, months and ceilings. */
export function surplusOf(figure: FigureSeen, judging: Judging): number | null {
  const { rule, target, value } = figure;
  const isOpen = (rule === 'sum' || rule === 'level') && target.per !== 'month' && target.per !== 'standing';
  if (
    !isOpen ||
    target.comparator === '<=' ||
    target.comparator === '=' ||
    ruleOf(target, judging.period) === 'reached-every-year'
  )
    return null;
  const due = dueIn(figure, judging);
  return value === null || due <= 0 ? null : value / due;
}

/** The data-quality statement: a source for each kind, its limits, a last record, not silent, nothing lapsed. */
export function judgeStatement({ code, title, statement }: FigureSeen): Finding[] {
  const subject = `statement:${code}`;
  const named = both('title', title);
  const faults: Finding[] = [];
  const fault = (code: string, params: Finding['params'] = {}) =>
    faults.push({ subject, ok: false, code, params: { ...named, ...params } });
  if (!statement.hasSources) fault('close-out-statement-no-source');
  if (!statement.hasLimits) fault('close-out-statement-no-limits');
  if (statement.hasLapsed) fault('close-out-statement-lapsed');
  if (statement.lastDay === null) fault('close-out-statement-no-record');
  else if (!statement.hasLapsed && statement.quietDays > statement.silentAfterDays)
    fault('close-out-statement-silent', {
      ...inBoth('day', (language) => writeDay(statement.lastDay ?? '', language)),
      days: statement.quietDays,
      allowed: statement.silentAfterDays,
    });
  return faults.length > 0 ? faults : [{ subject, ok: true, code: 'close-out-statement-complete', params: named }];
}

/** 至少 1万个, more than 333,333 person-times. */
const bound = (due: number, { target, unit, decimals }: FigureSeen) =>
  inBoth('due', (language) => writeBound(target.comparator, writeQuantity(due, { unit, decimals }, language), language));

/** How far it is to the first value that would do. */
function missingTo(due: number, value: number, { target, decimals }: FigureSeen): number {
  const step = 10 ** -decimals;
  const enough =
    target.comparator === '>' ? due + step : target.comparator === '~' ? Math.ceil((due * bounds.about) / step) * step : due;
  return Math.abs(enough - value);
}

/** Raised to what the figure shows, so that it is never told smaller than it is. Shares differ by points, not by per cent. */
function missing(value: number, { unit, decimals }: FigureSeen): Record<string, string> {
  const scale = 10 ** decimals;
  const raised = Math.ceil(Math.round(value * scale * 1e6) / 1e6) / scale;
  if (isPercentage({ unit })) return both('missing', { zh: `${raised}\u2009个百分点`, en: `${raised} points` });
  return inBoth('missing', (language) => writeQuantity(raised, { unit, decimals }, language));
}

const quantity = (name: string, value: number, { unit, decimals }: FigureSeen) =>
  inBoth(name, (language) => writeQuantity(value, { unit, decimals }, language));

/** At most six are named, then how many more there are is told by the count. */
function list(name: string, items: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  const shown = items.slice(0, 6);
  const rest = items.length > shown.length;
  return {
    [name]: shown.map(({ month }) => month).join('、') + (rest ? '等' : ''),
    [`${name}En`]: shown.map(({ monthEn }) => monthEn).join(', ') + (rest ? ' …' : ''),
  };
}
