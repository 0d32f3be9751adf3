import { type Said, said } from '../../../kernel/i18n/said.ts';
export const reasonWords: Readonly<Record<string, Said>> = {
  'unmatched.none': said('这一轮没有合适的活。', 'Nothing fitted in this round.'),
};
