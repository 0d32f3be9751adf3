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
          ...(hasManyNumbers(block.text) && { alignment: AlignmentType.LEFT }),
          children: [new TextRun(block.text)],
        }),
      ];
    case 'note':
      return [new Paragraph({ style: 'Note', children: [new TextRun(block.text)] })];
    case 'table':
      return [...caption(block.caption), ...table(block)];
    case 'chart':
      return [...caption(block.title), ...picture(docxChart(block)), ...table(folded(tableOfChart(block)), true)];
    case 'map':
      return [...caption(block.title), ...picture(docxMap(block)), ...table(folded(tableOfMap(block)), true)];
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
const SHORT_TABLE = 14;

/**
 * A number is not broken: where many stand in a line it ends short of the margin, and to justify it would tear its characters apart. Such
 * a paragraph keeps the pitch of its characters instead.
 */
const hasManyNumbers = (text: string): boolean => (text.match(/\d[\d,.]*/g) ?? []).length * MANY > text.length;
/** One number in so many characters: in about every second line. */
const MANY = 56;

const caption = (text: string | undefined): FileChild[] =>
  text ? [new Paragraph({ style: 'Caption', children: [new TextRun(text)] })] : [];

/** `isWhole`: a short table under a picture goes over to the next page as a whole rather than leave two lines behind. */
const table = (block: TableBlock, isWhole = false): FileChild[] => [
  docxTable(block, isWhole && block.rows.length <= SHORT_TABLE),
  // Word joins two tables that touch.
  new Paragraph({ spacing: { ...asHigh, line: 200 }, children: [new TextRun({ text: '', size: 16 })] }),
];

const picture = (run: ParagraphChild): FileChild[] => [
  new Paragraph({ spacing: { ...asHigh, after: 120 }, alignment: AlignmentType.CENTER, children: [run] }),
];
