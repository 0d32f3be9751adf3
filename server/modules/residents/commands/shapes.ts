import { Type } from 'typebox';
import type { ResidentActor } from '../../../kernel/actor/actor.ts';
import type { Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';

export const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
export const PersonName = Text(1, 60);
/** As typed; read by `requireMobile` and `requireIdNumber`. */
export const TypedNumber = Type.String({ minLength: 1, maxLength: 40 });
export const Sex = Type.Union([Type.Literal('female'), Type.Literal('male')]);
export const Nothing = Type.Object({}, { additionalProperties: false });

/** Whoever acts for themselves. */
export function ownSelf({ actor }: Pick<Work, 'actor'>): ResidentActor {
  if (actor.kind !== 'resident') throw new Problem('forbidden', 'forbidden');
  return actor;
}
