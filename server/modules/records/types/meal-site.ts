import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { inOrder, notFarAhead } from '../rules.ts';
import { recordType } from '../type.ts';
import { area } from './shared-columns.ts';

const siteKinds = {
  complex: said('重点商业综合体', 'Key shopping complex'),
  street: said('餐饮街区', 'Dining street'),
  canteen: said('社区食堂', 'Community canteen'),
};

export const mealSiteListed = factKind({
  name: 'meal-site.listed',
  title: said('暖心餐点位', 'Warm-meal sites listed'),
  unit: said('处', 'sites'),
  counts: 'level',
  byPlace: true,
  variants: siteKinds,
  silentAfterDays: 400,
  source: said('商务部门公布的重点点位名录。', 'The list of key sites published by the commerce department.'),
});

/** Figure 10a, the whole: restaurants name these sites by their number. */
export const mealSite = recordType({
  name: 'meal-site',
  title: said('暖心餐点位名录', 'Warm-meal site'),
  about: said(
    '一行是一处要覆盖的点位。餐饮门店按点位编号归到点位。',
    'One row is one site to be covered. Restaurants name it by its number.',
  ),
  measure: 10,
  unit: 'commerce',
  columns: {
    number: {
      label: said('点位编号', 'Site number'),
      kind: 'text',
      required: true,
      example: ['SL001', 'SL002'],
      longest: 20,
      alias: ['编号'],
    },
    name: {
      label: said('点位名称', 'Site'),
      kind: 'text',
      required: true,
      example: ['示例广场', '示例美食街'],
      longest: 80,
      alias: ['名称'],
    },
    siteKind: {
      label: said('点位类型', 'Kind of site'),
      kind: 'choice',
      required: true,
      example: ['重点商业综合体', '餐饮街区'],
      choices: siteKinds,
      alias: ['类型'],
    },
    from: { label: said('列入日期', 'Listed from'), kind: 'date', required: true, example: [{ daysAgo: 300 }, { daysAgo: 300 }] },
    until: {
      label: said('移出日期', 'Listed until'),
      kind: 'date',
      example: ['', ''],
      remark: said('仍在名录中不填', 'Empty while listed'),
    },
    area,
  },
  identity: ['number', 'from'],
  day: 'from',
  area: 'area',
  until: 'until',
  rules: [notFarAhead('from'), inOrder('from', 'until', 'row-until-before-from', true)],
  subject: ({ values: { number } }) => [number],
  facts: ({ values: { number, siteKind, from, until } }) => [
    { kind: mealSiteListed, variant: siteKind, day: from, until, quantity: 1, place: number },
  ],
  kinds: [mealSiteListed],
});
