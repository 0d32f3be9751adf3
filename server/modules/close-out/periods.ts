import { Problem } from '../../kernel/problem.ts';
import type { Programme } from '../programme/contract.ts';
import type { Period } from './contract.ts';

/** Each calendar year of the programme, then the whole. */
export function periodsOf({ startsOn, validUntil }: Pick<Programme, 'startsOn' | 'validUntil'>): Period[] {
  const periods: Period[] = [];
  for (let year = Number(startsOn.slice(0, 4)); year <= Number(validUntil.slice(0, 4)); year += 1) {
    const [first, last] = [`${year}-01-01`, `${year}-12-31`];
    periods.push({ name: String(year), from: first > startsOn ? first : startsOn, to: last < validUntil ? last : validUntil });
  }
  return [...periods, { name: 'programme', from: startsOn, to: validUntil }];
}

export function getPeriod(programme: Pick<Programme, 'startsOn' | 'validUntil'>, name: string): Period {
  const found = periodsOf(programme).find((period) => period.name === name);
  if (!found) throw new Problem('not-found', 'close-out-no-period', { period: name });
  return found;
}

export const isWhole = (period: Period): boolean => period.name === 'programme';
