import { type Language, say } from '../../kernel/i18n/said.ts';
import { dayOfInstant, isPercentage, type Measured, writeBound, writeDay, writeQuantity } from '../../kernel/page/written.ts';
import type { FigureSummary, Ledger } from '../figures/contract.ts';
import { counting, progress, reasons } from './words.ts';

/** The number as it stands, or that there is none. Never written as reached while it is not. */
export function tellNow(figure: FigureSummary, language: Language): string {
  if (figure.current.value === null) return say(progress.noValue, language);
  return writeQuantity(figure.current.value, figure, language);
}

/** Which time the number covers: this year so far, this month, since the programme began. Empty for what simply stands. */
export function tellWindow(figure: FigureSummary, language: Language): string {
  if (figure.target.per === 'month') return say(progress.thisMonth, language);
  if (figure.target.per === 'year') return say(progress.thisYear, language);
  if (figure.rule === 'sum') return say(progress.sinceStart, language, { day: writeDay(figure.from, language) });
  return say(progress.now, language);
}

/** 每年至少 4万个; more than 1 million person-times by 31 December 2027. */
export function tellTarget(figure: FigureSummary, language: Language): string {
  const { target } = figure;
  // More than all of something cannot be promised.
  const comparator = isPercentage(figure) && target.value === 100 ? '=' : target.comparator;
  const bound = writeBound(comparator, writeQuantity(target.value, promised(figure), language), language);
  const total = tellTotal(figure, language);
  const day = writeDay(target.by, language);
  const template = {
    year: progress.targetYear,
    month: progress.targetMonth,
    'average-year': progress.targetAverage,
    programme: progress.targetBy,
    standing: progress.targetStanding,
  }[target.per];
  return say(template, language, { bound, total, day });
}

/** The target as a number: 4万个, 98%. */
export const tellTotal = (figure: FigureSummary, language: Language): string =>
  writeQuantity(figure.targetTotal, promised(figure), language);

/** A promised 98 % is 98 %, not 98.0 %. */
const promised = (figure: FigureSummary): Measured =>
  isPercentage(figure) && Number.isInteger(figure.target.value) ? { ...figure, decimals: 0 } : figure;

/** Why the light is what it is, with the numbers behind it written out. */
export function tellReason(figure: FigureSummary, language: Language): string {
  const quantities = new Set(['value', 'path', 'total']);
  const days = new Set(['by', 'lastDay']);
  const params = Object.fromEntries(
    Object.entries(figure.why.params).map(([name, given]) => {
      if (quantities.has(name)) return [name, writeQuantity(Number(given), wholeUnits(figure, name), language)];
      return [name, days.has(name) ? writeDay(String(given), language) : given];
    }),
  );
  // What must hold every day has no schedule to be behind of.
  const isStanding = figure.why.reason === 'pace' && figure.target.per === 'standing';
  return say(isStanding ? reasons.standing : reasons[figure.why.reason], language, {
    total: tellTotal(figure, language),
    ...params,
  });
}

/** A path runs through fractions of openings and companies; people read it in whole ones. */
const wholeUnits = (figure: FigureSummary, name: string) =>
  name === 'path' && !isPercentage(figure) ? { ...figure, decimals: 0 } : figure;

/** The day the figure was last true: the last day that anything counted on, else the day it arrived. */
export function tellLastDay(figure: Pick<FigureSummary, 'lastDay' | 'lastRecordedAt'>, language: Language): string {
  if (figure.lastDay !== null) return writeDay(figure.lastDay, language);
  return figure.lastRecordedAt === null ? say(progress.never, language) : writeDay(dayOfInstant(figure.lastRecordedAt), language);
}

/** How much of the target is done, in whole per cent; 99.6 % is 99, because it is not done. Undefined where that says nothing. */
export function shareDone(figure: Pick<FigureSummary, 'current' | 'targetTotal' | 'target' | 'unit'>): number | undefined {
  const { value } = figure.current;
  if (value === null || figure.targetTotal <= 0 || figure.target.comparator === '<=' || isPercentage(figure)) return undefined;
  return Math.max(0, Math.floor((value / figure.targetTotal) * 100));
}

export function tellCounting(figure: FigureSummary, language: Language): string {
  const day = writeDay(figure.from, language);
  if (figure.rule !== 'sum') return say(counting[figure.rule], language, { day });
  const window =
    figure.target.per === 'year' ? counting.sumYear : figure.target.per === 'month' ? counting.sumMonth : counting.sumProgramme;
  return say(window, language, { day });
}

/** How many figures were promised, and how many of them stand on their path or before it. */
export function countPromises({ lights }: Ledger): { promises: number; kept: number } {
  const promises = lights.ahead + lights['on-path'] + lights.behind + lights.overdue + lights.silent;
  return { promises, kept: lights.ahead + lights['on-path'] };
}
