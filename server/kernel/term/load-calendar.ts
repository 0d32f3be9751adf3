import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Calendar, type CalendarRow, createCalendar } from './calendar.ts';
import { isDay } from './day.ts';

export type CalendarFileErrorCode =
  | 'calendar-none'
  | 'calendar-columns'
  | 'calendar-day'
  | 'calendar-kind'
  | 'calendar-conflict'
  | 'calendar-unreadable';

/** Why a calendar file can't be used; `params` names the file, the line and what to correct. */
export class CalendarFileError extends Error {
  readonly code: CalendarFileErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: CalendarFileErrorCode, params: Record<string, string | number>) {
    super(`${code}: ${JSON.stringify(params)}`);
    this.name = 'CalendarFileError';
    this.code = code;
    this.params = Object.freeze(params);
  }
}

/**
 * Reads every `<year>.csv` of a folder (columns `date,kind,name`; UTF-8) into one calendar. Reads the disk, once, at start.
 * @throws CalendarFileError naming file and line; a missing folder or one without a year is `calendar-none`.
 */
export function loadCalendar(folder: string): Calendar {
  const files = listYearFiles(folder);
  if (files.length === 0) throw new CalendarFileError('calendar-none', { folder });
  const seen = new Map<string, CalendarRow['kind']>();
  const rows = files.flatMap((file) => parseCalendar(readFileSync(join(folder, file), 'utf8'), file));
  for (const row of rows) {
    const kind = seen.get(row.day);
    if (kind && kind !== row.kind) throw new CalendarFileError('calendar-conflict', { folder, day: row.day });
    seen.set(row.day, row.kind);
  }
  return createCalendar(rows);
}

function listYearFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d{4}\.csv$/.test(name))
      .sort();
  } catch {
    return [];
  }
}

/**
 * The rows of one calendar file. `file` only names it in errors.
 * @throws CalendarFileError
 */
export function parseCalendar(text: string, file: string): CalendarRow[] {
  let records: string[][];
  try {
    records = parse(text, { bom: true, skip_empty_lines: true, trim: true, relax_column_count: true });
  } catch (error) {
    throw new CalendarFileError('calendar-unreadable', { file, reason: error instanceof Error ? error.message : 'unreadable' });
  }
  const [header, ...body] = records;
  if (header?.join(',') !== 'date,kind,name')
    throw new CalendarFileError('calendar-columns', { file, expected: 'date,kind,name' });
  return body.map(([day = '', kind = '', name = ''], index) => {
    const line = index + 2;
    if (!isDay(day)) throw new CalendarFileError('calendar-day', { file, line, found: day });
    if (kind !== 'holiday' && kind !== 'make-up') throw new CalendarFileError('calendar-kind', { file, line, found: kind });
    return { day, kind, name };
  });
}
