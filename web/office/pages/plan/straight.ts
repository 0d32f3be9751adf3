import type { MeasurePlan, PlanContent } from '../../../../server/modules/plans/contract.ts';
import { addDays, daysBetween } from '../../../shared/day.ts';
import { cut } from '../../../shared/number.ts';

export type PathFigure = Pick<MeasurePlan['figures'][number], 'from' | 'to' | 'total' | 'decimals'>;
export type Points = PlanContent['paths'][number]['points'];

/** The last day of a month, `YYYY-MM`. */
export const lastDayOf = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return addDays(`${number === 12 ? year + 1 : year}-${String((number % 12) + 1).padStart(2, '0')}-01`, -1);
};

/** The months of a span, the one in which it ends included. */
export function monthsOf({ from, to }: Pick<PathFigure, 'from' | 'to'>): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = addDays(lastDayOf(month), 1).slice(0, 7))
    months.push(month);
  return months;
}

/** Where the straight line stands at a month's end: nothing the day before the span, the whole on its last day. */
export function straightAt({ from, to, total, decimals }: PathFigure, month: string): number {
  const end = lastDayOf(month) < to ? lastDayOf(month) : to;
  const start = addDays(from, -1);
  return cut((total * daysBetween(start, end)) / Math.max(1, daysBetween(start, to)), decimals);
}

/** The months that tell a path in one line: the last of each year, or of each quarter within a year. The last of all is the promise itself. */
export function tellingPoints(figure: PathFigure, points: Points): Points {
  const months = monthsOf(figure);
  const every = months.length > 12 ? 12 : 3;
  return months.flatMap((month) => {
    const isLast = month === months.at(-1);
    const value = isLast ? figure.total : points.find((point) => point.month === month)?.value;
    return value !== undefined && (isLast || Number(month.slice(5)) % every === 0) ? [{ month, value }] : [];
  });
}

/** What the form fills in when months are to be set: the straight line at each month's end. */
export const straightPoints = (figure: PathFigure): Points =>
  monthsOf(figure).map((month) => ({ month, value: straightAt(figure, month) }));
