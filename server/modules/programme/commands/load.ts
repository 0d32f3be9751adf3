import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { canonicalJson } from '../../../kernel/audit/canonical.ts';
import { command } from '../../../kernel/command/command.ts';
import { Programme } from '../contract.ts';
import { findProgramme, keepProgramme } from '../store.ts';

/** Confirms a programme that a city keeps as a file. The same content again adds no version. */
export const loadProgramme = command({
  name: 'programme.load',
  input: Type.Object({ programme: Programme, note: Type.String() }, { additionalProperties: false }),
  may: allowSystem,
  run: async ({ programme, note }, { transaction, actor, now }): Promise<number> => {
    const inForce = await findProgramme(transaction);
    if (inForce && canonicalJson(inForce.programme) === canonicalJson(programme)) return inForce.version;
    return keepProgramme(transaction, programme, { actor: actorKey(actor), at: now, note });
  },
  audit: ({ note }, version) => ({ note, version }),
});
