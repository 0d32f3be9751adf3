import { type Actor, grantsOf } from '../../kernel/actor/actor.ts';
import { allow } from '../../kernel/actor/permission.ts';

/** Who uploads: everybody who answers for something; a leader, too, whose instruction may be a letter. */
export const mayUpload = allow({
  'programme-office': 'district',
  liaison: 'own-unit',
  'street-officer': 'own-area',
  specialist: 'own-area',
  'station-officer': 'own-area',
  leader: 'district',
});

/** Who opens: one's own unit's or area's, and what is shown to one's unit; the office, leaders and evaluators everything. */
export const mayOpen = allow({
  'programme-office': 'district',
  liaison: 'own-unit',
  'street-officer': 'own-area',
  specialist: 'own-area',
  'station-officer': 'own-area',
  leader: 'district',
  evaluator: 'district',
});

/** Whose evidence an upload of this actor becomes: that of each unit, area or whole-district role held. */
export const holdersOf = (actor: Actor): string[] => [
  ...new Set(
    grantsOf(actor).flatMap(({ role, unit, area }) => {
      if (mayUpload.roles[role] === undefined) return [];
      if (unit !== undefined) return [`unit:${unit}`];
      return area === undefined ? [role] : [`area:${area}`];
    }),
  ),
];

/** Whether the actor opens everything of the district. */
export const opensAll = (actor: Actor): boolean =>
  grantsOf(actor).some(({ role }) => role === 'programme-office' || role === 'leader' || role === 'evaluator');

export const unitsOf = (actor: Actor): string[] => grantsOf(actor).flatMap(({ unit }) => (unit === undefined ? [] : [unit]));
