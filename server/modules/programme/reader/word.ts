/** The text of a .docx: one line for each paragraph, with the numbers that Word draws by itself. */
import { DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { wordNumberer } from './word-numbering.ts';

/** Beyond this a small file that unpacks hugely (a zip bomb) is refused. */
const LARGEST_PART_BYTES = 60 * 1024 * 1024;
/** Stands for a line break inside a paragraph while mammoth works; it keeps characters and drops breaks. */
const LINE_BREAK = '\u2028';
/** More columns than this are damage. */
const MOST_COLUMNS = 64;
const MAIN_PART = 'word/document.xml';

/** @throws Error when the file is no .docx, is damaged, or unpacks to too much */
export async function readWord(bytes: Uint8Array): Promise<string> {
  let unpacked = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const isText = /\.(?:xml|rels)$/.test(name);
      if (isText) unpacked += originalSize;
      if (unpacked > LARGEST_PART_BYTES) throw new Error('The file unpacks to too much.');
      return isText;
    },
  });
  const main = files[MAIN_PART];
  if (!main) throw new Error('The file holds no Word document.');
  const document = parse(main);
  drawNumbers(document, files);
  flattenTables(document);
  drawLineBreaks(document);
  const numbered = zipSync({ ...files, [MAIN_PART]: strToU8(new XMLSerializer().serializeToString(document)) }, { level: 0 });
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(numbered) });
  return value.replace(/\n\n/g, '\n').replaceAll(LINE_BREAK, '\n');
}

const parse = (part: Uint8Array): Document => new DOMParser().parseFromString(strFromU8(part), 'text/xml');

const named = (parent: Document | Element, name: string): Element[] => [...parent.getElementsByTagNameNS('*', name)];

function runOf(document: Document, words: string): Element {
  const namespace = document.documentElement?.namespaceURI ?? null;
  const run = document.createElementNS(namespace, 'w:r');
  const text = document.createElementNS(namespace, 'w:t');
  text.appendChild(document.createTextNode(words));
  run.appendChild(text);
  return run;
}

/** Puts the number that Word draws before each paragraph into its text. */
function drawNumbers(document: Document, files: Record<string, Uint8Array>): void {
  const part = (name: string) => (files[name] ? parse(files[name]) : undefined);
  const numberer = wordNumberer(part('word/numbering.xml'), part('word/styles.xml'));
  const namespace = document.documentElement?.namespaceURI ?? null;
  for (const paragraph of named(document, 'p')) {
    const number = paragraph.namespaceURI === namespace ? numberer.next(paragraph) : '';
    if (number === '') continue;
    const properties = [...paragraph.childNodes].find(({ nodeName }) => nodeName === 'w:pPr');
    paragraph.insertBefore(runOf(document, number), properties ? properties.nextSibling : paragraph.firstChild);
  }
}

/** So many columns a cell of a table reaches over; what stands behind it must stay in its column. */
function columnsOf(cell: Element): number {
  const span = named(cell, 'gridSpan')[0];
  const columns = Number(span?.getAttribute('w:val') ?? span?.getAttribute('val') ?? 1);
  return Number.isInteger(columns) && columns > 1 ? Math.min(columns, MOST_COLUMNS) : 1;
}

/** Makes each row of a table one line, its cells set apart by tabs. */
function flattenTables(document: Document): void {
  const namespace = document.documentElement?.namespaceURI ?? null;
  for (const table of named(document, 'tbl')) {
    if (!table.parentNode || named(table, 'tbl').length > 0) continue;
    for (const row of named(table, 'tr')) {
      const cells = named(row, 'tc').map((cell) =>
        named(cell, 'p')
          .map((paragraph) =>
            named(paragraph, 't')
              .map(({ textContent }) => textContent ?? '')
              .join(''),
          )
          .filter((words) => words !== '')
          .join(' ')
          .concat('\t'.repeat(columnsOf(cell) - 1)),
      );
      const line = document.createElementNS(namespace, 'w:p');
      line.appendChild(runOf(document, cells.join('\t')));
      table.parentNode.insertBefore(line, table);
    }
    table.parentNode.removeChild(table);
  }
}

function drawLineBreaks(document: Document): void {
  for (const name of ['br', 'cr']) {
    for (const mark of named(document, name)) {
      const text = runOf(document, LINE_BREAK).firstChild;
      if (text) mark.parentNode?.replaceChild(text, mark);
    }
  }
}
