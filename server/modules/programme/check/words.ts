import { type Said, said } from '../../../kernel/i18n/said.ts';

/** Wording of what the check finds, under the keys that problems use, so that a refused confirmation says the same. */
export const checkWords: Readonly<Record<string, Said>> = {
  'problem.check-missing': said('缺少“{field}”。', '“{field}” is missing.'),
  'problem.check-unknown-field': said(
    '不认识“{field}”这一项，请删去或改正拼写。',
    '“{field}” is not known: remove it or correct its spelling.',
  ),
  'problem.check-empty': said('“{field}”还空着，请填上。', '“{field}” is empty: fill it in.'),
  'problem.check-not-group': said('这里应当是一组内容：{fields}。', 'This should be a group of: {fields}.'),
  'problem.check-not-list': said('这里应当是一个列表。', 'This should be a list.'),
  'problem.check-not-text': said('{value} 应当是文字，请加上引号。', '{value} should be text: put it in quotes.'),
  'problem.check-not-number': said('{value} 应当是数字。', '{value} should be a number.'),
  'problem.check-not-whole': said('{value} 应当是整数。', '{value} should be a whole number.'),
  'problem.check-not-yes-no': said('这里只能填 true 或 false。', 'This is either true or false.'),
  'problem.check-choice': said('这里只能是以下之一：{choices}。', 'This must be one of: {choices}.'),
  'problem.check-pattern': said(
    '{value} 写法不对，应当像 {example}。',
    '{value} is not written as it should be, like {example}.',
  ),
  'problem.check-range': said(
    '{value} 超出范围，应在 {least} 到 {most} 之间。',
    '{value} is out of range: from {least} to {most}.',
  ),
  'problem.check-too-few': said('至少要有 {least} 项。', 'There must be at least {least}.'),
  'problem.check-too-long': said('太长了，最多 {most} 个字。', 'Too long: at most {most} characters.'),
  'problem.check-twice-in-list': said('“{name}”在这个列表里写了两次。', '“{name}” stands in this list twice.'),
  'problem.check-yaml': said('YAML 格式有误：{reason}', 'The YAML cannot be read: {reason}'),
  'problem.check-not-a-day': said(
    '{day} 不是真实的日期，请写成 2027-12-31。',
    '{day} is not a real day: write it like 2027-12-31.',
  ),
  'problem.check-start-of-month': said(
    '起始日 {day} 应是某月的一号：指标按整月计。',
    'The start {day} must be the first of a month: figures count whole months.',
  ),
  'problem.check-ends-before-start': said(
    '有效期 {validUntil} 应晚于起始日 {startsOn}。',
    'The last day {validUntil} must be later than the start {startsOn}.',
  ),
  'problem.check-number-twice': said('编号 {no} 用了两次。', 'Number {no} is used twice.'),
  'problem.check-code-twice': said(
    '代码 {code} 用了两次，每个代码只能用一次。',
    'The code {code} is used twice; each must be unique.',
  ),
  'problem.check-code-reserved': said(
    '代码 {code} 是系统留给街道和乡镇的，请换一个。',
    'The code {code} is kept for streets and towns: choose another.',
  ),
  'problem.check-name-twice': said('单位“{name}”列了两次。', 'The unit “{name}” is listed twice.'),
  'problem.check-area-unknown': said(
    '没有编号为 {area} 的方面，请先列入 goalAreas。',
    'There is no goal area {area}: list it in goalAreas.',
  ),
  'problem.check-area-unused': said('方面 {no} 里没有任务。', 'No measure belongs to goal area {no}.'),
  'problem.check-unit-unknown': said('没有代码为 {code} 的单位，请先列入 units。', 'There is no unit {code}: list it in units.'),
  'problem.check-unit-unused': said('单位“{name}”没有参与任何任务。', 'The unit “{name}” has no part in any measure.'),
  'problem.check-leads-and-cooperates': said(
    '单位 {code} 既牵头又配合，只能留一个。',
    'The unit {code} both leads and cooperates: keep one of them.',
  ),
  'problem.check-code-of-measure': said(
    '指标代码 {code} 应以任务编号 {no} 开头，如 {no} 或 {no}a。',
    'The figure’s code {code} must begin with its measure’s number {no}, like {no} or {no}a.',
  ),
  'problem.check-deadline-outside': said(
    '期限 {by} 不在有效期（{startsOn} 至 {validUntil}）之内。',
    'The deadline {by} lies outside the programme ({startsOn} to {validUntil}).',
  ),
  'problem.check-negative': said('目标值 {value} 不能小于零。', 'The target {value} may not be below zero.'),
  'problem.check-path-unused': said(
    '按月或长期保持的目标没有进度路径，这里的路径不起作用。',
    'A target of each month, or one to be kept, has no path: this one has no effect.',
  ),
  'problem.check-path-outside': said(
    '路径日期 {day} 不在 {startsOn} 至 {by} 之内。',
    'The day {day} of the path lies outside {startsOn} to {by}.',
  ),
  'problem.check-path-order': said(
    '路径日期 {day} 应晚于前一个 {before}。',
    'The day {day} of the path must be later than {before} before it.',
  ),
  'problem.check-path-turns-back': said(
    '路径在这里倒退：{before} 之后是 {value}，请核对。',
    'The path turns back here: {value} after {before}.',
  ),
  'problem.check-over-hundred': said('比例的目标 {value} 超过了 100%。', 'The target {value} of a share is more than 100%.'),
  'problem.check-decimals': said(
    '“{unit}”是一个一个数的，一般不带小数。',
    '“{unit}” is counted one by one and rarely has decimals.',
  ),
  'problem.check-target-finer': said(
    '目标 {value} 的小数比显示的 {decimals} 位多。',
    'The target {value} has more decimals than the {decimals} shown.',
  ),
  'problem.check-kind-unknown': said(
    '没有“{kind}”这种记录。可用的有：{known}。',
    'There is no fact kind “{kind}”. Known: {known}.',
  ),
  'problem.check-variant-unknown': said(
    '记录“{kind}”没有“{variant}”这一类。可用的有：{known}。',
    'The kind “{kind}” has no category “{variant}”. Known: {known}.',
  ),
  'problem.check-share-unit': said(
    '这个计数方法得出的是百分比，单位应为 %，现在是“{unit}”。',
    'This counting rule gives a share: the unit must be %, not “{unit}”.',
  ),
  'problem.check-count-unit': said(
    '单位是“{unit}”，计数方法应为 ratio 或 coverage。',
    'The unit is “{unit}”: the counting rule must be ratio or coverage.',
  ),
  'problem.check-window-differs': said(
    '目标的周期是 {per}，和计数方法不一致；这种计数方法配 {fitting}。',
    'The target renews per {per}, which this counting rule does not; it goes with {fitting}.',
  ),
  'problem.check-kind-happens': said(
    '“{kind}”记的是发生过的事，不能当作现有的来数；请用 sum。',
    '“{kind}” is something that happens, not something that stands: use sum.',
  ),
  'problem.check-kind-stands': said(
    '“{kind}”记的是现有的状态，不能按发生累加；请用 level。',
    '“{kind}” is something that stands, not something that happens: use level.',
  ),
  'problem.check-kind-without-places': said(
    '“{kind}”没有按点位记录，不能计算覆盖率。',
    '“{kind}” is not kept by place, so coverage cannot be counted.',
  ),
  'problem.check-unit-of-kind': said(
    '单位“{unit}”和记录“{kind}”的计量（{counted}）不是一回事。',
    'The unit “{unit}” and what “{kind}” is counted in ({counted}) are different things.',
  ),
  'problem.check-not-chinese': said('中文一栏写的不是中文：{text}', 'The Chinese text is not Chinese: {text}'),
  'problem.check-not-english': said('英文一栏里有汉字：{text}', 'The English text has Chinese characters: {text}'),
  'problem.check-district': said(
    '方案的区划代码 {code} 不是本区的 {district}。',
    'The programme’s district {code} is not this one, {district}.',
  ),
  'problem.check-unit-known-otherwise': said(
    '单位“{name}”已有代码 {known}，请沿用，不要改成 {code}。',
    'The unit “{name}” is known as {known}: keep that code instead of {code}.',
  ),
};
