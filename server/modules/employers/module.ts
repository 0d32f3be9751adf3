import type { Module } from '../../kernel/module.ts';
import { decideRequest, refuseEmployer, verifyEmployer } from './commands/decide.ts';
import { addForeman, endMember } from './commands/members.ts';
import { registerEmployer } from './commands/register-employer.ts';
import { pageWords } from './pages/words.ts';
import { employerList, myEmployers, oneEmployer } from './queries/employers.ts';
import { publicRoutes } from './routes.ts';
import { employerTasks } from './tasks.ts';
import { words } from './words.ts';

export { employersOf, isManagerOf, requireManager } from './acting.ts';
export { type Employer, getEmployer, listEmployers, managersOf, requireVerified } from './store.ts';
export { addForeman, registerEmployer, verifyEmployer };

/** Employers (用工单位) and the residents who act for them. Whether one may offer work is for officers to say; who is barred from it, for others. */
export const employers: Module = {
  name: 'employers',
  commands: [registerEmployer, verifyEmployer, refuseEmployer, decideRequest, addForeman, endMember],
  queries: [employerList, oneEmployer, myEmployers],
  tasks: employerTasks,
  mine: [{ address: '/employer', said: pageWords.title }],
  words,
  routes: publicRoutes,
};
