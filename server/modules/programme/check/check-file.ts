import { type Document, isNode, LineCounter, type Node, parseDocument } from 'yaml';
import type { Finding } from '../draft/contract.ts';
import { inWords } from '../wording.ts';
import { type CheckOptions, checkProgramme } from './check-programme.ts';
import { error } from './fault.ts';

/** Checks the text of a programme.yaml. Every finding names its line. `value` is undefined where the text is no YAML. */
export function checkProgrammeText(text: string, options: CheckOptions): { findings: Finding[]; value: unknown } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const findings = document.errors.map(({ pos, message }) => ({
      ...inWords(error('', 'check-yaml', { reason: message })),
      line: lines.linePos(pos[0]).line,
    }));
    return { findings, value: undefined };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { findings: [{ ...inWords(error('', 'check-yaml', { reason })), line: 1 }], value: undefined };
  }
  const findings = checkProgramme(value, options).map((finding) => ({ ...finding, line: lineOf(document, lines, finding.path) }));
  return { findings: findings.toSorted((a, b) => a.line - b.line), value };
}

/** The line of a JSON pointer; where nothing stands there, that of the nearest thing around it. */
function lineOf(document: Document, lines: LineCounter, path: string): number {
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  for (let depth = steps.length; depth > 0; depth -= 1) {
    const keys = steps.slice(0, depth).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    const found: unknown = document.getIn(keys, true);
    const start = isNode(found) ? (found as Node).range?.[0] : undefined; // reason: isNode narrows to a union without range
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}
