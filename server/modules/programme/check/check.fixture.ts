import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import type { Programme } from '../contract.ts';

const source = said('测试记录', 'Test records');
const base = { silentAfterDays: 31, source };

/** A few kinds of each sort, enough to bind every rule. */
export const sampleKinds = new Map(
  [
    factKind({
      ...base,
      name: 'training.completed',
      title: said('完成技能培训', 'Trainings completed'),
      unit: said('人次', 'person-times'),
      counts: 'once',
    }),
    factKind({
      ...base,
      name: 'loan.disbursed',
      title: said('发放创业担保贷款', 'Loans paid out'),
      unit: said('元', 'yuan'),
      counts: 'flow',
    }),
    factKind({
      ...base,
      name: 'activity.held',
      title: said('举办就业活动', 'Activities held'),
      unit: said('场', 'events'),
      counts: 'once',
      variants: { 'live-show': said('直播带岗', 'Live show'), 'recruitment-fair': said('招聘会', 'Fair') },
    }),
    factKind({
      ...base,
      name: 'contract.signed',
      title: said('签订劳动合同人数', 'Contracts signed'),
      unit: said('人', 'people'),
      counts: 'level',
    }),
    factKind({
      ...base,
      name: 'contract.employees',
      title: said('职工人数', 'Employees'),
      unit: said('人', 'people'),
      counts: 'level',
    }),
    factKind({
      ...base,
      name: 'specialist.serving',
      title: said('在岗就业服务专员', 'Specialists'),
      unit: said('名', 'people'),
      counts: 'level',
      byPlace: true,
    }),
    factKind({
      ...base,
      name: 'place.verified',
      title: said('友好场景', 'Friendly places'),
      unit: said('个', 'places'),
      counts: 'level',
    }),
  ].map((kind) => [kind.name, kind] as const),
);

const text = (zh: string, en: string) => ({ zh, en });

/** A small programme without a fault, in our own words. A fresh copy each time, for tests to spoil. */
export const sampleProgramme = (): Programme => ({
  district: { code: '110112', name: text('样例区', 'Sample district'), telephone: '12333' },
  title: text('样例就业方案', 'A sample programme'),
  startsOn: '2025-01-01',
  validUntil: '2027-12-31',
  goalAreas: [
    { no: 1, title: text('机会', 'Opportunities') },
    { no: 2, title: text('环境', 'Environment') },
  ],
  units: [
    { code: 'human-resources', name: text('区人力社保局', 'Human Resources Bureau') },
    { code: 'finance', name: text('区财政局', 'Finance Bureau') },
  ],
  measures: [
    {
      no: 1,
      area: 1,
      title: text('技能培训', 'Skills training'),
      lead: ['human-resources'],
      cooperating: ['finance'],
      figures: [
        {
          code: '1a',
          title: text('技能培训', 'Skills training'),
          promise: text('每年培训一千人次。', 'A thousand person-times a year.'),
          unit: text('人次', 'person-times'),
          decimals: 0,
          target: { comparator: '>=', value: 1000, per: 'year', by: '2027-12-31' },
          count: { rule: 'sum', facts: { kind: 'training.completed' }, window: 'year' },
          limits: text('结业才计。', 'Only completed trainings.'),
        },
        {
          code: '1b',
          title: text('直播带岗', 'Live shows'),
          promise: text('每月两场。', 'Two a month.'),
          unit: text('期', 'shows'),
          decimals: 0,
          target: { comparator: '>=', value: 2, per: 'month', by: '2027-12-31' },
          count: { rule: 'sum', facts: { kind: 'activity.held', variants: ['live-show'] }, window: 'month' },
          limits: text('办完才计。', 'Only shows held.'),
        },
      ],
    },
    {
      no: 2,
      area: 2,
      title: text('劳动关系', 'Labour relations'),
      lead: ['finance'],
      cooperating: [],
      figures: [
        {
          code: '2',
          title: text('合同签订率', 'Contracts signed'),
          promise: text('保持在九成八以上。', 'Kept at 98% or more.'),
          unit: text('%', '%'),
          decimals: 1,
          target: { comparator: '>=', value: 98, per: 'standing', by: '2027-12-31' },
          count: { rule: 'ratio', part: { kind: 'contract.signed' }, whole: { kind: 'contract.employees' }, window: 'standing' },
          limits: text('以最近一次普查为准。', 'By the latest census.'),
        },
      ],
    },
  ],
});

/** Puts `value` at a JSON pointer; `undefined` removes what stands there. */
export function spoilt(programme: unknown, path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(programme);
  const steps = path.split('/').slice(1);
  const last = steps.pop() ?? '';
  let holder = copy as Record<string, unknown>; // reason: the paths of the tests lead through objects and lists only
  for (const step of steps) holder = holder[step] as Record<string, unknown>; // reason: as above
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}
