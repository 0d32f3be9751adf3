import type { CloseOutEvent, CloseOutState } from './contract.ts';

/**
 * What may happen to a close-out, and what becomes of it. The lead unit applies, and may take that back until it is decided; the office
 * approves or returns; a waiver is proposed by the office and signed by a leader. Leye itself reopens what no longer holds.
 *
 * A waiver closed the item knowing that it was short, so no correction undoes it. Where everything is reached after all, the lead unit
 * applies as for any other: a proposal is dropped by that, a signed waiver stands until the office has approved. Nobody in the office
 * takes a leader's signature back; the ordinary close-out takes its place.
 */
export const transitions: Readonly<Record<CloseOutState, Partial<Record<CloseOutEvent, CloseOutState>>>> = Object.freeze({
  open: { apply: 'applied', 'propose-waiver': 'waiver-proposed' },
  applied: { withdraw: 'withdrawn', return: 'returned', approve: 'approved', 'propose-waiver': 'waiver-proposed' },
  returned: { apply: 'applied', 'propose-waiver': 'waiver-proposed' },
  withdrawn: { apply: 'applied', 'propose-waiver': 'waiver-proposed' },
  reopened: { apply: 'applied', 'propose-waiver': 'waiver-proposed' },
  approved: { reopen: 'reopened' },
  'waiver-proposed': { apply: 'applied', 'sign-waiver': 'waived', 'decline-waiver': 'returned' },
  waived: { apply: 'waived-applied' },
  'waived-applied': { withdraw: 'waived', return: 'waived', approve: 'approved' },
});

/** A waiver has closed it, whether or not an ordinary close-out is applied for in its place. */
export const isWaived = (state: CloseOutState): boolean => state === 'waived' || state === 'waived-applied';
