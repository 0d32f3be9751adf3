import { describe, expect, it } from 'vitest';
import { diffReadings } from './differences.ts';
import { CARE_PLAN } from './papers.testing.ts';
import { readPolicy } from './read.ts';

const compared = (...edits: [string, string][]) => {
  const after = edits.reduce((text, [old, now]) => {
    expect(text).toContain(old);
    return text.replace(old, now);
  }, CARE_PLAN);
  return diffReadings(readPolicy(CARE_PLAN), readPolicy(after));
};
const only = ({ clauses }: ReturnType<typeof diffReadings>) => {
  expect(clauses.length).toBe(1);
  return clauses[0];
};

describe('a corrected paper', () => {
  it('that only moves on the page changes nothing', () => {
    const moved = diffReadings(readPolicy(CARE_PLAN), readPolicy(`\n\n${CARE_PLAN.replaceAll('\n', '\r\n')}`));
    expect(moved).toEqual({ title: null, validUntil: null, areasAdded: [], areasRemoved: [], clauses: [] });
  });

  it('shows a figure with its old and its new value', () => {
    const clause = only(compared(['护理员5000人次', '护理员6000人次']));
    expect(clause).toMatchObject({ kind: 'changed', after: { no: 3 } });
    expect(clause?.changes).toMatchObject([
      { what: 'figure-changed', before: { value: 5000 }, after: { value: 6000 }, fields: ['value'] },
    ]);
  });

  it('shows a promise that became a ceiling, and a new deadline', () => {
    const clause = only(compared(['投诉办结率不低于98%', '到2024年，投诉办结率超过98%']));
    expect(clause?.changes).toMatchObject([{ what: 'figure-changed', fields: ['comparator', 'deadline'] }]);
  });

  it('shows a figure that is new and one that is gone', () => {
    expect(only(compared(['抽查覆盖率100%，', '']))?.changes).toMatchObject([{ what: 'figure-removed', figure: { value: 100 } }]);
    expect(only(compared(['达到百分之九十五。', '达到百分之九十五，新建护理院6家。']))?.changes).toMatchObject([
      { what: 'figure-added', figure: { value: 6, unit: '家' } },
    ]);
  });

  it('shows units that come, go and change their part', () => {
    expect(only(compared(['区民政局、区卫健委配合', '区财政局配合']))?.changes).toEqual([
      { what: 'cooperating-removed', unit: '区民政局' },
      { what: 'cooperating-removed', unit: '区卫健委' },
      { what: 'cooperating-added', unit: '区财政局' },
    ]);
    expect(only(compared(['（区人社局牵头，区民政局、区卫健委配合', '（区民政局牵头，区人社局、区卫健委配合']))?.changes).toEqual(
      [
        { what: 'now-cooperates', unit: '区人社局' },
        { what: 'now-leads', unit: '区民政局' },
      ],
    );
  });

  it('shows a measure that is gone, and the new number of the one after it', () => {
    const { clauses } = compared(
      [CARE_PLAN.slice(CARE_PLAN.indexOf('1、建设服务中心'), CARE_PLAN.indexOf('2、布局助餐点')), ''],
      ['2、布局', '1、布局'],
    );
    expect(clauses.map(({ kind, before, after }) => [kind, before?.no, after?.no])).toEqual([
      ['removed', 1, undefined],
      ['changed', 2, 1],
      ['changed', 3, 2],
      ['changed', 4, 3],
    ]);
    expect(clauses[1]?.changes).toEqual([{ what: 'number', before: 2, after: 1 }]);
  });

  it('shows a new title of the paper, of a measure and of an area', () => {
    const difference = compared(
      ['东岭区养老', '东岭区康养'],
      ['1、培训护理员', '1、培养护理员'],
      ['（一）健全网络', '（一）织密网络'],
    );
    expect(difference.title).toEqual({
      before: '东岭区养老服务三年行动方案（2023-2025年）',
      after: '东岭区康养服务三年行动方案（2023-2025年）',
    });
    expect([difference.areasRemoved, difference.areasAdded]).toEqual([['健全网络'], ['织密网络']]);
    expect(only(difference)?.changes).toEqual([{ what: 'title', before: '培训护理员', after: '培养护理员' }]);
  });
});
