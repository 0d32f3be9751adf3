import { type TProperties, Type } from 'typebox';
import type { Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { findMatter } from '../judge.ts';
import { holdItem } from '../store.ts';

export const matterShape = {
  measure: Type.Integer({ minimum: 1, maximum: 1000 }),
  period: Type.String({ pattern: '^(\\d{4}|programme)$' }),
} as const;

export const matterOf = <Properties extends TProperties>(more: Properties) =>
  Type.Object({ ...matterShape, ...more }, { additionalProperties: false });

/** The step that the page showed. */
export const Seen = Type.String({ format: 'uuid' });
export const Reason = Text(4, 1000);

/** The measure, the period and the item, held until the transaction ends. */
export async function hold(work: Work, { measure, period }: { measure: number; period: string }) {
  const matter = await findMatter(work, measure, period);
  return { ...matter, item: await holdItem(work.transaction, measure, period, work.newId) };
}
