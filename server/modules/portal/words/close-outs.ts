import { said } from '../../../kernel/i18n/said.ts';

/** How a task was closed out, for everybody. */
export const closeOuts = Object.freeze({
  year: said('{year}年', '{year}'),
  whole: said('整个方案', 'The whole programme'),
  approved: said('{period}：说到做到了，评为{grade}。', '{period}: the promise was kept, graded {grade}.'),
  waived: said(
    '{period}：没有全部做到，经领导签批结账。理由：',
    '{period}: not all of it was kept; it was closed by a waiver. Reason: ',
  ),
  reopened: said(
    '{period}：曾经核定做到，记录更正后不再达到，正在补。',
    '{period}: it had been judged kept; after corrections it no longer is, and is being made up.',
  ),
});
