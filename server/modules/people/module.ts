import type { Module } from '../../kernel/module.ts';
import { createClient, revokeClient } from './commands/clients.ts';
import { addDemoAccount, appointFirstAdministrator } from './commands/first-accounts.ts';
import { inviteStaff } from './commands/invite-staff.ts';
import { changePassword, endMySessions } from './commands/own-account.ts';
import { endRole, grantRole } from './commands/roles.ts';
import { reinstateStaff, resetPassword, resetSecondFactor, suspendStaff } from './commands/standing.ts';
import { listClients, listGrantHistory, listRoles } from './queries/rights.ts';
import { listStaff } from './queries/staff.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { words } from './words.ts';

export { appointFirstAdministrator } from './commands/first-accounts.ts';
export { accountAddress } from './commands/tell-account.ts';
export { type DemoPlaces, establishDemoAccounts } from './demo.ts';
export { listHolders } from './holders.ts';
export { roleWords } from './role-words.ts';
export { createPeople, type PeopleService } from './service.ts';
export { listServing } from './serving.ts';
export { type Attempt, beginAttempt, giveBackAttempt, type Limit } from './sign-in/begin-attempt.ts';

/** Staff, their roles, programs that call the interface, and how they all sign in. */
export const people: Module = {
  name: 'people',
  commands: [
    inviteStaff,
    grantRole,
    endRole,
    suspendStaff,
    reinstateStaff,
    resetSecondFactor,
    resetPassword,
    changePassword,
    endMySessions,
    createClient,
    revokeClient,
    appointFirstAdministrator,
    addDemoAccount,
  ],
  queries: [listStaff, listGrantHistory, listRoles, listClients],
  words,
  routes: signInRoutes,
};
