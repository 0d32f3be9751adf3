import type { StaffRole } from '../../server/kernel/actor/actor.ts';
import type { Me } from '../../server/modules/people/contract.ts';
import { useAsk } from './asking.ts';

export type SignedIn = Extract<Me, { signedIn: true }>;

/** Who is looking at this page. While nobody is, asked again and again: somebody may sign in in another window. */
export const useMe = () => useAsk<Me>('/api/me', {}, { every: (me) => (me && !me.signedIn ? 4_000 : false) });

/** The person inside the office, whose shell has already seen to it that somebody is signed in. */
export function useSignedIn(): SignedIn | undefined {
  const { data } = useMe();
  return data?.signedIn ? data : undefined;
}

export const holds = (me: SignedIn | undefined, ...roles: readonly StaffRole[]): boolean =>
  me?.grants.some(({ role }) => roles.includes(role)) ?? false;

/** Which roles use which part of the office. What they may do there is the server's to say; this only keeps doors out of the way. */
export const doors = {
  records: ['programme-office', 'liaison', 'street-officer', 'specialist'],
  programme: ['programme-office', 'liaison', 'street-officer', 'specialist', 'station-officer', 'leader', 'evaluator'],
  bulletins: ['programme-office', 'liaison', 'street-officer', 'specialist', 'station-officer', 'leader', 'evaluator'],
  drafts: ['programme-office', 'leader', 'evaluator'],
  consultations: ['programme-office', 'liaison', 'leader', 'evaluator'],
  lights: ['programme-office', 'liaison', 'street-officer', 'specialist', 'station-officer', 'leader', 'evaluator'],
  notices: ['programme-office', 'liaison', 'leader', 'evaluator'],
  instruct: ['programme-office', 'leader'],
  units: ['programme-office', 'leader', 'evaluator'],
  employers: ['programme-office', 'station-officer'],
  'gig-market': ['programme-office', 'liaison', 'street-officer', 'station-officer', 'leader', 'evaluator'],
  'gig-station': ['station-officer', 'street-officer', 'programme-office'],
  'gig-flags': ['programme-office', 'leader', 'evaluator'],
  people: ['security-administrator', 'system-administrator'],
  messages: ['system-administrator'],
  audit: ['audit-administrator'],
  screen: ['leader', 'programme-office', 'evaluator'],
} as const satisfies Record<string, readonly StaffRole[]>;
export type Door = keyof typeof doors;

export const opens = (me: SignedIn | undefined, door: Door): boolean => holds(me, ...doors[door]);

/** The units for which somebody answers as their liaison. */
export const unitsOf = (me: SignedIn | undefined): readonly string[] =>
  me?.grants.flatMap(({ role, unit }) => (role === 'liaison' && unit ? [unit] : [])) ?? [];
