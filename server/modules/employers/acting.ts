import type { Actor, EmployerGrant } from '../../kernel/actor/actor.ts';
import { allow } from '../../kernel/actor/permission.ts';
import { Problem } from '../../kernel/problem.ts';

/** The employers that somebody acts for; none for whoever is no resident. */
export const employersOf = (actor: Actor): readonly EmployerGrant[] =>
  actor.kind === 'resident' ? actor.grants.filter((grant) => grant.role === 'employer') : [];

export const isManagerOf = (actor: Actor, employer: string): boolean =>
  employersOf(actor).some((grant) => grant.employer === employer && grant.as === 'manager');

/** Of those who may act for the employer, a foreman speaks for its work only. */
export function requireManager(actor: Actor, employer: string): void {
  if (employersOf(actor).length > 0 && !isManagerOf(actor, employer)) throw new Problem('forbidden', 'managers-only');
}

const officers = { 'programme-office': 'district', 'station-officer': 'district' } as const;

/** Who decides about employers, and reads of all of them. */
export const mayDecide = allow(officers);
/** A manager speaks for the employer in everything, a foreman for its work only. */
export const mayManage = allow({ employer: 'managed-employer' });
/** A manager, and the officers who help. */
export const mayManageOrHelp = allow({ ...officers, employer: 'managed-employer' });
/** Whoever acts for the employer, and the officers who help. */
export const mayActForOrHelp = allow({ ...officers, employer: 'own-employer' });
