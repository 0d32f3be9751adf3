import { type Said, said } from '../i18n/said.ts';
import type { CalendarFileErrorCode } from './load-calendar.ts';

/** What the administrator reads when the working-day calendar can't be used. */
export const calendarWords: Readonly<Record<`problem.${CalendarFileErrorCode}`, Said>> = {
  'problem.calendar-none': said(
    '文件夹 {folder} 里没有工作日历（如 2026.csv）。',
    'The folder {folder} holds no calendar, such as 2026.csv.',
  ),
  'problem.calendar-columns': said(
    '工作日历 {file} 的第一行应是 {expected}。',
    'The first line of the calendar {file} must be {expected}.',
  ),
  'problem.calendar-day': said(
    '工作日历 {file} 第 {line} 行：“{found}”不是真实的日期，应写成 2026-10-01 的样子。',
    'Calendar {file}, line {line}: “{found}” is no real date; write it like 2026-10-01.',
  ),
  'problem.calendar-kind': said(
    '工作日历 {file} 第 {line} 行：“{found}”应为 holiday（放假）或 make-up（调休上班）。',
    'Calendar {file}, line {line}: “{found}” must be holiday or make-up.',
  ),
  'problem.calendar-conflict': said(
    '工作日历：{day} 既写了放假又写了上班，请改正其中一处（文件夹 {folder}）。',
    'Calendar: {day} is both a holiday and a make-up day; correct one of them (folder {folder}).',
  ),
  'problem.calendar-unreadable': said(
    '工作日历 {file} 读不出来：{reason}。请存为 UTF-8 的 CSV 再试。',
    'The calendar {file} cannot be read: {reason}. Save it as CSV in UTF-8.',
  ),
};
