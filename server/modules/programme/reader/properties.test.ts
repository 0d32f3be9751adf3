import fc from 'fast-check';
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';
import * as papers from './papers.testing.ts';
import { readPolicy } from './read.ts';
import { PolicyReading, type Span } from './reading.ts';

const PAPERS: readonly string[] = Object.values(papers);
const { CARE_PLAN, CONSULTED_DRAFT, YOUTH_MEASURES } = papers;

/** Pieces of which papers are made, and of which broken ones are. */
const PIECES = [
  '一、',
  '（一）',
  '（4）',
  '1.',
  '1．',
  '第三条 ',
  '①',
  '\n',
  '\r\n',
  '　',
  '。',
  '，',
  '、',
  '；',
  '：',
  ':',
  '（',
  '）',
  '(',
  '【',
  '“',
  '”',
  '《',
  '》',
  '牵头单位：',
  '责任单位:',
  '（区财政局牵头，区教委配合）',
  '由区教委负责',
  '区人社局',
  '各镇、',
  '等',
  '和',
  '会同有关部门',
  '列第一位者为牵头单位',
  '不少于',
  '达到',
  '超',
  '每年',
  '到2027年底',
  '三百',
  '2.5亿',
  '1,000',
  '98％',
  '分别',
  '全覆盖',
  '个',
  '人次',
  '万元',
  '的企业',
  '给予',
  '补贴',
  '有效期至2027年12月31日',
  '关于印发《甲办法》的通知',
  '附件：',
  '征求意见汇总说明',
  '建议将“甲”修改为“乙”。予以采纳',
  '无修改意见',
  '总体要求',
  '目标',
  '😀',
  '\u0000',
];
const scraps = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 120 })
  .map((parts) => parts.join(''));

function spansOf(reading: PolicyReading): Span[] {
  const { titleSpan, areas, measures, goals, consultation, warnings } = reading;
  const targets = [...goals, ...measures.flatMap((measure) => measure.targets)];
  return [
    ...(titleSpan ? [titleSpan] : []),
    ...areas.map(({ span }) => span),
    ...measures.flatMap((measure) => [
      measure.span,
      ...(measure.titleSpan ? [measure.titleSpan] : []),
      ...measure.leadSpans,
      ...measure.cooperatingSpans,
    ]),
    ...targets.flatMap(({ span, numberSpan }) => [span, numberSpan]),
    ...(consultation
      ? [consultation.span, ...consultation.requested.map(({ span }) => span), ...consultation.opinions.map(({ span }) => span)]
      : []),
    ...warnings.map(({ span }) => span),
  ];
}

describe('on any text whatever', () => {
  it('the reader never throws, keeps to its shape, and its spans lie inside the text', () => {
    fc.assert(
      fc.property(scraps, (text) => {
        const reading = readPolicy(text);
        expect(Check(PolicyReading, reading)).toBe(true);
        for (const [from, to] of spansOf(reading)) expect(from >= 0 && from <= to && to <= text.length).toBe(true);
        const starts = reading.measures.map(({ span }) => span[0]);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        const numbers = reading.measures.map(({ no }) => no);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        for (const { span, numberSpan, text: words } of reading.measures.flatMap(({ targets }) => targets)) {
          expect(text.slice(...span)).toBe(words);
          expect(span[0] <= numberSpan[0] && numberSpan[1] <= span[1]).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a canonical spelling has the length of the text, so places stay', () => {
    fc.assert(fc.property(fc.oneof(scraps, fc.string({ unit: 'binary' })), (text) => canonical(text).length === text.length));
  });

  it('a unit never both leads and cooperates', () => {
    fc.assert(
      fc.property(scraps, (text) => {
        for (const { lead, cooperating } of readPolicy(text).measures) {
          expect(new Set([...lead, ...cooperating]).size).toBe(lead.length + cooperating.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** A paper with pieces cut out and pieces of other papers put in. */
const torn = fc
  .tuple(
    fc.constantFrom(...PAPERS),
    fc.array(fc.tuple(fc.nat(2000), fc.nat(30), fc.constantFrom(...PAPERS), fc.nat(2000), fc.nat(60)), { maxLength: 10 }),
  )
  .map(([paper, tears]) =>
    tears.reduce<string>((text, [at, gone, other, from, length]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + other.slice(from % other.length, (from % other.length) + length) + text.slice(place + gone);
    }, paper),
  );

describe('on torn papers', () => {
  it('every name, title and figure is where its span says, and numbers only grow', () => {
    const bare = (words: string) => words.replace(/\s/g, '');
    fc.assert(
      fc.property(torn, (text) => {
        const { measures } = readPolicy(text);
        const numbers = measures.map(({ no }) => no);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        for (const measure of measures) {
          expect(measure.leadSpans.map((span) => bare(text.slice(...span)))).toEqual(measure.lead);
          expect(measure.cooperatingSpans.map((span) => bare(text.slice(...span)))).toEqual(measure.cooperating);
          if (measure.titleSpan) expect(bare(text.slice(...measure.titleSpan))).toBe(bare(measure.title ?? ''));
          for (const target of measure.targets) {
            expect(text.slice(...target.span)).toBe(target.text);
            expect(Number.isFinite(target.value)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a huge file', () => {
  const filled = (words: string) => words.repeat(Math.ceil(1_700_000 / words.length));
  // 1.7 million characters are 5 MB of UTF-8. What grows with the square of the length would take hours here.
  it.each([
    ['papers one after another', filled(YOUTH_MEASURES + CARE_PLAN + CONSULTED_DRAFT)],
    ['one endless line', filled('每年培训1万人次和')],
    ['opening brackets only', filled('（')],
    ['labels without end', filled('牵头单位：')],
    ['brackets with units', filled('（区财政局牵头，区教委配合）')],
    ['one endless list', `牵头单位：${filled('区财政局、')}`],
    ['numbered lines', filled('1.培训100人。\n')],
    ['words about validity', filled('自施行有效期至')],
    ['years', filled('到2027年底，')],
    ['digits', filled('1')],
    ['blank lines', filled('\n')],
    ['quotes', `征求意见汇总说明\n${filled('1.区财政局针对“')}`],
  ])(
    'is read within seconds: %s',
    (_, text) => {
      // Time on the processor, not on the wall: what else the machine does is not the reader's.
      const start = process.cpuUsage();
      readPolicy(text);
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1000).toBeLessThan(15_000);
    },
    120_000,
  );
});
