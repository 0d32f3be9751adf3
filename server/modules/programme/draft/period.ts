import type { Target } from '../../../kernel/figure/definition.ts';
import { lastDayOfMonth } from '../../../kernel/term/day.ts';

/** How a promise renews, from the words the paper prints (每年, 年均, 三年累计). `times`: 每季度 is four times a year. */
export type Renewal = { readonly per: Target['per']; readonly times: number; readonly isSure: boolean };

export function renewalOf(period: string | null): Renewal {
  if (period === null) return { per: 'programme', times: 1, isSure: false };
  if (/年均|平均每年/.test(period)) return { per: 'average-year', times: 1, isSure: true };
  if (/季/.test(period)) return { per: 'year', times: 4, isSure: false };
  if (/半年/.test(period)) return { per: 'year', times: 2, isSure: false };
  if (/[每各]个?月|按月|月均/.test(period)) return { per: 'month', times: 1, isSure: true };
  if (/累计|三年|五年|期间|全周期/.test(period)) return { per: 'programme', times: 1, isSure: true };
  if (/[每各按]个?年|年度|全年|当年/.test(period)) return { per: 'year', times: 1, isSure: true };
  return { per: 'programme', times: 1, isSure: false };
}

/** Whether the promise holds for each community or village (每个社区（村）). */
export const isForEachCommunity = (period: string | null): boolean => period !== null && /社区|村|站点/.test(period);

/** `2027`, `2027-06`, `2027-12-31` → the last day meant. */
export function lastDayOf(deadline: string | null): string | undefined {
  if (deadline === null) return undefined;
  if (/^\d{4}$/.test(deadline)) return `${deadline}-12-31`;
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(deadline)) return lastDayOfMonth(deadline);
  return deadline;
}
