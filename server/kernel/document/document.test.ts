import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Block, type Chart, type MapPicture, type OfficialDocument, tableOfChart } from './document.ts';
import { writeDocx } from './docx.ts';
import { folded } from './docx-blocks.ts';
import { signed } from './docx-frame.ts';
import { documentHtml } from './html.tsx';
import { placeMap } from './map-layout.ts';
import { chineseNumber, numbered } from './numbering.ts';

const chart: Chart = {
  is: 'chart',
  title: '逐月进展',
  unit: '人次',
  of: '月份',
  categories: ['1月', '2月'],
  series: [
    { name: '累计', look: 'bars', values: [120, null], written: ['120', '—'], tones: ['behind', 'ahead'] },
    { name: '进度路径', look: 'dashed', values: [150, 300], written: ['150', '300'] },
  ],
};
const map: MapPicture = {
  is: 'map',
  title: '各镇人次',
  unit: '人次',
  of: '镇',
  outline: [
    [
      [116, 39],
      [117, 39],
      [117, 40],
      [116, 39],
    ],
  ],
  places: [
    { name: '东镇', at: [116.5, 39.3], value: 7, written: '7' },
    { name: '西镇', at: null, value: null, written: '—' },
  ],
};
const paper: OfficialDocument = {
  language: 'zh',
  head: '某区专班',
  number: '〔2026〕第3号',
  title: '关于进展\n情况的通报',
  addressee: '各单位：',
  blocks: [
    { is: 'heading', level: 1, text: '总体' },
    { is: 'paragraph', text: '完成 <b>12</b> & 更多。' },
    {
      is: 'table',
      caption: '表一',
      columns: [{ title: '指标' }, { title: '亮灯' }],
      rows: [['培训', { text: '◆ 滞后', tone: 'behind' }]],
    },
    chart,
    map,
  ],
  signature: '某区专班',
  date: '2026-03-05',
  annexes: [{ title: '逐项', blocks: [{ is: 'heading', level: 1, text: '第一项' }] }],
};

describe('a document', () => {
  it('numbers its headings by level, each level anew below the next', () => {
    const blocks: Block[] = ([1, 2, 3, 3, 2, 3, 1, 2] as const).map((level) => ({ is: 'heading', level, text: '' }));
    const texts = (language: 'zh' | 'en') =>
      numbered(blocks, language).map((block) => (block.is === 'heading' ? block.text : ''));
    expect(texts('zh')).toEqual(['一、', '（一）', '1. ', '2. ', '（二）', '1. ', '二、', '（一）']);
    expect(texts('en')).toEqual(['1. ', '(1) ', 'a. ', 'b. ', '(2) ', 'a. ', '2. ', '(1) ']);
    expect([1, 9, 10, 11, 20, 23, 99].map(chineseNumber)).toEqual(['一', '九', '十', '十一', '二十', '二十三', '九十九']);
    expect(() => chineseNumber(100)).toThrow(RangeError);
  });

  it('is laid out to GB/T 9704 in its own XML', async () => {
    const files = unzipSync(await writeDocx(paper));
    const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const xml = part('word/document.xml');
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(xml).toMatch(/<w:docGrid w:type="lines" w:linePitch="579"/);
    expect(xml).toMatch(/<w:tblHeader\/>/);
    const styles = part('word/styles.xml');
    expect(styles).toMatch(/w:eastAsia="仿宋_GB2312"/);
    expect(styles).toMatch(/w:eastAsia="方正小标宋简体"[^>]*\/>(?:(?!<\/w:rPr>).)*<w:sz w:val="44"\/>/);
    expect(part('word/fontTable.xml')).toMatch(/w:name="仿宋_GB2312"><w:altName w:val="仿宋"/);
    expect(part('word/settings.xml')).toMatch(/<w:evenAndOddHeaders\/>/);
    expect(Object.keys(files).filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(1);
    expect(xml).toMatch(/a:custGeom/);
    expect(Object.keys(files).filter((name) => name.startsWith('word/media/'))).toEqual([]);
  });

  it('is the same file whenever it is written', async () => {
    const one = await writeDocx(paper);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await writeDocx(paper)).equals(one)).toBe(true);
  });

  it('says the same words and numbers on a page, and escapes them', () => {
    const html = documentHtml(paper);
    expect(html).toContain('<h1 class="document-title">关于进展情况的通报</h1>');
    expect(html).toContain('<h2 class="document-heading-1">一、总体</h2>');
    expect(html).toContain('完成 &lt;b>12&lt;/b> &amp; 更多。');
    expect(html).toContain('<span class="tone-behind">◆ 滞后</span>');
    expect(html).toContain('2026年3月5日');
    for (const row of tableOfChart(chart).rows) for (const cell of row) expect(html).toContain(cell);
    expect(html).toMatch(/<svg class="document-chart"[^>]*aria-hidden="true"/);
    expect(html).not.toMatch(/<script|style=/);
  });

  it('draws no bar for what is not known', () => {
    expect(documentHtml(paper).match(/<rect class="bar-/g)).toHaveLength(1);
  });

  it('keeps a place without a known point in the table, and off the map', () => {
    const placed = placeMap(map, 480, 13);
    expect(placed.circles.map(({ name }) => name)).toEqual(['东镇']);
    expect(documentHtml(paper)).toContain('西镇');
    expect(placeMap({ ...map, outline: [], places: [] }, 480, 13).rings).toEqual([]);
  });

  it('sets long tables of few columns side by side on paper', () => {
    const rows = Array.from({ length: 7 }, (_, row) => [`${row}`, `v${row}`]);
    const { columns, rows: set } = folded({ is: 'table', columns: [{ title: 'a' }, { title: 'b' }], rows });
    expect(columns.map(({ title }) => title)).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
    expect(set).toEqual([
      ['0', 'v0', '3', 'v3', '6', 'v6'],
      ['1', 'v1', '4', 'v4', '', ''],
      ['2', 'v2', '5', 'v5', '', ''],
    ]);
    expect(folded({ is: 'table', columns: [{ title: 'a' }, { title: 'b' }], rows: rows.slice(0, 6) }).rows).toHaveLength(6);
  });

  it('sets the date two characters right of the signature, or the signature by a longer date', () => {
    expect(signed('北京市通州区人力资源和社会保障局', '2026年3月5日')).toEqual({ left: 0, right: 2, dayLeft: 12 });
    // The date takes 6 characters and ends two from the margin: it begins at 20, the signature at 18.
    expect(signed('区政府', '2026年3月5日')).toEqual({ left: 0, right: 7, dayLeft: 20 });
    expect(signed('', '2026年3月5日').dayLeft).toBe(20);
  });

  it('breaks a signature longer than a line in two, and lets the date end where it ends', () => {
    const long = 'Tongzhou District employment-friendly city programme office';
    expect(signed(long, '30 September 2026')).toEqual({ left: 8, right: 2, dayLeft: 17.5 });
    expect(signed('局'.repeat(27), '2026年3月5日')).toMatchObject({ right: 2, dayLeft: 20 });
  });
});
