import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { settleFile } from '../../../kernel/files/keep-file.ts';
import { holdersOf, mayUpload } from '../access.ts';
import { type EvidenceType, evidenceTypes, type KeptEvidence } from '../contract.ts';
import { evidenceOf } from '../files.ts';
import { holdEvidence, keepEvidence } from '../store.ts';

/** Keeps an uploaded document. Reached through the upload's own route, which has looked into the bytes before. */
export const keepEvidenceFile = command({
  name: 'evidence.keep-file',
  input: Type.Object(
    {
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      name: Text(1, 200),
      type: Type.Union(evidenceTypes.map((type: EvidenceType) => Type.Literal(type))),
      size: Type.Integer({ minimum: 1 }),
    },
    { additionalProperties: false },
  ),
  may: mayUpload,
  run: async (file, { transaction, actor, services, now }): Promise<KeptEvidence> => {
    await holdEvidence(transaction, [file.sha256]);
    await settleFile(evidenceOf(services, transaction.district), file.sha256);
    const by = { key: actorKey(actor), name: 'name' in actor ? actor.name : '', at: now, holders: holdersOf(actor) };
    const { item, isNew } = await keepEvidence(transaction, file, by);
    return { ...item, isNew };
  },
  audit: ({ sha256, type, size }, { isNew }) => ({ sha256, type, size, isNew }),
});
