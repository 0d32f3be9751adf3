import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { inOrder, notFarAhead } from '../rules.ts';
import { recordType } from '../type.ts';
import { community, personName, phone } from './shared-columns.ts';

export const specialistServing = factKind({
  name: 'specialist.serving',
  title: said('在岗就业服务专员', 'Specialists serving'),
  unit: said('名', 'specialists'),
  counts: 'level',
  byPlace: true,
  silentAfterDays: 180,
  source: said(
    '各街道、乡镇的专员名册；从到岗日起计，离岗日起不计。',
    'Rosters of the streets and towns; counted from the first day of service until the day of leaving.',
  ),
});

/** Figure 2a: who serves which community or village, from when until when. */
export const specialist = recordType({
  name: 'specialist',
  title: said('就业服务专员', 'Employment specialist'),
  about: said('一行是一名专员在一个社区（村）任职。', 'One row is one specialist serving one community or village.'),
  measure: 2,
  unit: 'human-resources',
  columns: {
    name: personName,
    phone,
    community,
    from: {
      label: said('到岗日期', 'Serves from'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 200 }, { daysAgo: 40 }],
      alias: ['任职日期', '开始日期'],
    },
    until: {
      label: said('离岗日期', 'Left on'),
      kind: 'date',
      example: ['', ''],
      remark: said('在岗不填', 'Empty while serving'),
      alias: ['结束日期'],
    },
    post: {
      label: said('用工形式', 'Employment'),
      kind: 'choice',
      example: ['专职', '兼职'],
      choices: { full: said('专职', 'Full time'), part: said('兼职', 'Part time') },
    },
  },
  identity: ['phone', 'community', 'from'],
  day: 'from',
  area: 'community',
  until: 'until',
  person: ['phone'],
  rules: [notFarAhead('from'), inOrder('from', 'until', 'row-until-before-from', true)],
  subject: ({ person, values: { community } }) => [person, community],
  facts: ({ values: { from, until, community } }) => [
    { kind: specialistServing, day: from, until, quantity: 1, place: community },
  ],
  kinds: [specialistServing],
});
