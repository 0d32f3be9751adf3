import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { notInFuture, sinceProgramme } from '../rules.ts';
import { recordType } from '../type.ts';
import { area, creditCode } from './shared-columns.ts';

export const companyIncubated = factKind({
  name: 'company.incubated',
  title: said('招募培育企业', 'Companies recruited or incubated'),
  unit: said('家', 'companies'),
  counts: 'once',
  silentAfterDays: 120,
  source: said(
    '孵化机构登记的招募、培育企业；每家只计一次，以最早一次为准。',
    'Companies registered by the incubators as recruited or incubated; each counts once, the first registered.',
  ),
});

/** Figure 5. A company recruited by one incubator and incubated by another is still one company. */
export const incubation = recordType({
  name: 'incubation',
  title: said('招募培育企业', 'Company recruited or incubated'),
  about: said('一行是一家企业被招募或培育。', 'One row is one company recruited or incubated.'),
  measure: 5,
  unit: 'science-technology',
  columns: {
    company: {
      label: said('企业名称', 'Company'),
      kind: 'text',
      required: true,
      example: ['示例智能科技有限公司', '示例健康科技有限公司'],
      alias: ['公司名称', '单位名称'],
    },
    creditCode,
    incubator: {
      label: said('孵化机构', 'Incubator'),
      kind: 'text',
      required: true,
      example: ['示例孵化器', '示例孵化器'],
      longest: 60,
      alias: ['孵化器', '孵化平台'],
    },
    how: {
      label: said('招募或培育', 'Recruited or incubated'),
      kind: 'choice',
      required: true,
      example: ['招募', '培育'],
      choices: { recruited: said('招募', 'Recruited'), incubated: said('培育', 'Incubated') },
      alias: ['方式'],
    },
    day: {
      label: said('入孵（签约）日期', 'Joined on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 60 }, { daysAgo: 22 }],
      alias: ['入孵日期', '签约日期', '日期'],
    },
    field: { label: said('重点领域', 'Field'), kind: 'text', example: ['AI+', '未来健康'], longest: 40, alias: ['领域'] },
    area: { ...area, required: false },
  },
  identity: ['creditCode', 'incubator', 'how'],
  day: 'day',
  area: 'area',
  rules: [notInFuture('day'), sinceProgramme('day')],
  facts: ({ values: { creditCode, day } }) => [{ kind: companyIncubated, day, quantity: 1, of: [creditCode] }],
  kinds: [companyIncubated],
});
