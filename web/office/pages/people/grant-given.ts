import type { StaffRole } from '../../../../server/kernel/actor/actor.ts';

/** A grant as it is sent. */
export type GrantGiven = { readonly role: StaffRole; readonly unit?: string; readonly area?: string };
