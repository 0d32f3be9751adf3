import { isPercentage } from '../../kernel/page/written.ts';
import type { Breakdown, FigureDetail } from '../figures/contract.ts';

/** Fewer people than this in one town might be recognised by a neighbour, so the number stays inside. */
export const SMALLEST_SHOWN = 5;

/** Kinds whose records are people's: trained, assessed, served, in dispute, employed. */
const countsPeople = new Set([
  'training.completed',
  'assessment.taken',
  'family.served',
  'gig.served',
  'dispute.accepted',
  'dispute.closed',
  'contract.employees',
  'contract.signed',
  'doctor.signed',
  'school.decided',
  'school.days',
]);

/** `few`: under five. `withheld`: large enough, but it would give a `few` away by subtraction from the whole. */
export type PublicTown = { readonly code: string; readonly name: string } & (
  | { readonly shown: 'value'; readonly value: number }
  | { readonly shown: 'none' | 'few' | 'withheld' }
);

export const isAboutPeople = (figure: Pick<FigureDetail, 'unit' | 'statement'>): boolean =>
  /人|家庭/.test(figure.unit.zh) || figure.statement.sources.some(({ kind }) => countsPeople.has(kind));

/**
 * A figure's towns as the public may see them. Counts of people from 1 to 4 are told as *fewer than five*; nobody at all is told
 * as 0. A share over fewer than five people is not told either. Where exactly one town of a count is hidden, the next smallest is
 * withheld as well: the district's number minus the towns shown would be the hidden one.
 */
export function publicTowns(figure: Pick<FigureDetail, 'unit' | 'statement' | 'towns'>): readonly PublicTown[] {
  if (!isAboutPeople(figure)) return figure.towns.map((town) => shown(town));
  const isShare = isPercentage(figure);
  const towns = figure.towns.map(
    (town): PublicTown => (isFew(town, isShare) ? { code: town.code, name: town.name, shown: 'few' } : shown(town)),
  );
  if (isShare || towns.filter((town) => town.shown === 'few').length !== 1) return towns;
  const smallest = towns.reduce<(PublicTown & { shown: 'value' }) | undefined>(
    (least, town) =>
      town.shown === 'value' && town.value > 0 && (least === undefined || town.value < least.value) ? town : least,
    undefined,
  );
  return towns.map((town) => (town === smallest ? { code: town.code, name: town.name, shown: 'withheld' } : town));
}

const shown = ({ code, name, value }: Breakdown): PublicTown =>
  value === null ? { code, name, shown: 'none' } : { code, name, shown: 'value', value };

function isFew({ value, whole }: Breakdown, isShare: boolean): boolean {
  if (value === null) return false;
  if (!isShare) return value > 0 && value < SMALLEST_SHOWN;
  return (whole ?? 0) < SMALLEST_SHOWN;
}
