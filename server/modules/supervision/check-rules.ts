import type { ProblemDetail } from '../../kernel/problem.ts';
import { type RuleSet, steps } from './contract.ts';
import { followUps } from './supervise.ts';

/** What would make a set of rules go in circles, or say a thing twice. */
export function checkRules({ steps: table, rules }: RuleSet): ProblemDetail[] {
  const findings: ProblemDetail[] = [];
  for (const step of steps) {
    const to = table[step].escalatesTo;
    if (to !== null && steps.indexOf(to) <= steps.indexOf(step))
      findings.push({ at: `/steps/${step}`, code: 'rules-escalate-up' });
    if (step !== 'reminder' && table[step].termWorkingDays === 0)
      findings.push({ at: `/steps/${step}`, code: 'rules-term-needed' });
    if (step === 'reminder' && (table.reminder.termWorkingDays !== 0 || to !== null))
      findings.push({ at: '/steps/reminder', code: 'rules-reminder' });
  }
  const codes = new Set<string>();
  const said = new Set<string>();
  for (const [at, rule] of rules.entries()) {
    const sense = `${rule.step} ${JSON.stringify(rule.trigger)}`;
    if (codes.has(rule.code) || ['hand', ...followUps].includes(rule.code))
      findings.push({ at: `/rules/${at}/code`, code: 'rules-code-taken', params: { code: rule.code } });
    if (said.has(sense)) findings.push({ at: `/rules/${at}`, code: 'rules-twice' });
    if (rule.trigger.when === 'due-soon' && rule.step !== 'reminder')
      findings.push({ at: `/rules/${at}`, code: 'rules-soon-reminds' });
    codes.add(rule.code);
    said.add(sense);
  }
  return findings;
}
