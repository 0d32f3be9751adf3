import type { Counted, RecordsSay, Standard } from '../../../../server/modules/market-standard/contract.ts';
import { exact } from '../../../shared/number.ts';
import type { Say } from '../../../shared/words/index.ts';

export const readings = ['/api/market-', '/api/today'];

export const sayOutcome = (outcome: Counted | null, say: Say): string => say(`market.outcome.${outcome ?? 'none'}`);

/** What the records said, with its two numbers, so that the share is never alone. */
export function sayRecords({ part, whole, value, counts }: RecordsSay, say: Say): string {
  if (counts === 'cases') return say('market.cases', { n: part });
  return value === null
    ? say('market.nothing')
    : say('market.share', { value: exact(value, 1), part: exact(part), whole: exact(whole) });
}

export const itemIn = ({ items }: Pick<Standard, 'items'>, code: string) => items.find((item) => item.code === code);
