import type { Module } from '../../kernel/module.ts';
import { noticesInBulletin } from './bulletin.ts';
import { answerNotice } from './commands/answer-notice.ts';
import { decideAnswer, withdrawNotice } from './commands/decide-answer.ts';
import { pauseClock, resumeClock } from './commands/pause.ts';
import { raiseNotice } from './commands/raise-notice.ts';
import { runDay } from './commands/run-day.ts';
import { setRules } from './commands/set-rules.ts';
import { superviseJob } from './jobs.ts';
import { noticeLights } from './lights.ts';
import { noticeDocumentQuery, noticePaperQuery } from './queries/notice-paper.ts';
import { noticeListQuery, noticeQuery, rulesQuery } from './queries/notices.ts';
import { noticeRoutes } from './routes.ts';
import { noticeTasks } from './tasks.ts';
import { supervisionTimeline } from './timeline.ts';
import { supervisionWords } from './words.ts';

export { answerNotice } from './commands/answer-notice.ts';
export { decideAnswer } from './commands/decide-answer.ts';
export { raiseNotice } from './commands/raise-notice.ts';
export { superviseDistrict } from './commands/run-day.ts';
export { superviseAll } from './jobs.ts';
export { isLive } from './notice-states.ts';
export { noticeListQuery, noticeQuery } from './queries/notices.ts';
export { listNotices } from './store.ts';

/** Supervision (督办): dated rules, notices that go out once for each cause, their answers and their clocks. */
export const supervision: Module = {
  name: 'supervision',
  commands: [runDay, answerNotice, decideAnswer, withdrawNotice, raiseNotice, pauseClock, resumeClock, setRules],
  queries: [noticeListQuery, noticeQuery, noticePaperQuery, noticeDocumentQuery, rulesQuery],
  jobs: [superviseJob],
  tasks: noticeTasks,
  timeline: supervisionTimeline,
  lights: noticeLights,
  words: supervisionWords,
  bulletin: noticesInBulletin,
  routes: noticeRoutes,
};
