import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { checkPaper } from './check-paper.ts';
import { LAYOUTS } from './layouts.fixture.ts';
import { MORE_GOLD } from './more-papers.fixture.ts';
import { GOLD } from './papers.fixture.ts';
import { CheckReport } from './shapes.ts';
import { UNITS } from './units.fixture.ts';
import { consulted as consultedOn, VERDICTS } from './verdicts.fixture.ts';

const REAL = resolve(import.meta.dirname, '../../../../../shared/policies/tongzhou-2025.txt');

describe('papers read by hand', () => {
  it.each([...GOLD, ...MORE_GOLD, ...LAYOUTS, ...UNITS].map((paper) => [paper.name, paper] as const))(
    '%s',
    (_, { text, opinions, warnings = [] }) => {
      const report = checkPaper(text);
      expect(
        report?.opinions.map(({ unit, measure, decision, verdict, requests, findings }) => ({
          unit,
          measure,
          decision,
          verdict,
          requests: requests.map(({ kind, oldWords, newWords }) => [kind, oldWords, newWords]),
          codes: findings.map(({ code }) => code),
        })),
      ).toEqual(opinions);
      expect(report?.warnings.map(({ code }) => code)).toEqual(warnings);
    },
  );
});

describe('what the text does, against what was decided', () => {
  it.each(VERDICTS)('%s：%s → %s', (ask, decision, verdict, codes) => {
    const [opinion] = checkPaper(consultedOn(ask, decision))?.opinions ?? [];
    expect([opinion?.verdict, opinion?.findings.map(({ code }) => code)]).toEqual([verdict, codes]);
  });
});

describe.skipIf(!existsSync(REAL))("the district's own paper", () => {
  const text = existsSync(REAL) ? readFileSync(REAL, 'utf8') : '';
  const report = checkPaper(text);

  it('asks eleven units, nine of which have no comment', () => {
    expect([report?.asked.length, report?.askedCount, report?.noComment.length, report?.noCommentCount]).toEqual([11, 11, 9, 9]);
  });
  it('confirms the first opinion, and points at its words', () => {
    const [first] = report?.opinions ?? [];
    expect(first).toMatchObject({ unit: '区财政局', measure: 3, decision: 'adopted', verdict: 'consistent' });
    const place = first?.findings[0]?.place;
    expect(place && text.slice(...place)).toBe(first?.requests[0]?.newWords);
  });
  it('reports the second: not adopted, yet neither the unit nor the words are in the final text', () => {
    const second = report?.opinions[1];
    expect(second).toMatchObject({ unit: '区财政局', measure: 8, decision: 'not adopted', verdict: 'contradiction' });
    expect(second?.findings.map(({ code, params }) => [code, params.unit ?? params.words])).toEqual([
      ['refused-unit-gone', '区财政局'],
      ['refused-removal-absent', second?.requests[1]?.oldWords],
    ]);
  });
  it('asks a person about the third, showing the place and what differs there', () => {
    const third = report?.opinions[2];
    expect(third).toMatchObject({ unit: '区委社会工作部', measure: 12, decision: 'adopted', verdict: 'needs a person' });
    const [finding] = third?.findings ?? [];
    expect(finding?.code).toBe('new-words-reworded');
    expect(finding?.place && text.slice(...finding.place)).toMatch(/^发布.+友好场景$/);
    expect(finding?.difference?.some(({ kind, text: words }) => kind === 'insert' && words.includes('各街道乡镇'))).toBe(true);
  });
});

const PIECES = [
  '征求意见汇总说明\n',
  '1.',
  '区财政局',
  '建议',
  '将',
  '“',
  '”',
  '甲乙',
  '修改为',
  '删除',
  '增加',
  '采纳',
  '不采纳',
  '原因是',
  '牵头单位',
  '：',
  '、',
  '。',
  '\n',
  '我局',
  '一、',
  '"',
  '😀',
  '\t',
  '由',
  '为',
];

describe('on any text whatever', () => {
  it('the check never throws, keeps to its shape, and its spans lie inside the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        const text = `云澜区措施\n一、任务\n1.甲乙丙丁。\n牵头单位：区财政局\n征求意见汇总说明\n${pieces.join('')}`;
        const report = checkPaper(text);
        if (!report) return;
        expect(Check(CheckReport, report)).toBe(true);
        for (const { span, requests, findings } of report.opinions)
          for (const [from, to] of [
            span,
            ...requests.map((one) => one.span),
            ...findings.flatMap(({ place }) => (place ? [place] : [])),
          ])
            expect(from >= 0 && from <= to && to <= text.length).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  const letters = fc
    .array(fc.constantFrom(...'就业岗位服务驿站培训零工甲乙丙丁戊己庚辛'), { minLength: 8, maxLength: 30 })
    .map((all) => all.join(''));
  const consulted = (measure: string, ask: string, decision: string) =>
    `云澜区措施\n一、任务\n1.建站。${measure}。\n牵头单位：区财政局\n征求意见汇总说明\n就《云澜区措施》向区财政局、区教委等2家单位征求意见：\n1.区教委针对“1.建站”，建议${ask}。${decision}。\n2.区财政局无意见。\n`;
  const verdictOf = (text: string) => checkPaper(text)?.opinions[0]?.verdict;

  it('adopted words that stand in the measure are confirmed whatever stands around them', () => {
    fc.assert(
      fc.property(letters, letters, letters, (before, words, after) => {
        expect(verdictOf(consulted(`${before}，${words}，${after}`, `增加“${words}”`, '采纳'))).toBe('consistent');
      }),
    );
  });
  it('marks, spaces and widths make no difference', () => {
    fc.assert(
      fc.property(letters, letters, fc.constantFrom('、', ' ', '“', '”', '　'), (one, other, mark) => {
        expect(verdictOf(consulted(`前文${one}${mark}${other}`, `增加“${one}${other}”`, '采纳'))).toBe('consistent');
      }),
    );
  });
  it('a refused removal whose words stand is confirmed; adopted, it is a contradiction', () => {
    fc.assert(
      fc.property(letters, (words) => {
        const measure = `前文，${words}，后文`;
        expect(verdictOf(consulted(measure, `删除“${words}”`, '不采纳，原因是另有规定'))).toBe('consistent');
        expect(verdictOf(consulted(measure, `删除“${words}”`, '采纳'))).toBe('contradiction');
      }),
    );
  });
});
