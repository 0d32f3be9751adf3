/**
 * What a unit measures. Within one class the words are free (家 or 户, 场 or 期: the paper says it as it likes); across classes
 * nothing can be compared (yuan with homes).
 */
export type Measured = 'share' | 'money' | 'extent' | 'count';

export function measuredIn(unit: string): Measured {
  if (/^(%|％|百分比|百分点|个百分点|‰)$/.test(unit)) return 'share';
  if (/元$/.test(unit)) return 'money';
  if (/^(平方米|平米|㎡|m²|平方公里|公顷|亩|公里|千米|米)$/.test(unit)) return 'extent';
  return 'count';
}
