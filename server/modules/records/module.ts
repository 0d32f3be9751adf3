import type { Module } from '../../kernel/module.ts';
import { recordKinds } from './catalogue.ts';
import { discardImport, reverseImport, takeImport, uploadImport } from './commands/imports.ts';
import { endRecord, reverseRecord } from './commands/reverse-record.ts';
import { sendRecord, sendRecords } from './commands/send-record.ts';
import { exportRecords } from './export.ts';
import { discardAbandonedImport, sweepOriginalsJob } from './import/originals.ts';
import { resumeImportsJob, runImportJob } from './import/run-import.ts';
import { unmakeImport, writeImport } from './import/write-import.ts';
import { getImport, listImportProblems, listImports } from './queries/imports.ts';
import { listRecordTypes } from './queries/record-types.ts';
import { getRecord, listRecords } from './queries/records.ts';
import { recordRoutes } from './routes.ts';
import { recordTasks } from './tasks.ts';
import { recordsWords } from './words.ts';

export { recordKinds, recordTypes } from './catalogue.ts';
export { endRecord, reverseRecord } from './commands/reverse-record.ts';
export { sendRecord, sendRecords } from './commands/send-record.ts';
export { daysSentSince, listStanding, type StandingRecord, takeBackRecords } from './on-days.ts';
export { findSiteNames } from './site-names.ts';
export { gigComplaint, gigSeat, gigWage } from './types/gig-levels.ts';
export { gigServed } from './types/gig-service.ts';

/** Records of work: sent one by one or in files, checked, counted as facts, and taken back when they were wrong. */
export const records: Module = {
  name: 'records',
  commands: [
    sendRecord,
    sendRecords,
    reverseRecord,
    endRecord,
    uploadImport,
    takeImport,
    discardImport,
    discardAbandonedImport,
    reverseImport,
    // Run by the import's own thread; listed so that the audit and the permission matrix know them.
    writeImport(),
    unmakeImport(),
  ],
  queries: [listRecordTypes, listRecords, getRecord, listImports, getImport, listImportProblems],
  kinds: recordKinds,
  jobs: [runImportJob, resumeImportsJob, sweepOriginalsJob],
  tasks: recordTasks,
  words: recordsWords,
  routes: (app, host) => {
    recordRoutes(app, host);
    exportRecords(app, host);
  },
};
