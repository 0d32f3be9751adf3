import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../../kernel/command/run.ts';
import { makeBulletin, paperOf, paperQuery, verificationQuery } from '../bulletins/module.ts';
import { closeOutTest, people } from './close-out.fixture.ts';

let test: Awaited<ReturnType<typeof closeOutTest>>;
beforeAll(async () => {
  test = await closeOutTest('2026-01-20');
}, 120_000);
afterAll(() => test.close());

it('a bulletin tells what was closed out in its days with its grade, and every waiver with its grade, its two signatures and its reason, without names', async () => {
  const { kernel, district } = test;
  const call = { district, actor: people.office };
  const sectionOf = async (from: string, to: string) => {
    const { bulletin } = await makeBulletin(kernel, { kind: 'span', from, to }, call);
    const paper = await ask(kernel, paperQuery, { bulletin }, call);
    return { bulletin, section: paper.snapshot.sections.find(({ name }) => name === 'close-outs'), paper };
  };
  expect((await sectionOf('2026-01-01', '2026-01-19')).section).toBeUndefined();
  await test.count('space.let', '2025-12-20', 30_000);
  await test.apply(4, '2025');
  await test.approve(4, '2025');
  await test.propose(1, '2025', '疫情影响，招聘会推迟');
  await test.sign(1, '2025');
  const { bulletin, section, paper } = await sectionOf('2026-01-10', '2026-01-20');
  expect(section?.numbers).toEqual({ approved: 1, waived: 1, reopened: 0, closed: 2, waivers: 1 });
  expect(section?.table?.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.zh)))).toEqual([
    [
      '1．多措并举开发岗位',
      '2025年度',
      '豁免销账',
      '不合格；综合办2026年1月20日提请，区领导2026年1月20日签批。理由：疫情影响，招聘会推迟',
    ],
    [expect.stringContaining('4．'), '2025年度', '已销账', '优秀'],
  ]);
  const texts = paperOf(paper, 'zh').blocks.map((block) => ('text' in block ? block.text : ''));
  expect(texts).toContain('本期销账 1 项、豁免 1 项、重新打开 0 项；到期末共有 2 项已经销账，其中豁免 1 项。');

  // Whatever is closed or proposed later, the section counts again what it counted.
  await test.propose(2, '2025', '疫情影响，培训推迟');
  await test.sign(2, '2025');
  const { rows, notRecounted } = await ask(kernel, verificationQuery, { bulletin }, call);
  expect(rows.filter(({ isEqual }) => !isEqual)).toEqual([]);
  const recounted = rows.filter(({ figure }) => figure === 'section:close-outs').map(({ key, recounted: now }) => [key, now]);
  expect(Object.fromEntries(recounted)).toEqual({ approved: 1, waived: 1, reopened: 0, closed: 2, waivers: 1, '': 2 });
  expect(notRecounted.map(({ zh }) => zh).join()).toContain('销账情况');
});
