import { expect, test } from 'vitest';
import { say } from '../i18n/said.ts';
import { areasWords } from '../place/words.ts';
import { sealWords } from '../seal/words.ts';
import { calendarWords } from '../term/words.ts';
import { parseCreditCode } from './credit-code.ts';
import { parseIdNumber } from './id-number.ts';
import { parseMobile } from './mobile.ts';
import { identifierWords } from './words.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test('both languages say the same things: every sentence has the same parameters', () => {
  const all = Object.entries({ ...identifierWords, ...areasWords, ...calendarWords, ...sealWords });
  expect(all.length).toBeGreaterThan(40);
  for (const [key, { zh, en }] of all) {
    expect(placeholders(zh), key).toEqual(placeholders(en));
    expect(zh, key).toMatch(/[一-龥].*[。]$/);
    expect(en, key).toMatch(/^[^一-龥]+\.$/);
  }
});

test('every refused number gets a finished sentence that does not repeat it', () => {
  const digits = '11010519491231002';
  const results = [
    ...['', digits.slice(0, 15), digits, `${digits}1`, `${digits}Y`, '1.1E+17', `110105194913310021`, `110105299912310021`].map(
      (text) => parseIdNumber(text, '2026-11-24'),
    ),
    ...['', digits.slice(0, 15), digits, '91350100M000100Y44', '91350100O000100Y43', '9.1E+17'].map(parseCreditCode),
    ...['', '1380013800', '1380013800O', '01069546000', '12345678901', '1.3E+10'].map(parseMobile),
  ];
  expect(results).toHaveLength(20);
  const codes = new Set<string>();
  for (const result of results) {
    if (result.ok) throw new Error('a wrong number was taken');
    codes.add(result.error.code);
    for (const language of ['zh', 'en'] as const) {
      const sentence = say(identifierWords[`problem.${result.error.code}`], language, result.error.params);
      expect(sentence).not.toMatch(/[{}]|\d{4}/);
    }
  }
  expect(codes).toEqual(new Set(Object.keys(identifierWords).map((key) => key.replace('problem.', ''))));
});
