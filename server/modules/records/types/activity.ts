import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { notInFuture, sinceProgramme } from '../rules.ts';
import { recordType } from '../type.ts';
import { area } from './shared-columns.ts';

const forms = {
  'live-show': said('直播带岗', 'Live-stream job show'),
  'recruitment-fair': said('招聘会', 'Recruitment fair'),
  'special-session': said('专场招聘', 'Special recruitment session'),
  'career-guidance': said('职业指导', 'Career guidance'),
  other: said('其他就业服务活动', 'Other employment activity'),
};

export const activityHeld = factKind({
  name: 'activity.held',
  title: said('举办就业活动', 'Activities held'),
  unit: said('场', 'events'),
  counts: 'once',
  variants: forms,
  silentAfterDays: 31,
  source: said(
    '主办单位办完后登记的活动；几家单位都登记的同一场活动（同日、同形式、同名称）只计一次。',
    'Activities registered by their organisers once held; one activity registered by several (same day, form and name) counts once.',
  ),
});

/** Figures 2b and 2c. */
export const activity = recordType({
  name: 'activity',
  title: said('就业活动', 'Activity'),
  about: said('一行是一场办完的活动。', 'One row is one activity that was held.'),
  measure: 2,
  unit: 'human-resources',
  columns: {
    name: {
      label: said('活动名称', 'Name'),
      kind: 'text',
      required: true,
      example: ['春风行动专场', '夜市直播带岗第3期'],
      longest: 80,
      alias: ['名称', '活动主题'],
    },
    form: {
      label: said('活动形式', 'Form'),
      kind: 'choice',
      required: true,
      example: ['专场招聘', '直播带岗'],
      choices: forms,
      alias: ['形式', '活动类型', '类型'],
    },
    heldOn: {
      label: said('举办日期', 'Held on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 12 }, { daysAgo: 5 }],
      alias: ['活动日期', '日期'],
    },
    area: { ...area, required: false, remark: said('线上活动可不填', 'May be empty for an online activity') },
    venue: { label: said('地点', 'Venue'), kind: 'text', example: ['示例广场', '线上'], longest: 80 },
    employers: { label: said('参加单位数', 'Employers'), kind: 'integer', example: ['30', '8'], range: { min: 0, max: 10_000 } },
    openings: {
      label: said('提供岗位数', 'Openings'),
      kind: 'integer',
      example: ['420', '65'],
      range: { min: 0, max: 1_000_000 },
    },
    visitors: {
      label: said('参加（观看）人数', 'Visitors or viewers'),
      kind: 'integer',
      example: ['600', '12000'],
      range: { min: 0, max: 100_000_000 },
    },
    intentions: {
      label: said('达成意向数', 'Intentions reached'),
      kind: 'integer',
      example: ['85', '20'],
      range: { min: 0, max: 1_000_000 },
    },
  },
  identity: ['form', 'name', 'heldOn', 'unit'],
  day: 'heldOn',
  area: 'area',
  rules: [notInFuture('heldOn'), sinceProgramme('heldOn')],
  facts: ({ values: { form, name, heldOn } }) => [
    { kind: activityHeld, variant: form, day: heldOn, quantity: 1, of: [form, heldOn, name.replace(/\s/g, '')] },
  ],
  kinds: [activityHeld],
});
