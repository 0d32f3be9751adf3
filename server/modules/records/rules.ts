import { addDays } from '../../kernel/term/day.ts';
import type { Rule, Values } from './type.ts';

/** Rules across the columns of one row. Each names the column to look at; wording and remedy are in words.ts under its code. */

const dayIn = (values: Values, key: string): string | undefined => {
  const day = values[key];
  return typeof day === 'string' ? day : undefined;
};

/** What has happened happened by today. */
export const notInFuture =
  (key: string): Rule =>
  (values, { today }) => {
    const day = dayIn(values, key);
    return day !== undefined && day > today ? { at: key, code: 'row-day-in-future', params: { day, today } } : undefined;
  };

/** Agreements are signed ahead, but a start more than a year off is a slip of the pen. */
export const notFarAhead =
  (key: string, days = 366): Rule =>
  (values, { today }) => {
    const day = dayIn(values, key);
    return day !== undefined && day > addDays(today, days)
      ? { at: key, code: 'row-day-far-ahead', params: { day, days } }
      : undefined;
  };

/** Days of grace before the programme's first day: work of the turn of the year is often dated a little early. */
const GRACE = 31;

/** Work from before the programme is kept, but the programme's totals don't count it: say so. */
export const sinceProgramme =
  (key: string): Rule =>
  (values, { startsOn }) => {
    const day = dayIn(values, key);
    if (day === undefined || day >= startsOn || day >= addDays(startsOn, -GRACE)) return undefined;
    return { at: key, code: 'row-before-programme', params: { day, startsOn }, warns: true };
  };

/** `later` is not before `earlier`; with `strictly`, not on the same day either. */
export const inOrder =
  (earlier: string, later: string, code: string, strictly = false): Rule =>
  (values) => {
    const [from, until] = [dayIn(values, earlier), dayIn(values, later)];
    if (from === undefined || until === undefined) return undefined;
    return until < from || (strictly && until === from) ? { at: later, code, params: { from, until } } : undefined;
  };

/** Of two columns both are filled in or neither is. */
export const together =
  (one: string, other: string, code: string): Rule =>
  (values) => {
    if ((values[one] === undefined) === (values[other] === undefined)) return undefined;
    return { at: values[one] === undefined ? one : other, code };
  };

/** A part is never more than its whole. */
export const notMoreThan =
  (part: string, whole: string, code: string): Rule =>
  (values) => {
    const [some, all] = [values[part], values[whole]];
    return typeof some === 'number' && typeof all === 'number' && some > all
      ? { at: part, code, params: { part: some, whole: all } }
      : undefined;
  };
