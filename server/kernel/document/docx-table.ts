import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Cell, Table as TableBlock } from './document.ts';
import { asHigh, font } from './docx-styles.ts';
import { ink, tones, wash } from './look.ts';
import { fonts, page, size, twips } from './page-measures.ts';

const alignments = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
const thick = { style: BorderStyle.SINGLE, size: 8, color: ink };

/**
 * A table as wide as the type area, in 小四 or, from five columns on, 五号; its head is repeated on every page, its rows stay whole.
 * `isWhole`: so does the table.
 */
export function docxTable({ columns, rows }: TableBlock, isWhole = false): Table {
  const width = twips(page.typeWidth);
  const shares = columns.map((column) => column.width ?? 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((width * share) / whole));
  const type = columns.length > 4 ? size.denseTable : size.table;
  const cell = (content: Cell, index: number, isHead: boolean, keepNext: boolean) => {
    const { text, tone } = typeof content === 'string' ? { text: content, tone: undefined } : content;
    const run = { size: type, font: font(isHead ? fonts.heading : fonts.body), color: tone && tones[tone] };
    const alignment = isHead ? AlignmentType.CENTER : alignments[columns[index]?.align ?? 'left'];
    return new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 20, bottom: 20, left: 70, right: 70 },
      ...(isHead && { shading: { fill: wash } }),
      children: [new Paragraph({ spacing: asHigh, alignment, keepNext, children: [new TextRun({ ...run, text })] })],
    });
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    borders: { top: thick, bottom: thick, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, index) => cell(title, index, true, isWhole)),
      }),
      ...rows.map(
        (row, at) =>
          new TableRow({
            cantSplit: true,
            height: { value: twips(6), rule: HeightRule.ATLEAST },
            children: columns.map((_column, index) => cell(row[index] ?? '', index, false, isWhole && at < rows.length - 1)),
          }),
      ),
    ],
  });
}
