import type { Module } from '../../kernel/module.ts';
import { keepSnapshotOf } from './commands/keep-snapshot.ts';
import { openBulletin } from './commands/open-bulletin.ts';
import { releaseBulletin } from './commands/release-bulletin.ts';
import { saveWords } from './commands/save-words.ts';
import { discardBulletin, publishBulletin, withdrawBulletin } from './commands/withdraw-bulletin.ts';
import { takeSnapshot } from './freeze/take.ts';
import { bulletinList, oneBulletin } from './queries/bulletins.ts';
import { differenceFacts, differencesQuery } from './queries/differences.ts';
import { paperQuery } from './queries/paper.ts';
import { publicBulletin, publicBulletins } from './queries/public.ts';
import { verificationQuery } from './queries/verification.ts';
import { bulletinRoutes } from './routes.ts';
import { bulletinTasks } from './tasks.ts';
import { words } from './words.ts';

export { freezeBulletin, makeBulletin } from './freeze/freeze.ts';
export { paperOf, sayNumber, type TownsOf, titleOf } from './paper/paper.ts';
export { paperQuery } from './queries/paper.ts';
export { type PublicBulletin, publicBulletin, publicBulletins } from './queries/public.ts';
export { differencesQuery, discardBulletin, oneBulletin, publishBulletin, releaseBulletin, saveWords, verificationQuery };

/** Bulletins (定期通报): from a frozen, hashed snapshot to a page and a paper, every number of which can be counted again. */
export const bulletins: Module = {
  name: 'bulletins',
  commands: [openBulletin, keepSnapshotOf, saveWords, releaseBulletin, withdrawBulletin, publishBulletin, discardBulletin],
  queries: [
    takeSnapshot,
    bulletinList,
    oneBulletin,
    paperQuery,
    verificationQuery,
    differencesQuery,
    differenceFacts,
    publicBulletins,
    publicBulletin,
  ],
  routes: bulletinRoutes,
  tasks: bulletinTasks,
  words,
};
