import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { notInFuture, sinceProgramme } from '../rules.ts';
import { recordType } from '../type.ts';
import { area, personName, phone } from './shared-columns.ts';

export const familyServed = factKind({
  name: 'family.served',
  title: said('关爱新就业群体家庭', 'Families of gig workers served'),
  unit: said('户', 'families'),
  counts: 'once',
  silentAfterDays: 120,
  source: said(
    '活动签到和票券核销记录；以劳动者本人手机号认户，每户只计一次。',
    'Attendance and redeemed tickets; a family is known by the worker’s own mobile number and counts once.',
  ),
});

/** Figure 13. */
export const family = recordType({
  name: 'family',
  title: said('家庭关爱服务', 'Service for a family'),
  about: said('一行是一户家庭参加一次活动或使用一次票券。', 'One row is one family taking part once or using one ticket.'),
  measure: 13,
  unit: 'culture-tourism',
  columns: {
    name: { ...personName, label: said('劳动者姓名', 'Worker’s name'), alias: ['姓名', '家长姓名'] },
    phone: { ...phone, label: said('劳动者手机号', 'Worker’s mobile number'), alias: ['手机号', '联系电话', '家长手机号'] },
    service: {
      label: said('服务内容', 'Service'),
      kind: 'choice',
      required: true,
      example: ['亲子游学', '门票（消费券）'],
      choices: {
        outing: said('亲子游学', 'Family outing'),
        'holiday-care': said('假期托管', 'Holiday care'),
        class: said('公益课堂', 'Public class'),
        ticket: said('门票（消费券）', 'Ticket or coupon'),
        other: said('其他', 'Other'),
      },
    },
    servedOn: {
      label: said('服务日期', 'Served on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 16 }, { daysAgo: 9 }],
      alias: ['日期'],
    },
    members: { label: said('参加人数', 'Family members'), kind: 'integer', example: ['3', '2'], range: { min: 1, max: 20 } },
    area: { ...area, required: false },
  },
  identity: ['phone', 'service', 'servedOn'],
  day: 'servedOn',
  area: 'area',
  person: ['phone'],
  rules: [notInFuture('servedOn'), sinceProgramme('servedOn')],
  facts: ({ person, values: { servedOn } }) => [{ kind: familyServed, day: servedOn, quantity: 1, of: [person] }],
  kinds: [familyServed],
});
