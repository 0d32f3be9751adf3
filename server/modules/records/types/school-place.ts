import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { daysBetween } from '../../../kernel/term/day.ts';
import { inOrder, notInFuture, sinceProgramme } from '../rules.ts';
import { recordType } from '../type.ts';
import { area } from './shared-columns.ts';

const source = said(
  '教育入学申请的办理记录；从受理到作出决定的自然日。',
  'Decisions on school applications; calendar days from acceptance to decision.',
);
const punctuality = { 'in-time': said('按期办结', 'In time'), late: said('逾期办结', 'Late') };

export const schoolDecided = factKind({
  name: 'school.decided',
  title: said('入学申请办结', 'School applications decided'),
  unit: said('件', 'applications'),
  counts: 'flow',
  variants: punctuality,
  silentAfterDays: 200,
  source,
});

/** Days from acceptance to decision, added up: divided by the applications decided it gives the days one takes. */
export const schoolDays = factKind({
  name: 'school.days',
  title: said('入学申请办理天数', 'Days to decide school applications'),
  unit: said('天', 'days'),
  counts: 'flow',
  silentAfterDays: 200,
  source,
});

/** Task 9, a service level without a figure. The child stays unnamed: the application's number is enough. */
export const schoolPlace = recordType({
  name: 'school-place',
  title: said('随迁子女入学决定', 'School place decision'),
  about: said('一行是一份申请的决定。', 'One row is the decision on one application.'),
  measure: 9,
  unit: 'education',
  columns: {
    application: {
      label: said('申请编号', 'Application number'),
      kind: 'text',
      required: true,
      example: ['示例入学2026-001', '示例入学2026-002'],
      longest: 60,
      alias: ['编号'],
    },
    stage: {
      label: said('学段', 'Stage'),
      kind: 'choice',
      required: true,
      example: ['小学', '幼儿园'],
      choices: {
        kindergarten: said('幼儿园', 'Kindergarten'),
        primary: said('小学', 'Primary school'),
        middle: said('初中', 'Middle school'),
      },
    },
    acceptedOn: {
      label: said('受理日期', 'Accepted on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 60 }, { daysAgo: 58 }],
    },
    dueOn: {
      label: said('办理期限', 'Due on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 40 }, { daysAgo: 38 }],
      alias: ['应办结日期'],
    },
    decidedOn: {
      label: said('决定日期', 'Decided on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 44 }, { daysAgo: 36 }],
      alias: ['办结日期'],
    },
    decision: {
      label: said('决定', 'Decision'),
      kind: 'choice',
      required: true,
      example: ['已安排学位', '未安排'],
      choices: {
        placed: said('已安排学位', 'Place given'),
        refused: said('未安排', 'No place'),
        withdrawn: said('家长撤回', 'Withdrawn by the parents'),
      },
      alias: ['办理结果'],
    },
    area,
  },
  identity: ['application'],
  day: 'decidedOn',
  area: 'area',
  rules: [
    notInFuture('decidedOn'),
    sinceProgramme('decidedOn'),
    inOrder('acceptedOn', 'decidedOn', 'row-closed-before-accepted'),
    inOrder('acceptedOn', 'dueOn', 'row-due-before-accepted'),
  ],
  facts: ({ values: { acceptedOn, dueOn, decidedOn } }) => [
    { kind: schoolDecided, variant: decidedOn <= dueOn ? 'in-time' : 'late', day: decidedOn, quantity: 1 },
    { kind: schoolDays, day: decidedOn, quantity: daysBetween(acceptedOn, decidedOn) },
  ],
  kinds: [schoolDecided, schoolDays],
  serviceLevels: [
    {
      key: 'school-days',
      title: said('入学申请平均办理天数', 'Days that a school application takes on average'),
      unit: said('天', 'days'),
      decimals: 1,
      comparator: '<=',
      per: 'standing',
      count: {
        rule: 'ratio',
        part: { kind: schoolDays.name },
        whole: { kind: schoolDecided.name },
        window: 'year',
        average: true,
      },
    },
    {
      key: 'school-in-time',
      title: said('入学申请按期办结率', 'School applications decided in time'),
      unit: said('%', '%'),
      decimals: 1,
      comparator: '>=',
      per: 'standing',
      count: {
        rule: 'ratio',
        part: { kind: schoolDecided.name, variants: ['in-time'] },
        whole: { kind: schoolDecided.name },
        window: 'year',
      },
    },
  ],
});
