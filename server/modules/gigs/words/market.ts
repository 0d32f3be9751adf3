import { said } from '../../../kernel/i18n/said.ts';

/** What stations, profiles, teams and orders answer when something is not as it should be. */
export const marketWords = {
  'problem.no-gig-station': said('没有这个零工站。', 'There is no such gig station.'),
  'problem.gig-station-exists': said('已经有叫“{name}”的零工站。', 'There is a gig station called “{name}” already.'),
  'problem.gig-station-changed': said(
    '这个零工站刚被别人改过。请刷新，看了新的再改。',
    'Somebody changed this station a moment ago. Reload, look, and change it again.',
  ),
  'problem.gig-station-closed': said('这个零工站到那天已经停用。', 'This station is closed by that day.'),
  'problem.gig-station-has-orders': said(
    '那天以后还有 {n} 个没完的用工单。请先请单位改到别的站，或取消。',
    '{n} {n|order is|orders are} still open after that day. Have them moved to another station or cancelled first.',
  ),
  'problem.gig-devices-many': said(
    '这个站已有 {most} 台设备在用。请先停用不用的。',
    'This station has {most} devices in use. End those that are not needed first.',
  ),
  'problem.gig-area-unknown': said('请选一个街道、乡镇或社区、村。', 'Choose a street, a town, a community or a village.'),
  'problem.gig-area-unplaced': said(
    '地图上没有“{area}”的位置，请在地图上点一下。',
    'The map has no position for “{area}”; point to the place on the map.',
  ),
  'problem.gig-day-past': said('这一天已经过去了。', 'That day has passed.'),

  'problem.not-a-gig-worker': said(
    '还没有登记找零活。先花一分钟登记。',
    'Not registered for day work yet. Register first; it takes a minute.',
  ),
  'problem.gig-joined-before': said('已经登记过了，一个人只登记一次。', 'Registered already; a person registers once.'),
  'problem.gig-birth-year-needed': said(
    '请先填出生年份：法律规定未满十六周岁不能招用，有的工种要满十八周岁。',
    'Give the year of birth first: by law nobody under 16 may be hired, and some trades need 18.',
  ),
  'problem.gig-too-young': said(
    '未满十六周岁不能招用（《劳动法》第十五条）。年份填错了，改过来就行。',
    'Nobody under 16 may be hired (Labour Law, art. 15). If the year is mistyped, put it right.',
  ),
  'problem.gig-trade-unknown': said(
    '没有“{trade}”这个工种。请从列表里选。',
    'There is no trade “{trade}”. Choose one from the list.',
  ),
  'problem.gig-pay-wish-below-floor': said(
    '想要的日薪不能比最低接受的还低。',
    'The pay you wish for cannot be below the least that you accept.',
  ),
  'problem.gig-shift-wish-not-taken': said(
    '最想上的班次，要先勾选为可以上的班次。',
    'The shift you like best has to be one of those you take.',
  ),
  'problem.gig-profile-changed': said(
    '登记信息刚在别处改过。请刷新，看了新的再改。',
    'The profile was changed elsewhere a moment ago. Reload, look, and change it again.',
  ),
  'problem.gig-profile-changed-here': said(
    '您填的时候，登记在别处改过，所以还没有保存。现在登记的写在下面，您刚填的也还在；再点“保存”，就照您填的改。',
    'Your registration was changed elsewhere while you filled this in, so nothing has been saved. What is registered now stands below, and so does what you typed: saving again replaces the one by the other.',
  ),
  'problem.gig-station-hours': said(
    '开门和关门是同一时间，等于从不开门。请改其中一个。',
    'It would close when it opens and never be open. Change one of the times.',
  ),
  'problem.gig-licence-unknown': said('没有这种证件。请从列表里选。', 'There is no such licence. Choose one from the list.'),
  'problem.gig-licence-over': said('证上的有效期到 {day}，已经过了。', 'The licence ended on {day}.'),
  'problem.gig-licence-far': said(
    '有效期最远只能填到 {day}（30 年）。请核对证上的年份。',
    'A licence is valid until {day} (30 years) at most. Check the year on it.',
  ),
  'problem.gig-licence-not-checked': said(
    '这个证件现在没有在用，改不了，也不用撤回。',
    'This licence is not in use, so there is nothing to correct or withdraw.',
  ),
  'problem.gig-no-such-day': said('没有 {day} 这一天，请核对。', 'There is no such day as {day}; please check.'),
  'problem.gig-licence-decided': said('这个证件已经看过了。', 'This licence has been looked at already.'),
  'problem.gig-skill-not-claimed': said(
    '这位工友没有登记这个工种，请先登记。',
    'This worker has not registered that trade; register it first.',
  ),
  'problem.gig-team-unknown': said(
    '没有这个结伴码，请再对一遍四位数字。',
    'There is no team with that code; compare the four digits again.',
  ),
  'problem.gig-team-tries': said(
    '结伴码输错了 {tries} 次。请向开头的工友问清楚，过 {minutes} 分钟再输。',
    'The team code was wrong {tries} times. Ask whoever began the team, and try again in {minutes} {minutes|minute|minutes}.',
  ),
  'problem.gig-team-full': said('一队最多 {limit} 人，请分成两队。', 'A team has at most {limit} people; make two of it.'),
  'problem.gig-team-other': said('您已在另一队里，要先退出。', 'You are in another team; leave it first.'),
  'problem.gig-team-codes-used': said('结伴码暂时用完了，请过一会儿再试。', 'All team codes are in use; try again in a while.'),

  'problem.no-gig-order': said('没有这个用工单。', 'There is no such order.'),
  'problem.gig-day-far': said(
    '用工单最多提前 {days} 天发。更远的请发招聘岗位。',
    'A day order can be posted at most {days} days ahead. What is further off is a vacancy.',
  ),
  'problem.gig-start-past': said('开工时间已经过了，请改时间或日期。', 'The start has passed; change the time or the day.'),
  'problem.gig-pay-too-little': said(
    '一小时合 {hour} 元，低于最低工资（每小时 {least} 元，《最低工资规定》第十二条）。这一班至少要 {whole} 元。',
    'This is {hour} yuan an hour, below the minimum wage ({least} an hour, Minimum Wage Provisions, art. 12). The shift needs {whole} yuan at least.',
  ),
  'problem.gig-too-long': said('一个用工单是 1 到 16 小时。', 'A day order lasts from 1 to 16 hours.'),
  'problem.gig-break-too-long': said('休息时间不能超过一半。', 'The break cannot be more than half of the time.'),
  'problem.gig-bus-none': said(
    '只有站前有车接的单才填发车时间。',
    'Only an order with a bus from the station says when the bus leaves.',
  ),
  'problem.gig-bus-time': said(
    '车要在开工前开，最多早四个小时。请改发车时间。',
    'The bus leaves before work begins, at most four hours. Change when it leaves.',
  ),
  'problem.gig-insurer-needed': said('有保险的，请写承保公司。', 'Where there is insurance, name the insurer.'),
  'problem.gig-insurance-late': said(
    '已经开工，不能再补记保险。工友看到的是“没有保险”。',
    'The shift has started; insurance can no longer be recorded. Workers were told that there is none.',
  ),
  'problem.gig-wages-unpaid': said(
    '还有 {wages} 笔工钱（共 {yuan} 元）从 {since} 起没付清，付清前不能发新单。',
    '{wages} {wages|wage|wages} ({yuan} yuan in all) due since {since} {wages|is|are} unpaid. Pay before posting new orders.',
  ),
  'problem.gig-order-twice': said(
    '这一天已经发过同样的单。没有再发。',
    'The same work is ordered for this day already. Nothing was posted.',
  ),
  'problem.gig-order-not-open': said('这个用工单已经不招人了。', 'This order takes nobody any more.'),
  'problem.gig-order-changed': said(
    '这个用工单刚被别人改过。请刷新，看了新的再改。',
    'Somebody changed this order a moment ago. Reload, look, and change it again.',
  ),
  'problem.gig-order-full': said('这个用工单已经满了。', 'This order is full.'),
  'problem.gig-order-begun': said(
    '已经有人开工，不能取消，只能停止招人。',
    'People are at work; it can be closed, not cancelled.',
  ),
  'problem.gig-seats-promised': said(
    '已经答应了 {held} 个人，人数不能少于这个数。',
    '{held} {held|person has|people have} been promised a place; it cannot be fewer.',
  ),
};
