import { type Said, said } from '../../kernel/i18n/said.ts';

export const timelineWords: Readonly<Record<string, Said>> = {
  'timeline.target-changed': said(
    '“{title}”（{unit}）的目标由“{from}”改为“{to}”',
    'Target of “{title}” ({unit}) changed from “{from}” to “{to}”',
  ),
};
