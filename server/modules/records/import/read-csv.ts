import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { OpenFile } from '../../../kernel/files/sealed-file.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Table, TableRow } from './table.ts';

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';

/**
 * Opens a CSV file: UTF-8 with or without byte-order mark, GB18030, or what spreadsheets call “Unicode text”; comma, semicolon or tab.
 * The encoding is proved by reading the whole file once, since a wrong guess would turn names into other names.
 * Closing the table closes the file.
 * @throws Problem when it is empty, no text, or in no encoding we know
 */
export async function openCsv(file: OpenFile): Promise<Table> {
  if (file.size === 0) throw new Problem('invalid', 'file-empty');
  const encoding = await encodingOf(file);
  const delimiter = await delimiterOf(file, encoding);
  let read = 0;
  async function* text(): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of file.stream()) {
      read += chunk.length;
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  }
  return {
    sheets: [{ name: '', rows: rowsOf(text(), delimiter) }],
    from1904: false,
    fraction: () => read / file.size,
    close: () => file.close(),
  };
}

async function encodingOf(file: OpenFile): Promise<Encoding> {
  const head = await file.read(0, 4096);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head.includes(0)) throw new Problem('invalid', 'file-type');
  for (const encoding of ['utf-8', 'gb18030'] as const) if (await reads(file, encoding)) return encoding;
  throw new Problem('invalid', 'file-encoding');
}

async function reads(file: OpenFile, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of file.stream()) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The separator that parts the first lines into most columns. */
async function delimiterOf(file: OpenFile, encoding: Encoding): Promise<string> {
  const text = new TextDecoder(encoding).decode(await file.read(0, 64 * 1024));
  const lines = text
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/)
    .slice(0, 12);
  const widest = (delimiter: string) => Math.max(...lines.map((line) => line.split(delimiter).length));
  return [',', ';', '\t'].reduce((best, one) => (widest(one) > widest(best) ? one : best));
}

const BATCH = 500;

async function* rowsOf(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<readonly TableRow[]> {
  const parser = parse({ delimiter, bom: true, relax_column_count: true, max_record_size: 1024 * 1024 });
  // What goes wrong before the parser ends the parser too, and is thrown where it is read.
  pipeline(Readable.from(text), parser, () => {});
  let batch: TableRow[] = [];
  let number = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1;
      batch.push({ number, cells: record.map((cell) => (cell === '' ? undefined : { text: cell })) });
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    throw error instanceof Error ? broken(error, number) : error;
  }
  if (batch.length > 0) yield batch;
}

/** The parser's own words quote the line; ours name it. */
const broken = (error: Error, row: number): Error =>
  error instanceof CsvError ? new Problem('invalid', 'file-quotes', { row: row + 1 }) : error;
