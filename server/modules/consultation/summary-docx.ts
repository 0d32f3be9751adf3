/** The summary as a Word file: plain sections (title, paragraphs, table) put on A4. The only file here that knows the `docx` package. */
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';

export type Sections = {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const FANGSONG = { ascii: 'FangSong', eastAsia: 'FangSong', hAnsi: 'FangSong' };
/** 3号 is 16 pt; cells are 小四, 12 pt; half-points. */
const SIZE = { title: 44, text: 32, cell: 24 };
/** Tenths of a per cent of the table's width. */
const WIDTHS = [6, 14, 34, 12, 17, 17];
/** Millimetres: top 37, inside 28, and what the type area of 156 × 225 mm leaves. */
const MARGIN = { top: '37mm', left: '28mm', right: '26mm', bottom: '35mm' } as const;

export async function summaryDocx({ title, paragraphs, columns, rows }: Sections): Promise<Buffer> {
  const cell = (text: string, at: number, isHead: boolean) =>
    new TableCell({
      width: { size: WIDTHS[at] ?? 16, type: WidthType.PERCENTAGE },
      children: [new Paragraph({ children: [new TextRun({ text, size: SIZE.cell, font: FANGSONG, bold: isHead })] })],
    });
  const row = (texts: readonly string[], isHead: boolean) =>
    new TableRow({ tableHeader: isHead, cantSplit: true, children: texts.map((text, at) => cell(text, at, isHead)) });
  const document = new Document({
    sections: [
      {
        properties: { page: { size: { width: '210mm', height: '297mm' }, margin: MARGIN } },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
            spacing: { after: 400 },
            children: [new TextRun({ text: title, size: SIZE.title, font: FANGSONG, bold: true })],
          }),
          ...paragraphs.map(
            (text) =>
              new Paragraph({
                indent: { firstLine: 640 },
                spacing: { line: 560, lineRule: 'exact' },
                children: [new TextRun({ text, size: SIZE.text, font: FANGSONG })],
              }),
          ),
          ...(rows.length === 0
            ? []
            : [
                new Table({
                  width: { size: 100, type: WidthType.PERCENTAGE },
                  rows: [row(columns, true), ...rows.map((texts) => row(texts, false))],
                }),
              ]),
        ],
      },
    ],
  });
  return await Packer.toBuffer(document);
}
