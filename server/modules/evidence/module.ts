import type { Module } from '../../kernel/module.ts';
import { dropUnused, sweepEvidenceJob } from './commands/drop-unused.ts';
import { keepEvidenceFile } from './commands/keep-file.ts';
import { openEvidence } from './commands/open-file.ts';
import { ownEvidence } from './queries/own-evidence.ts';
import { evidenceRoutes } from './routes.ts';
import { words } from './words.ts';

export { EvidenceHashes } from './contract.ts';
export { listEvidence, useEvidence } from './use.ts';

/** Evidence (佐证材料): a document uploaded once serves every place that asks for it. */
export const evidence: Module = {
  name: 'evidence',
  commands: [keepEvidenceFile, openEvidence, dropUnused],
  queries: [ownEvidence],
  jobs: [sweepEvidenceJob],
  routes: evidenceRoutes,
  words,
};
