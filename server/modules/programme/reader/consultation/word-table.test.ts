import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { decodePaper } from '../decode.ts';
import { readPolicy } from '../read.ts';
import { BODY } from './prose.fixture.ts';

/** A cell: its words, over so many columns and rows. */
type Cell = string | { readonly words: string; readonly columns?: number; readonly rows?: number };

async function readWord(intro: readonly string[], rows: readonly (readonly Cell[])[]) {
  const table = new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map((cell) => {
            const { words, columns = 1, rows: high = 1 } = typeof cell === 'string' ? { words: cell } : cell;
            return new TableCell({
              columnSpan: columns,
              rowSpan: high,
              children: words.split('\n').map((line) => new Paragraph(line)),
            });
          }),
        }),
    ),
  });
  const lines = [...BODY.trimEnd().split('\n'), ...intro].map((line) => new Paragraph(line));
  const bytes = await Packer.toBuffer(
    new Document({ sections: [{ children: [...lines, table, new Paragraph('区人力社保局')] }] }),
  );
  const { consultation } = readPolicy((await decodePaper(bytes, '措施.docx')).text);
  return {
    title: consultation?.title,
    asked: consultation?.requested.map(({ name }) => name),
    none: consultation?.noOpinion.map(({ name }) => name),
    opinions: consultation?.opinions.map(({ unit, measure, disposition, reason }) => [unit, measure, disposition, reason]),
  };
}

describe('a table of opinions in a Word file', () => {
  it('is read with the sentence above it, under the title of the summary', async () => {
    expect(
      await readWord(
        ['征求意见汇总说明', '向区财政局、区教委、区总工会3家单位征求意见，意见如下：'],
        [
          ['序号', '单位', '意见', '采纳情况', '原因'],
          ['1', '区财政局', '第3条，将“3亿元”修改为“2.5亿元”', '采纳', ''],
          ['2', '区教委', '第2条，删除“零工”', '不采纳', '范围不变'],
          ['3', '区总工会', '无意见', '', ''],
        ],
      ),
    ).toEqual({
      title: '征求意见汇总说明',
      asked: ['区财政局', '区教委', '区总工会'],
      none: ['区总工会'],
      opinions: [
        ['区财政局', 3, 'adopted', null],
        ['区教委', 2, 'not-adopted', '范围不变'],
      ],
    });
  });

  it('keeps its columns where cells are merged, and a unit for the rows it reaches over', async () => {
    expect(
      await readWord(
        ['征求意见汇总表'],
        [
          ['单位', '条款', '意见', '采纳情况', '理由'],
          [{ words: '区财政局', rows: 2 }, '3', '增加“绩效”', '采纳', ''],
          ['1', '删除“全天”', '不采纳', '便民'],
          ['区教委', { words: '', columns: 1 }, { words: '无意见', columns: 3 }],
          [{ words: '区总工会', columns: 2 }, '第2条增加“实训”', '采纳', ''],
        ],
      ),
    ).toEqual({
      title: '征求意见汇总表',
      asked: [],
      none: ['区教委'],
      opinions: [
        ['区财政局', 3, 'adopted', null],
        ['区财政局', 1, 'not-adopted', '便民'],
        ['区总工会', 2, 'adopted', null],
      ],
    });
  });
});
