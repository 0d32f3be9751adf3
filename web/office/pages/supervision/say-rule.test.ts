import { expect, it } from 'vitest';
import { sayIn, type words } from '../../../shared/words/index.ts';
import { numberOf, sayRule, triggerOf } from './say-rule.ts';

const zh = (text: keyof typeof words, params = {}) => sayIn('zh', text, params);
const triggers = [
  { when: 'due-soon', workingDays: 3 },
  { when: 'late', workingDays: 5 },
  { when: 'pace', below: 0.8 },
  { when: 'months-behind', months: 2 },
  { when: 'silent' },
] as const;

it.each(triggers)('a trigger of $when goes into the form and comes out the same', (trigger) => {
  expect(triggerOf(trigger.when, numberOf(trigger))).toEqual(trigger);
});

it('reads aloud as a sentence', () => {
  expect(triggers.map((trigger) => sayRule({ step: 'urge', trigger }, zh as Parameters<typeof sayRule>[1]))).toEqual([
    // reason: say of the office with its language bound
    '当节点还有 3 个工作日到期，发催办。',
    '当节点超期 5 个工作日，发催办。',
    '当指标不到应有进度的 80%，发催办。',
    '当指标连续 2 个月滞后，发催办。',
    '当指标太久没有新记录，发催办。',
  ]);
});

it('a number that means nothing becomes the smallest that does', () => {
  expect(triggerOf('late', 0)).toEqual({ when: 'late', workingDays: 1 });
  expect(triggerOf('pace', 400)).toEqual({ when: 'pace', below: 1 });
  expect(triggerOf('months-behind', undefined)).toEqual({ when: 'months-behind', months: 1 });
});
