import { describe, expect, it } from 'vitest';
import { catalogueProblems } from './catalogues.ts';

const problems = (text: string) => catalogueProblems([{ file: 'server/a.ts', text }]).join('\n');

describe('the wording', () => {
  it('passes when both languages say the same', () => {
    expect(
      problems(`const a = said('共 {count} 条', '{count} rows'); const b = { zh: '好', en: 'Good' }; const c = { 'problem.x': b };
      throw new Problem('invalid', 'x');`),
    ).toBe('');
  });

  it.each([
    [`said('', 'Good')`, 'server/a.ts:1: the Chinese is missing'],
    [`said('好', '')`, 'the English is missing'],
    [`const a = { zh: '好' }`, 'the English is missing'],
    [`const a = { en: 'Good' }`, 'the Chinese is missing'],
    [`said('Good {name}', 'Fine {name}')`, 'is not Chinese'],
    [`said('共 {count} 条', '{number} rows')`, 'the parameters differ'],
    [`said('共 {count} 条', 'rows')`, 'the parameters differ'],
    [`said('Good', 'Fine')`, '“Good” is not Chinese'],
    [`said('好', 'Good');\nnew Problem('invalid', 'nothing-said')`, 'server/a.ts:2: problem.nothing-said has no words'],
    ['const a = 1', 'nothing was checked'],
  ])('%s: %s', (text, problem) => {
    expect(problems(text)).toContain(problem);
  });

  it('may be blank in both, hold nothing but signs and parameters, or name the other language', () => {
    expect(
      problems(`const a = { zh: '', en: '' }; const b = said('{part} ÷ {whole}', '{part} over {whole}'); const c = said('English', '中文');
      const d = said('缺少 {columns}', '{columnsEn} missing')`),
    ).toBe('');
  });

  it('may be computed, or a name that is the same in both', () => {
    expect(problems(`const a = said(zh, en); const b = { zh: name, en: name }; const c = said('Excel', 'Excel')`)).toBe('');
  });
});
