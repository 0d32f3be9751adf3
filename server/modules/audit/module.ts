import { auditFindingWords } from '../../kernel/audit/words.ts';
import type { Module } from '../../kernel/module.ts';
import { recordVerification, verify, verifyJob } from './commands.ts';
import { downloadCheckpoints } from './download.ts';
import { exportEntries } from './export.ts';
import { checkpoints, entries, verification } from './queries.ts';
import { words } from './words.ts';

export { type AuditService, createAudit } from './service.ts';

/** The audit administrator's page: who did what, whether the log is whole, and checkpoints to take away. */
export const audit: Module = {
  name: 'audit',
  commands: [verify, recordVerification],
  queries: [entries, checkpoints, verification],
  jobs: [verifyJob],
  words: { ...words, ...auditFindingWords },
  routes: (app, host) => {
    downloadCheckpoints(app, host);
    exportEntries(app, host);
  },
};
