import { type Language, type Params, type Said, said, say } from '../../../kernel/i18n/said.ts';
import type { Shift } from '../shifts.ts';
import type { MatchContext, MatchReason } from './reasons.ts';
import type { Change, UnmatchedReason } from './unmatched.ts';

export type Reason = MatchReason | MatchContext | UnmatchedReason | Change;

/** What the worker reads, and the officer reads aloud. */
export const reasonWords: Readonly<Record<Reason['code'], Said>> = {
  near: said(
    '路上大约 {minutes} 分钟（直线 {km} 公里，是估算）',
    'About {minutes} {minutes|minute|minutes} away ({km} km in a straight line; an estimate)',
  ),
  'pay-as-wished': said('按一天干8小时算 {yuan} 元，够您想要的数', '{yuan} yuan for eight hours, as much as you hoped for'),
  'pay-close': said(
    '按一天干8小时算 {yuan} 元，比您想要的少 {short} 元',
    '{yuan} yuan for eight hours, {short} less than you hoped for',
  ),
  'level-fits': said('要的手艺和您的等级合适', 'The skill asked for suits yours'),
  'shift-wished': said('是您最想要的班次', 'It is the shift you like best'),
  mornings: said(
    '您已经连着 {mornings} 个早晨没等到活，所以往前排',
    'You have waited {mornings} {mornings|morning|mornings} in a row without work, and that counts for you',
  ),
  minutes: said(
    '您今早已经等了 {minutes} 分钟',
    'You have been waiting {minutes} {minutes|minute|minutes} this morning, and that counts for you',
  ),
  'hard-to-employ': said('就业困难人员，往前排', 'People who find work hard to get are put forward'),
  returning: said('您和这家合作过，互相评价都好', 'You worked for them before, and both of you were content'),

  'contested-person': said(
    '这一单很抢手：再多一个位置，就能多一个人上工',
    'Much asked for: one place more here would put one more person to work',
  ),
  'contested-points': said(
    '这一单抢手：再多一个位置，这一批合起来能更合适 {points} 分',
    'Asked for: one place more here would make the whole batch {points} {points|point|points} better',
  ),
  uncontested: said('这一单不用争', 'Nobody had to stand back for this one'),
  'next-best': said(
    '其次合适的是 {order}，要多 {points} 分（分越少越合适）',
    'Next best is {order}, {points} {points|point|points} more (fewer is better)',
  ),
  'better-needed': said(
    '{order} 对您还要合适些（少 {points} 分），但那里的位置要给别人，才能让最多的人上工、合起来最合适',
    '{order} would suit you better by {points} {points|point|points}, but its places were needed for others, so that most people work and all together fit best',
  ),
  'only-order': said('这一轮里您能去的只有这一单', 'This is the only one of this round that you could take'),

  'no-orders': said('现在没有还在派的单子。', 'No order is being given out at the moment.'),
  'listed-twice': said(
    '您的登记有两份，内容不一样。请到柜台核对。',
    'You are registered twice, differently. Please come to the counter.',
  ),
  trade: said('还在派的单子里，没有您会的工种。', 'Of the orders still given out, none is for your trades.'),
  'trade-nearest': said(
    '还在派的单子里，没有您会的工种。离您最近还要人的是{trade}：{km} 公里，还要 {places} 人。',
    'Of the orders still given out, none is for your trades. The nearest that still needs people: {trade}, {km} km away, {places} {places|place|places}.',
  ),
  level: said(
    '有您会的工种的单子，但要求高一些，至少 {wanted} 级。',
    'There are orders for your trades, but they ask for level {wanted} at least.',
  ),
  licence: said(
    '这些单子要有效的{licence}。您的登记里没有，或者过期了。',
    'These orders need a valid {licence}. Yours is missing or has expired.',
  ),
  age: said(
    '法律对这些活有年龄规定（{law}），您不在范围里。',
    'The law sets an age for this work ({law}), and yours is outside it.',
  ),
  'age-unknown': said(
    '法律对这些活有年龄规定（{law}），您的登记里没有年龄。请到柜台补上。',
    'The law sets an age for this work ({law}), and yours is not on record. Please tell the counter.',
  ),
  shift: said('合适的单子在{shift}，您没有选这个班次。', 'What would suit you is {shift} work, a shift you did not choose.'),
  pay: said(
    '合适的单子里，按一天干8小时算最高 {best} 元，比您的最低要求少 {short} 元。',
    'The best pay among orders that suit you is {best} yuan for eight hours, {short} below your least.',
  ),
  distance: said(
    '最近的合适单子离您 {km} 公里，您说最远 {radius} 公里。',
    'The nearest order that suits you is {km} km away; you said {radius} km at most.',
  ),
  apart: said(
    '剩下合适的 {orders} 单，都是登记了互不派工的雇主。',
    'What is left ({orders} {orders|order|orders}) is from employers with whom you are not to be matched.',
  ),
  refused: said(
    '您能去的 {orders} 单，今天都派给过您：回绝了、没按时答复，或者退掉了。',
    'The {orders} {orders|order|orders} that you could take {orders|was|were} yours to take today: declined, not answered in time, or given up.',
  ),
  worked: said(
    '您能去的 {orders} 单，已经去过了。',
    'The {orders} {orders|order|orders} that you could take you have had already.',
  ),
  busy: said(
    '剩下合适的 {orders} 单，和您今天定下的活时间碰上，或者赶不过去。',
    'What is left ({orders} {orders|order|orders}) clashes with the work you already have today, or leaves no time for the way.',
  ),
  soon: said(
    '您能去的 {orders} 单开工太急，现在从市场出发已经赶不到。',
    'The {orders} {orders|order|orders} that you could take {orders|begins|begin} too soon: whoever sets out from the station now would come late.',
  ),
  full: said(
    '您能去的 {orders} 单，这一轮以前就招满了。',
    'The {orders} {orders|order|orders} that you could take {orders|was|were} full before this round.',
  ),
  stopped: said(
    '您能去的 {orders} 单在户外，今天因为高温或严寒停工。',
    'The {orders} {orders|order|orders} that you could take {orders|is|are} outdoors and {orders|stands|stand} still today because of heat or cold.',
  ),
  begun: said(
    '您能去的 {orders} 单已经开工了。',
    'The {orders} {orders|order|orders} that you could take {orders|has|have} begun.',
  ),
  taken: said(
    '您能去的 {orders} 单{orders||都}派满了：连着{orders|这个|这些}单子，{people} 个人能去的一共只有 {places} 个位置。',
    'The {orders} {orders|order|orders} that you could take {orders|is|are} full: around {orders|it|them}, {people} {people|person|people} could reach {places} {places|place|places}.',
  ),
  'taken-teams': said(
    '您能去的 {orders} 单{orders||都}派满了：连着{orders|这个|这些}单子，{people} 个人能去的一共只有 {places} 个位置，其中 {inTeams} 个给了结伴的班组。',
    'The {orders} {orders|order|orders} that you could take {orders|is|are} full: around {orders|it|them}, {people} {people|person|people} could reach {places} {places|place|places}, {inTeams} of which went to teams.',
  ),
  'team-too-large': said(
    '你们一起有 {size} 人，没有一单放得下：合适的单子最多还要 {places} 人。',
    'You are {size} together, more than any order can take: those that suit you need {places} at most.',
  ),
  'team-apart': said('没有一单是你们 {size} 个人都能去的。', 'There is no order that all {size} of you could take.'),
  'team-taken': said(
    '你们 {size} 个人能一起去的有 {orders} 单，位置给了别人。',
    'The {size} of you could take {orders} {orders|order|orders} together; the places went to others.',
  ),
  'cut-short': said('这一批没有算完，柜台接着给您找。', 'This batch was cut short; the counter goes on looking for you.'),

  'change-distance': said('如果能到 {km} 公里远，今天就有活。', 'With a way of up to {km} km you would have had work today.'),
  'change-pay': said('如果8小时 {yuan} 元也愿意，今天就有活。', 'For {yuan} yuan for eight hours you would have had work today.'),
  'change-shift': said('如果{shift}也可以，今天就有活。', 'Had you chosen the {shift} too, you would have had work today.'),
  'change-refused': said(
    '今天派给过您的单子里还有位置，想去就到窗口说一声。',
    'Among the orders offered to you today there are places left: if you would go after all, tell the counter.',
  ),
  'change-level': said('如果等级到 {level} 级，今天就有活。', 'With level {level} you would have had work today.'),
  'change-licence': said('如果有有效的{licence}，今天就有活。', 'With a valid {licence} you would have had work today.'),
  'change-trade': said('如果会{trade}，今天就有活。', 'With {trade} as a trade you would have had work today.'),
  'change-smaller-team': said('如果 {size} 个人一组，今天就有位置。', 'In a team of {size} there would have been places today.'),
  'change-alone': said(
    '如果不结伴，你们中有 {members} 人今天就有活。',
    'Each on their own, {members} of you would have had work today.',
  ),
};

export const shiftWords: Readonly<Record<Shift, Said>> = {
  morning: said('早班', 'morning'),
  midday: said('午班', 'midday'),
  evening: said('晚班', 'evening'),
  night: said('夜班', 'night'),
};

/** Places are known by their town at worst: of less than this a number would say more than is known. */
export const NEAR_KM = 0.5;
const nearBy = said('和您出发的地方在同一带', 'In the area that you start from');

/** A next best order that is no worse. */
const asGood = said('{order}一样合适', '{order} fits just as well');

/** The names behind the codes that a reason carries. */
export type ReasonNames = (kind: 'trade' | 'licence' | 'law' | 'order', code: string) => Said;

export function sayReason(reason: Reason, language: Language, names: ReasonNames): string {
  const { params } = reason;
  const named = Object.entries<string | number>(params).map(([key, value]) => {
    if (key === 'shift') return [key, shiftWords[value as Shift][language]]; // reason: a shift's own code stands there
    if (key === 'trade' || key === 'licence' || key === 'law' || key === 'order')
      return [key, names(key, String(value))[language]];
    return [key, value];
  });
  return say(wordsOf(reason), language, Object.fromEntries(named) as Params); // reason: texts and numbers, as above
}

function wordsOf({ code, params }: Reason): Said {
  if (code === 'next-best' && params.points === 0) return asGood;
  return code === 'near' && params.km < NEAR_KM ? nearBy : reasonWords[code];
}
