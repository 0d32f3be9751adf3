import { said } from '../../../kernel/i18n/said.ts';

/** What the line, offers and placements answer when something is not as it should be. */
export const dawnWords = {
  'problem.gig-code-unknown': said('这个码不是零工站的码。', 'This is not the code of a gig station.'),
  'problem.gig-code-old': said(
    '这个码是别的日子的。请扫站里大屏上今天的码，或到窗口签到。',
    'This code is another day’s. Scan today’s code on the screen in the station, or check in at the counter.',
  ),
  'problem.gig-station-not-open': said(
    '零工站现在没开，开放时间是 {opens} 到 {closes}。',
    'The station is not open now; it opens at {opens} and closes at {closes}.',
  ),
  'problem.gig-paused': said(
    '您暂停了找活。要签到，先在登记里恢复。',
    'You have paused. Resume in your profile before checking in.',
  ),
  'problem.gig-worker-unknown': said(
    '没找到这张卡或这个号码。请到窗口登记。',
    'No worker has this card or number. Please register at the counter.',
  ),
  'problem.gig-not-checked-in': said('今天还没有签到。', 'Not checked in today.'),
  'problem.gig-sent-too-late': said(
    '这条是半天以前的，已经用不上了。请按现在的情况再点一次。',
    'This was tapped more than half a day ago and is of no use any more. Please tap again as things stand now.',
  ),
  'problem.gig-clock-wrong': said('手机的时间不对，请调准再试。', 'The phone’s clock is wrong; set it and try again.'),
  'problem.gig-other-person': said(
    '这一条是另一个人在这部手机上点的，没有替他发出。',
    'Somebody else tapped this on this phone; it was not sent for them.',
  ),
  'problem.no-gig-offer': said('没有这个工作邀请。', 'There is no such offer.'),
  'problem.gig-offer-settled': said('这个工作邀请已经有了结果。', 'This offer has been settled already.'),
  'problem.gig-offer-late': said(
    '您的“去”来晚了一点，位置已经给了别人。您还在队里，有合适的会再找您。',
    'Your yes came a little late and the place has gone to somebody else. You are still in the line; the next fitting one is offered to you.',
  ),
  'problem.gig-placed-already': said('这个单刚刚已经派给这位了。', 'This order has been given to them already.'),
  'problem.gig-worked-already': said(
    '这个单的活已经干过了，同一个单不派第二次。',
    'This order was worked already; nobody gets the same order twice.',
  ),
  'problem.gig-busy': said('这段时间您已经有活了。', 'You have work at that time already.'),
  'problem.no-gig-placement': said('没有这份活。', 'There is no such placement.'),
  'problem.gig-placement-state': said(
    '现在这一步做不了：这份活已经变了。',
    'This cannot be done any more: things have moved on.',
  ),
  'problem.gig-no-show-early': said(
    '开工 {minutes} 分钟以后还没到，才算没来。',
    'Somebody counts as absent {minutes} minutes after the start.',
  ),
  'problem.gig-condition-trade': said('这位工友没有登记这个工种。', 'This worker has not registered that trade.'),
  'problem.gig-condition-level': said('技能等级不够。', 'The level is too low.'),
  'problem.gig-condition-licence': said(
    '这个工种要持证，证件没有核验或已过期。',
    'The trade needs a licence, and none is checked and valid.',
  ),
  'problem.gig-condition-age': said(
    '法律对这个工种有年龄要求，这位工友不符合。',
    'The law sets an age for this trade, and this worker does not meet it.',
  ),
  'problem.gig-condition-shift': said('这位工友没有选这个班次。', 'This worker does not take that shift.'),
  'problem.gig-condition-pay': said('工钱低于这位工友能接受的最低数。', 'The pay is below the least that this worker accepts.'),
  'problem.gig-condition-distance': said('离这位工友出发的地方太远。', 'It is too far from where this worker starts.'),
  'problem.gig-condition-apart': said('双方有一方说过不再一起干。', 'One of the two has said never again.'),
  'problem.gig-condition-refused': said('这位工友今天回绝过这个单。', 'This worker declined that order today.'),
  'problem.gig-condition-worked': said('这位工友已经干过这个单。', 'This worker has worked that order already.'),
  'problem.gig-condition-busy': said('和已经答应的活时间冲突。', 'It clashes with work that was promised.'),
  'problem.gig-service-of-placement': said(
    '这项服务来自一份活，要改就改那份活，不在这里改。',
    'This service comes from a placement; it is corrected there, not here.',
  ),
  'problem.gig-condition-seats': said('这个用工单已经满了。', 'This order is full.'),
  'problem.no-gig-batch': said('没有这一轮。', 'There is no such round.'),
  'problem.gig-replay-busy': said(
    '正在重算另一轮，一次只算一轮。请过一会儿再试。',
    'Another round is being run again; it is one at a time. Try again in a moment.',
  ),
  'problem.gig-replay-failed': said(
    '这一轮没能重算完。留存的数据没有动；人少的时候再试，或在服务器上用 leye gigs replay 重算。',
    'This round could not be run again to its end. What was kept is untouched; try at a quieter hour, or run leye gigs replay on the server.',
  ),
  'problem.gig-batch-touched': said(
    '这一轮留存的数据与当时的指纹不符，不能重算。请告诉审计管理员。',
    'What is kept of this round is not what its hash says, so it cannot be run again. Tell the audit administrator.',
  ),
};
