import type { Module } from '../../kernel/module.ts';
import { closeOutsInBulletin } from './bulletin.ts';
import { applyCloseOut, withdrawCloseOut } from './commands/apply.ts';
import { approveCloseOut, returnCloseOut } from './commands/decide.ts';
import { reopenCloseOut } from './commands/reopen.ts';
import { declineWaiver, proposeWaiver, signWaiver } from './commands/waiver.ts';
import { closeOutDuties } from './duties.ts';
import { closeOutList, closeOutMarksQuery } from './queries/list.ts';
import { measureCloseOuts } from './queries/measure.ts';
import { verifyCloseOut } from './queries/verify.ts';
import { findBroken, recheckJob } from './recheck.ts';
import { closeOutTasks } from './tasks.ts';
import { words } from './words.ts';

export { applyCloseOut } from './commands/apply.ts';
export { approveCloseOut } from './commands/decide.ts';
export { proposeWaiver } from './commands/waiver.ts';
export { closeOutMarks } from './marks.ts';
export { closeOutMarksQuery } from './queries/list.ts';
export { measureCloseOuts } from './queries/measure.ts';
export { recheckCloseOuts } from './recheck.ts';
export { gradeWords, periodWords, stateWords } from './words.ts';

/** Close-out (销账): a measure's promise judged kept for a year or for good, by Leye, by two people, and only as long as it holds. */
export const closeOut: Module = {
  name: 'close-out',
  commands: [
    applyCloseOut,
    withdrawCloseOut,
    approveCloseOut,
    returnCloseOut,
    proposeWaiver,
    signWaiver,
    declineWaiver,
    reopenCloseOut,
  ],
  queries: [measureCloseOuts, closeOutList, closeOutMarksQuery, verifyCloseOut, findBroken],
  jobs: [recheckJob],
  tasks: closeOutTasks,
  duties: closeOutDuties,
  bulletin: closeOutsInBulletin,
  words,
};
