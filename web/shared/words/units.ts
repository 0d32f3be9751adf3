import { said } from './pair.ts';

/** Units and what is theirs to do. */
export const unitWords = {
  'units.title': said('单位', 'Units'),
  'units.lead': said(
    '每个单位的灯取它最急的一项，点开看全部职责。',
    'Each unit is lit by its most urgent part; open one to see all its duties.',
  ),
  'units.unit': said('单位', 'Unit'),
  'units.leads': said('牵头任务', 'Leads'),
  'units.cooperates': said('配合任务', 'Helps with'),
  'units.worst': said('最急的一项', 'Most urgent'),
  'units.towns': said('街道（乡镇）', 'Streets and towns'),
  'units.departments': said('部门', 'Departments'),
  'units.none': said('没有符合的单位', 'No unit matches'),
  'units.find': said('查找单位', 'Find a unit'),
  'units.nothing-lit': said('没有亮灯的事', 'Nothing lit'),
  'unit.lead': said('牵头 {leads} 项任务，配合 {cooperates} 项。', 'Leads {leads} {leads|task|tasks}, helps with {cooperates}.'),
  'unit.light': said('现在的灯', 'Its light'),
  'unit.notices': said('要答复的督办', 'Notices to answer'),
  'unit.notices-none': said('没有要答复的督办。', 'No notice waits for an answer.'),
  'unit.notices-all': said('全部督办', 'All notices'),
  'unit.milestones': said('节点', 'Milestones'),
  'unit.milestones-none': said('还没有由它负责的节点。', 'No milestone is its to answer for yet.'),
  'unit.milestones-done': said('已办结的 {n} 个', 'Done: {n}'),
  'unit.measures': said('任务', 'Tasks'),
  'unit.is-lead': said('牵头', 'leads'),
  'unit.cooperates': said('配合', 'helps'),
  'unit.plan': said('方案：{state}', 'Plan: {state}'),
  'unit.figures': said('指标', 'Figures'),
  'unit.figures-none': said('它牵头的任务没有数字指标。', 'The tasks it leads carry no figures.'),
  'unit.parts': said('亮灯的各项', 'What is lit'),
} as const;
