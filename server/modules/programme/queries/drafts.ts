import { Type } from 'typebox';
import { query } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Draft, DraftSummary, Paper, PaperSummary } from '../draft/contract.ts';
import { draftFindings } from '../draft/programme-of.ts';
import { findDraft, listDrafts } from '../draft-store.ts';
import { mayReadDrafts } from '../may.ts';
import { findPaper, getReading, listPapers } from '../paper-store.ts';
import { warningText } from '../reader/words.ts';
import { findProgramme } from '../store.ts';

const nothing = Type.Object({}, { additionalProperties: false });
const Id = Type.String({ format: 'uuid' });

export const paperList = query({
  name: 'programme.papers',
  route: 'GET /api/programme/papers',
  input: nothing,
  may: mayReadDrafts,
  run: async (_, { transaction }): Promise<readonly PaperSummary[]> => listPapers(transaction),
});

/** A paper with its text and reading: what the page marks span by span. */
export const onePaper = query({
  name: 'programme.paper',
  route: 'GET /api/programme/papers/:paper',
  input: Type.Object({ paper: Id }, { additionalProperties: false }),
  may: mayReadDrafts,
  run: async ({ paper }, { transaction }): Promise<Paper> => {
    const found = await findPaper(transaction, paper);
    if (!found) throw new Problem('not-found', 'not-found');
    const { summary, text, reading } = found;
    const warnings = reading.warnings.map((warning) => ({
      code: warning.code,
      said: { zh: warningText(warning, 'zh'), en: warningText(warning, 'en') },
      span: warning.span,
    }));
    return { ...summary, text, reading, warnings };
  },
});

export const draftList = query({
  name: 'programme.drafts',
  route: 'GET /api/programme/drafts',
  input: nothing,
  may: mayReadDrafts,
  run: async (_, { transaction }): Promise<readonly DraftSummary[]> => listDrafts(transaction),
});

/** A draft with everything that stands between it and its confirmation. */
export const oneDraft = query({
  name: 'programme.draft',
  route: 'GET /api/programme/drafts/:draft',
  input: Type.Object({ draft: Id }, { additionalProperties: false }),
  may: mayReadDrafts,
  run: async ({ draft }, { transaction, kinds, district }): Promise<Draft> => {
    const found = await findDraft(transaction, draft);
    if (!found) throw new Problem('not-found', 'not-found');
    const reading = await getReading(transaction, found.summary.paper);
    const findings = draftFindings(found.content, reading, { kinds, district });
    const inForce = (await findProgramme(transaction))?.version ?? null;
    return { ...found.summary, content: found.content, findings, inForce };
  },
});
