import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { OpenFile } from '../../../kernel/files/sealed-file.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Cell } from '../read-value.ts';
import { columnIndex, type Sheet, type Table, type TableRow } from './table.ts';
import { openZip, type Zip } from './zip.ts';

/** The most that all shared texts may take, in characters; 200,000 rows of ten different texts stay far below. */
const SHARED_TEXT_LIMIT = 100_000_000;

/**
 * Opens a workbook: its sheets in order, each read as a stream. Formulas give their last value; styles are not needed, because the
 * columns say which numbers are days. Closing the table closes the file.
 * @throws Problem when it is damaged, protected or abnormally packed
 */
export async function openXlsx(file: OpenFile): Promise<Table> {
  const zip = await openZip(file);
  try {
    const book = await readBook(zip);
    const shared = await readSharedTexts(zip, book.sharedPath);
    let done = 0;
    let total = 1;
    const sheets = book.sheets.map(
      ({ name, path: part }): Sheet => ({
        name,
        rows: readSheet(zip, part, shared, (bytes, size) => {
          done = bytes;
          total = Math.max(size, 1);
        }),
      }),
    );
    return { sheets, from1904: book.from1904, fraction: () => Math.min(done / total, 1), close: () => zip.close() };
  } catch (error) {
    await zip.close();
    throw error;
  }
}

type Book = { sheets: { name: string; path: string }[]; sharedPath: string | undefined; from1904: boolean };

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
const attribute = (tag: SaxesTagPlain, wanted: string): string | undefined => {
  for (const [name, value] of Object.entries(tag.attributes)) if (local(name) === wanted) return value;
  return undefined;
};

async function readBook(zip: Zip): Promise<Book> {
  const targets = new Map<string, { type: string; path: string }>();
  const relations = 'xl/_rels/workbook.xml.rels';
  if (!zip.has('xl/workbook.xml') || !zip.has(relations)) throw new Problem('invalid', 'file-damaged');
  await parseXml(await zip.open(relations), (tag) => {
    const [id, type, target] = [attribute(tag, 'Id'), attribute(tag, 'Type'), attribute(tag, 'Target')];
    if (local(tag.name) === 'Relationship' && id && target)
      targets.set(id, {
        type: type?.split('/').at(-1) ?? '',
        path: target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`,
      });
  });
  const sheets: Book['sheets'] = [];
  let from1904 = false;
  await parseXml(await zip.open('xl/workbook.xml'), (tag) => {
    if (local(tag.name) === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(tag, 'date1904') ?? '');
    if (local(tag.name) !== 'sheet' || /hidden/i.test(attribute(tag, 'state') ?? '')) return;
    // Named with its prefix: the sheet's own `id` attribute is another thing.
    const relation = Object.entries(tag.attributes).find(([name]) => /:id$/.test(name))?.[1];
    const target = targets.get(relation ?? '');
    if (target?.type === 'worksheet' && zip.has(target.path))
      sheets.push({ name: attribute(tag, 'name') ?? '', path: target.path });
  });
  if (sheets.length === 0) throw new Problem('invalid', 'file-damaged');
  const sharedPath = [...targets.values()].find(({ type }) => type === 'sharedStrings')?.path;
  return { sheets, sharedPath: sharedPath && zip.has(sharedPath) ? sharedPath : undefined, from1904 };
}

async function readSharedTexts(zip: Zip, path: string | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (path === undefined) return texts;
  let current = '';
  let size = 0;
  let isText = false;
  let phonetic = 0;
  await parseXml(
    await zip.open(path),
    (tag) => {
      const name = local(tag.name);
      if (name === 'si') current = '';
      else if (name === 't') isText = phonetic === 0 && !tag.isSelfClosing;
      else if (name === 'rPh') phonetic += 1;
    },
    (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') {
        size += current.length;
        if (size > SHARED_TEXT_LIMIT) throw new Problem('invalid', 'file-bomb');
        texts.push(current);
      }
    },
    (text) => {
      if (isText) current += text;
    },
  );
  return texts;
}

async function* readSheet(
  zip: Zip,
  path: string,
  shared: readonly string[],
  progress: (done: number, total: number) => void,
): AsyncGenerator<readonly TableRow[]> {
  const size = zip.sizeOf(path);
  let done = 0;
  const ready: TableRow[] = [];
  const reader = sheetParser(shared, (row) => ready.push(row));
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of await zip.open(path)) {
    done += chunk.length;
    progress(done, size);
    reader.write(decoder.decode(chunk, { stream: true }));
    if (ready.length > 0) yield ready.splice(0);
  }
  reader.write(decoder.decode());
  reader.close();
  if (ready.length > 0) yield ready.splice(0);
}

function sheetParser(shared: readonly string[], onRow: (row: TableRow) => void): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let rowNumber = 0;
  let cells: (Cell | undefined)[] = [];
  let column = -1;
  let type = '';
  let text = '';
  let depth = ''; // in which of v (a value) or t (an inline text) we are
  parser.on('opentag', (tag) => {
    const name = local(tag.name);
    if (name === 'c') {
      column = columnIndex(String(tag.attributes.r ?? '')) ?? column + 1;
      type = String(tag.attributes.t ?? 'n');
      text = '';
    } else if (name === 'v' || name === 't') depth = tag.isSelfClosing ? '' : name;
    else if (name === 'row') {
      const given = Number(tag.attributes.r);
      rowNumber = Number.isInteger(given) && given > rowNumber ? given : rowNumber + 1;
      cells = [];
      column = -1;
    }
  });
  parser.on('text', (piece) => {
    if (depth !== '') text += piece;
  });
  parser.on('closetag', (tag) => {
    const name = local(tag.name);
    if (name === 'v' || name === 't') depth = '';
    else if (name === 'c' && text !== '' && column < 1000) cells[column] = cellOf(type, text, shared);
    else if (name === 'row') onRow({ number: rowNumber, cells: Array.from(cells) });
  });
  parser.on('error', () => {
    throw new Problem('invalid', 'file-damaged');
  });
  return parser;
}

function cellOf(type: string, text: string, shared: readonly string[]): Cell | undefined {
  if (type === 's') {
    const found = shared[Number(text)];
    return found ? { text: found } : undefined;
  }
  if (type === 'b') return { text: text === '1' ? '是' : '否' };
  if (type !== 'n') return { text };
  const number = Number(text);
  // 1.99E10 is a telephone number in disguise; beyond 15 digits the disguise has eaten the last ones, and what is there must show it.
  return { text: Number.isFinite(number) && Math.abs(number) < 1e15 ? String(number) : text, isNumber: true };
}

async function parseXml(
  stream: Readable,
  onOpen: (tag: SaxesTagPlain) => void,
  onClose?: (name: string) => void,
  onText?: (text: string) => void,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', onOpen);
  if (onClose) parser.on('closetag', (tag) => onClose(local(tag.name)));
  if (onText) parser.on('text', onText);
  parser.on('error', () => {
    throw new Problem('invalid', 'file-damaged');
  });
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of stream) parser.write(decoder.decode(chunk, { stream: true }));
  parser.close();
}
