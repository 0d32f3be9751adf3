import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { byOf } from '../by.ts';
import type { UploadedPaper } from '../draft/contract.ts';
import { mayDraft } from '../may.ts';
import { keepPaper } from '../paper-store.ts';
import { PolicyReading } from '../reader/reading.ts';

/**
 * Keeps an uploaded paper as it was read. The very same file again gives the same paper. Reached through the upload's own route
 * (`paper/routes.ts`), which reads the file first: reading takes longer than a transaction should.
 */
export const uploadPaper = command({
  name: 'programme.upload-paper',
  input: Type.Object(
    {
      name: Text(1, 255),
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      text: Text(1),
      reading: PolicyReading,
    },
    { additionalProperties: false },
  ),
  may: mayDraft,
  run: async (paper, { transaction, actor, now, newId }): Promise<UploadedPaper> =>
    keepPaper(transaction, { ...paper, id: newId() }, byOf(actor, now)),
  audit: ({ name, sha256 }, { paper, isNew }) => ({ paper, name, sha256, isNew }),
});
