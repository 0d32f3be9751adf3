import type { Actor } from '../../kernel/actor/actor.ts';
import { allow, visibleScope } from '../../kernel/actor/permission.ts';
import type { Reach } from './check-row.ts';

/** Who records: the programme office anything, a liaison what the own unit did, streets and specialists what lies in their area. */
export const mayRecord = allow(
  { 'programme-office': 'district', liaison: 'own-unit', 'street-officer': 'own-area', specialist: 'own-area' },
  { system: true },
);

/** Who reads records: those who record, and those who lead and evaluate. Administrators keep the house, not its business. */
export const mayRead = allow(
  {
    'programme-office': 'district',
    leader: 'district',
    evaluator: 'district',
    liaison: 'own-unit',
    'street-officer': 'own-area',
    specialist: 'own-area',
  },
  { system: true },
);

/** The work itself runs after the decision, by Leye, for whoever decided. */
export { allowSystem as mayRunImports } from '../../kernel/actor/permission.ts';

export const reachOf = (actor: Actor): Reach => visibleScope(mayRecord, actor) ?? { units: [], areas: [] };

/** Whether a list's filter lets a whole district through: a grant of the county covers every place in it. */
export const coversAll = (areas: readonly string[]): boolean => areas.some((area) => area.endsWith('000000'));
