import { type Said, said } from '../../kernel/i18n/said.ts';

export const words: Readonly<Record<string, Said>> = {
  'problem.employer-not-verified': said(
    '“{employer}”还没有通过核实，暂时不能发布用工。请等工作人员核实，或带上营业执照到零工市场窗口办理。',
    '“{employer}” has not been verified yet and cannot offer work. Wait for an officer, or bring the licence to the gig station.',
  ),
  'problem.employer-verified-already': said('这家单位已经核实过了。', 'This employer has been verified already.'),
  'problem.employer-refused-already': said('这家单位已经退回了。', 'This employer has been refused already.'),
  'problem.employer-request-decided': said(
    '这个申请已经有人处理了，刷新就能看到结果。',
    'Somebody has decided this request already; reload the page to see how.',
  ),
  'problem.employer-member-already': said('这个人已经在名单里了。', 'This person is on the list already.'),
  'problem.employer-members-many': said(
    '一家单位最多 {most} 人，请先移除不再带班的人。',
    'An employer has at most {most} people. Remove somebody who no longer acts for it first.',
  ),
  'problem.employer-last-manager': said(
    '单位至少要有一位管理人。请先让另一个人成为管理人。',
    'An employer needs at least one manager. Let somebody else become one first.',
  ),
};
