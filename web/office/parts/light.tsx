import type { Light as LightName } from '../../../server/modules/figures/contract.ts';
import { lights } from '../../shared/tokens.ts';
import { useWords } from '../../shared/words/index.ts';

/** A light: sign, colour and word together, so that it reads without colour. */
export function Light({ light, quiet = false }: { light: LightName; quiet?: boolean }) {
  const { say } = useWords();
  return (
    <span className={quiet ? `light light-quiet light-${light}` : `light light-${light}`} title={say(`light.meaning.${light}`)}>
      <span aria-hidden="true">{lights[light].sign}</span>
      {say(`light.${light}`)}
    </span>
  );
}
