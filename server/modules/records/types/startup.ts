import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { inOrder, notInFuture, sinceProgramme } from '../rules.ts';
import { recordType } from '../type.ts';
import { area, creditCode } from './shared-columns.ts';

export const startupInsured = factKind({
  name: 'startup.insured',
  title: said('新增参保创业单位', 'Newly insured start-ups'),
  unit: said('户', 'start-ups'),
  counts: 'once',
  silentAfterDays: 45,
  source: said(
    '社会保险登记数据；每家单位只计一次，以首次参保日为准。',
    'Social insurance registrations; each employer counts once, on the day first insured.',
  ),
});

/** Figure 3a. */
export const startup = recordType({
  name: 'startup',
  title: said('参保创业单位', 'Insured start-up'),
  about: said('一行是一家首次参保的创业单位。', 'One row is one start-up insured for the first time.'),
  measure: 3,
  unit: 'human-resources',
  columns: {
    employer: {
      label: said('单位名称', 'Name'),
      kind: 'text',
      required: true,
      example: ['示例科技有限公司', '示例餐饮店'],
      alias: ['企业名称', '创业单位'],
    },
    creditCode,
    foundedOn: {
      label: said('成立日期', 'Founded on'),
      kind: 'date',
      example: [{ daysAgo: 90 }, { daysAgo: 60 }],
      alias: ['注册日期'],
    },
    insuredOn: {
      label: said('首次参保日期', 'First insured on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 30 }, { daysAgo: 20 }],
      alias: ['参保日期'],
    },
    insuredPeople: {
      label: said('参保人数', 'People insured'),
      kind: 'integer',
      example: ['6', '2'],
      range: { min: 0, max: 100_000 },
    },
    industry: { label: said('所属行业', 'Industry'), kind: 'text', example: ['软件和信息技术服务业', '餐饮业'], longest: 60 },
    area,
  },
  identity: ['creditCode'],
  day: 'insuredOn',
  area: 'area',
  rules: [notInFuture('insuredOn'), sinceProgramme('insuredOn'), inOrder('foundedOn', 'insuredOn', 'row-insured-before-founded')],
  facts: ({ values: { creditCode, insuredOn } }) => [{ kind: startupInsured, day: insuredOn, quantity: 1, of: [creditCode] }],
  kinds: [startupInsured],
});
