import { Problem } from '../../kernel/problem.ts';
import { redact } from '../../kernel/seal/redact.ts';

/** Opinions are read by many and printed: no ID or telephone number may stand in one. What was typed stays in the form. */
export function mayNotHold(...texts: readonly (string | undefined)[]): void {
  if (texts.some((text) => text !== undefined && redact(text) !== text)) throw new Problem('invalid', 'opinion-personal');
}
