import { expect, it } from 'vitest';
import { measureOfDraft } from './measure-told.ts';

const titles = ['开发就业岗位', '提升职业技能', '建设零工市场', '保障劳动权益'];
const programme = { measures: titles.map((title, at) => ({ no: at + 1, title: { zh: title, en: title } })) };
const paper = (...names: string[]) => ({ measures: names.map((title, at) => ({ no: at + 1, title })) });

it('an opinion on the programme’s own draft belongs to the task in whose words it is anchored', () => {
  const draft = paper('开发更多就业岗位', '提升职业技能', '建设零工市场', '维护劳动者权益');
  expect(measureOfDraft(draft, programme, 3)).toBe(3);
  expect(measureOfDraft(draft, programme, null), 'an opinion on the paper as a whole').toBeUndefined();
});

it('an opinion on another paper belongs to no task, though one of its measures bears the same number and title', () => {
  expect(measureOfDraft(paper('选址布局', '服务时间', '建设零工市场', '经费保障', '责任分工'), programme, 3)).toBeUndefined();
});
