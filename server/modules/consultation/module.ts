import type { Module } from '../../kernel/module.ts';
import { answerNoComment } from './commands/answer-no-comment.ts';
import { decideOpinion } from './commands/decide-opinion.ts';
import { openConsultation } from './commands/open-consultation.ts';
import { publishConsultation } from './commands/publish.ts';
import { respondAsPublic, respondToDecision } from './commands/respond.ts';
import { saveVersion } from './commands/save-version.ts';
import { sendOpinion } from './commands/send-opinion.ts';
import { sendPublicOpinion } from './commands/send-public-opinion.ts';
import { confirmPlace, signOffContradiction } from './commands/sign-off.ts';
import { startConsultation } from './commands/start-consultation.ts';
import { showContact } from './contact.ts';
import { publicRoutes } from './public-routes.ts';
import { compareVersions, consultationEvents, consultationList, oneConsultation } from './queries/consultations.ts';
import { publicAnswer, publicConsultations, publicText } from './queries/public.ts';
import { summary } from './queries/summary.ts';
import { consultationRoutes } from './routes.ts';
import { consultationDuties, consultationTasks } from './tasks.ts';
import { consultationTimeline } from './timeline.ts';
import { words } from './words.ts';

export {
  answerNoComment,
  consultationList,
  decideOpinion,
  openConsultation,
  publishConsultation,
  respondToDecision,
  saveVersion,
  sendOpinion,
  sendPublicOpinion,
  signOffContradiction,
  startConsultation,
};

/** Consultation (征求意见): a draft paper goes to units and the public; what became of each opinion is held against the text. */
export const consultation: Module = {
  name: 'consultation',
  commands: [
    startConsultation,
    saveVersion,
    openConsultation,
    answerNoComment,
    sendOpinion,
    sendPublicOpinion,
    decideOpinion,
    respondToDecision,
    respondAsPublic,
    confirmPlace,
    signOffContradiction,
    publishConsultation,
    showContact,
  ],
  queries: [
    consultationList,
    oneConsultation,
    compareVersions,
    consultationEvents,
    summary,
    publicConsultations,
    publicText,
    publicAnswer,
  ],
  tasks: consultationTasks,
  duties: consultationDuties,
  timeline: consultationTimeline,
  words,
  routes: async (app, host) => {
    consultationRoutes(app, host);
    await publicRoutes(app, host);
  },
};
