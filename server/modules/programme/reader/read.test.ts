import { describe, expect, it } from 'vitest';
import {
  CARE_PLAN,
  CONSULTED_DRAFT,
  CONSUMPTION_MEASURES,
  DIGITAL_PLAN,
  FACTORY_PLAN,
  SIGNED_NOTICE,
  TASK_TABLE,
  VILLAGE_DRAFT,
  YOUTH_MEASURES,
} from './papers.testing.ts';
import { readPolicy } from './read.ts';
import type { Measure, PolicyReading, Target } from './reading.ts';

const shortly = ({ comparator, value, upTo, unit, period, deadline }: Target): string =>
  `${comparator} ${value}${upTo === null ? '' : `—${upTo}`} ${unit}|${period ?? ''}|${deadline ?? ''}`;
const figures = (reading: PolicyReading): string[][] => reading.measures.map(({ targets }) => targets.map(shortly));
const units = ({ lead, cooperating }: Measure): string => `${lead.join('、')} / ${cooperating.join('、')}`;
const codes = (reading: PolicyReading): string[] => reading.warnings.map(({ code }) => code);

describe('若干措施 with 第N条 under a covering notice', () => {
  const reading = readPolicy(YOUTH_MEASURES);
  it('names the paper, not the notice, and counts its validity from the day it takes effect', () => {
    expect(reading.title).toBe('青河市促进青年就业若干措施');
    expect(reading.validUntil).toBe('2027-03-31');
  });
  it('leaves out the article on validity and the numbered lines of the notice', () => {
    expect(reading.measures.map(({ no, title }) => `${no} ${title}`)).toEqual(['1 扩大岗位供给', '2 支持创业', '3 优化服务']);
  });
  it('lets the unit named first lead, and drops the remark that says so', () => {
    expect(reading.measures.map(units)).toEqual([
      '市人力资源社会保障局 / 市财政局、各区县人民政府',
      '市人力资源社会保障局 / 人民银行青河分行、市财政局',
      '市人力资源社会保障局 / 各区县人民政府',
    ]);
  });
  it('takes promises, and neither grants, ceilings, interest, thresholds nor last year’s results', () => {
    expect(figures(reading)).toEqual([
      ['>= 12000 个|每年|2026', '>= 30 %|每年|2026'],
      ['>= 500000000 元|全年|', '>= 3000 人|全年|'],
      ['<= 10 个工作日||', '>= 100 %||', '> 1000 场||2024'],
    ]);
  });
});

describe('行动方案 whose numbers begin again in each area', () => {
  const reading = readPolicy(CARE_PLAN);
  it('numbers the measures in the order of the paper and keeps what is printed', () => {
    expect(reading.measures.map(({ no, printed, area }) => [no, printed, area])).toEqual([
      [1, '1、', 1],
      [2, '2、', 1],
      [3, '1、', 2],
      [4, '2、', 2],
    ]);
    expect(reading.areas.map(({ title }) => title)).toEqual(['健全网络', '提升质量']);
  });
  it('reads labels and verbs in brackets', () => {
    expect(reading.measures.map(units)).toEqual([
      '区民政局 / 区财政局、区规划资源局、各街镇',
      '区民政局 / 区商务委、区市场监管局、各街道办事处、各镇人民政府',
      '区人社局 / 区民政局、区卫健委',
      '区民政局、区市场监管局 / ',
    ]);
  });
  it('takes the day beside the units as deadline, and the goals apart from the measures', () => {
    expect(figures(reading)).toEqual([
      ['>= 1 个||2023', '>= 30 个||2023'],
      ['>= 2 个|每个街镇|', '>= 120 个|累计|'],
      ['>= 5000 人次|三年内|2025', '>= 95 %|三年内|2025'],
      ['>= 100 %||', '>= 98 %||'],
    ]);
    expect(reading.goals.map(shortly)).toEqual(['>= 25000 张||2025', '>= 60 %||2025', '>= 3000 张||2025', '>= 20000 户||2025']);
  });
});

describe('a paper typed with half-width signs', () => {
  const reading = readPolicy(CONSUMPTION_MEASURES);
  it('is read like any other, and its colons are no slips', () => {
    expect(reading.title).toBe('云岭省促进服务消费高质量发展若干措施');
    expect(reading.measures.map(units)).toEqual([
      '省商务厅 / 省文化和旅游厅、省市场监管局、各市、县(区)人民政府',
      '省文化和旅游厅 / 有关部门',
      '省文化和旅游厅、省公安厅、团省委、省总工会 / ',
      '省文化和旅游厅、省财政厅 / 省交通运输厅',
    ]);
    expect(codes(reading)).toEqual([]);
  });
  it('keeps 各市、县(区)人民政府 as one unit', () => {
    expect(reading.measures[0]?.cooperating).toContain('各市、县(区)人民政府');
  });
  it('takes what follows 其中 as part of the promise, and the prize for large meetings as none', () => {
    expect(figures(reading)).toEqual([
      ['>= 50 个||2026', '~ 8 %|年均|2026'],
      ['>= 100 家||'],
      ['>= 200 场次|每年|', '>= 30 场|每年|'],
      ['> 800000000 人次||2025', '> 900000000000 元||2025'],
    ]);
  });
});

describe('articles that say 由…牵头 in the text', () => {
  const reading = readPolicy(DIGITAL_PLAN);
  it('finds the units in the sentence and in lists set apart by commas or spaces', () => {
    expect(reading.measures.map(units)).toEqual([
      '省发展改革委 / 省工业和信息化厅、省通信管理局',
      '省通信管理局、省发展和改革委员会、各市（州）人民政府 / ',
      '省发展和改革委员会、省能源局 / ',
    ]);
  });
  it('reads plan periods, ranges, physical units and limits', () => {
    expect(figures(reading)).toEqual([
      ['~ 12 %||2027', '> 2000 家||2027'],
      ['>= 1.5 亿千瓦||2030', '>= 200000 个||2030', '>= 5—8 个||2030'],
      ['>= 5 %||', '<= 1.25 ||'],
    ]);
  });
});

describe('a draft with a number printed twice', () => {
  const reading = readPolicy(VILLAGE_DRAFT);
  it('gives the second one the free number and says where', () => {
    expect(reading.measures.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
    const [warning] = reading.warnings;
    expect(warning).toMatchObject({ code: 'number-repeated', params: { printed: '三、', expected: 4 } });
    expect(VILLAGE_DRAFT.slice(...(warning?.span ?? [0, 0]))).toBe('三、');
    expect(VILLAGE_DRAFT.slice(warning?.span[0]).startsWith('三、支持文旅')).toBe(true);
  });
  it('drops the mark of a draft from the title and takes units in brackets without a verb', () => {
    expect(reading.title).toBe('柳河县推进乡村振兴若干政策措施');
    expect(reading.validUntil).toBe('2026-12-31');
    expect(reading.measures.map(units)).toEqual([
      '县农业农村局 / 县财政局、各乡镇人民政府',
      '县农业农村局 / ',
      '县人社局、团县委、县妇联 / ',
      '县文广旅局、各乡镇 / ',
    ]);
  });
  it('takes no threshold, prize or ceiling for a figure', () => {
    expect(figures(reading)).toEqual([
      ['>= 30 万亩||', '>= 1.5 亿斤||'],
      ['>= 10 家||'],
      ['>= 500 名||', '>= 1000 人||'],
      ['> 1000000 人次||', '> 500000000 元||'],
    ]);
  });
});

describe('a plan numbered 1. and （1） with 主办 and 协办', () => {
  const reading = readPolicy(FACTORY_PLAN);
  it('takes the （1） under the tasks for measures, not those of the closing section', () => {
    expect(reading.measures.map(({ title }) => title)).toEqual(['更新设备', '开展诊断', '强化金融']);
    expect(reading.measures.map(units)).toEqual([
      '市工信局 / 市财政局、市发改委',
      '市工信局 / 各县（市、区）政府、高新区管委会',
      '人行南屏中心支行 / 市金融办、市工信局',
    ]);
  });
  it('takes no interest rate for a figure', () => {
    expect(figures(reading)).toEqual([
      ['>= 100 个|每年|', '>= 3000 台（套）|每年|'],
      ['>= 1000 家|三年累计|'],
      ['> 15000000000 元||'],
    ]);
  });
});

describe('征求意见情况说明', () => {
  const reading = readPolicy(CONSULTED_DRAFT);
  it('reads who was asked, what each said about which measure, and what became of it', () => {
    expect(reading.consultation?.sentOn).toBe('2025-03-09');
    expect(reading.consultation?.requested.map(({ name }) => name)).toEqual(['区财政局', '区城管委', '区教委', '区妇联']);
    expect(
      reading.consultation?.opinions.map(({ unit, measure, disposition, reason }) => [unit, measure, disposition, reason]),
    ).toEqual([
      ['区财政局', 1, 'adopted', null],
      ['区城管委', 1, 'not-adopted', null],
      ['区教委', 2, 'partly-adopted', '线上课程另行安排'],
    ]);
    expect(reading.consultation?.opinions[0]).toMatchObject({ oldWords: '建成零工驿站60个', newWords: '建成零工驿站40个' });
  });
  it('reports a wrong count, a unit without an answer and a refusal without reason', () => {
    expect(codes(reading)).toEqual(['consultation-count-differs', 'unit-without-answer', 'refusal-without-reason']);
  });
  it('is no part of the measures', () => {
    expect(reading.measures.map(units)).toEqual(['区人力社保局 / 区财政局、区城管委', '区人力社保局 / 区教委、区妇联']);
    expect(figures(reading)).toEqual([['>= 40 个||2026'], ['>= 2000 人次|每年|']]);
  });
});

describe('a task table', () => {
  const reading = readPolicy(TASK_TABLE);
  it('makes a measure of each row, with its units and its deadline', () => {
    expect(reading.title).toBe('西塘区2025年重点工作任务分工表');
    expect(reading.measures.map(({ no, title }) => `${no} ${title}`)).toEqual([
      '1 新增城镇就业5万人',
      '2 建设口袋公园20个',
      '3 开展“百日招聘”活动，每月不少于4场',
    ]);
    expect(reading.measures.map(units)).toEqual([
      '区人社局 / 区财政局、各街道办事处',
      '区园林局 / 各街道办事处、乡镇政府',
      '区人社局 / ',
    ]);
    expect(figures(reading)).toEqual([['>= 50000 人||2025-12'], ['>= 20 个||2025-11'], ['>= 4 场|每月|']]);
  });
});

describe('a signed notice before the paper', () => {
  it('lends the paper none of its numbered lines', () => {
    const reading = readPolicy(SIGNED_NOTICE);
    expect(reading.title).toBe('长堤区稳岗措施');
    expect(reading.measures.map(({ no, title }) => `${no} ${title}`)).toEqual(['1 稳定岗位', '2 扩大培训']);
    expect(reading.measures.map(units)).toEqual(['区人社局 / 区财政局', '区人社局 / 区教育局']);
    expect(figures(reading)).toEqual([['>= 8000 个|全年|'], ['>= 3000 人次|全年|']]);
  });
});

describe('what is no policy paper', () => {
  it.each(['', ' \n\r\n', '春天来了，山上的花开了。他买了3个苹果，花了12元（由邻居看管）。'])(
    'gives an empty reading that says so: %j',
    (text) => {
      const reading = readPolicy(text);
      expect(reading.measures).toEqual([]);
      expect(reading.consultation).toBeNull();
      expect(codes(reading)).toEqual(['no-measures-found']);
    },
  );
});

describe('places', () => {
  const papers = {
    YOUTH_MEASURES,
    CARE_PLAN,
    CONSUMPTION_MEASURES,
    DIGITAL_PLAN,
    VILLAGE_DRAFT,
    FACTORY_PLAN,
    CONSULTED_DRAFT,
    TASK_TABLE,
    SIGNED_NOTICE,
  };
  it.each(Object.entries(papers))('every item of %s is where its span says', (_, text) => {
    const reading = readPolicy(text);
    const at = (span: readonly [number, number] | null) => (span ? text.slice(...span) : null);
    const plain = (words: string | null) => words?.replace(/\s/g, '');
    if (reading.titleSpan) expect(plain(at(reading.titleSpan))).toBe(reading.title);
    for (const area of reading.areas) expect(at(area.span)).toBe(area.title);
    for (const measure of reading.measures) {
      expect(at(measure.span)?.startsWith(measure.printed)).toBe(true);
      expect(at(measure.titleSpan)).toBe(measure.title);
      expect(measure.leadSpans.map((span) => plain(at(span)))).toEqual(measure.lead);
      expect(measure.cooperatingSpans.map((span) => plain(at(span)))).toEqual(measure.cooperating);
      for (const target of measure.targets) {
        expect(at(target.span)).toBe(target.text);
        expect(target.text).toContain(at(target.numberSpan));
      }
    }
    for (const unit of reading.consultation?.requested ?? []) expect(at(unit.span)).toBe(unit.name);
    for (const opinion of reading.consultation?.opinions ?? []) expect(at(opinion.span)).toContain(opinion.text);
  });
  it('are the same whether lines end with LF or CRLF', () => {
    const crlf = YOUTH_MEASURES.replaceAll('\n', '\r\n');
    expect(figures(readPolicy(crlf))).toEqual(figures(readPolicy(YOUTH_MEASURES)));
    expect(readPolicy(crlf).measures.map(units)).toEqual(readPolicy(YOUTH_MEASURES).measures.map(units));
    for (const { targets } of readPolicy(crlf).measures)
      for (const { text, span } of targets) expect(crlf.slice(...span)).toBe(text);
  });
});
