import { expect, it } from 'vitest';
import { type Say, sayIn } from '../shared/words/index.ts';
import { sayReason } from './say-reason.ts';

const zh: Say = (text, params) => sayIn('zh', text, params);
const homes = { unit: { zh: '套', en: 'homes' }, decimals: 0, target: { per: 'year', comparator: '>=' } } as const;
const share = { unit: { zh: '%', en: '%' }, decimals: 0, target: { per: 'standing', comparator: '>=' } } as const;

it('a level of service is said with its unit, and cut as everywhere', () => {
  expect(sayReason({ reason: 'standing', params: { value: 71.35, path: 90 } }, share, zh, 'zh')).toBe(
    '现在 71.3%，要求一直不低于 90%。',
  );
});

it('what was so on a past day is not told as today', () => {
  const why = { reason: 'pace', params: { value: 797, path: 794.52, percent: 100 } };
  expect(sayReason(why, homes, zh, 'zh')).toBe('现在 797\u2009套，今天应到 794\u2009套，是应有进度的 100%。');
  expect(sayReason(why, homes, zh, 'zh', 'then')).toBe('当时 797\u2009套，那天应到 794\u2009套，是应有进度的 100%。');
});
