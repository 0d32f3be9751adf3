import type { Module } from '../../kernel/module.ts';
import { changeNumber, lookUpResident, showResident } from './commands/counter.ts';
import { endMySession, endMySessions, keepMyData } from './commands/own-data.ts';
import { registerResident } from './commands/register-resident.ts';
import { askCode, signIn } from './commands/sign-in.ts';
import { identifyResident } from './identify.ts';
import { myData, myPages, oneResident } from './queries/residents.ts';
import './own-pages.ts';
import { publicRoutes } from './routes.ts';
import { words } from './words.ts';

export { type Person, registerPerson } from './commands/register-resident.ts';
export {
  type FoundResident,
  findResident,
  personKeys,
  type ResidentGroup,
  type ResidentName,
  residentGroups,
  residentNames,
} from './find.ts';
export { requireIdNumber, requireMobile } from './numbers.ts';
export { openSession, sessionCookie } from './session.ts';
export { writeToResident } from './write-to.ts';
export { keepMyData, myData, registerResident };

/** Residents (居民): people known to the city once, who sign in by a code on their telephone or are helped at a counter. */
export const residents: Module = {
  name: 'residents',
  commands: [
    askCode,
    signIn,
    keepMyData,
    endMySession,
    endMySessions,
    registerResident,
    lookUpResident,
    showResident,
    changeNumber,
  ],
  queries: [oneResident, myData, myPages],
  identify: identifyResident,
  words,
  routes: publicRoutes,
};
