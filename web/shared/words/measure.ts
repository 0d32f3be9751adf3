import { said } from './pair.ts';

/** The page of one task, and its timeline. */
export const measureWords = {
  'measure.open': said('看这项任务的全过程', 'See this task from beginning to end'),
  'measure.stop-clocks': said('暂停这项任务的计时', 'Stop the clocks of this task'),
  'measure.clock-stands': said('计时暂停。{line}', 'The clocks stand still. {line}'),
  'measure.missing': said('方案里没有这项任务', 'The programme has no such task'),
  'measure.missing-hint': said('编号可能变了，请从台账里选。', 'Its number may have changed; choose it in the ledger.'),
  'measure.units': said('牵头：{lead}。', 'Lead: {lead}.'),
  'measure.units-cooperating': said('牵头：{lead}；配合：{cooperating}。', 'Lead: {lead}. Cooperating: {cooperating}.'),
  'measure.figures': said('数字目标', 'Figures'),
  'measure.sentence-good': said('{n} 个数字目标都在进度上。', 'Figures on path or ahead: {n} of {n}.'),
  'measure.sentence-bad': said(
    '{n} 个数字目标中有 {bad} 个要留意：{titles}。',
    'Figures that need a look: {bad} of {n} ({titles}).',
  ),
  'measure.print': said('打印', 'Print'),

  'timeline.title': said('时间线', 'Timeline'),
  'timeline.hint': said(
    '计划、督办、销账、指标变化和通报，按发生的先后，不能改也不能删。',
    'Plans, supervision, close-outs, changes of figures and bulletins as they happened; nothing here can be changed or deleted.',
  ),
  'timeline.filter': said('看哪些', 'Show'),
  'timeline.all': said('全部', 'Everything'),
  'timeline.topic.plan': said('计划', 'Plan'),
  'timeline.topic.supervision': said('督办', 'Supervision'),
  'timeline.topic.close-out': said('销账', 'Close-out'),
  'timeline.topic.figures': said('指标', 'Figures'),
  'timeline.topic.bulletins': said('通报', 'Bulletins'),
  'timeline.topic.consultation': said('征求意见', 'Consultation'),
  'timeline.topic.measure': said('任务', 'Task'),
  'timeline.by-leye': said('乐业自动记录', 'By Leye itself'),
  'timeline.of-programme': said('整个方案', 'Whole programme'),
  'timeline.none': said('这项任务还没有留下记录', 'Nothing has happened here yet'),
  'timeline.none-hint': said(
    '报送计划、亮灯变化、督办和销账都会自动出现在这里。',
    'Plans, changes of lights, supervision and close-outs appear here by themselves.',
  ),
  'timeline.none-topic': said('没有这一类记录', 'Nothing of this kind'),
  'timeline.none-topic-hint': said('换一类，或看全部。', 'Choose another kind, or see everything.'),
  'timeline.see-figure': said('看这个数字', 'See the figure'),
} as const;
