import { Document, DocumentGridType, Packer } from 'docx';
import type { Annex, OfficialDocument } from './document.ts';
import { docxBlocks } from './docx-blocks.ts';
import { closing, heading, opening, pageNumber } from './docx-frame.ts';
import { settled } from './docx-package.ts';
import { styles } from './docx-styles.ts';
import { linePitch, page, size, twips } from './page-measures.ts';

/** How far below the type area the page number's dash stands (GB/T 9704-2012, 7.5). */
const BELOW_TYPE_AREA = 7;
const PAGE_NUMBER_HEIGHT = (size.pageNumber / 2 / 72) * 25.4;

/**
 * The document as a .docx laid out to GB/T 9704-2012: A4, type area 156 × 225 mm, 22 lines of 28 characters, red head and line, page
 * numbers outside. The same document gives the same bytes, whenever it is asked for.
 */
export async function writeDocx(document: OfficialDocument): Promise<Buffer> {
  const annexes = document.annexes ?? [];
  const word = new Document({
    title: document.title,
    creator: document.signature ?? document.head ?? '',
    description: document.number ?? '',
    evenAndOddHeaderAndFooters: true,
    styles,
    compatibility: { version: 15 },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: {
              top: twips(page.top),
              bottom: twips(page.bottom),
              left: twips(page.left),
              right: twips(page.right),
              header: twips(15),
              footer: twips(page.bottom - BELOW_TYPE_AREA - PAGE_NUMBER_HEIGHT / 2),
              gutter: 0,
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch },
        },
        footers: { default: pageNumber('odd'), even: pageNumber('even') },
        children: [
          ...opening(document),
          ...docxBlocks(document.blocks, document.language, document.signature !== undefined || document.date !== undefined),
          ...closing(document),
          ...annexes.flatMap((annex, index) => annexPages(annex, index, document)),
        ],
      },
    ],
  });
  return settled(await Packer.toBuffer(word), document.date);
}

const annexPages = (annex: Annex, index: number, document: OfficialDocument) => [
  ...heading(annex, index, document),
  ...docxBlocks(annex.blocks, document.language),
];
