import type { ListedGrant, NamedGrant } from '../../../server/modules/people/contract.ts';
import { useWords } from '../../shared/words/index.ts';
import { useUnitNames } from '../places.ts';

/** A role with where it reaches: 联络员 · 区商务局. */
export function RoleName({ grant }: { grant: NamedGrant | ListedGrant }) {
  const { say } = useWords();
  const unitNameOf = useUnitNames();
  const where = grant.unit ? unitNameOf(grant.unit, grant.unitName ?? undefined) : (grant.areaName ?? grant.area);
  return <>{where ? `${say(`role.${grant.role}`)} · ${where}` : say(`role.${grant.role}`)}</>;
}
