import type { Ledger, MapAnswer } from '../../server/modules/figures/contract.ts';
import type { Said } from '../shared/language.tsx';
import { useAsk } from './asking.ts';

/** The units that the programme in force names, in its order. */
export function useUnits(): readonly { readonly code: string; readonly name: Said }[] {
  const ledger = useAsk<Ledger>('/api/ledger');
  const units = ledger.data?.measures.flatMap(({ lead, cooperating }) => [...lead, ...cooperating]) ?? [];
  return [...new Map(units.map((unit) => [unit.code, unit])).values()];
}

/** The district's streets and towns. */
export const useTowns = (): MapAnswer['towns'] => useAsk<MapAnswer>('/api/map').data?.towns ?? [];
