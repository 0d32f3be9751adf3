import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { inOrder, notInFuture, sinceProgramme } from '../rules.ts';
import { recordType } from '../type.ts';
import { area, idNumber, personName, phone } from './shared-columns.ts';

export const trainingCompleted = factKind({
  name: 'training.completed',
  title: said('技能培训结业', 'Trainings completed'),
  unit: said('人次', 'person-times'),
  counts: 'once',
  silentAfterDays: 45,
  source: said(
    '培训机构的班次名册；结业才计，同一人同一班次只计一次，以结业日为准。',
    'Class rosters of the training providers; completed trainings only, one person once a class, on the last day.',
  ),
});

/** Figure 6a. */
export const training = recordType({
  name: 'training',
  title: said('技能培训', 'Training'),
  about: said('一行是一个人上一个班。结业的才计数。', 'One row is one person in one class. It counts once completed.'),
  measure: 6,
  unit: 'human-resources',
  columns: {
    name: personName,
    idNumber,
    phone: { ...phone, required: false },
    provider: {
      label: said('培训机构', 'Provider'),
      kind: 'text',
      required: true,
      example: ['示例职业技能学校', '示例职业技能学校'],
      longest: 80,
    },
    classNumber: {
      label: said('班次编号', 'Class number'),
      kind: 'text',
      required: true,
      example: ['示例2026-07', '示例2026-07'],
      longest: 60,
      alias: ['班次', '班级编号', '班号'],
    },
    occupation: {
      label: said('培训职业（工种）', 'Occupation'),
      kind: 'occupation',
      required: true,
      example: ['养老护理员', '养老护理员'],
      alias: ['工种', '培训工种', '职业（工种）'],
    },
    startedOn: {
      label: said('开班日期', 'Started on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 40 }, { daysAgo: 40 }],
    },
    endedOn: {
      label: said('结业日期', 'Ended on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 20 }, { daysAgo: 20 }],
      alias: ['结束日期'],
    },
    hours: { label: said('学时', 'Hours'), kind: 'integer', example: ['80', '80'], range: { min: 1, max: 2000 } },
    result: {
      label: said('结果', 'Result'),
      kind: 'choice',
      required: true,
      example: ['结业', '未结业'],
      choices: { completed: said('结业', 'Completed'), 'not-completed': said('未结业', 'Not completed') },
      alias: ['培训结果', '结业情况'],
    },
    area,
  },
  identity: ['idNumber', 'provider', 'classNumber'],
  day: 'endedOn',
  area: 'area',
  person: ['idNumber'],
  rules: [notInFuture('endedOn'), sinceProgramme('endedOn'), inOrder('startedOn', 'endedOn', 'row-ended-before-started')],
  facts: ({ person, values: { provider, classNumber, endedOn, result } }) =>
    result === 'completed' ? [{ kind: trainingCompleted, day: endedOn, quantity: 1, of: [person, provider, classNumber] }] : [],
  kinds: [trainingCompleted],
});
