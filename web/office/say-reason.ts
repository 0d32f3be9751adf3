import type { CountedIn, Why } from '../../server/kernel/figure/lit.ts';
import { sayDay } from '../shared/day.ts';
import { exact, spoken, withUnit } from '../shared/number.ts';
import { isWord, type Language, type Say } from '../shared/words/index.ts';

const VALUES = new Set(['value', 'path', 'total']);

/**
 * Why a light is what it is, in one sentence with the numbers and days behind it; of a milestone nothing is counted. What was so on a
 * past day (`then`) is not told as if it were today.
 */
export function sayReason(
  { reason, params }: Why,
  countedIn: CountedIn | undefined,
  say: Say,
  language: Language,
  when: 'now' | 'then' = 'now',
): string {
  const told = Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'string') return [name, isDay(value) ? sayDay(value, language) : value];
      if (!VALUES.has(name)) return [name, value];
      return [
        name,
        countedIn
          ? withUnit(spoken(value, countedIn.decimals, countedIn.unit.zh, language), countedIn.unit[language])
          : exact(value, 2),
      ];
    }),
  );
  const key = `why.${kindOf(reason, params, countedIn)}`;
  const past = `${key}.then`;
  if (when === 'then' && isWord(past)) return say(past, told);
  return say(isWord(key) ? key : 'why.other', told);
}

function kindOf(reason: string, params: Why['params'], countedIn: CountedIn | undefined): string {
  if (reason === 'pace' && countedIn?.target.per === 'standing')
    return countedIn.target.comparator === '<=' ? 'ceiling' : 'standing';
  if (reason === 'month-running' && Number(params.missed) > 0) return 'month-running-missed';
  return reason;
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
