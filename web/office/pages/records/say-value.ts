import type { ColumnView } from '../../../../server/modules/records/contract.ts';
import { sayDay } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import type { Language, Say } from '../../../shared/words/index.ts';

/** A value of a record as people read it. */
export function sayCell(
  column: ColumnView | undefined,
  value: string | number | boolean | undefined,
  say: Say,
  language: Language,
): string {
  if (value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return say(value ? 'enter.yes' : 'enter.no');
  if (typeof value === 'number') return exact(value, 2);
  if (column?.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return sayDay(value, language);
  const choice = column?.choices?.find((one) => one.value === value);
  return choice ? say(choice.label) : value;
}
