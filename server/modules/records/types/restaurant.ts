import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { inOrder, notFarAhead, notInFuture } from '../rules.ts';
import { recordType } from '../type.ts';
import { area, creditCode } from './shared-columns.ts';

export const restaurantServing = factKind({
  name: 'restaurant.serving',
  title: said('暖心餐门店', 'Warm-meal restaurants'),
  unit: said('家', 'restaurants'),
  counts: 'level',
  byPlace: true,
  silentAfterDays: 120,
  source: said(
    '商务部门与门店签订的协议；协议有效期内才计，同一门店续签不重复计。',
    'Agreements with the restaurants; counted while an agreement is live, a renewal does not count twice.',
  ),
});

/** Figures 10a (the part) and 10b. */
export const restaurant = recordType({
  name: 'restaurant',
  title: said('暖心餐门店协议', 'Warm-meal agreement'),
  about: said('一行是一家门店的一份协议。', 'One row is one agreement with one restaurant.'),
  measure: 10,
  unit: 'commerce',
  columns: {
    restaurant: {
      label: said('门店名称', 'Restaurant'),
      kind: 'text',
      required: true,
      example: ['示例面馆（广场店）', '示例快餐（街区店）'],
      longest: 80,
      alias: ['餐厅名称', '门店'],
    },
    creditCode: { ...creditCode, required: false },
    site: {
      label: said('所在点位', 'Site'),
      kind: 'site',
      remark: said('点位名录里的编号或名称；不在点位上可不填', 'Number or name in the list of sites; empty where it is at none'),
      alias: ['点位编号', '点位'],
    },
    signedOn: { label: said('签约日期', 'Signed on'), kind: 'date', required: true, example: [{ daysAgo: 50 }, { daysAgo: 45 }] },
    from: {
      label: said('协议开始', 'Agreement from'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 49 }, { daysAgo: 44 }],
      alias: ['开始日期'],
    },
    until: {
      label: said('协议结束', 'Agreement until'),
      kind: 'date',
      example: [{ daysAgo: -316 }, ''],
      remark: said('这一天起不再计；长期协议不填', 'No longer counted from this day on; empty where it has no end'),
      alias: ['结束日期', '到期日期'],
    },
    offer: {
      label: said('优惠内容', 'Offer'),
      kind: 'text',
      example: ['工作餐 15 元，免费热水', '八折，免费加饭'],
      longest: 200,
    },
    area,
  },
  identity: ['restaurant', 'area', 'from'],
  day: 'from',
  area: 'area',
  until: 'until',
  rules: [notInFuture('signedOn'), notFarAhead('from'), inOrder('from', 'until', 'row-until-before-from', true)],
  subject: ({ values: { restaurant, area } }) => [restaurant.replace(/\s/g, ''), area],
  facts: ({ values: { site, from, until } }) => [{ kind: restaurantServing, day: from, until, quantity: 1, place: site ?? '' }],
  kinds: [restaurantServing],
});
