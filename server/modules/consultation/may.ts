import { allow } from '../../kernel/actor/permission.ts';

/** The programme office runs consultations; leaders and evaluators look on; a unit's liaison speaks for the unit. */
export const mayRun = allow({ 'programme-office': 'district' });
export const mayAnswer = allow({ liaison: 'own-unit' });
export const mayRead = allow({ 'programme-office': 'district', leader: 'district', evaluator: 'district', liaison: 'own-unit' });
/** Versions and the summary: what units ask of each other's paper is the office's to show. */
export const mayOverlook = allow({ 'programme-office': 'district', leader: 'district', evaluator: 'district' });
