import { type Language, type Said, said, say } from '../i18n/said.ts';

/** A thin space between a number and its unit. */
const THIN = '\u2009';

/** 2026年3月5日, 5 March 2026. */
export function writeDay(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  if (language === 'zh') return `${year}年${Number(month)}月${Number(date)}日`;
  return `${Number(date)} ${englishMonth(Number(month))} ${year}`;
}

/** 2026年3月, March 2026. Takes a month or any day of it. */
export function writeMonth(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-');
  return language === 'zh' ? `${year}年${Number(number)}月` : `${englishMonth(Number(number))} ${year}`;
}

const beijing = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The Beijing day of an instant given as ISO text. */
export const dayOfInstant = (instant: string): string => beijing.format(new Date(instant));

const moment = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** An instant given as ISO text by Beijing's clock, as tables have it: `2026-03-05 16:30:00`. */
export const writeMoment = (instant: string): string => moment.format(new Date(instant));

const englishMonth = (month: number): string =>
  ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][
    month - 1
  ] ?? '';

export type Measured = { readonly unit: Said; readonly decimals: number };

/**
 * A number with its unit, as people say it: 4万个, 2.5亿元, 23,456 人次, 97.9%.
 *
 * Only yuan are shortened; other numbers become 万 only where nothing is lost. Numbers are cut, never rounded up, as in the office:
 * 97.96 % under a promise of 98 % is not written 98.0 %.
 */
export function writeQuantity(value: number, measured: Measured, language: Language): string {
  if (isPercentage(measured)) return writeNumber(value, measured, language);
  const scale = scaleOf(value, measured, language);
  const gap = language === 'en' ? ' ' : scale === asIs ? THIN : '';
  const unit = language === 'en' && value === 1 ? singular(measured.unit.en) : measured.unit[language];
  return `${scaled(value, scale, measured, language)}${gap}${unit}`;
}

/** 1 family, not 1 families: the units of a programme are regular plurals, or have none (yuan, m²). */
const singular = (unit: string): string => unit.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');

/** The number alone, for columns whose head names the unit: 23,456, 1,845.67万, 97.9%. */
export function writeNumber(value: number, measured: Measured, language: Language): string {
  if (isPercentage(measured)) return `${cut(value, measured.decimals).toFixed(measured.decimals)}%`;
  return scaled(value, isMoney(measured) ? scaleOf(value, measured, language) : asIs, measured, language);
}

export const isPercentage = ({ unit }: Pick<Measured, 'unit'>): boolean => unit.en === '%';
const isMoney = ({ unit }: Measured): boolean => unit.zh === '元';

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4, useGrouping: true });

function scaled(value: number, { by, name }: Scale, measured: Measured, language: Language): string {
  const decimals = by === 1 ? measured.decimals : isMoney(measured) ? 2 : 4;
  return `${grouped.format(cut(value / by, decimals))}${name[language]}`;
}

/** Only the language whose scale it is uses its name. */
const UNSAID = '';

type Scale = { readonly by: number; readonly name: Said };
const asIs: Scale = { by: 1, name: said(UNSAID, UNSAID) };

const scales: Readonly<Record<Language, readonly Scale[]>> = {
  zh: [
    { by: 1e8, name: said('亿', UNSAID) },
    { by: 1e4, name: said('万', UNSAID) },
  ],
  en: [{ by: 1e6, name: said(UNSAID, ' million') }],
};

function scaleOf(value: number, measured: Measured, language: Language): Scale {
  const steps = language === 'zh' ? 10 : 100;
  return scales[language].find(({ by }) => Math.abs(value) >= by && (isMoney(measured) || value % (by / steps) === 0)) ?? asIs;
}

/** A number that has no more decimals than asked for stays as it is: 0.29 × 100 is 28.999…, and must not become 0.28. */
function cut(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  const near = Math.round(value * factor) / factor;
  return near === value ? near : Math.trunc(value * factor) / factor;
}

const comparators: Readonly<Record<'>=' | '>' | '<=' | '~' | '=', Said>> = {
  '>=': said('至少 {amount}', 'at least {amount}'),
  '>': said('超过 {amount}', 'more than {amount}'),
  '<=': said('不超过 {amount}', 'at most {amount}'),
  '~': said('约 {amount}', 'about {amount}'),
  '=': said('{amount}', '{amount}'),
};

/** 至少 4万个, more than 1 million person-times. */
export const writeBound = (comparator: keyof typeof comparators, amount: string, language: Language): string =>
  say(comparators[comparator], language, { amount });
