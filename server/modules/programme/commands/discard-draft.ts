import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { byOf } from '../by.ts';
import { holdOpenDraft } from '../draft/hold.ts';
import { changeDraft } from '../draft-store.ts';
import { mayDraft } from '../may.ts';

/** Sets a draft aside. It stays to be read; a new one can be started from its paper. */
export const discardDraft = command({
  name: 'programme.discard-draft',
  route: 'POST /api/programme/drafts/:draft/discard',
  input: Type.Object(
    { draft: Type.String({ format: 'uuid' }), revision: Type.Integer({ minimum: 1 }) },
    { additionalProperties: false },
  ),
  may: mayDraft,
  run: async ({ draft, revision }, { transaction, actor, now }): Promise<{ revision: number }> => {
    const { content } = await holdOpenDraft(transaction, draft, revision);
    const next = await changeDraft(transaction, draft, { content, state: 'discarded', version: null }, byOf(actor, now));
    return { revision: next };
  },
  audit: ({ draft }, { revision }) => ({ draft, revision }),
});
