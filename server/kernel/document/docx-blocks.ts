import { AlignmentType, type FileChild, HeadingLevel, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Language } from '../i18n/said.ts';
import { type Block, type Table as TableBlock, tableOfChart, tableOfMap } from './document.ts';
import { docxChart } from './docx-chart.ts';
import { docxMap } from './docx-map.ts';
import { asHigh } from './docx-styles.ts';
import { docxTable } from './docx-table.ts';
import { numbered } from './numbering.ts';
import { charactersOf, page } from './page-measures.ts';

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** Half a page: LibreOffice takes the whole paragraph along, and a longer one would leave the page before it empty. */
const MOST_LINES = page.lines / 2;

/** `isFollowed`: the last paragraph goes over to the signature's page with it, so that no signature stands on a page alone. */
export function docxBlocks(blocks: readonly Block[], language: Language, isFollowed = false): FileChild[] {
  const isShort = (block: Block) => block.is === 'paragraph' && charactersOf(block.text) <= MOST_LINES * page.characters;
  return numbered(blocks, language).flatMap((block, index) =>
    blockOf(block, isFollowed && index === blocks.length - 1 && isShort(block)),
  );
}

function blockOf(block: Block, keepNext: boolean): FileChild[] {
  switch (block.is) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level], children: [new TextRun(block.text)] })];
    case 'paragraph':
      return [
        new Paragraph({
          style: 'Body',
          keepNext,
          children: [new TextRun(block.text)],
        }),
      ];
    case 'note':
      return [new Paragraph({ style: 'Note', children: [new TextRun(block.text)] })];
    case 'table':
      return [...caption(block.caption), ...table(block)];
    case 'chart':
      return [...caption(block.title), ...picture(docxChart(block)), ...table(folded(tableOfChart(block)))];
    case 'map':
      return [...caption(block.title), ...picture(docxMap(block)), ...table(folded(tableOfMap(block)))];
  }
}

/** Few columns and many rows: set side by side, as tables are printed, read down and then on to the right. */
export function folded(block: TableBlock): TableBlock {
  const folds = Math.floor(MOST_COLUMNS / block.columns.length);
  if (block.rows.length <= FEW_ROWS || folds < 2) return block;
  const height = Math.ceil(block.rows.length / folds);
  const columns = Array.from({ length: folds }, () => block.columns).flat();
  const empty = block.columns.map(() => '');
  return {
    ...block,
    columns,
    rows: Array.from({ length: height }, (_row, at) =>
      Array.from({ length: folds }, (_fold, fold) => block.rows[fold * height + at] ?? empty).flat(),
    ),
  };
}
const MOST_COLUMNS = 6;
const FEW_ROWS = 6;

const caption = (text: string | undefined): FileChild[] =>
  text ? [new Paragraph({ style: 'Caption', children: [new TextRun(text)] })] : [];

const table = (block: TableBlock): FileChild[] => [
  docxTable(block),
  // Word joins two tables that touch.
  new Paragraph({ spacing: { ...asHigh, line: 200 }, children: [new TextRun({ text: '', size: 16 })] }),
];

const picture = (run: ParagraphChild): FileChild[] => [
  new Paragraph({ spacing: { ...asHigh, after: 120 }, alignment: AlignmentType.CENTER, children: [run] }),
];
