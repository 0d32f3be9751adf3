import type { Module } from '../../kernel/module.ts';
import { checkWords } from './check/words.ts';
import { confirmDraft } from './commands/confirm-draft.ts';
import { discardDraft } from './commands/discard-draft.ts';
import { loadProgramme } from './commands/load.ts';
import { saveDraft } from './commands/save-draft.ts';
import { startDraft } from './commands/start-draft.ts';
import { uploadPaper } from './commands/upload-paper.ts';
import { draftWords } from './draft/problem-words.ts';
import { doubtWords } from './draft/words.ts';
import { paperRoutes } from './paper/routes.ts';
import { paperWords } from './paper/words.ts';
import { areaList } from './queries/areas.ts';
import { compare } from './queries/compare.ts';
import { draftList, oneDraft, onePaper, paperList } from './queries/drafts.ts';
import { countableKinds, oneVersion, programmeInForce, versionList } from './queries/versions.ts';
import { readerWords } from './reader/words.ts';
import { draftTasks } from './tasks.ts';
import { programmeTimeline } from './timeline.ts';
import { timelineWords } from './timeline-words.ts';

export { checkProgrammeText } from './check/check-file.ts';
export { checkProgramme } from './check/check-programme.ts';
export { establishCity } from './establish.ts';
export { readPaper } from './paper/read-paper.ts';
export { findPaper, keepPaper } from './paper-store.ts';
export { citiesFolder, readCity } from './read-city.ts';
export { canonical } from './reader/canonical.ts';
export { unitAmong } from './reader/consultation/same-unit.ts';
export { DecodeProblem, decodePaper } from './reader/decode.ts';
export { readPolicy } from './reader/read.ts';
export type { PolicyReading } from './reader/reading.ts';
export { looksLikeUnit } from './reader/unit-lists.ts';
export { decodeProblemText, warningText } from './reader/words.ts';
export { findProgramme, keepProgramme, listVersionsSince, type VersionSince } from './store.ts';
export { nameFrom, unitNames } from './unit-names.ts';

/** The programme (方案): what the city promised, from the paper to confirmed versions. */
export const programme: Module = {
  name: 'programme',
  commands: [loadProgramme, uploadPaper, startDraft, saveDraft, confirmDraft, discardDraft],
  queries: [
    programmeInForce,
    versionList,
    oneVersion,
    countableKinds,
    paperList,
    onePaper,
    draftList,
    oneDraft,
    compare,
    areaList,
  ],
  tasks: draftTasks,
  timeline: programmeTimeline,
  words: { ...readerWords, ...paperWords, ...draftWords, ...checkWords, ...doubtWords, ...timelineWords },
  routes: paperRoutes,
};
