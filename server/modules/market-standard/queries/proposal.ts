import { Type } from 'typebox';
import { query, type Reading } from '../../../kernel/command/query.ts';
import type { OfficialDocument } from '../../../kernel/document/document.ts';
import { documentHtml } from '../../../kernel/document/html.tsx';
import { type Language, said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { findProgramme } from '../../programme/module.ts';
import { Id } from '../commands/shapes.ts';
import type { ProposalPaper } from '../contract.ts';
import { mayReadRounds } from '../may.ts';
import { proposalDocument } from '../proposal-document.ts';
import { showStations } from '../show.ts';
import { getRound } from '../store.ts';
import { shownRewards } from './rounds.ts';

const input = Type.Object({ round: Id }, { additionalProperties: false });

/** The paper in both languages, for making a file of it. `GET /api/market-rounds/:round/proposal.docx` asks it. */
export const proposalDocumentQuery = query({
  name: 'market-standard.proposal-document',
  input,
  may: mayReadRounds,
  run: async ({ round }, reading) => documentsOf(round, reading),
});

/** The same paper as a page. */
export const proposalQuery = query({
  name: 'market-standard.get-proposal',
  route: 'GET /api/market-rounds/:round/proposal',
  input,
  may: mayReadRounds,
  run: async ({ round }, reading): Promise<ProposalPaper> => {
    const documents = await documentsOf(round, reading);
    return { html: said(documentHtml(documents.zh, 1), documentHtml(documents.en, 1)) };
  },
});

async function documentsOf(id: string, reading: Reading): Promise<Readonly<Record<Language, OfficialDocument>>> {
  const { transaction, today } = reading;
  const round = await getRound(transaction, id);
  const found = await findProgramme(transaction);
  if (!found) throw new Problem('not-found', 'no-programme');
  const ground = {
    district: found.programme.district.name,
    version: round.standard.version,
    from: round.from,
    to: round.to,
    stations: await showStations(reading, round),
    rewards: await shownRewards(reading),
    draw: round.peopleDraw,
    today,
  };
  return { zh: proposalDocument(ground, 'zh'), en: proposalDocument(ground, 'en') };
}
