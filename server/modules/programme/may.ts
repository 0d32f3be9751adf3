import { allow, wholeProgramme } from '../../kernel/actor/permission.ts';

/** Drafts are the programme office's; leaders and evaluators may look over its shoulder. */
export const mayDraft = allow({ 'programme-office': 'district' });
export const mayReadDrafts = allow({ 'programme-office': 'district', leader: 'district', evaluator: 'district' });

/** What the district has promised concerns everybody who works on it. */
export const mayReadVersions = allow(wholeProgramme);
