import { Type } from 'typebox';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import { diffProgrammes } from '../compare/diff-programmes.ts';
import type { Programme } from '../contract.ts';
import type { Before } from '../draft/carry-over.ts';
import type { Comparison } from '../draft/contract.ts';
import { programmeOf } from '../draft/programme-of.ts';
import { draftOf } from '../draft/start.ts';
import { findDraft } from '../draft-store.ts';
import { mayReadDrafts } from '../may.ts';
import { findPaper, getReading, type KeptPaper } from '../paper-store.ts';
import { diffReadings } from '../reader/differences.ts';
import type { PolicyReading } from '../reader/reading.ts';
import { findBefore } from '../version-store.ts';

const SIDE = '^(version:[1-9]\\d{0,5}|(draft|paper):[0-9a-fA-F-]{36})$';
const Side = Type.String({ maxLength: 60 });

/** Two sides by what would be counted and, where both come from papers, by what the papers say. */
export const compare = query({
  name: 'programme.compare',
  route: 'GET /api/programme/compare',
  input: Type.Object({ before: Side, after: Side }, { additionalProperties: false }),
  may: mayReadDrafts,
  run: async (asked, reading): Promise<Comparison> => {
    const [before, after] = [await sideOf(asked.before, reading), await sideOf(asked.after, reading)];
    const paper = before.reading && after.reading ? diffReadings(before.reading, after.reading) : null;
    if (before.paper && after.paper) return { programme: null, paper };
    const [earlier, later] = [programmeOn(before, after, reading), programmeOn(after, before, reading)];
    return { programme: diffProgrammes(earlier, later), paper };
  },
});

/** A version or draft has a programme, a paper only its text; `reading` is that of the paper behind any of them. */
type Compared = { readonly programme?: Before; readonly paper?: KeptPaper; readonly reading: PolicyReading | undefined };

async function sideOf(side: string, { transaction }: Reading): Promise<Compared> {
  if (!new RegExp(SIDE).test(side)) throw new Problem('invalid', 'no-such-side', { side: side.slice(0, 60) });
  const [what, id = ''] = side.split(':');
  if (what === 'version') {
    const version = await findBefore(transaction, Number(id));
    if (version) return { programme: version, reading: version.reading };
  } else if (what === 'draft') {
    const draft = await findDraft(transaction, id);
    const reading = draft && (await getReading(transaction, draft.summary.paper));
    if (draft) return { programme: { programme: programmeOf(draft.content), draft: draft.content, reading }, reading };
  } else {
    const paper = await findPaper(transaction, id);
    if (paper) return { paper, reading: paper.reading };
  }
  throw new Problem('not-found', 'not-found');
}

/** A paper is held against a version by the draft it would give: what the version knows is carried over, what differs remains. */
function programmeOn(side: Compared, other: Compared, { kinds }: Reading): Programme {
  if (side.programme) return side.programme.programme;
  if (!side.paper || !other.programme) throw new Problem('not-found', 'not-found');
  const { district } = other.programme.programme;
  return programmeOf(draftOf({ ...side.paper, kinds, district, before: other.programme }));
}
