import type { Light } from '../../kernel/figure/light.ts';
import { type Said, said } from '../../kernel/i18n/said.ts';

/** The names of the lights, as the timeline and papers say them. */
export const lightNames: Readonly<Record<Light, Said>> = {
  ahead: said('超前', 'ahead'),
  'on-path': said('按序', 'on path'),
  behind: said('滞后', 'behind'),
  overdue: said('逾期', 'overdue'),
  silent: said('无声', 'silent'),
};

export const lightWords: Readonly<Record<string, Said>> = {
  'timeline.light': said('“{title}”（{unit}）：{before} → {light}', '“{title}” ({unit}): {before} → {light}'),
  'timeline.light-first': said('“{title}”（{unit}）开始亮灯：{light}', '“{title}” ({unit}) first lit: {light}'),
};
