import { type AreaKind, bareAreaName, readAreaName } from './area-name.ts';
import type { Area, AreaLevel, Areas } from './areas.ts';

/** Narrows a search: a column headed 街道/乡镇 holds towns, a row of a known town holds its villages. */
export type AreaSearch = { readonly level?: AreaLevel; readonly within?: string };

/** One area, none, or several between which a person has to choose. */
export type FoundArea =
  | { readonly found: 'one'; readonly area: Area }
  | { readonly found: 'none' }
  | { readonly found: 'several'; readonly candidates: readonly Area[] };

type Tree = Omit<Areas, 'findArea'>;

/**
 * Finds the area that is meant, from the surest reading to the loosest, and stops at the first that gives anything:
 *
 * 1. a code: 12 digits, or shortened to 9 or 6;
 * 2. the full name as listed;
 * 3. the name with its kind said differently (街道办事处 for 街道, 社区 for 社区居委会) or not at all;
 * 4. a longer address: district, then town, then community or village (北京市通州区马驹桥镇张各庄村).
 *
 * A bare name that fits a town and a village of the same name is not guessed: both are candidates.
 */
export function createAreaSearch(tree: Tree): Areas['findArea'] {
  const byName = groupBy(tree.all, (area) => bareAreaName(area.name));
  const byStem = groupBy(tree.all, (area) => stemOf(area));

  const lookUp = (bare: string): readonly Area[] => {
    const listed = byName.get(bare);
    if (listed) return listed;
    const { stem, kind } = readAreaName(bare);
    const candidates = byStem.get(stem) ?? byStem.get(bare) ?? [];
    const fitting = candidates.filter((area) => kindFits(kind, area));
    return fitting.length > 0 ? fitting : (byStem.get(bare) ?? []);
  };

  const readAddress = (bare: string, depth = 0): readonly Area[] => {
    const direct = lookUp(bare);
    if (direct.length > 0 || depth > 2) return direct;
    const afterCounty = findAfterCounty(bare, tree.county.name);
    if (afterCounty === '') return [tree.county];
    if (afterCounty !== undefined) return readAddress(afterCounty, depth + 1);
    for (let length = bare.length - 1; length >= 2; length--) {
      const [town] = lookUp(bare.slice(0, length)).filter((area) => area.level === 'town');
      if (!town) continue;
      const below = lookUp(bare.slice(length));
      const inside = below.filter((area) => area.level === 'village' && area.parent === town.code);
      if (inside.length > 0) return inside;
      // A newer street without communities in the list: what is named may be listed under the town it was split from.
      const elsewhere = below.filter((area) => area.level === 'village');
      if (elsewhere.length > 0 && tree.childrenOf(town.code).length === 0) return [town, ...elsewhere];
    }
    return [];
  };

  return (text, { level, within } = {}) => {
    const bare = bareAreaName(text);
    if (bare === '') return Object.freeze({ found: 'none' });
    const isAllowed = (area: Area) =>
      (level === undefined || area.level === level) && (within === undefined || tree.isWithin(area.code, within));
    const candidates = (/^\d+$/.test(bare) ? findByShortCode(tree, bare) : readAddress(bare)).filter(isAllowed);
    const [area, ...others] = candidates;
    if (!area) return Object.freeze({ found: 'none' });
    return others.length === 0 ? Object.freeze({ found: 'one', area }) : Object.freeze({ found: 'several', candidates });
  };
}

function stemOf(area: Area): string {
  return readAreaName(bareAreaName(area.name)).stem;
}

/** Whether what was said about the kind of place agrees with the area. Nothing said agrees with all. */
function kindFits(kind: AreaKind | undefined, area: Area): boolean {
  if (kind === undefined) return true;
  if (kind === 'county') return area.level === 'county';
  // People call the same place street and town while it changes from one to the other (永顺地区办事处, 永顺镇).
  if (kind === 'street' || kind === 'town') return area.level === 'town';
  return area.level === 'village' && readAreaName(bareAreaName(area.name)).kind === kind;
}

function findByShortCode(tree: Tree, digits: string): readonly Area[] {
  if (![6, 9, 12].includes(digits.length)) return [];
  const area = tree.findByCode(digits.padEnd(12, '0'));
  return area ? [area] : [];
}

/** What follows 北京市, 通州区, 通州 or the two together; `undefined` when the text doesn't begin so. */
function findAfterCounty(bare: string, county: string): string | undefined {
  const at = bare.indexOf(county);
  const isPrefix = at === 0 || (at > 0 && /^[\p{Script=Han}]{1,8}[市省州盟]$/u.test(bare.slice(0, at)));
  if (isPrefix) return bare.slice(at + county.length);
  const stem = readAreaName(county).stem;
  if (bare.startsWith(stem)) return bare.slice(stem.length);
  return /^[\p{Script=Han}]{1,8}市(?=.)/u.test(bare) ? bare.slice(bare.indexOf('市') + 1) : undefined;
}

function groupBy(areas: readonly Area[], keyOf: (area: Area) => string): ReadonlyMap<string, readonly Area[]> {
  const groups = new Map<string, Area[]>();
  for (const area of areas) groups.set(keyOf(area), [...(groups.get(keyOf(area)) ?? []), area]);
  return groups;
}
