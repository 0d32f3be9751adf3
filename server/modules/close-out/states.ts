import type { CloseOutEvent, CloseOutState } from './contract.ts';

/**
 * What may happen to a close-out, and what becomes of it. The lead unit applies, and may take that back until it is decided; the office
 * approves or returns; a waiver is proposed by the office and signed by a leader. Leye itself reopens what no longer holds. A waiver
 * stands: it closed the item knowing that it was short.
 */
export const transitions: Readonly<Record<CloseOutState, Partial<Record<CloseOutEvent, CloseOutState>>>> = Object.freeze({
  open: { apply: 'applied', 'propose-waiver': 'waiver-proposed' },
  applied: { withdraw: 'withdrawn', return: 'returned', approve: 'approved', 'propose-waiver': 'waiver-proposed' },
  returned: { apply: 'applied', 'propose-waiver': 'waiver-proposed' },
  withdrawn: { apply: 'applied', 'propose-waiver': 'waiver-proposed' },
  reopened: { apply: 'applied', 'propose-waiver': 'waiver-proposed' },
  approved: { reopen: 'reopened' },
  'waiver-proposed': { 'sign-waiver': 'waived', 'decline-waiver': 'returned' },
  waived: {},
});

/** Nothing more is asked of anybody. */
export const isClosed = (state: CloseOutState): boolean => state === 'approved' || state === 'waived';
