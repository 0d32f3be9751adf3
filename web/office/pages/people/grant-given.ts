import type { Role } from '../../../../server/kernel/actor/actor.ts';

/** A grant as it is sent. */
export type GrantGiven = { readonly role: Role; readonly unit?: string; readonly area?: string };
