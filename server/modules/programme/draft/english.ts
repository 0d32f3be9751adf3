import type { FactKind } from '../../../kernel/fact/kind.ts';
import type { CountingRule, Target } from '../../../kernel/figure/definition.ts';

/** Left empty on purpose: a person must write it, the check asks for it. */
export const UNWRITTEN = '';
export const untranslated = (zh: string) => ({ zh, en: UNWRITTEN });

const measureWords: Readonly<Record<string, string>> = {
  '%': '%',
  元: 'yuan',
  平方米: 'm²',
  公里: 'km',
  亩: 'mu',
  人次: 'person-times',
  人: 'people',
  名: 'people',
  场: 'events',
  场次: 'events',
  期: 'sessions',
  次: 'times',
  家: 'companies',
  户: 'households',
  套: 'homes',
  件: 'cases',
  起: 'cases',
  项: 'items',
  处: 'sites',
  所: 'sites',
  座: 'sites',
  条: 'entries',
  辆: 'vehicles',
  岗位: 'jobs',
  岗: 'jobs',
  张: 'beds',
  床: 'beds',
};

/** A unit of measure in both languages; that of the kind where it is counted in the same. 个 alone says nothing in English. */
export function unitText(printed: string, kind: FactKind | undefined): { zh: string; en: string } {
  const zh = printed === '％' ? '%' : printed;
  const known = Object.hasOwn(measureWords, zh) ? measureWords[zh] : undefined;
  return { zh, en: kind && kind.unit.zh === zh ? kind.unit.en : (known ?? UNWRITTEN) };
}

const comparators = { '>=': 'at least', '>': 'more than', '<=': 'at most', '~': 'about', '=': 'exactly' } as const;
const renewals = {
  year: ' a year',
  month: ' a month',
  'average-year': ' a year on average',
  programme: '',
  standing: ' at all times',
} as const;

/** The promise of a bound figure in plain English: what its kind is, and how much by when. */
export function promiseInEnglish(
  { title }: FactKind,
  { comparator, value, per, by }: Omit<Target, 'path'>,
  unit: string,
  isCoverage: boolean,
): string {
  const counted = unit === UNWRITTEN ? '' : unit === '%' ? '%' : ` ${unit}`;
  const amount = `${value.toLocaleString('en')}${counted}${isCoverage ? ' of all places' : ''}`;
  const until = per === 'programme' || per === 'average-year' ? ` by ${by}` : '';
  return `${title.en}: ${comparators[comparator]} ${amount}${renewals[per]}${until}.`;
}

/** What limits a number because of the way it is counted. */
export function limitsOf(count: CountingRule | null): { zh: string; en: string } {
  if (!count) return { zh: UNWRITTEN, en: UNWRITTEN };
  switch (count.rule) {
    case 'typed':
      return {
        zh: '还没有逐条记录：数值由人填报，注明来源，过期作废。',
        en: 'No records yet: the value is typed with its source and lapses.',
      };
    case 'level':
      return { zh: '只计当日仍有效的，到期或退出即减。', en: 'Only what stands on the day; it ends when its record does.' };
    case 'ratio':
      return {
        zh: '只以已登记的记录为准，未登记的不在其中。',
        en: 'Of what was recorded only; what was not recorded is missing.',
      };
    case 'coverage':
      return { zh: '以列入名录的为全部，未列入的不在其中。', en: 'Of the published list; what is not on it is missing.' };
    case 'sum':
      return count.window === 'programme'
        ? { zh: '自方案起始日起累计，按事情发生之日计。', en: 'Added up since the programme began, by the day it happened.' }
        : count.window === 'year'
          ? { zh: '每年从头计，按事情发生之日计。', en: 'Counted anew each year, by the day it happened.' }
          : { zh: '每月从头计，按事情发生之日计。', en: 'Counted anew each month, by the day it happened.' };
  }
}
