import type { Module } from '../../kernel/module.ts';
import { answerItem, handIn } from './commands/answer.ts';
import { openRound } from './commands/open-round.ts';
import { decideRemedy, reportRemedy } from './commands/remedy.ts';
import { replaceInspector } from './commands/replace-inspector.ts';
import { setRewards } from './commands/rewards.ts';
import { decideObjection, objectToGrade, settleStation } from './commands/settle.ts';
import { inspectionQuery } from './queries/inspection.ts';
import { proposalDocumentQuery, proposalQuery } from './queries/proposal.ts';
import { standardQuery, stationGradesQuery } from './queries/published.ts';
import { drawVerdictsQuery, roundListQuery, roundQuery } from './queries/rounds.ts';
import { marketRoutes } from './routes.ts';
import { marketTasks } from './tasks.ts';
import { words } from './words.ts';

export { openRound } from './commands/open-round.ts';
export { publishedGrades, stationGradesQuery } from './queries/published.ts';
export { gradeWords as marketGradeWords } from './words.ts';

/** The market's standard (规范化建设标准): what a good gig market has, inspected by the station and by others, graded, put right. */
export const marketStandard: Module = {
  name: 'market-standard',
  commands: [
    openRound,
    answerItem,
    handIn,
    settleStation,
    objectToGrade,
    decideObjection,
    reportRemedy,
    decideRemedy,
    replaceInspector,
    setRewards,
  ],
  queries: [
    roundListQuery,
    roundQuery,
    drawVerdictsQuery,
    inspectionQuery,
    standardQuery,
    stationGradesQuery,
    proposalDocumentQuery,
    proposalQuery,
  ],
  tasks: marketTasks,
  routes: marketRoutes,
  words,
};
