import { Type } from 'typebox';
import { allowAnyone, allowSystem } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import type { Said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { BulletinSummary } from '../contract.ts';
import { openSnapshot } from '../paper/open-snapshot.ts';
import type { Paper } from '../paper/paper.ts';
import { saySpan } from '../span.ts';
import { asSummary, findByNumber, listBulletins } from '../store.ts';
import { readPaper } from './read-paper.ts';

export type PublicBulletin = Pick<BulletinSummary, 'number' | 'from' | 'to' | 'state' | 'edition' | 'released' | 'withdrawn'> & {
  readonly span: Said;
};

/** What everybody may read: bulletins that were released and opened to the public. One that was withdrawn stays, with its reason. */
export const publicBulletins = query({
  name: 'bulletins.list-public',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowAnyone,
  run: async (_input, { transaction }): Promise<readonly PublicBulletin[]> =>
    (await listBulletins(transaction, { drafts: false, onlyPublic: true })).map((bulletin) => {
      const { number, from, to, state, edition, released, withdrawn } = asSummary(bulletin);
      return { number, from, to, state, edition, released, withdrawn, span: saySpan(bulletin) };
    }),
});

/** One of them for the portal, which hides small cells of people before it shows it; what is between offices stays there. */
export const publicBulletin = query({
  name: 'bulletins.get-public',
  input: Type.Object({ number: Type.String({ maxLength: 12 }) }, { additionalProperties: false }),
  may: allowSystem,
  run: async ({ number }, reading): Promise<Paper & { readonly from: string; readonly to: string }> => {
    const found = await findByNumber(reading.transaction, number);
    if (!found?.isPublic) throw new Problem('not-found', 'not-found');
    const paper = await readPaper(reading, found);
    if (!paper.isWhole) throw new Problem('conflict', 'snapshot-touched');
    return { ...paper, snapshot: openSnapshot(paper.snapshot), from: found.from, to: found.to };
  },
});
