import type { StaffRole } from '../../../../server/kernel/actor/actor.ts';

/** Every role once; one that is added or renamed in the kernel does not compile until it stands here and in the words. */
const named: Readonly<Record<StaffRole, true>> = {
  'programme-office': true,
  liaison: true,
  'street-officer': true,
  specialist: true,
  'station-officer': true,
  leader: true,
  evaluator: true,
  'system-administrator': true,
  'security-administrator': true,
  'audit-administrator': true,
};

export const roles = Object.keys(named) as StaffRole[]; // reason: keys of a record over exactly the roles
