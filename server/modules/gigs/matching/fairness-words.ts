import { type Said, said } from '../../../kernel/i18n/said.ts';
import type { FairnessAlarm, FairnessGroup } from './fairness.ts';

export const fairnessGroupWords: Readonly<Record<FairnessGroup, Said>> = {
  women: said('女性', 'women'),
  older: said('50岁以上', 'people over 50'),
  newcomers: said('新登记的人', 'newcomers'),
  'hard-to-employ': said('就业困难人员', 'people hard to employ'),
};

/** `theirs` and `others` come written: a share in per cent, minutes, yuan. */
export const fairnessAlarmWords: Readonly<Record<FairnessAlarm['about'], Said>> = {
  'match-rate': said(
    '{group}派到活的比例是 {theirs}，其他人是 {others}，不像是碰巧。',
    'Of {group}, {theirs} were matched, of others {others}; chance would hardly bring that.',
  ),
  waiting: said(
    '{group}一般要等 {theirs}，其他人 {others}，不像是碰巧。',
    'For {group} the usual wait is {theirs}, for others {others}; chance would hardly bring that.',
  ),
  pay: said(
    '{group}一般一天挣 {theirs}，其他人 {others}，不像是碰巧。',
    'For {group} the usual pay is {theirs} a day, for others {others}; chance would hardly bring that.',
  ),
};

export const threeMorningsWords: Readonly<Record<'rule' | 'effect' | 'none', Said>> = {
  rule: said(
    '连着 {mornings} 个早晨没等到活的，每个人都要有人看到，派活时往前排。',
    'Whoever has waited {mornings} mornings in a row without work is looked at by name and put forward in matching.',
  ),
  effect: said(
    '今天有 {people} 人连着空等了 {mornings} 个早晨，派到活的 {matched} 人；如果不往前排，是 {matchedWithout} 人。',
    'Today {people} {people|person|people} had waited {mornings} mornings in a row: {matched} got work; without the rule it would have been {matchedWithout}.',
  ),
  none: said('今天没有人连着空等 {mornings} 个早晨。', 'Nobody had waited {mornings} mornings in a row today.'),
};
