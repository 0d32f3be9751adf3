import { type Said, said, say } from '../../kernel/i18n/said.ts';
import { writeDay } from '../../kernel/page/written.ts';
import type { KeptNotice } from './store.ts';
import { followUps } from './supervise.ts';

/** Why a notice went out, by what sent it: one sentence with the numbers of that day. */
export const causes = {
  'due-soon': said('“{title}”{due}到期，还有 {days} 个工作日。', '“{title}” is due on {due} (working days left: {days}).'),
  late: said('“{title}”应在{due}完成，已逾期 {days} 个工作日。', '“{title}” was due on {due} (working days late: {days}).'),
  pace: said('“{title}”只到应有进度的 {percent}%。', '“{title}” stands at {percent}% of its path.'),
  silent: said('“{title}”太久没有新记录。', '“{title}” has had no record for too long.'),
  'months-behind': said(
    '“{title}”已连续 {months} 个月滞后。',
    '“{title}” has been behind month after month (months running: {months}).',
  ),
  unanswered: said(
    '“{title}”的督办应在{due}前答复，至今没有答复。',
    'The notice about “{title}” was to be answered by {due} and was not.',
  ),
  broken: said('“{title}”答应在{promised}前做到，现在还没有。', '“{title}” was promised for {promised} and has not come about.'),
  again: said(
    '“{title}”的答复到{held}已满期，情况没有好转，请再答复。',
    'The answer about “{title}” was to help by {held}, and nothing has changed; please answer again.',
  ),
  'date-come': said(
    '“{title}”的交办答应在{promised}前办好，请报送办理结果。',
    'What was asked about “{title}” was promised for {promised}; please say what came of it.',
  ),
  hand: said('{by}交办：{instruction}', 'Instruction of {by}: {instruction}'),
} as const;

/** `trigger`: what kind of rule sent it, from the numbers it left. */
function causeOf({ rule, params }: KeptNotice): Said {
  if (rule === 'hand' || isFollowUp(rule)) return causes[rule];
  if ('percent' in params) return causes.pace;
  if ('months' in params) return causes['months-behind'];
  if ('days' in params) return params.late === 1 ? causes.late : causes['due-soon'];
  return causes.silent;
}

const isFollowUp = (rule: string): rule is (typeof followUps)[number] => followUps.some((one) => one === rule);

/** The sentence in both languages, filled in. */
export function whyOf(notice: KeptNotice, title: Said): Said {
  const cause = causeOf(notice);
  const fill = (language: 'zh' | 'en'): string => {
    const params = Object.fromEntries(
      Object.entries(notice.params).map(([name, value]) => [name, isDayText(value) ? writeDay(value, language) : value]),
    );
    return say(cause, language, {
      ...params,
      title: title[language],
      by: notice.instructedBy ?? '',
      instruction: notice.instruction ?? '',
    });
  };
  return { zh: fill('zh'), en: fill('en') };
}

const isDayText = (value: string | number): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
