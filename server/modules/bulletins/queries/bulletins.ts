import { Type } from 'typebox';
import { decide } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import { documentHtml } from '../../../kernel/document/html.tsx';
import { said } from '../../../kernel/i18n/said.ts';
import { findProgramme } from '../../programme/module.ts';
import type { BulletinList, BulletinView } from '../contract.ts';
import { readableBulletin } from '../hold.ts';
import { mayRead, mayWrite } from '../may.ts';
import { currentParagraphs, paperOf, titleOf } from '../paper/paper.ts';
import { lastWhole } from '../span.ts';
import { asSummary, editionsOf, findBulletin, listBulletins } from '../store.ts';
import { readPaper } from './read-paper.ts';

export const bulletinList = query({
  name: 'bulletins.list',
  route: 'GET /api/bulletins',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayRead,
  run: async (_input, { transaction, actor, today }): Promise<BulletinList> => {
    const writes = decide(mayWrite, actor) === 'allowed';
    const startsOn = (await findProgramme(transaction))?.programme.startsOn ?? today;
    const suggest = (kind: 'month' | 'quarter' | 'year') => lastWhole(kind, today, startsOn);
    return {
      bulletins: (await listBulletins(transaction, { drafts: writes })).map(asSummary),
      suggested: { month: suggest('month'), quarter: suggest('quarter'), year: suggest('year') },
      mayWrite: writes,
      startsOn,
      today,
    };
  },
});

export const oneBulletin = query({
  name: 'bulletins.get',
  route: 'GET /api/bulletins/:bulletin',
  input: Type.Object({ bulletin: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  may: mayRead,
  run: async ({ bulletin }, reading): Promise<BulletinView> => {
    const { transaction, actor } = reading;
    const found = await readableBulletin(transaction, bulletin, actor);
    const paper = await readPaper(reading, found);
    const { snapshot, words } = paper;
    const previous = found.replaces === null ? undefined : await findBulletin(transaction, found.replaces);
    const next = (await editionsOf(transaction, found)).find(({ replaces }) => replaces === found.id);
    const link = (one: typeof previous) => (one?.number ? { id: one.id, number: one.number } : null);
    const title = titleOf(snapshot);
    return {
      ...asSummary(found),
      on: snapshot.on,
      moment: snapshot.moment,
      sha256: paper.sha256,
      isWhole: paper.isWhole,
      programmeVersion: snapshot.context.version,
      html: said(documentHtml(paperOf(paper, 'zh'), 1), documentHtml(paperOf(paper, 'en'), 1)),
      title: said(title.zh.replace('\n', ''), title.en.replace('\n', ': ')),
      paragraphs: currentParagraphs(paper).map((paragraph) => ({
        ...paragraph,
        original: words[paragraph.id] ? (snapshot.paragraphs.find(({ id }) => id === paragraph.id) ?? null) : null,
      })),
      sections: Object.fromEntries(snapshot.sections.map((section) => [section.name, section.title])),
      tokens: snapshot.tokens,
      revision: paper.revision,
      previousEdition: link(previous),
      nextEdition: link(next),
      mayWrite: decide(mayWrite, actor) === 'allowed',
    };
  },
});
