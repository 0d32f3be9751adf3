import type { OfficialDocument } from '../../kernel/document/document.ts';
import type { Language } from '../../kernel/i18n/said.ts';
import type { Summary } from './contract.ts';

/** Shares of the table's width: number, from, opinion, decision, reason, verdict. */
const WIDTHS = [0.6, 1.3, 3, 1.1, 1.8, 1.8];

/** The summary as an official document, an annex without a red head: what is downloaded. */
export const summaryDocument = ({ title, paragraphs, columns, rows }: Summary, language: Language): OfficialDocument => ({
  language,
  title: title[language],
  blocks: [
    ...paragraphs.map((paragraph) => ({ is: 'paragraph' as const, text: paragraph[language] })),
    ...(rows.length === 0
      ? []
      : [
          {
            is: 'table' as const,
            columns: columns.map((column, at) => ({ title: column[language], width: WIDTHS[at] ?? 1 })),
            rows: rows.map((row) => row.map((cell) => cell[language])),
          },
        ]),
  ],
});
