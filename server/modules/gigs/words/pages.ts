import { said } from '../../../kernel/i18n/said.ts';

/** What several pages of the worker share: money, places, shifts, levels. */
export const pageWords = {
  yuanDay: said('{yuan} 元一天', '{yuan} yuan a day'),
  yuanHour: said('{yuan} 元一小时', '{yuan} yuan an hour'),
  yuan: said('{yuan} 元', '{yuan} yuan'),
  kilometres: said('{km} 公里', '{km} km'),
  today: said('今天', 'today'),
  tomorrow: said('明天', 'tomorrow'),
  hours: said('{from} 到 {to}', '{from} to {to}'),
  hoursOvernight: said('{from} 到第二天 {to}', '{from} to {to} the next day'),
  morning: said('早班（4 点到 10 点之间开工）', 'Morning (begins between 4:00 and 10:00)'),
  midday: said('午班（10 点到 15 点之间开工）', 'Midday (begins between 10:00 and 15:00)'),
  evening: said('晚班（15 点到 21 点之间开工）', 'Evening (begins between 15:00 and 21:00)'),
  night: said('夜班（21 点以后开工）', 'Night (begins after 21:00)'),
  level0: said('刚开始学', 'Just beginning'),
  level1: said('能干', 'Can do it'),
  level2: said('熟练', 'Skilled'),
  level3: said('能带班', 'Can lead others'),
  checked: said('工作人员看过：{level}', 'seen by an officer: {level}'),
  toToday: said('看今天的活', 'My work today'),
  toProfile: said('我的零工登记', 'My registration'),
  toRules: said('活是怎么派的', 'How work is given out'),
  toTeam: said('和工友结伴', 'Go together with others'),
  toWork: said('我的工和工钱', 'My shifts and wages'),
  toDoor: said('回到“找零活”', 'Back to “Day work”'),
  save: said('保存', 'Save'),
  on: said('下一步', 'Next'),
} as const;

/** What the pages say by themselves on a phone without network; the script reads them from the page. */
export const keptWords = {
  kept: said(
    '没有网络，或者网络太慢。“{what}”已经记下，网络好了就自动发出，不用再点。',
    'No network, or a very slow one. “{what}” is kept and will be sent by itself; no need to tap again.',
  ),
  sending: said('正在发送“{what}”……', 'Sending “{what}”…'),
  sent: said('“{what}”已经发出。', '“{what}” has been sent.'),
  and: said('、', ', '),
  refused: said('“{what}”没有办成：{why}', '“{what}” did not work: {why}'),
  signIn: said('“{what}”还没发出：要先登录。', '“{what}” has not been sent: please sign in first.'),
  old: said(
    '“{what}”是半天以前点的，已经用不上了。请按现在的情况再点一次。',
    '“{what}” was tapped more than half a day ago and is of no use any more. Please tap again as things stand now.',
  ),
  offline: said('没有网络，下面是 {time} 的情况。', 'No network. This is how things stood at {time}.'),
  offer: said('有活找您了，请看。', 'There is an offer for you. Please look.'),
  understood: said('知道了', 'OK'),
  toSignIn: said('去登录', 'Sign in'),
  located: said('已用上您现在的位置。', 'Your present position is used.'),
  notLocated: said('没拿到位置，请在上面选街道、乡镇。', 'The position could not be read; please choose a town above.'),
} as const;
