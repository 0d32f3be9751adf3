import type { Why } from '../../server/kernel/figure/lit.ts';
import type { Said } from '../../server/kernel/i18n/said.ts';
import type { FigureSummary } from '../../server/modules/figures/contract.ts';
import { sayDay } from '../shared/day.ts';
import { exact, spoken, withUnit } from '../shared/number.ts';
import { isWord, type Language, type Say } from '../shared/words/index.ts';

/** What the numbers of a reason are counted in; a milestone has none. */
export type Measured = {
  readonly unit: Said;
  readonly decimals: number;
  readonly target?: Pick<FigureSummary['target'], 'per' | 'comparator'>;
};

const VALUES = new Set(['value', 'path', 'total']);

/** Why a light is what it is, in one sentence with the numbers and days behind it. */
export function sayReason({ reason, params }: Why, measured: Measured | undefined, say: Say, language: Language): string {
  const told = Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'string') return [name, isDay(value) ? sayDay(value, language) : value];
      if (!VALUES.has(name)) return [name, value];
      return [
        name,
        measured
          ? withUnit(spoken(value, measured.decimals, measured.unit.zh, language), measured.unit[language])
          : exact(value, 2),
      ];
    }),
  );
  if (reason === 'pace' && measured?.target?.per === 'standing')
    return say(measured.target.comparator === '<=' ? 'why.ceiling' : 'why.standing', told);
  if (reason === 'month-running' && Number(params.missed) > 0) return say('why.month-running-missed', told);
  const key = `why.${reason}`;
  return say(isWord(key) ? key : 'why.other', told);
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
