import type { FigureSummary, Side } from '../../server/modules/figures/contract.ts';
import { daysBetween, sayDay } from '../shared/day.ts';
import { exact, spoken, withUnit } from '../shared/number.ts';
import type { Language, Say } from '../shared/words/index.ts';
import { sayReason } from './say-reason.ts';

type Unit = Pick<FigureSummary, 'unit' | 'decimals'>;

/** A figure's number as people say it: 2.5亿 元, 98.6%. */
export const sayValue = ({ unit, decimals }: Unit, value: number | null, language: Language): string =>
  value === null ? '—' : withUnit(spoken(value, decimals, unit.zh, language), unit[language]);

/** The same digit by digit, for tables. */
export const sayExact = ({ unit, decimals }: Unit, value: number | null): string =>
  value === null ? '—' : exact(value, unit.zh === '%' ? Math.max(1, decimals) : decimals);

/** What a side of a ratio or a coverage is called: a key of the words. */
export const sideName = ({ rule }: Pick<FigureSummary, 'rule'>, side: Side) =>
  rule === 'ratio' ? (`counted.${side}` as const) : side === 'part' ? 'counted.covering' : 'counted.listed';

/** The promise in one line: 每年不少于 4万 个. */
export function sayTarget(figure: FigureSummary, say: Say, language: Language): string {
  const { target } = figure;
  return say(`per.${target.per}`, {
    comparator: say(`comparator.${target.comparator}`),
    value: sayValue(figure, target.value, language),
    total: sayValue(figure, figure.targetTotal, language),
    by: sayDay(target.by, language),
  }).trim();
}

/** What an average a year amounts to over the programme; other promises are what they say. */
export const totalOf = (target: FigureSummary['target'], startsOn: string): number =>
  target.per === 'average-year' && isDay(startsOn) && isDay(target.by)
    ? target.value * Math.round(daysBetween(startsOn, target.by) / 365.25)
    : target.value;

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Why the light is what it is, with the numbers behind it. */
export const sayWhy = (figure: FigureSummary, say: Say, language: Language): string =>
  sayReason(figure.why, figure, say, language);
