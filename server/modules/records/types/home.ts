import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { notInFuture, sinceProgramme } from '../rules.ts';
import { recordType } from '../type.ts';
import { area } from './shared-columns.ts';

const homeTypes = {
  dormitory: said('宿舍', 'Dormitory'),
  'one-bedroom': said('一居室', 'One bedroom'),
  'two-bedroom': said('二居室', 'Two bedrooms'),
  other: said('其他户型', 'Another type'),
};

export const homeAvailable = factKind({
  name: 'home.available',
  title: said('提供保障性租赁住房', 'Affordable rental homes made available'),
  unit: said('套', 'homes'),
  counts: 'flow',
  variants: homeTypes,
  silentAfterDays: 200,
  source: said(
    '住建部门的房源台账；按可入住之日计套数，同一批次只计一次。',
    'The housing department’s list of homes; by the day they can be moved into, each batch once.',
  ),
});

/** Figure 8. */
export const home = recordType({
  name: 'home',
  title: said('保障性租赁住房', 'Affordable rental homes'),
  about: said(
    '一行是一个项目里同一户型、同日可入住的一批房源。',
    'One row is a batch of homes of one project and type that can be moved into on one day.',
  ),
  measure: 8,
  unit: 'housing',
  columns: {
    project: {
      label: said('项目名称', 'Project'),
      kind: 'text',
      required: true,
      example: ['示例建设者之家', '示例建设者之家'],
      longest: 80,
      alias: ['项目'],
    },
    batch: {
      label: said('批次（楼号）', 'Batch or building'),
      kind: 'text',
      required: true,
      example: ['1号楼', '1号楼'],
      longest: 60,
      alias: ['批次', '楼号'],
    },
    homeType: { label: said('户型', 'Type'), kind: 'choice', required: true, example: ['宿舍', '一居室'], choices: homeTypes },
    homes: {
      label: said('套数', 'Homes'),
      kind: 'integer',
      required: true,
      example: ['60', '24'],
      range: { min: 1, max: 5000 },
      alias: ['房源套数', '数量'],
    },
    availableOn: {
      label: said('可入住日期', 'Available on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 45 }, { daysAgo: 45 }],
      alias: ['投入使用日期'],
    },
    monthlyRent: {
      label: said('月租金（元/套）', 'Monthly rent (yuan a home)'),
      kind: 'money-yuan',
      example: ['1800', '2600'],
      range: { min: 0, max: 100_000 },
    },
    area,
  },
  identity: ['project', 'batch', 'homeType'],
  day: 'availableOn',
  area: 'area',
  rules: [notInFuture('availableOn'), sinceProgramme('availableOn')],
  facts: ({ values: { homeType, homes, availableOn } }) => [
    { kind: homeAvailable, variant: homeType, day: availableOn, quantity: homes },
  ],
  kinds: [homeAvailable],
});
