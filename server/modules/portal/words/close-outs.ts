import { said } from '../../../kernel/i18n/said.ts';

/** How a task was closed out, for everybody. */
export const closeOuts = Object.freeze({
  year: said('{year}年', '{year}'),
  whole: said('整个方案', 'The whole programme'),
  approved: said('{period}：说到做到了，评为{grade}。', '{period}: the promise was kept, graded {grade}.'),
  waived: said(
    '{period}：签批时没有全部做到，由领导签批豁免结账，评为{grade}。理由：',
    '{period}: not all of it had been kept when a leader signed a waiver that closed it, graded {grade}. Reason: ',
  ),
  reopened: said(
    '{period}：曾经核定做到，记录更正后不再达到，正在补。',
    '{period}: it had been judged kept; after corrections it no longer is, and is being made up.',
  ),
});
