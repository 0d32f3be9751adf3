import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CONSULTED_DRAFT, VILLAGE_DRAFT } from './papers.testing.ts';
import { readPolicy } from './read.ts';
import { WARNING_CODES } from './reading.ts';
import { readingAsText } from './report.ts';
import { warningText } from './words.ts';

describe('what the reader says', () => {
  it('every warning that has a wording is one that the reader can give', () => {
    const sources = readdirSync(import.meta.dirname, { encoding: 'utf8', recursive: true })
      .filter((name) => name.endsWith('.ts') && !/\.test(?:ing)?\.ts$|^(?:words|reading)\.ts$/.test(name))
      .map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'))
      .join('\n');
    expect(WARNING_CODES.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  });

  it('no sentence keeps an unfilled place in either language', () => {
    for (const warning of [...readPolicy(VILLAGE_DRAFT).warnings, ...readPolicy(CONSULTED_DRAFT).warnings]) {
      expect(warningText(warning, 'zh')).not.toMatch(/[{}]/);
      expect(warningText(warning, 'en')).not.toMatch(/[{}]|[a-z]-[a-z]+-/);
    }
  });

  it('the terminal shows measures, units, figures, opinions and what to check with its line', () => {
    const shown = readingAsText(readPolicy(CONSULTED_DRAFT), CONSULTED_DRAFT);
    expect(shown).toContain('1. 建设驿站');
    expect(shown).toContain('   牵头：区人力社保局');
    expect(shown).toContain('不少于 40 个（到 2026）');
    expect(shown).toContain('区教委（第 2 项）：部分采纳，原因：线上课程另行安排');
    expect(shown).toContain('第 13 行：区城管委的意见未采纳，但没有写原因');
  });
});
