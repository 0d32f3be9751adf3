import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficialDocument } from './document.ts';
import { writeDocx } from './docx.ts';
import { type LaidOut, layOut, layOutAll, missing, sayIfMissing, type Word } from './pdf.fixture.ts';

sayIfMissing();

const head = '某某区就业友好型城市建设工作专班';
const notice: OfficialDocument = {
  language: 'zh',
  head,
  number: '〔2026〕第3号',
  title: '关于工作进展情况的通报',
  addressee: '各成员单位：',
  blocks: [{ is: 'paragraph', text: '就业友好型城市建设工作进展情况'.repeat(120) }],
  signature: head,
  date: '2026-03-05',
};

const plain: OfficialDocument = { language: 'zh', title: '通报', blocks: [] };

/** Words on one line, joined; from the top down. */
function linesOf(
  words: readonly Word[],
  page: number,
): { text: string; left: number; right: number; top: number; middle: number }[] {
  const rows: Word[][] = [];
  for (const word of words.filter((one) => one.page === page).sort((a, b) => a.top - b.top)) {
    const row = rows.find(([first]) => first && Math.abs((first.top + first.bottom) / 2 - (word.top + word.bottom) / 2) < 2);
    if (row) row.push(word);
    else rows.push([word]);
  }
  return rows.map((row) => {
    const inOrder = row.sort((a, b) => a.left - b.left);
    const [first] = inOrder;
    return {
      text: inOrder.map(({ text }) => text).join(''),
      left: Math.min(...row.map(({ left }) => left)),
      right: Math.max(...row.map(({ right }) => right)),
      top: Math.min(...row.map(({ top }) => top)),
      middle: first ? (first.top + first.bottom) / 2 : 0,
    };
  });
}

describe.skipIf(missing)('a .docx, laid out by LibreOffice and measured', () => {
  let laidOut: LaidOut;
  beforeAll(async () => {
    laidOut = layOut(await writeDocx(notice));
  });

  it('is A4, begins 37 mm from above and 28 mm from the left, and sets 22 lines of 28 characters', () => {
    const { width, height, words } = laidOut;
    expect([Math.round(width), Math.round(height)]).toEqual([210, 297]);
    const second = linesOf(words, 2).filter(({ text }) => !text.includes('—'));
    expect(second).toHaveLength(22);
    for (const line of second) {
      expect([...line.text]).toHaveLength(28);
      expect(line.left).toBeGreaterThan(27.8);
      expect(line.left).toBeLessThan(28.5);
      expect(line.right).toBeGreaterThan(182.5);
      expect(line.right).toBeLessThan(184.6);
    }
    const [first, next] = second;
    const last = second.at(-1);
    if (!first || !next || !last) throw new Error('the second page has no lines');
    // A line is 10.2 mm high; the letters stand in its middle.
    expect(next.middle - first.middle).toBeCloseTo(225 / 22, 1);
    expect(first.middle - 225 / 44).toBeGreaterThan(36);
    expect(first.middle - 225 / 44).toBeLessThan(38.5);
    expect(last.middle + 225 / 44).toBeLessThan(37 + 225 + 1);
  });

  it('has its title in 2号, its body in 3号, two characters indented', () => {
    const { words } = laidOut;
    const lines = linesOf(words, 1);
    const title = lines.find(({ text }) => text === notice.title);
    const body = lines.find(({ text }) => text.startsWith('就业友好型'));
    if (!title || !body) throw new Error('title or body is not on the first page');
    const wide = (line: { text: string; left: number; right: number }) => (line.right - line.left) / [...line.text].length;
    expect(wide(title)).toBeCloseTo((22 / 72) * 25.4, 1);
    expect(wide(body)).toBeCloseTo(156 / 28, 1);
    expect((title.left + title.right) / 2).toBeCloseTo(28 + 156 / 2, 0);
    expect(body.left - 28).toBeCloseTo((156 / 28) * 2, 0);
  });

  it("has its red head 35 mm below the type area's edge", () => {
    const { words } = laidOut;
    const line = linesOf(words, 1).find(({ text }) => text === head);
    if (!line) throw new Error('no head');
    expect(Math.abs(line.top - (37 + 35))).toBeLessThan(4);
    expect(line.right - line.left).toBeLessThan(156);
  });

  it('numbers its pages — 1 — outside, 7 mm below the type area', () => {
    const { pages, words } = laidOut;
    expect(pages).toBeGreaterThanOrEqual(3);
    for (const page of [1, 2, 3]) {
      const line = linesOf(words, page).find(({ text }) => text === `—${page}—`);
      if (!line) throw new Error(`page ${page} has no number`);
      expect(Math.abs(line.middle - (37 + 225 + 7))).toBeLessThan(1.5);
      if (page % 2 === 1) expect(Math.abs(line.right - (184 - 4.9))).toBeLessThan(2);
      else expect(Math.abs(line.left - (28 + 4.9))).toBeLessThan(2);
    }
  });

  it('signs on the right, and begins the date two characters further in than the signature', () => {
    const { pages, words } = laidOut;
    const lines = linesOf(words, pages);
    const signature = lines.find(({ text }) => text === head);
    const date = lines.find(({ text }) => text === '2026年3月5日');
    if (!signature || !date) throw new Error('no signature or date');
    const character = 156 / 28;
    expect(Math.abs(184 - signature.right - 2 * character)).toBeLessThan(2);
    expect(Math.abs(date.left - signature.left - 2 * character)).toBeLessThan(2);
  });

  it('leaves no signature alone on a page, however long the text is', async () => {
    const last = '请于2026年3月12日前答复：准备采取的措施，或新的完成时间，或已经办结的证明。'.repeat(3);
    const notices = [2, 3, 4, 5, 6, 7, 8].map((lines) => {
      const text = '就业友好型城市建设工作情况说明'.repeat(40).slice(0, 26 + 28 * (lines - 1));
      return { ...notice, blocks: [text, last].map((one) => ({ is: 'paragraph' as const, text: one })) };
    });
    for (const [at, { pages, words }] of layOutAll(await Promise.all(notices.map(writeDocx))).entries()) {
      const [first] = linesOf(words, pages);
      expect(pages, `${at + 2} lines before the last paragraph`).toBe(2);
      expect(first?.text).not.toContain(head);
      expect(first?.text).not.toContain('2026年3月5日');
    }
  });

  it('sets an English signature longer than a line, and its date, whole within the margins', async () => {
    const signature = 'Somewhere District employment-friendly city programme office';
    const blocks = [{ is: 'paragraph' as const, text: 'Please answer by 12 March 2026. '.repeat(9).trim() }];
    const { pages, words } = layOut(
      await writeDocx({ ...notice, language: 'en', head: signature, signature, blocks, date: '2026-09-30' }),
    );
    const lines = linesOf(words, pages);
    const date = lines.find(({ text }) => text === '30September2026');
    const end = lines.find(({ text }) => text.endsWith('office'));
    if (!date || !end) throw new Error('no signature or date');
    for (const { left, right } of lines) {
      expect(left).toBeGreaterThan(27.8);
      expect(right).toBeLessThan(184.6);
    }
    expect(Math.abs(date.right - end.right)).toBeLessThan(8);
  });

  it('draws a chart and a map, with their tables and every number in them', async () => {
    const { words } = layOut(
      await writeDocx({
        ...notice,
        blocks: [
          {
            is: 'chart',
            title: '逐月进展',
            unit: '人次',
            of: '月份',
            categories: ['一月', '二月'],
            series: [
              { name: '累计', look: 'bars', values: [120, 345], written: ['120', '345'] },
              { name: '路径', look: 'dashed', values: [100, 200], written: ['100.5', '200.5'] },
            ],
          },
          {
            is: 'map',
            title: '各镇人次',
            unit: '人次',
            of: '镇',
            outline: [
              [
                [116, 39],
                [117, 39],
                [117, 40],
                [116, 40],
                [116, 39],
              ],
            ],
            places: [
              { name: '东镇', at: [116.5, 39.5], value: 7, written: '7777' },
              { name: '无处镇', at: null, value: 3, written: '3333' },
            ],
          },
        ],
      }),
    );
    const said = words.map(({ text }) => text);
    for (const number of ['120', '345', '100.5', '200.5', '7777', '3333']) expect(said).toContain(number);
    // Once in the chart's legend or on the map, once in the table.
    for (const name of ['累计', '路径', '东镇']) expect(said.filter((text) => text === name).length).toBeGreaterThanOrEqual(2);
  });

  it('keeps the pitch of its characters where many numbers stand between them', async () => {
    const told = '优惠创业空间累计18,440\u2009平方米，应达到19,041\u2009平方米，为进度路径的96%，按序；本期1,617\u2009平方米。';
    const blocks = Array.from({ length: 14 }, (_one, at) => ({
      is: 'paragraph' as const,
      text: `${'各'.repeat(at)}${told}${told}`,
    }));
    const { words } = layOut(await writeDocx({ ...plain, blocks }));
    // Words are told apart by their gaps: where characters are torn apart, each is one of its own.
    const torn = words.filter(({ text }, at) => text === '平' && words[at + 1]?.text === '方');
    expect(words.filter(({ text }) => text.includes('平方')).length).toBeGreaterThan(60);
    expect(torn).toEqual([]);
  });

  it('moves the table of a chart to the next page whole, and leaves no two lines of it behind', async () => {
    const categories = Array.from({ length: 19 }, (_one, at) => `指标甲${at + 1}`);
    const values = categories.map((_one, at) => 100 + at);
    const { words } = layOut(
      await writeDocx({
        ...plain,
        blocks: [
          { is: 'paragraph', text: '就业友好型城市建设工作进展情况'.repeat(5) },
          {
            is: 'chart',
            title: '各项指标',
            unit: '%',
            of: '指标',
            layout: 'across',
            categories,
            series: [{ name: '与路径之比', look: 'bars', values, written: values.map((value) => `${value}%`) }],
          },
        ],
      }),
    );
    const pages = values.map((value) => words.findLast(({ text }) => text === `${value}%`)?.page);
    expect(new Set(pages).size).toBe(1);
  });
});
