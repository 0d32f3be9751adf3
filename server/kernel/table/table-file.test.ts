import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { csvOf, type TableRow, xlsxOf } from './table-file.ts';

async function* pagesOf(...pages: TableRow[][]) {
  yield* pages;
}
const header: TableRow = ['日期', '数量'];

describe('a table as CSV', () => {
  it('quotes what needs it, and disarms what a spreadsheet would run', async () => {
    let text = '';
    for await (const part of csvOf(
      pagesOf(
        [header],
        [
          ['a,b"c', -1],
          ['=1+1', null],
        ],
      ),
    ))
      text += part;
    expect(text).toBe('\uFEFF日期,数量\r\n"a,b""c",-1\r\n\'=1+1,\r\n');
  });
});

describe('a table as a workbook', () => {
  it('holds every text and number of every page, whatever characters they have', async () => {
    const files = await unzipped(
      pagesOf(
        [header],
        [
          ['<&>"\u0001\uD800', 2.5],
          ['=1+1', null],
        ],
        [['末行😀', 0]],
      ),
    );
    expect(cellsOf(strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array()))).toEqual([
      ['A1', '日期'],
      ['B1', '数量'],
      ['A2', '<&>"\uFFFD'],
      ['B2', '2.5'],
      ['A3', '=1+1'],
      ['A4', '末行😀'],
      ['B4', '0'],
    ]);
  });

  it('is whole: every part that its table of contents names is there and is sound XML', async () => {
    const files = await unzipped(pagesOf([header]));
    const named = [...strFromU8(files['[Content_Types].xml'] ?? new Uint8Array()).matchAll(/PartName="\/([^"]+)"/g)];
    expect(named.length).toBe(3);
    for (const [, part = ''] of named) expect(files[part], part).toBeDefined();
    for (const [name, bytes] of Object.entries(files)) expect(() => cellsOf(strFromU8(bytes)), name).not.toThrow();
  });

  it('takes a hundred thousand rows without holding them', async () => {
    async function* many() {
      yield [header];
      for (let page = 0; page < 20; page += 1)
        yield Array.from({ length: 5000 }, (_, row): TableRow => [`2025-09-20 ${page}`, row]);
    }
    let largest = 0;
    let total = 0;
    for await (const chunk of xlsxOf(many())) {
      largest = Math.max(largest, chunk.length);
      total += chunk.length;
    }
    expect(total).toBeGreaterThan(100_000);
    expect(largest).toBeLessThan(total / 4);
  });
});

async function unzipped(pages: AsyncGenerator<TableRow[]>): Promise<Record<string, Uint8Array>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of xlsxOf(pages)) chunks.push(chunk);
  return unzipSync(Buffer.concat(chunks));
}

/** Where and what each cell is; throws where the XML is not sound. */
function cellsOf(xml: string): [string, string][] {
  const cells: [string, string][] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'c') cells.push([String(attributes.r), '']);
  });
  parser.on('text', (text) => {
    const cell = cells.at(-1);
    if (cell) cell[1] += text;
  });
  parser.write(xml).close();
  return cells;
}
