import { expect, it } from 'vitest';
import { type Say, sayIn } from '../../../shared/words/index.ts';
import { sayChance } from './chance.ts';

it('a chance is said as people say it, and what next to never happens without a number', () => {
  const say: Say = (text, params) => sayIn('zh', text, params);
  expect(sayChance('2e-54', say)).toBe('几乎不可能（小于百万分之一）');
  expect(sayChance('1e-6', say)).toBe('的可能性约 1000000 分之一');
  expect(sayChance('2e-4', say)).toBe('的可能性约 5000 分之一');
  expect(sayChance(0.3, say)).toBe('的可能性约 30%');
});
