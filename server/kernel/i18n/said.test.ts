import { describe, expect, it } from 'vitest';
import { said, say } from './said.ts';

describe('what is said in two languages', () => {
  const left = said('还有 {n} 个工作日', '{n} working {n|day|days} left');

  it('counts one day and three days in English', () => {
    expect([1, 3, 0].map((n) => say(left, 'en', { n }))).toEqual([
      '1 working day left',
      '3 working days left',
      '0 working days left',
    ]);
    expect(say(left, 'en', { n: '1' })).toBe('1 working day left');
    expect(say(left, 'zh', { n: 1 })).toBe('还有 1 个工作日');
  });

  it('leaves a parameter that is missing where everybody sees it', () => {
    expect(say(left, 'en')).toBe('{n} working {n|day|days} left');
  });
});
