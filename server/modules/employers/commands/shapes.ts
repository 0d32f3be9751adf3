import { Type } from 'typebox';
import type { ResidentActor } from '../../../kernel/actor/actor.ts';
import type { Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';

export const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
export const EmployerName = Text(2, 100);
export const Reason = Text(4, 500);
export const OneEmployer = Type.Object({ employer: Id }, { additionalProperties: false });

/** An employer is acted for by somebody who is there. */
export function ownSelf({ actor }: Pick<Work, 'actor'>): ResidentActor {
  if (actor.kind !== 'resident') throw new Problem('forbidden', 'forbidden');
  return actor;
}

/** How a decision is signed: residents by their masked name. */
export const nameOf = ({ actor }: Pick<Work, 'actor'>): string => ('name' in actor ? actor.name : '');
