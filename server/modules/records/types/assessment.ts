import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { notInFuture, sinceProgramme } from '../rules.ts';
import { recordType } from '../type.ts';
import { area, idNumber, personName } from './shared-columns.ts';

const results = { passed: said('合格', 'Passed'), failed: said('不合格', 'Failed') };

export const assessmentTaken = factKind({
  name: 'assessment.taken',
  title: said('参加技能评价', 'Assessments taken'),
  unit: said('人次', 'person-times'),
  counts: 'once',
  variants: results,
  silentAfterDays: 60,
  source: said(
    '评价机构的名册；参加即计，不论是否合格，同一人同一职业同一等级同一天只计一次。',
    'Rosters of the assessing bodies; everyone assessed counts, one person once an occupation, level and day.',
  ),
});

/** Figure 6b. */
export const assessment = recordType({
  name: 'assessment',
  title: said('技能评价', 'Assessment'),
  about: said('一行是一个人参加一次评价。', 'One row is one person taking one assessment.'),
  measure: 6,
  unit: 'human-resources',
  columns: {
    name: personName,
    idNumber,
    body: {
      label: said('评价机构', 'Assessing body'),
      kind: 'text',
      required: true,
      example: ['示例技能评价中心', '示例技能评价中心'],
      longest: 80,
    },
    occupation: {
      label: said('评价职业（工种）', 'Occupation'),
      kind: 'occupation',
      required: true,
      example: ['养老护理员', '保育师'],
      alias: ['工种', '职业（工种）', '职业'],
    },
    level: {
      label: said('等级', 'Level'),
      kind: 'choice',
      required: true,
      example: ['五级（初级工）', '专项职业能力'],
      choices: {
        5: said('五级（初级工）', 'Level 5 (junior)'),
        4: said('四级（中级工）', 'Level 4 (intermediate)'),
        3: said('三级（高级工）', 'Level 3 (senior)'),
        2: said('二级（技师）', 'Level 2 (technician)'),
        1: said('一级（高级技师）', 'Level 1 (senior technician)'),
        special: said('专项职业能力', 'Specific ability'),
      },
    },
    assessedOn: {
      label: said('评价日期', 'Assessed on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 18 }, { daysAgo: 18 }],
      alias: ['考核日期', '考试日期'],
    },
    result: {
      label: said('结果', 'Result'),
      kind: 'choice',
      required: true,
      example: ['合格', '不合格'],
      choices: results,
      alias: ['评价结果', '成绩'],
    },
    certificate: { label: said('证书编号', 'Certificate number'), kind: 'text', example: ['示例证2026001', ''], longest: 60 },
    area,
  },
  identity: ['idNumber', 'occupation', 'level', 'assessedOn'],
  day: 'assessedOn',
  area: 'area',
  person: ['idNumber'],
  rules: [notInFuture('assessedOn'), sinceProgramme('assessedOn')],
  facts: ({ person, values: { occupation, level, assessedOn, result } }) => [
    { kind: assessmentTaken, variant: result, day: assessedOn, quantity: 1, of: [person, occupation, level, assessedOn] },
  ],
  kinds: [assessmentTaken],
});
