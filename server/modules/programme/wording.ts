import { type Said, say } from '../../kernel/i18n/said.ts';
import type { Fault } from './check/fault.ts';
import { checkWords } from './check/words.ts';
import type { Finding } from './draft/contract.ts';
import { doubtWords } from './draft/words.ts';

const words: Readonly<Record<string, Said>> = { ...checkWords, ...doubtWords };

/** A fault or doubt with its words in both languages. */
export function inWords(fault: Omit<Fault, 'level'> & { readonly level: Finding['level'] }): Finding {
  const text = words[`problem.${fault.code}`];
  if (!text) throw new TypeError(`problem.${fault.code} has no words`);
  return { ...fault, said: { zh: say(text, 'zh', fault.params), en: say(text, 'en', fault.params) } };
}
