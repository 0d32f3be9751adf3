import { type Said, said } from '../../../kernel/i18n/said.ts';
import type { Light, LightReason } from '../../figures/contract.ts';

/** What needs a look. */
export const bad: readonly Light[] = ['behind', 'overdue', 'silent'];

/** A light's sign and word: the sign for the eye, the word for everyone. */
export const lightSigns: Readonly<Record<Light, string>> = Object.freeze({
  ahead: '▲',
  'on-path': '●',
  behind: '◆',
  overdue: '■',
  silent: '○',
  unpromised: '–',
});
export const lightWords: Readonly<Record<Light, Said>> = Object.freeze({
  ahead: said('超前', 'ahead'),
  'on-path': said('按序', 'on path'),
  behind: said('滞后', 'behind'),
  overdue: said('逾期', 'overdue'),
  silent: said('无声', 'silent'),
  unpromised: said('不设数字', 'no figure'),
});

/** Why a light is what it is, in a few words beside the number; `standing`: what must hold every day has no path to be behind of. */
export const reasons: Readonly<Record<LightReason['reason'] | 'standing', Said>> = Object.freeze({
  pace: said('应达到 {path}', 'the path stands at {path}'),
  standing: said('要求始终保持 {total}', 'it should be {total} at all times'),
  reached: said('已达到目标', 'the target is reached'),
  'months-missed': said(
    '今年 {months} 个月中有 {missed} 个月未达到',
    '{missed} of {months} {months|month|months} this year fell short',
  ),
  'month-running': said('当月目标 {total}', 'the month’s target is {total}'),
  silent: said('最近一条记录在{lastDay}，已 {days} 天没有新记录', 'no new record for {days} {days|day|days}, since {lastDay}'),
  never: said('尚无任何记录', 'nothing recorded so far'),
  overdue: said('期限{by}已过，目标 {total}', 'due on {by}, target {total}'),
  lapsed: said('填报数已过有效期', 'the value typed in has lapsed'),
});
