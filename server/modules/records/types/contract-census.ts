import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { notInFuture, notMoreThan, sinceProgramme } from '../rules.ts';
import { recordType } from '../type.ts';
import { area, creditCode } from './shared-columns.ts';

const source = said(
  '劳动用工普查表；以每家单位最近一次普查为准。',
  'Labour census of employers; the latest census of each employer counts.',
);

export const contractSigned = factKind({
  name: 'contract.signed',
  title: said('签订劳动合同人数', 'Employees with a labour contract'),
  unit: said('人', 'people'),
  counts: 'level',
  silentAfterDays: 200,
  source,
});

export const contractEmployees = factKind({
  name: 'contract.employees',
  title: said('普查职工人数', 'Employees in the census'),
  unit: said('人', 'people'),
  counts: 'level',
  silentAfterDays: 200,
  source,
});

/** Figure 7a. Each employer is a series: its next census takes the place of the one before. */
export const contractCensus = recordType({
  name: 'contract-census',
  title: said('劳动合同普查', 'Labour contract census'),
  about: said('一行是一家单位的一次普查。', 'One row is one census of one employer.'),
  measure: 7,
  unit: 'human-resources',
  columns: {
    employer: {
      label: said('单位名称', 'Employer'),
      kind: 'text',
      required: true,
      example: ['示例制造有限公司', '示例商贸有限公司'],
      alias: ['企业名称', '用人单位'],
    },
    creditCode,
    censusOn: {
      label: said('普查日期', 'Census on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 70 }, { daysAgo: 66 }],
      alias: ['日期'],
    },
    employees: {
      label: said('职工人数', 'Employees'),
      kind: 'integer',
      required: true,
      example: ['120', '35'],
      range: { min: 1, max: 200_000 },
      alias: ['职工总数', '用工人数'],
    },
    signed: {
      label: said('签订劳动合同人数', 'Contracts signed'),
      kind: 'integer',
      required: true,
      example: ['118', '35'],
      range: { min: 0, max: 200_000 },
      alias: ['签订人数', '签订合同人数'],
    },
    area,
  },
  identity: ['creditCode', 'censusOn'],
  day: 'censusOn',
  area: 'area',
  rules: [notInFuture('censusOn'), sinceProgramme('censusOn'), notMoreThan('signed', 'employees', 'row-signed-over-employees')],
  facts: ({ values: { creditCode, censusOn, employees, signed } }) => [
    { kind: contractSigned, day: censusOn, quantity: signed, of: [creditCode] },
    { kind: contractEmployees, day: censusOn, quantity: employees, of: [creditCode] },
  ],
  kinds: [contractSigned, contractEmployees],
});
