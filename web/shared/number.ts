import type { Language } from '../../server/kernel/i18n/said.ts';

const THIN = '\u2009';
const MONEY = new Set(['元', 'yuan']);

/**
 * Cuts, never rounds up: 99.96 % must not read as 100 %, nor 999,999 as a million. A number that has no more decimals than asked for
 * stays as it is: 0.29 × 100 is 28.999…, and must not become 0.28.
 */
export function cut(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const near = Math.round(value * scale) / scale;
  return near === value ? near : Math.trunc(value * scale) / scale;
}

const grouped = (value: number, decimals: number, fixed = false): string =>
  cut(value, decimals).toLocaleString('en-US', { maximumFractionDigits: decimals, minimumFractionDigits: fixed ? decimals : 0 });

/** The whole number, digit by digit: 12,345.6 */
export const exact = (value: number, decimals = 0): string => grouped(value, decimals);

/** As people say it: 2.5亿, 4万 for money; 103.4万 for other large counts; `250 million` in English. */
export function spoken(value: number, decimals: number, unit: string, language: Language): string {
  const size = Math.abs(value);
  const isMoney = MONEY.has(unit);
  if (unit === '%') return grouped(value, Math.max(1, decimals));
  if (language === 'zh') {
    if (size >= 1e8) return `${grouped(value / 1e8, 2)}亿`;
    if (size >= (isMoney ? 1e4 : 1e5)) return `${grouped(value / 1e4, 2)}万`;
    return grouped(value, decimals);
  }
  if (size >= 1e9) return `${grouped(value / 1e9, 2)} billion`;
  if (size >= 1e6) return `${grouped(value / 1e6, 2)} million`;
  return grouped(value, decimals);
}

/** For the axis of a chart, where there is no room: 4万, 250M. */
export function short(value: number, unit: string, language: Language): string {
  const size = Math.abs(value);
  if (unit === '%') return `${grouped(value, 0)}%`;
  if (language === 'zh') {
    if (size >= 1e8) return `${grouped(value / 1e8, 1)}亿`;
    return size >= 1e4 ? `${grouped(value / 1e4, 1)}万` : grouped(value, 1);
  }
  if (size >= 1e6) return `${grouped(value / 1e6, 1)}M`;
  return size >= 1e4 ? `${grouped(value / 1e3, 1)}k` : grouped(value, 1);
}

/** A number with its unit, a thin space between; a per cent sign stands close. */
export const withUnit = (text: string, unit: string): string =>
  unit === '%' || unit === '' ? `${text}${unit}` : `${text}${THIN}${unit}`;
