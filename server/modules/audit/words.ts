import { type Said, said } from '../../kernel/i18n/said.ts';

export const words: Readonly<Record<string, Said>> = {
  'problem.verification-running': said(
    '核验正在进行。请等它结束，再重新核验。',
    'A verification is under way. Wait for it to end before asking for another.',
  ),
};
