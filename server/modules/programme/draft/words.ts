import { type Said, said } from '../../../kernel/i18n/said.ts';

/** What a person should look at before confirming an item of a draft. */
export const doubtWords: Readonly<Record<string, Said>> = {
  'problem.doubt-unit-unknown': said(
    '“{name}”是第一次出现的单位，请起一个英文代码。',
    'The unit “{name}” is new: give it a code.',
  ),
  'problem.doubt-every-town': said('“{name}”指每个街道、乡镇，请核对。', '“{name}” stands for every street and town: check it.'),
  'problem.doubt-rule-suggested': said(
    '计数方法是按“{because}”推荐的（{score} 分），请核对。',
    'The counting rule was suggested because of “{because}” (score {score}): check it.',
  ),
  'problem.doubt-no-record': said(
    '没有找到合适的记录：请选一种，或定为人工填报并注明来源和有效期。',
    'No record fits: choose one, or let the value be typed with source and expiry.',
  ),
  'problem.doubt-counted-as-coverage': said(
    '文件写的是“{printed}”，这里按覆盖率计算，目标 100%。',
    'The paper says “{printed}”; it is counted as coverage with a target of 100%.',
  ),
  'problem.doubt-counted-otherwise': said(
    '文件写的是“{printed}”，现行指标按“{unit}”计算，请核对目标值。',
    'The paper says “{printed}”; the figure in force is counted in “{unit}”: check the target.',
  ),
  'problem.doubt-not-printed': said(
    '文件里没有这个数字目标，它来自现行方案：请决定留下还是删去。',
    'The paper does not print this figure; it comes from the programme in force: decide whether it stays or goes.',
  ),
  'problem.doubt-promise-changed': said(
    '承诺变了：原来 {was}，现在 {now}。请核对，并改写承诺的说法。',
    'The promise changed from {was} to {now}: check it and write the promise anew.',
  ),
  'problem.doubt-period': said('周期“{period}”按 {per} 理解，请核对。', 'The period “{period}” is taken as {per}: check it.'),
  'problem.doubt-range-printed': said(
    '文件写的是一个范围，上限 {upTo}；这里取下限。',
    'The paper prints a range up to {upTo}; its lower end is taken.',
  ),
  'problem.doubt-english-made': said('英文由系统拼成，请润色。', 'The English was put together by Leye: better it.'),
  'problem.doubt-words-kept': said(
    '沿用已确认的说法；文件写的是“{printed}”。',
    'The confirmed wording is kept; the paper says “{printed}”.',
  ),
  'problem.doubt-title-changed': said('文件改了标题，原来是“{was}”。', 'The paper changed this title; it was “{was}”.'),
  'problem.doubt-title-made': said('文件里这一条没有标题，请起一个。', 'The paper prints no title here: write one.'),
  'problem.doubt-nobody-leads': said('文件里没有写明牵头单位，请补上。', 'The paper names no lead unit: add it.'),
  'problem.doubt-no-area': said('这一条不在任何一个方面之下，请选一个。', 'This measure lies in no goal area: choose one.'),
  'problem.doubt-area-made': said(
    '文件没有分方面，这里先归为一类。',
    'The paper has no goal areas; one was made to hold its measures.',
  ),
  'problem.doubt-no-title': said('没有找到文件标题，请补上。', 'No title was found: add it.'),
  'problem.doubt-no-validity': said('文件没有写有效期，请核对。', 'The paper names no last day of validity: check it.'),
  'problem.doubt-start': said('起始日是推算的，请核对。', 'The first day was inferred: check it.'),
  'problem.doubt-goals-left': said(
    '总体目标里还有 {count} 个数字不属于任何一项任务；需要的话请加到相应任务里。',
    'The paper’s overall goals name {count} more {count|figure|figures} outside any measure: add {count|it|them} to a measure if {count|it counts|they count}.',
  ),
  'problem.doubt-not-taken': said('文件里的这个数字没有列入：“{text}”。', 'This figure of the paper was not taken: “{text}”.'),
  'problem.draft-unconfirmed': said('还没有人确认。', 'Nobody has confirmed this yet.'),
};
