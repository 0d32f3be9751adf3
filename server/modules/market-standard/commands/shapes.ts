import { Type } from 'typebox';
import { Text } from '../../../kernel/command/text.ts';
import { Outcome } from '../contract.ts';

export const Id = Type.String({ format: 'uuid' });
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const ItemCode = Type.String({ pattern: '^[A-Z]\\d{1,2}$' });
export const Reason = Text(4, 400);

/** What an item counts as, with the reason of whoever says so. */
export const Decisions = Type.Array(
  Type.Object({ item: ItemCode, outcome: Outcome, reason: Reason }, { additionalProperties: false }),
  { maxItems: 100 },
);
