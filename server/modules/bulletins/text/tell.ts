import type { FactKind } from '../../../kernel/fact/kind.ts';
import type { Selection } from '../../../kernel/figure/definition.ts';
import { type Language, type Said, said, say } from '../../../kernel/i18n/said.ts';
import { isPercentage, type Measured, writeBound, writeDay, writeNumber, writeQuantity } from '../../../kernel/page/written.ts';
import type { FigureSummary } from '../../figures/contract.ts';
import type { Before, FrozenFigure } from '../contract.ts';
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

/** How a number moved since the bulletin before. What would be written as nothing moved next to nothing. */
export function changeOf({ change, ...figure }: FrozenFigure): Said {
  if (change === null || change.value === null) return said('不可比', 'not comparable');
  if (change.value === 0) return said('持平', 'unchanged');
  const size = Math.abs(change.value);
  if (!isWritten(size, figure)) return said('基本持平', 'nearly unchanged');
  // Percentages differ by points.
  const write = (language: Language) => (isPercentage(figure) ? points(size, language) : writeQuantity(size, figure, language));
  return change.value > 0 ? said(`增加${write('zh')}`, `up ${write('en')}`) : said(`减少${write('zh')}`, `down ${write('en')}`);
}

/** The same in full: against which bulletin, and its day. 比上期通报（截至2026年9月30日）增加3个; 与上期通报（截至…）持平. */
export function sinceOf(figure: FrozenFigure, before: Before | null): Said {
  const change = changeOf(figure);
  if (!before || figure.change?.value === null || figure.change === null)
    return said('与上期通报不可比', 'not comparable with the bulletin before');
  const word = /持平$/.test(change.zh) ? '与' : '比';
  return said(
    `${word}上期通报（截至${writeDay(before.to, 'zh')}）${change.zh}`,
    `${change.en} on the bulletin before (${writeDay(before.to, 'en')})`,
  );
}

const cut = (value: number): string => String(Math.trunc(Math.round(value * 1e6) / 1e5) / 10);
const points = (size: number, language: Language): string =>
  say(cut(size) === '0' ? said('不足0.1个百分点', 'under 0.1 points') : said('{size}个百分点', '{size} points'), language, {
    size: cut(size),
  });
const isWritten = (size: number, figure: Measured): boolean =>
  isPercentage(figure) ? cut(size) !== '0' : Math.trunc(Math.round(size * 10 ** (figure.decimals + 4)) / 1e4) > 0;

/** What counted in the span: a sum in its unit, of a share its two sides: what came in may be closed later, so that a share says little. */
export function spanOf({ inSpan, rule, ...figure }: FrozenFigure): Said {
  if (inSpan === null) return said('—', '—');
  if (rule !== 'ratio') return quantity(inSpan.value, figure);
  const sides = `${inSpan.part ?? 0} / ${inSpan.whole ?? 0}`;
  return said(sides, sides);
}

/** Facts of a kind, or of some of its categories, as they are called. */
export function selectionSaid({ kind, variants = [] }: Selection, kinds: ReadonlyMap<string, FactKind>): Said {
  const known = kinds.get(kind);
  const names = variants.map((variant) => known?.variants?.[variant] ?? said(variant, variant));
  const title = known?.title ?? said(kind, kind);
  if (names.length === 0) return title;
  return said(`${title.zh}（${names.map(({ zh }) => zh).join('、')}）`, `${title.en} (${names.map(({ en }) => en).join(', ')})`);
}

/** So much of a kind: 受理争议 124 件. */
export function sideOf(amount: number | undefined, selection: Selection, kinds: ReadonlyMap<string, FactKind>): Said {
  const title = selectionSaid(selection, kinds);
  const unit = kinds.get(selection.kind)?.unit ?? said('', '');
  const size = quantity(amount ?? 0, { unit, decimals: 2 });
  return said(`${title.zh}${size.zh}`, `${title.en}: ${size.en}`);
}

/** What is missing to the path, or to a standing promise; nothing where it is reached. */
export function gapOf(figure: FigureSummary): Said {
  const { value } = figure.current;
  if (value === null || figure.path === null || figure.target.comparator === '<=' || value >= figure.path) return said('—', '—');
  // Between the numbers as they are printed beside it, which are cut, or a reader would find it wrong.
  const cut = (number: number, decimals: number) => Math.floor(number * 10 ** decimals + 1e-6) / 10 ** decimals;
  const gap = Math.round((cut(figure.path, ofPath(figure).decimals) - cut(value, figure.decimals)) * 1e6) / 1e6;
  if (isPercentage(figure)) return both((language) => points(gap, language));
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
