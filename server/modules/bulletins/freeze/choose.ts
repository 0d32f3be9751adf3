import type { FrozenFigure } from '../contract.ts';
import type { CountedFigure } from './numbers.ts';

/** How each figure moved since the bulletin before. A number that began anew in between (a new year) is not compared. */
export function changesSince(figures: readonly CountedFigure[], before: readonly FrozenFigure[] | undefined): FrozenFigure[] {
  const earlier = new Map((before ?? []).map((figure) => [figure.code, figure]));
  return figures.map((figure) => {
    const then = earlier.get(figure.code);
    if (!then) return { ...figure, change: null };
    const isSame = then.from === figure.from && then.rule === figure.rule && then.unit.en === figure.unit.en;
    const [was, is] = [then.current.value, figure.current.value];
    const value = isSame && was !== null && is !== null ? Math.round((is - was) * 1e6) / 1e6 : null;
    return { ...figure, change: { value, light: then.light } };
  });
}

const MOST = 3;

/**
 * Figures that went well and moved most: by their way since the bulletin before, as a share of the whole way; with none before, by their
 * pace. Told in the order of the programme: it is no ranking.
 */
export function practiceOf(figures: readonly FrozenFigure[]): string[] {
  const scored = figures
    .filter(
      ({ light, target }) => (light === 'ahead' || light === 'on-path') && target.per !== 'standing' && target.per !== 'month',
    )
    .flatMap((figure) => {
      const moved = figure.change?.value;
      if (moved !== undefined && moved !== null)
        return moved > 0 && figure.targetTotal > 0 ? [{ figure, score: moved / figure.targetTotal }] : [];
      return figure.light === 'ahead' && figure.pace !== null ? [{ figure, score: figure.pace }] : [];
    });
  const best = new Set(
    scored
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ figure }) => figure.code),
  );
  return figures.filter(({ code }) => best.has(code)).map(({ code }) => code);
}

/** The figure that says something of the most streets and towns: a count, not a share. */
export function mapFigure(figures: readonly FrozenFigure[]): string | null {
  const counts = figures
    .filter(({ rule }) => rule === 'sum' || rule === 'level')
    .map(({ code, towns }) => ({ code, places: towns.filter((town) => town.code !== '' && (town.value ?? 0) > 0).length }));
  const most = counts.reduce<(typeof counts)[number] | undefined>(
    (best, one) => (one.places > (best?.places ?? 0) ? one : best),
    undefined,
  );
  return most?.code ?? null;
}
