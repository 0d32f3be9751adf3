import type { FactKind } from '../../kernel/fact/kind.ts';
import type { RecordType } from './type.ts';
import { activity } from './types/activity.ts';
import { assessment } from './types/assessment.ts';
import { contractCensus } from './types/contract-census.ts';
import { dispute } from './types/dispute.ts';
import { family } from './types/family.ts';
import { familyDoctor } from './types/family-doctor.ts';
import { friendlyPlace } from './types/friendly-place.ts';
import { gigService } from './types/gig-service.ts';
import { home } from './types/home.ts';
import { incubation } from './types/incubation.ts';
import { loan } from './types/loan.ts';
import { mealSite } from './types/meal-site.ts';
import { restaurant } from './types/restaurant.ts';
import { schoolPlace } from './types/school-place.ts';
import { space } from './types/space.ts';
import { specialist } from './types/specialist.ts';
import { startup } from './types/startup.ts';
import { training } from './types/training.ts';
import { vacancy } from './types/vacancy.ts';

/** Every kind of record, in the order of the programme's tasks. */
export const recordTypes: readonly RecordType[] = Object.freeze([
  vacancy,
  specialist,
  activity,
  startup,
  loan,
  space,
  incubation,
  training,
  assessment,
  contractCensus,
  dispute,
  home,
  schoolPlace,
  mealSite,
  restaurant,
  familyDoctor,
  friendlyPlace,
  family,
  gigService,
]);

export const recordKinds: readonly FactKind[] = Object.freeze(recordTypes.flatMap((type) => type.kinds));

const byName = new Map(recordTypes.map((type) => [type.name, type]));

export const findRecordType = (name: string): RecordType | undefined => byName.get(name);

/** Whether records of this type say who somebody is. Shown masked, and who looked is kept all the same. */
export const holdsPersonal = (type: string): boolean =>
  Object.values(byName.get(type)?.columns ?? {}).some(
    ({ kind }) => kind === 'person-name' || kind === 'id-number' || kind === 'phone',
  );
