import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { canonicalJson } from '../../../kernel/audit/canonical.ts';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Programme } from '../contract.ts';
import { findLastLoaded, findProgramme, keepProgramme, lockProgramme } from '../store.ts';
import { tellTargets } from '../tell-targets.ts';

/**
 * Confirms a programme that a city keeps as a file. A file that has not changed since it was last loaded adds no version, also when the
 * office has confirmed another one since: starting Leye again must not undo what people decided. Answers the version in force.
 */
export const loadProgramme = command({
  name: 'programme.load',
  input: Type.Object({ programme: Programme, note: Text(1, 200) }, { additionalProperties: false }),
  may: allowSystem,
  run: async ({ programme, note }, work): Promise<number> => {
    const { transaction, actor, now } = work;
    await lockProgramme(transaction);
    const inForce = await findProgramme(transaction);
    const loaded = await findLastLoaded(transaction, note);
    const isKnown = [inForce?.programme, loaded].some((known) => known && canonicalJson(known) === canonicalJson(programme));
    if (inForce && isKnown) return inForce.version;
    await tellTargets(work, inForce?.programme, programme);
    return keepProgramme(transaction, programme, { actor: actorKey(actor), at: now, note });
  },
  audit: ({ note }, version) => ({ note, version }),
});
