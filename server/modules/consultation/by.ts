import { type Actor, actorKey } from '../../kernel/actor/actor.ts';

/** Who did it and when: the account's key, and its name for colleagues to read. */
export const byOf = (actor: Actor, at: Date): { key: string; name: string; at: Date } => ({
  key: actorKey(actor),
  name: 'name' in actor ? actor.name : '',
  at,
});
