import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { inOrder, notInFuture } from '../rules.ts';
import { recordType } from '../type.ts';
import { area } from './shared-columns.ts';

const placeKinds = {
  station: said('友好驿站', 'Friendly rest stop'),
  block: said('友好街区', 'Friendly block'),
  community: said('友好社区', 'Friendly community'),
  'law-firm': said('友好律所', 'Friendly law firm'),
  'business-district': said('友好商圈', 'Friendly business district'),
  building: said('友好楼宇', 'Friendly building'),
  market: said('友好市场', 'Friendly market'),
  other: said('其他友好场景', 'Another friendly place'),
};

export const placeVerified = factKind({
  name: 'place.verified',
  title: said('友好场景', 'Friendly places verified'),
  unit: said('个', 'places'),
  counts: 'level',
  variants: placeKinds,
  silentAfterDays: 60,
  source: said(
    '街道（乡镇）实地核验记录；到复核期未复核的不再计，提前复核不重复计。',
    'On-site checks by the streets and towns; a place not checked again in time no longer counts, one checked early does not count twice.',
  ),
});

/** Figure 12. */
export const friendlyPlace = recordType({
  name: 'friendly-place',
  title: said('友好场景核验', 'Friendly place check'),
  about: said('一行是对一个场景的一次核验。', 'One row is one check of one place.'),
  measure: 12,
  unit: 'social-work',
  columns: {
    name: {
      label: said('场景名称', 'Place'),
      kind: 'text',
      required: true,
      example: ['示例友好驿站', '示例友好市场'],
      longest: 80,
      alias: ['名称'],
    },
    placeKind: {
      label: said('场景类型', 'Kind of place'),
      kind: 'choice',
      required: true,
      example: ['友好驿站', '友好市场'],
      choices: placeKinds,
      alias: ['类型'],
    },
    address: { label: said('地址', 'Address'), kind: 'text', example: ['示例路 1 号', '示例路 2 号'], longest: 120 },
    facilities: {
      label: said('可提供的服务', 'Facilities'),
      kind: 'text',
      example: ['饮水、充电、歇脚', '停车、维修'],
      longest: 200,
    },
    verifiedOn: {
      label: said('核验日期', 'Verified on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 33 }, { daysAgo: 28 }],
    },
    lapsesOn: {
      label: said('复核期限', 'Lapses on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: -332 }, { daysAgo: -337 }],
      remark: said('这一天起未复核就不再计，最长两年', 'Not counted from this day on unless checked again; at most two years'),
      alias: ['有效期至', '到期日期'],
    },
    area,
  },
  identity: ['name', 'placeKind', 'area', 'verifiedOn'],
  day: 'verifiedOn',
  area: 'area',
  until: 'lapsesOn',
  rules: [
    notInFuture('verifiedOn'),
    inOrder('verifiedOn', 'lapsesOn', 'row-until-before-from', true),
    ({ verifiedOn, lapsesOn }) =>
      typeof verifiedOn === 'string' &&
      typeof lapsesOn === 'string' &&
      Number(lapsesOn.slice(0, 4)) - Number(verifiedOn.slice(0, 4)) > 2
        ? { at: 'lapsesOn', code: 'row-lapse-too-far' }
        : undefined,
  ],
  subject: ({ values: { name, placeKind, area } }) => [name.replace(/\s/g, ''), placeKind, area],
  facts: ({ values: { placeKind, verifiedOn, lapsesOn } }) => [
    { kind: placeVerified, variant: placeKind, day: verifiedOn, until: lapsesOn, quantity: 1 },
  ],
  kinds: [placeVerified],
});
