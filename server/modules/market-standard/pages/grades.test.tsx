import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { Visit } from '../../portal/module.ts';
import type { StationGrades } from '../contract.ts';
import { standardOn } from '../standard.ts';
import { gradesPage } from './grades.tsx';

const stations = [
  { id: 'a', name: { zh: '马驹桥零工市场', en: 'Majuqiao gig market' } },
  { id: 'b', name: { zh: '中仓零工驿站', en: 'Zhongcang gig station' } },
];
const graded: StationGrades['grades'][number] = {
  station: 'a',
  name: { zh: '马驹桥零工市场', en: 'Majuqiao gig market' },
  grade: 'good',
  points: 81.5,
  ofPoints: 96,
  from: '2026-04-01',
  to: '2026-06-30',
  version: '2026-1',
  // Still the 14th in London, the 15th in Beijing.
  on: '2026-07-14T18:00:00.000Z',
};
const readIn = (language: Visit['language']) => {
  const contact = { districtName: { zh: '通州区', en: 'Tongzhou' }, telephone: '12333' };
  const visit = { language, isDemo: false, contact, validUntil: undefined, city: undefined, resident: undefined };
  return renderToString(<main>{gradesPage(visit, stations, [graded], standardOn('2026-07-15')).body}</main>);
};

it('says of each station its grade, since when, and for which days, or that it has none; and how grades are given', () => {
  const zh = readIn('zh');
  expect(zh).toContain('<strong>良好</strong>，得 81.5 分，满分 96 分');
  expect(zh).toContain('2026年7月15日评定，查的是2026年4月1日到2026年6月30日，按 2026-1 版标准。');
  expect(zh.match(/还没有评过/g)).toHaveLength(1);
  expect(zh).toContain('优秀：得分不低于 90%，有记录可评的分不少于 80%，必须做到的每一项都做到。');
  expect(zh.match(/<details>/g)).toHaveLength(standardOn('2026-07-15').groups.length);
  const en = readIn('en');
  expect(en).toContain('<strong>good</strong>, 81.5 of 96 points');
  expect(en).toContain('Graded on 15 July 2026 for 1 April 2026 to 30 June 2026, by standard 2026-1.');
  expect(en).not.toMatch(/[\u4e00-\u9fff]/);
});
