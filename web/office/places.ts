import type { Ledger, MapAnswer } from '../../server/modules/figures/contract.ts';
import type { UnitList } from '../../server/modules/plans/contract.ts';
import type { Said } from '../shared/language.tsx';
import { useWords } from '../shared/words/index.ts';
import { useAsk } from './asking.ts';

/** The units that the programme in force names, in its order. */
export function useUnits(): readonly { readonly code: string; readonly name: Said }[] {
  const ledger = useAsk<Ledger>('/api/ledger');
  const units = ledger.data?.measures.flatMap(({ lead, cooperating }) => [...lead, ...cooperating]) ?? [];
  return [...new Map(units.map((unit) => [unit.code, unit])).values()];
}

/** Units by their code in the reader's language; what is not known keeps the name that the server sent. */
export function useUnitNames(): (code: string, sent?: string) => string {
  const { say } = useWords();
  const units = useAsk<UnitList>('/api/units').data?.units;
  return (code, sent) => {
    const name = units?.find((unit) => unit.code === code)?.name;
    return name ? say(name) : (sent ?? code);
  };
}

/** The district's streets and towns. */
export const useTowns = (): MapAnswer['towns'] => useAsk<MapAnswer>('/api/map').data?.towns ?? [];

/** Where a link that the server gave leads: the page, what it is to show, and where on it. */
export function placeOf(link: string): { to: string; search: Record<string, string>; hash: string } {
  const { pathname, searchParams, hash } = new URL(link, window.location.origin);
  return { to: pathname, search: Object.fromEntries(searchParams), hash: hash.slice(1) };
}
