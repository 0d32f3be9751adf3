import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { byOf } from '../by.ts';
import { DraftContent, type SavedDraft } from '../draft/contract.ts';
import { holdOpenDraft } from '../draft/hold.ts';
import { countUnconfirmed, draftFindings } from '../draft/programme-of.ts';
import { changeDraft } from '../draft-store.ts';
import { mayDraft } from '../may.ts';
import { getReading } from '../paper-store.ts';

/** Saves a whole draft, complete or not. It names the revision it was made on, so that two editors never overwrite each other. */
export const saveDraft = command({
  name: 'programme.save-draft',
  route: 'PUT /api/programme/drafts/:draft',
  input: Type.Object(
    { draft: Type.String({ format: 'uuid' }), revision: Type.Integer({ minimum: 1 }), content: DraftContent },
    { additionalProperties: false },
  ),
  may: mayDraft,
  run: async ({ draft, revision, content }, { transaction, actor, district, now, kinds }): Promise<SavedDraft> => {
    const held = await holdOpenDraft(transaction, draft, revision);
    const reading = await getReading(transaction, held.summary.paper);
    const next = await changeDraft(transaction, draft, { content, state: 'open', version: null }, byOf(actor, now));
    return {
      revision: next,
      unconfirmed: countUnconfirmed(content),
      findings: draftFindings(content, reading, { kinds, district }),
    };
  },
  audit: ({ draft }, { revision, unconfirmed }) => ({ draft, revision, unconfirmed }),
});
