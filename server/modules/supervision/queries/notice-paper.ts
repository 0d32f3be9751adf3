import { Type } from 'typebox';
import { query, type Reading } from '../../../kernel/command/query.ts';
import type { OfficialDocument } from '../../../kernel/document/document.ts';
import { documentHtml } from '../../../kernel/document/html.tsx';
import { type Language, said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { findProgramme, nameFrom, unitNames } from '../../programme/module.ts';
import type { Notice, NoticePaper } from '../contract.ts';
import { mayReadNotices } from '../may.ts';
import { noticeDocument } from '../notice-document.ts';
import { noticeQuery } from './notices.ts';

const input = Type.Object({ notice: Type.String({ format: 'uuid' }) }, { additionalProperties: false });

/** One notice and its paper in both languages, for making a file of it. `GET /api/notices/:notice/paper.docx` asks it. */
export const noticeDocumentQuery = query({
  name: 'supervision.notice-document',
  input,
  may: mayReadNotices,
  run: async ({ notice: id }, reading) => readPaper(id, reading),
});

/** The same paper as a page: the office prints what it downloads. */
export const noticePaperQuery = query({
  name: 'supervision.get-notice-paper',
  route: 'GET /api/notices/:notice/paper',
  input,
  may: mayReadNotices,
  run: async ({ notice: id }, reading): Promise<NoticePaper> => {
    const { documents } = await readPaper(id, reading);
    return { html: said(documentHtml(documents.zh, 1), documentHtml(documents.en, 1)) };
  },
});

async function readPaper(
  id: string,
  reading: Reading,
): Promise<{ notice: Notice; documents: Readonly<Record<Language, OfficialDocument>> }> {
  const notice = await noticeQuery.run({ notice: id }, reading);
  const found = await findProgramme(reading.transaction);
  if (!found) throw new Problem('not-found', 'no-programme');
  const { district, measures } = found.programme;
  const names = {
    district: district.name,
    measureTitle: measures.find(({ no }) => no === notice.measure)?.title ?? said('—', '—'),
    unit: nameFrom(await unitNames(reading.transaction))(notice.unit),
  };
  return { notice, documents: { zh: noticeDocument(notice, names, 'zh'), en: noticeDocument(notice, names, 'en') } };
}
