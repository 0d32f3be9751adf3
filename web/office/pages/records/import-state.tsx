import type { ImportState } from '../../../../server/modules/records/contract.ts';
import { useWords } from '../../../shared/words/index.ts';

export const isWorking = (state: ImportState | undefined): boolean =>
  state === 'checking' || state === 'taking' || state === 'reversing';

export function ImportStateTag({ state, percent }: { state: ImportState; percent: number }) {
  const { say } = useWords();
  return (
    <span className={`tag import-${state}`}>
      {say(`import.state.${state}`)}
      {isWorking(state) && ` ${percent}%`}
    </span>
  );
}
