import { type IdNumber, parseIdNumber } from '../../kernel/identifier/id-number.ts';
import { parseMobile } from '../../kernel/identifier/mobile.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Personal } from '../../kernel/seal/personal.ts';
import type { Day } from '../../kernel/term/day.ts';

/** @throws Problem that names the field and what is wrong with it, never the number. */
export function requireMobile(text: string): Personal {
  const read = parseMobile(text);
  if (!read.ok) throw fieldProblem('mobile', read.error);
  return read.value;
}

/** @throws Problem, as above */
export function requireIdNumber(text: string, today: Day): IdNumber {
  const read = parseIdNumber(text, today);
  if (!read.ok) throw fieldProblem('idNumber', read.error);
  return read.value;
}

const fieldProblem = (field: string, { code, params }: { code: string; params: Readonly<Record<string, number>> }): Problem =>
  new Problem('invalid', code, params, [{ at: `/${field}`, code, params }]);
