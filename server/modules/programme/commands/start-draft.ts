import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { shaped } from '../../../kernel/command/shape.ts';
import { Problem } from '../../../kernel/problem.ts';
import { byOf } from '../by.ts';
import { DraftContent } from '../draft/contract.ts';
import { UNWRITTEN } from '../draft/english.ts';
import { draftOf } from '../draft/start.ts';
import { findOpenDraft, openDraft } from '../draft-store.ts';
import { mayDraft } from '../may.ts';
import { findPaper } from '../paper-store.ts';
import { findBefore } from '../version-store.ts';

/** Starts a draft from a paper: as read, with what the version in force knows. Where somebody has started already, theirs goes on. */
export const startDraft = command({
  name: 'programme.start-draft',
  route: 'POST /api/programme/papers/:paper/draft',
  input: Type.Object({ paper: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  may: mayDraft,
  run: async ({ paper: id }, { transaction, actor, district, now, newId, kinds }): Promise<{ draft: string; isNew: boolean }> => {
    const open = await findOpenDraft(transaction, id);
    if (open) return { draft: open, isNew: false };
    const paper = await findPaper(transaction, id);
    if (!paper) throw new Problem('not-found', 'not-found');
    const { name } = paper.summary;
    if (paper.reading.measures.length === 0) throw new Problem('invalid', 'paper-without-measures', { name });
    const { rows } = await transaction.client.query<{ name_zh: string; name_en: string }>(
      'SELECT name_zh, name_en FROM district WHERE code = $1',
      [district],
    );
    const content = draftOf({
      ...paper,
      kinds,
      district: {
        code: district,
        name: { zh: rows[0]?.name_zh ?? UNWRITTEN, en: rows[0]?.name_en ?? UNWRITTEN },
        telephone: UNWRITTEN,
      },
      before: await findBefore(transaction),
    });
    try {
      shaped(DraftContent, content);
    } catch {
      throw new Problem('invalid', 'paper-too-much', { name });
    }
    return openDraft(transaction, { id: newId(), paper: id, content }, byOf(actor, now));
  },
  audit: ({ paper }, { draft, isNew }) => ({ paper, draft, isNew }),
});
