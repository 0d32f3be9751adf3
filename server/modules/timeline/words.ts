import { type Said, said } from '../../kernel/i18n/said.ts';
import type { Topic } from './contract.ts';

export const tableWords = {
  at: said('时间', 'When'),
  by: said('谁', 'Who'),
  topic: said('类别', 'About'),
  text: said('发生了什么', 'What happened'),
  subject: said('编号', 'Reference'),
} as const;

export const topicWords: Readonly<Record<Topic | 'leye', Said>> = {
  plan: said('计划', 'Plan'),
  supervision: said('督办', 'Supervision'),
  'close-out': said('销账', 'Close-out'),
  figures: said('指标', 'Figures'),
  bulletins: said('通报', 'Bulletins'),
  consultation: said('征求意见', 'Consultation'),
  measure: said('任务', 'Task'),
  leye: said('乐业（自动）', 'Leye (by itself)'),
};
