/** One opinion, whatever it asks for, judged against a text: the same for a printed summary and for the office's own consultation. */
import { found } from './finding.ts';
import { type Ground, judge } from './judge.ts';
import type { Decision, Finding, Request, Verdict } from './shapes.ts';

export interface Decided {
  readonly requests: readonly Request[];
  readonly decision: Decision;
  readonly reason: string | null;
}

export function checkOpinion({ requests, decision, reason }: Decided, ground: Ground): { verdict: Verdict; findings: Finding[] } {
  const findings = requests.map((request, at) => judge(request, at, decision, ground));
  if (decision === 'adopted' && requests.every(({ kind }) => kind === 'remark'))
    findings.push(found(null, 'needs a person', 'adopted-without-words'));
  if (decision === 'not adopted' && (reason === null || reason.trim() === ''))
    findings.push(found(null, 'needs a person', 'refused-without-reason'));
  if (decision === 'unstated' && requests.length === 0) findings.push(found(null, 'needs a person', 'decision-unstated'));
  return { verdict: worst(findings), findings };
}

/** A contradiction outweighs a question, a question outweighs agreement. */
export function worst(findings: readonly Pick<Finding, 'verdict'>[]): Verdict {
  const verdicts = new Set(findings.map(({ verdict }) => verdict));
  if (verdicts.has('contradiction')) return 'contradiction';
  return verdicts.size === 0 || verdicts.has('needs a person') ? 'needs a person' : 'consistent';
}
