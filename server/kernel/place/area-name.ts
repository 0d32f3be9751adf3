/**
 * The ways in which people write the name of an area: with or without 社区居委会, 村委会, 街道办事处, with the district in front.
 * `stem` is what is left when the kind is taken away; `kind` is what was said about it.
 */
export type AreaName = { readonly stem: string; readonly kind: AreaKind | undefined };
export type AreaKind = 'county' | 'street' | 'town' | 'community' | 'village';

/**
 * Longest first within a kind of place. 地区 is what a town is called where a 地区办事处 runs it. 村 and 社区 may be doubled
 * (凌家庙村村委会) and are taken away once more by the caller's `stem`.
 */
const ENDINGS: readonly (readonly [RegExp, AreaKind])[] = [
  [/(?:社区)?(?:居民委员会|居委会)$|社区(?:居民)?(?:委员会)?$/, 'community'],
  [/村?(?:村民委员会|村委会)$|村$/, 'village'],
  [/街道(?:办事处|办)?$/, 'street'],
  [/(?:地区办事处|地区|(?:[\p{Script=Han}]族)?乡(?:人民政府|政府)?|镇(?:人民政府|政府)?)$/u, 'town'],
  [/(?:区|县|市)(?:人民政府)?$/, 'county'],
];

/** Full-width forms made plain, white space and invisible characters taken away, brackets made one kind. */
export function bareAreaName(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '');
}

/** Takes the kind off a bare name: `东关社区居委会` → 东关, community. A name that is nothing but its kind keeps it. */
export function readAreaName(bare: string): AreaName {
  for (const [ending, kind] of ENDINGS) {
    const stem = bare.replace(ending, '');
    if (stem !== bare && stem !== '') return { stem, kind };
  }
  return { stem: bare, kind: undefined };
}
