import { Zip, ZipDeflate } from 'fflate';

export type TableCell = string | number | null;
export type TableRow = readonly TableCell[];
/** Rows as they are read, some at a time; the first row of all is the header. */
export type TablePages = AsyncIterable<readonly TableRow[]>;

/** CSV as spreadsheets open it without asking: UTF-8 with its mark, and nothing that they would run as a formula. */
export async function* csvOf(pages: TablePages): AsyncGenerator<string> {
  yield '\uFEFF';
  for await (const rows of pages) yield rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

const csvCell = (value: TableCell): string => {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * A workbook of one sheet (ECMA-376), its header bold and held in place. Written as the rows come and never held whole: a hundred
 * thousand rows laid out in memory would keep everybody else waiting for twenty seconds. Texts are texts, never formulas.
 */
export async function* xlsxOf(pages: TablePages): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    if (chunk.length > 0) written.push(chunk);
  });
  const open = (path: string) => {
    const file = new ZipDeflate(path);
    zip.add(file);
    return (xml: string, isLast = false) => file.push(encoder.encode(xml), isLast);
  };
  for (const [path, xml] of Object.entries(around)) open(path)(DECLARATION + xml, true);
  const sheet = open('xl/worksheets/sheet1.xml');
  sheet(DECLARATION + SHEET_HEAD);
  let number = 0;
  for await (const rows of pages) {
    sheet(rows.map((row) => rowXml(row, ++number)).join(''));
    yield* written.splice(0);
  }
  sheet('</sheetData></worksheet>', true);
  zip.end();
  yield* written.splice(0);
}

const encoder = new TextEncoder();
/** What a cell can hold at most (Excel's own limit). */
const LONGEST = 32_767;

const rowXml = (row: TableRow, number: number): string =>
  `<row r="${number}">${row.map((value, index) => cellXml(value, `${columnName(index)}${number}`, number === 1)).join('')}</row>`;

function cellXml(value: TableCell, at: string, isBold: boolean): string {
  if (value === null || value === '') return '';
  const style = isBold ? ' s="1"' : '';
  if (typeof value === 'number') return `<c r="${at}"${style}><v>${value}</v></c>`;
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, LONGEST))}</t></is></c>`;
}

const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);

/** XML 1.0 has no place for most control characters, nor for half of a pair. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const SHEET_HEAD =
  `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="40" width="18" customWidth="1"/></cols><sheetData>';

/** Everything that a workbook has besides its sheet. */
const around: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Leye" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml':
    `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>',
};
