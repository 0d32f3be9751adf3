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
  if (employersOf(actor).length > 0 && !isManagerOf(actor, employer)) throw new Problem('forbidden', 'employer-managers-only');
}

/** Who decides about employers, and reads of all of them. */
export const mayDecide = allow({ 'programme-office': 'district', 'station-officer': 'district' });
export const mayActFor = allow({ employer: 'own-employer' });
/** The employer's own people, and the officers who help them. */
export const mayManage = allow({
  'programme-office': 'district',
  'station-officer': 'district',
  employer: 'own-employer',
});
