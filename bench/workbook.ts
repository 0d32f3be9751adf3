import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Writes a workbook as spreadsheets do, texts shared, without ever holding it: a large one must not colour the measurement. */
export async function writeWorkbook(path: string, rows: Iterable<readonly string[]>): Promise<void> {
  const out = createWriteStream(path);
  const zip = new Zip((error, chunk, isLast) => {
    if (error) throw error;
    out.write(chunk);
    if (isLast) out.end();
  });
  const small = (name: string, text: string) => {
    const part = new ZipPassThrough(name);
    zip.add(part);
    part.push(Buffer.from(head + text), true);
  };
  const part = (name: string, target: string, type: string, id: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>${name}`;
  const overrides = [
    ['workbook', 'sheet.main'],
    ['worksheets/sheet1', 'worksheet'],
    ['sharedStrings', 'sharedStrings'],
  ].map(
    ([name, type]) =>
      `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
  );
  small(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
  );
  const relationships = (text: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${text}</Relationships>`;
  small('_rels/.rels', relationships(part('', 'xl/workbook.xml', 'officeDocument', 'rId1')));
  small(
    'xl/_rels/workbook.xml.rels',
    relationships(part(part('', 'sharedStrings.xml', 'sharedStrings', 'rId2'), 'worksheets/sheet1.xml', 'worksheet', 'rId1')),
  );
  small(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );

  const shared = new Map<string, number>();
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 });
  zip.add(sheet);
  sheet.push(Buffer.from(`${head}<worksheet xmlns="${main}"><sheetData>`));
  let number = 0;
  let waiting = '';
  for (const row of rows) {
    number += 1;
    const cells = row.map((text, at) => {
      if (text === '') return '';
      const known = shared.get(text) ?? shared.size;
      shared.set(text, known);
      return `<c r="${String.fromCharCode(65 + at)}${number}" t="s"><v>${known}</v></c>`;
    });
    waiting += `<row r="${number}">${cells.join('')}</row>`;
    if (waiting.length > 1_000_000) {
      sheet.push(Buffer.from(waiting));
      waiting = '';
      if (out.writableNeedDrain) await once(out, 'drain');
    }
  }
  sheet.push(Buffer.from(`${waiting}</sheetData></worksheet>`), true);
  const texts = new ZipDeflate('xl/sharedStrings.xml', { level: 6 });
  zip.add(texts);
  texts.push(Buffer.from(`${head}<sst xmlns="${main}">`));
  for (const text of shared.keys()) texts.push(Buffer.from(`<si><t>${escaped(text)}</t></si>`));
  texts.push(Buffer.from('</sst>'), true);
  zip.end();
  await once(out, 'close');
}
