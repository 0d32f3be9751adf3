import { said } from '../../../kernel/i18n/said.ts';

export const flagWords = {
  'problem.no-gig-flag': said('没有这条疑点。', 'There is no such finding.'),
  'problem.gig-flag-settled': said('这条疑点已经有人核实过。', 'Somebody has settled this finding already.'),
  'problem.gig-flag-own': said(
    '这些记录是您自己登记的，请另一位同事核实。',
    'You wrote these records down yourself; a colleague has to settle them.',
  ),
};
