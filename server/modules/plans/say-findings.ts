import { say } from '../../kernel/i18n/said.ts';
import { writeDay } from '../../kernel/page/written.ts';
import type { PlanFinding } from './contract.ts';
import { planWords } from './words.ts';

/** Findings with their sentence in both languages, days and numbers as people write them. */
export const sayFindings = (findings: readonly Omit<PlanFinding, 'said'>[]): PlanFinding[] =>
  findings.map((finding) => {
    const wording = planWords[`problem.${finding.code}`];
    if (!wording) throw new Error(`no wording for the finding ${finding.code}`);
    const fill = (language: 'zh' | 'en') =>
      say(
        wording,
        language,
        Object.fromEntries(Object.entries(finding.params).map(([name, value]) => [name, told(value, language)])),
      );
    return { ...finding, said: { zh: fill('zh'), en: fill('en') } };
  });

const told = (value: string | number, language: 'zh' | 'en'): string => {
  if (typeof value === 'number') return value.toLocaleString('en-US');
  return isDayText(value) ? writeDay(value, language) : value;
};

const isDayText = (value: string | number): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
