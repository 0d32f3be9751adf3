import type { Actor, StaffRole } from '../server/kernel/actor/actor.ts';

export const staffOf = (role: StaffRole): Actor => ({ kind: 'staff', id: 'bench', name: 'bench', grants: [{ role }] });
