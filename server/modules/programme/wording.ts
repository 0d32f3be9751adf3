import { type Language, type Said, said, say } from '../../kernel/i18n/said.ts';
import type { Fault } from './check/fault.ts';
import { checkWords } from './check/words.ts';
import type { Finding } from './draft/contract.ts';
import { doubtWords } from './draft/words.ts';

const words: Readonly<Record<string, Said>> = { ...checkWords, ...doubtWords };

/** What the office's forms call a field that a file calls `title.zh`. */
const fields: Readonly<Record<string, Said>> = {
  'title.zh': said('名称（中文）', 'Title (Chinese)'),
  'title.en': said('名称（英文）', 'Title (English)'),
  'promise.zh': said('承诺，大白话（中文）', 'Promise in plain words (Chinese)'),
  'promise.en': said('承诺，大白话（英文）', 'Promise in plain words (English)'),
  'unit.zh': said('计量单位（中文）', 'Counted in (Chinese)'),
  'unit.en': said('计量单位（英文）', 'Counted in (English)'),
  'limits.zh': said('局限（中文）', 'Limits (Chinese)'),
  'limits.en': said('局限（英文）', 'Limits (English)'),
  'name.zh': said('名称（中文）', 'Name (Chinese)'),
  'name.en': said('名称（英文）', 'Name (English)'),
  code: said('代码', 'Code'),
  lead: said('牵头单位', 'Lead units'),
  count: said('怎么数', 'How it is counted'),
  value: said('目标值', 'Target'),
  by: said('期限', 'By'),
  startsOn: said('从哪天起算', 'Counts from'),
  validUntil: said('有效期至', 'Valid until'),
  telephone: said('服务电话', 'Service telephone'),
};

/** A fault or doubt with its words in both languages. In a form, fields go by their labels; in a file, by their own names. */
export function inWords(
  fault: Omit<Fault, 'level'> & { readonly level: Finding['level'] },
  place: 'file' | 'form' = 'file',
): Finding {
  const text = words[`problem.${fault.code}`];
  if (!text) throw new TypeError(`problem.${fault.code} has no words`);
  const told = (language: Language) => {
    const field = place === 'form' ? fields[String(fault.params.field)] : undefined;
    return say(text, language, field ? { ...fault.params, field: say(field, language) } : fault.params);
  };
  return { ...fault, said: { zh: told('zh'), en: told('en') } };
}
