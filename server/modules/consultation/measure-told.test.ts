import { expect, it } from 'vitest';
import { sameMeasure } from './measure-told.ts';

const programme = ['建好零工驿站', '开展技能培训', '发放创业补贴', '办好招聘活动'].map((title, at) => ({ no: at + 1, title }));
const paper = (titles: readonly string[]) => ({
  measures: titles.map((title, at) => ({
    no: at + 1,
    title,
    lead: [],
    leadSpans: [],
    cooperating: [],
    cooperatingSpans: [],
    span: [0, 1] as [number, number],
  })),
});

it('an opinion on the programme’s own draft stands on the timeline of the measure it is about', () => {
  const draft = paper(['建设零工驿站', '开展职业技能培训', '发放创业补贴', '就业援助']);
  expect(sameMeasure(draft, programme, 2)).toBe(2);
  expect(sameMeasure(draft, programme, 4)).toBeUndefined();
});

it('of another paper no measure’s timeline is told, though one of its headings is much the same', () => {
  expect(sameMeasure(paper(['统一场地设置', '开展技能培训', '做好工资结算']), programme, 2)).toBeUndefined();
});
