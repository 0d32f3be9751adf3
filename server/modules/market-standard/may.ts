import { type Actor, grantsOf } from '../../kernel/actor/actor.ts';
import { allow, allowAnyone, areaCovers, wholeProgramme } from '../../kernel/actor/permission.ts';

/** The programme office opens rounds, settles what differs, decides objections and proposes rewards. */
export const mayRun = allow({ 'programme-office': 'district' });

/** Who may hold an inspection: whoever works at the station for its own, whoever was drawn for another's. Which, is asked row by row. */
export const mayInspect = allow({ 'station-officer': 'own-area', 'street-officer': 'own-area', specialist: 'own-area' });

/** Who speaks for a station: objects, and says what was put right. */
export const mayAnswerFor = allow({ 'station-officer': 'own-area', 'street-officer': 'own-area' });

export const mayReadRounds = allow(wholeProgramme);

/** The checklist and the grades given are published. */
export const mayReadPublished = allowAnyone;

/** Whether somebody works at a station: an officer of its area, or of the street or town around it. */
export const worksAt = (actor: Actor, station: { readonly area: string; readonly town: string }): boolean =>
  grantsOf(actor).some(
    ({ role, area }) => mayAnswerFor.roles[role] !== undefined && area !== undefined && areaCovers(area, station),
  );

export const isAccount = (actor: Actor, account: string | null): boolean => actor.kind === 'staff' && actor.id === account;
