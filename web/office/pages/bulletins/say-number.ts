import type { VerifiedNumber } from '../../../../server/modules/bulletins/contract.ts';
import { exact } from '../../../shared/number.ts';
import { isWord, type Say } from '../../../shared/words/index.ts';

/** What a number of a bulletin is, and which month, town or unit it is of. */
export function sayNumberOf(what: string, name: string, say: Say): string {
  const word = `bulletin.what.${what}`;
  const called = isWord(word) ? say(word) : what;
  return name === '' ? called : say('text.pair', { name: called, value: name });
}

/** A number, a light in its word, or a text as it is. */
export function writtenNumber(value: VerifiedNumber['released'], say: Say): string {
  if (value === null) return '—';
  if (typeof value === 'number') return exact(value, 4);
  const light = `light.${value}`;
  return isWord(light) ? say(light) : value;
}
