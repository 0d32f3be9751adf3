import type { Actor, Role } from '../server/kernel/actor/actor.ts';

export const staffOf = (role: Role): Actor => ({ kind: 'staff', id: 'bench', name: 'bench', grants: [{ role }] });
