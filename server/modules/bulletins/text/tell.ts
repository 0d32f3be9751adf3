import { type Language, type Said, said, say } from '../../../kernel/i18n/said.ts';
import { isPercentage, type Measured, writeBound, writeDay, writeNumber, writeQuantity } from '../../../kernel/page/written.ts';
import type { FigureSummary } from '../../figures/contract.ts';
import type { FrozenFigure } from '../contract.ts';
import { reasons } from './reasons.ts';

const both = (write: (language: Language) => string): Said => said(write('zh'), write('en'));

/** A quantity of the figure in both languages; nothing where there is no number. */
export const quantity = (value: number | null, figure: Measured): Said =>
  value === null ? said('暂无数据', 'no number yet') : both((language) => writeQuantity(value, figure, language));

/** A path runs through fractions of openings and companies; people read it in whole ones. */
export const ofPath = (figure: FigureSummary): Measured => (isPercentage(figure) ? promised(figure) : { ...figure, decimals: 0 });

/** A promised 98 % is 98 %, not 98.0 %. */
export const promised = (figure: Measured & Pick<FigureSummary, 'target'>): Measured =>
  isPercentage(figure) && Number.isInteger(figure.target.value) ? { ...figure, decimals: 0 } : figure;

const perWords: Readonly<Record<FigureSummary['target']['per'], Said>> = Object.freeze({
  year: said('每年{bound}', '{bound} a year'),
  month: said('每月{bound}', '{bound} a month'),
  'average-year': said('年均{bound}', '{bound} a year on average'),
  programme: said('{by}前{bound}', '{bound} by {by}'),
  standing: said('始终{bound}', '{bound} at all times'),
});

/** The target of a figure, or of its definition. */
export const targetOf = (figure: Measured & Pick<FigureSummary, 'target'>): Said =>
  both((language) =>
    say(perWords[figure.target.per], language, {
      bound: writeBound(figure.target.comparator, writeQuantity(figure.target.value, promised(figure), language), language),
      by: writeDay(figure.target.by, language),
    }),
  );

/** value ÷ path in whole per cent, cut: 99.6 % of a path is not all of it. */
export const paceOf = ({ pace }: FigureSummary): Said => {
  const percent = pace === null ? '—' : `${Math.floor(pace * 100 + 1e-9)}%`;
  return said(percent, percent);
};

export function changeOf({ change, ...figure }: FrozenFigure): Said {
  if (change === null || change.value === null) return said('不可比', 'not comparable');
  if (change.value === 0) return said('持平', 'unchanged');
  const size = Math.abs(change.value);
  // Percentages differ by points.
  const points = isPercentage(figure);
  return change.value > 0
    ? said(
        `增加${points ? `${cut(size)}个百分点` : writeQuantity(size, figure, 'zh')}`,
        `up ${points ? `${cut(size)} points` : writeQuantity(size, figure, 'en')}`,
      )
    : said(
        `减少${points ? `${cut(size)}个百分点` : writeQuantity(size, figure, 'zh')}`,
        `down ${points ? `${cut(size)} points` : writeQuantity(size, figure, 'en')}`,
      );
}
const cut = (value: number): string => String(Math.trunc(Math.round(value * 1e6) / 1e5) / 10);

/** What is missing to the path, or to a standing promise; nothing where it is reached. */
export function gapOf(figure: FigureSummary): Said {
  const { value } = figure.current;
  if (value === null || figure.path === null || figure.target.comparator === '<=' || value >= figure.path) return said('—', '—');
  const gap = figure.path - value;
  if (isPercentage(figure)) return said(`${cut(gap)}个百分点`, `${cut(gap)} points`);
  return both((language) => writeQuantity(Math.ceil(gap), ofPath(figure), language));
}

/** Why the light is what it is, with its numbers. */
export const whyOf = (figure: FigureSummary): Said =>
  both((language) => {
    const quantities = new Set(['value', 'path', 'total']);
    const days = new Set(['by', 'lastDay']);
    const params = Object.fromEntries(
      Object.entries(figure.why.params).map(([name, given]): [string, string | number] => {
        if (quantities.has(name)) return [name, writeQuantity(Number(given), ofPath(figure), language)];
        return [name, days.has(name) ? writeDay(String(given), language) : given];
      }),
    );
    const isStanding = figure.why.reason === 'pace' && figure.target.per === 'standing';
    return say(isStanding ? reasons.standing : reasons[figure.why.reason], language, {
      total: writeQuantity(figure.targetTotal, promised(figure), language),
      ...params,
    });
  });

/** For tables, whose head names the unit. */
export const numberIn = (value: number | null, measured: Measured, language: Language): string =>
  value === null ? '—' : writeNumber(value, measured, language);
