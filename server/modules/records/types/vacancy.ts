import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { notInFuture, sinceProgramme } from '../rules.ts';
import { recordType } from '../type.ts';
import { area, creditCode } from './shared-columns.ts';

export const vacancyCollected = factKind({
  name: 'vacancy.collected',
  title: said('采集空岗', 'Vacancies collected'),
  unit: said('个', 'openings'),
  counts: 'once',
  silentAfterDays: 14,
  source: said(
    '各单位采集并核实的空岗记录；同一单位的同一岗位、同一地区当月只计一次，按招聘人数计。',
    'Verified vacancies collected by the units; the same post of the same employer in the same area counts once a month, by people wanted.',
  ),
});

/** Figure 1. A vacancy is seen again and again; what counts is the post, once a month, with the headcount first stated. */
export const vacancy = recordType({
  name: 'vacancy',
  title: said('空岗', 'Vacancy'),
  about: said(
    '一行是一个岗位。核实过的才计数，按招聘人数计。',
    'One row is one post. It counts once verified, by the people wanted.',
  ),
  measure: 1,
  unit: 'human-resources',
  columns: {
    employer: {
      label: said('招聘单位', 'Employer'),
      kind: 'text',
      required: true,
      example: ['示例物流有限公司', '示例家政服务部'],
      alias: ['用人单位', '单位名称', '企业名称'],
    },
    creditCode,
    title: {
      label: said('岗位名称', 'Post'),
      kind: 'text',
      required: true,
      example: ['分拣员', '养老护理员'],
      longest: 60,
      alias: ['岗位', '职位', '职位名称'],
    },
    occupation: {
      label: said('职业（工种）', 'Occupation'),
      kind: 'occupation',
      example: ['', '养老护理员'],
      remark: said(
        '职业分类大典的名称或代码，不确定可不填',
        'Name or code of the classification of occupations; leave empty if unsure',
      ),
    },
    headcount: {
      label: said('招聘人数', 'People wanted'),
      kind: 'integer',
      required: true,
      example: ['20', '3'],
      range: { min: 1, max: 5000 },
      alias: ['人数', '需求人数'],
    },
    monthlyPayFrom: {
      label: said('月薪下限（元）', 'Monthly pay from (yuan)'),
      kind: 'money-yuan',
      example: ['6000', ''],
      range: { min: 0, max: 1_000_000 },
    },
    monthlyPayTo: {
      label: said('月薪上限（元）', 'Monthly pay to (yuan)'),
      kind: 'money-yuan',
      example: ['8000', ''],
      range: { min: 0, max: 1_000_000 },
    },
    collectedOn: {
      label: said('采集日期', 'Collected on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 3 }, { daysAgo: 1 }],
    },
    verified: {
      label: said('是否核实', 'Verified'),
      kind: 'yes-no',
      required: true,
      example: ['是', '是'],
      remark: said('联系单位核实过填“是”', 'Yes once the employer has confirmed it'),
    },
    area,
  },
  identity: ['creditCode', 'title', 'area', 'collectedOn'],
  day: 'collectedOn',
  area: 'area',
  rules: [
    notInFuture('collectedOn'),
    sinceProgramme('collectedOn'),
    ({ monthlyPayFrom: from, monthlyPayTo: to }) =>
      typeof from === 'number' && typeof to === 'number' && to < from ? { at: 'monthlyPayTo', code: 'row-pay-order' } : undefined,
    ({ verified }) => (verified === false ? { at: 'verified', code: 'row-not-verified', warns: true } : undefined),
  ],
  facts: ({ values: { creditCode, title, area, collectedOn, headcount, verified } }) =>
    verified
      ? [
          {
            kind: vacancyCollected,
            day: collectedOn,
            quantity: headcount,
            of: [creditCode, title.replace(/\s/g, '').toLowerCase(), area, collectedOn.slice(0, 7)],
          },
        ]
      : [],
  kinds: [vacancyCollected],
});
