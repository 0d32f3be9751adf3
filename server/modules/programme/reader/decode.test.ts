import { AlignmentType, Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DecodeProblem, type DecodeProblemCode, decodePaper } from './decode.ts';
import { CARE_PLAN } from './papers.testing.ts';
import { readPolicy } from './read.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Node can decode GB18030 and not encode it: the two-byte characters are looked up backwards. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const bytesOf = new Map<string, [number, number]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++)
      if (low !== 0x7f) bytesOf.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  }
  return new Uint8Array(
    [...text].flatMap((sign) => (sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : (bytesOf.get(sign) ?? [0x3f]))),
  );
}

const problemOf = async (bytes: Uint8Array, name: string): Promise<DecodeProblemCode | undefined> =>
  decodePaper(bytes, name).then(
    () => undefined,
    (problem) => (problem instanceof DecodeProblem ? problem.code : undefined),
  );

describe('a paper as plain text', () => {
  it.each([
    ['UTF-8', utf8(CARE_PLAN), 'utf-8'],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${CARE_PLAN}`), 'utf-8'],
    ['GB18030', gb18030(CARE_PLAN), 'gb18030'],
  ])('in %s gives the same text', async (_, bytes, encoding) => {
    expect(await decodePaper(bytes, '方案.txt')).toEqual({ text: CARE_PLAN, encoding });
  });

  it('in UTF-16 as Windows Notepad saves it gives the same text', async () => {
    const units = new Uint16Array([0xfeff, ...[...CARE_PLAN].map((sign) => sign.charCodeAt(0))]);
    expect((await decodePaper(new Uint8Array(units.buffer), '方案.txt')).text).toBe(CARE_PLAN);
  });
});

describe('a file that is no paper', () => {
  it.each([
    ['nothing', new Uint8Array(), 'paper-empty'],
    ['a PDF', utf8('%PDF-1.7 …'), 'paper-is-pdf'],
    ['an old .doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'paper-is-old-word'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'paper-not-text'],
    ['a zip without a document', zipSync({ 'a.xml': utf8('<a/>') }), 'paper-damaged'],
    ['a .docx cut short', zipSync({ 'word/document.xml': utf8('<w:document') }).subarray(0, 60), 'paper-damaged'],
    ['more than 20 MB', new Uint8Array(21 * 1024 * 1024).fill(0x61), 'paper-too-large'],
  ] as const)('%s is refused with its reason', async (_, bytes, code) => {
    expect(await problemOf(bytes, '文件')).toBe(code);
  });

  it('a small .docx that unpacks to more than 60 MB is refused', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await problemOf(bomb, '大.docx')).toBe('paper-damaged');
  });
});

const level = (depth: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: depth,
  format,
  text,
  alignment: AlignmentType.LEFT,
});

/** A paper whose numbers are Word's own, as most papers are typed. */
async function numberedPaper(): Promise<Uint8Array> {
  const at = (depth: number, text: string) => new Paragraph({ text, numbering: { reference: '正文', level: depth } });
  const document = new Document({
    numbering: {
      config: [
        {
          reference: '正文',
          levels: [
            level(0, LevelFormat.CHINESE_COUNTING_THOUSAND, '%1、'),
            level(1, LevelFormat.CHINESE_COUNTING_THOUSAND, '（%2）'),
            level(2, LevelFormat.DECIMAL, '%3.'),
          ],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph('南浦区就业服务若干措施'),
          at(0, '总体要求'),
          at(0, '重点任务'),
          at(1, '扩大岗位'),
          at(2, '采集岗位。每年采集岗位不少于3000个。'),
          new Paragraph('牵头单位：区人力社保局'),
          at(2, '开展培训。培训500人次。'),
          new Paragraph({
            children: [new TextRun('牵头单位：区人力社保局'), new TextRun({ text: '配合单位：区教委、区妇联', break: 1 })],
          }),
          at(1, '优化服务'),
          at(2, '建设驿站。建成驿站10个。'),
          new Paragraph('牵头单位：区民政局'),
          new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('备注')] })] })] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

describe('a paper in Word', () => {
  it('keeps its paragraphs and line breaks, and shows the numbers that Word draws by itself', async () => {
    const { text, encoding } = await decodePaper(await numberedPaper(), '措施.docx');
    expect(encoding).toBe('docx');
    expect(text.trim().split('\n')).toEqual([
      '南浦区就业服务若干措施',
      '一、总体要求',
      '二、重点任务',
      '（一）扩大岗位',
      '1.采集岗位。每年采集岗位不少于3000个。',
      '牵头单位：区人力社保局',
      '2.开展培训。培训500人次。',
      '牵头单位：区人力社保局',
      '配合单位：区教委、区妇联',
      '（二）优化服务',
      '1.建设驿站。建成驿站10个。',
      '牵头单位：区民政局',
      '备注',
    ]);
  });

  it('is read like a typed one', async () => {
    const { text } = await decodePaper(await numberedPaper(), '措施.docx');
    const reading = readPolicy(text);
    expect(reading.title).toBe('南浦区就业服务若干措施');
    expect(reading.measures.map(({ no, title, lead, cooperating }) => [no, title, lead, cooperating])).toEqual([
      [1, '采集岗位', ['区人力社保局'], []],
      [2, '开展培训', ['区人力社保局'], ['区教委', '区妇联']],
      [3, '建设驿站', ['区民政局'], []],
    ]);
    expect(reading.areas.map(({ title }) => title)).toEqual(['扩大岗位', '优化服务']);
  });
});
