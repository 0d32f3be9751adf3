import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command } from '../../../kernel/command/command.ts';
import { holdBulletin } from '../hold.ts';
import { mayWrite } from '../may.ts';
import { keepSnapshot } from '../store.ts';

/** Keeps what `takeSnapshot` read. Not reachable over HTTP: numbers come from the facts, never from a sender. */
export const keepSnapshotOf = command({
  name: 'bulletins.keep-snapshot',
  input: Type.Object(
    {
      bulletin: Type.String({ format: 'uuid' }),
      moment: Type.String(),
      until: Type.String(),
      also: Type.Array(Type.String({ format: 'uuid' })),
      content: Type.String(),
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    },
    { additionalProperties: false },
  ),
  may: mayWrite,
  audit: ({ bulletin, moment, sha256 }) => ({ bulletin, moment, sha256 }),
  run: async ({ bulletin, moment, until, also, content, sha256 }, { transaction, actor, newId }) => {
    await holdBulletin(transaction, bulletin, 'draft');
    await keepSnapshot(transaction, {
      id: newId(),
      bulletin,
      moment,
      known: { until: new Date(until), also },
      content,
      sha256,
      by: actorKey(actor),
    });
    return { bulletin };
  },
});
