import { said } from '../i18n/said.ts';

/** Words of the page frame and of the pages that say something went wrong. */
export const words = Object.freeze({
  skip: said('直接看正文', 'Skip to the content'),
  tools: said('阅读方式', 'Ways to read'),
  elderOn: said('大字版', 'Large text'),
  elderOff: said('标准字号', 'Normal text'),
  navigation: said('主要页面', 'Main pages'),
  demoLabel: said('演示说明', 'Demonstration'),
  demo: said(
    '演示数据：这里的数字是编出来作演示的，不是真实进展。',
    'Demonstration data: the numbers here are made up. They show no real progress.',
  ),
  demoShort: said('演示', 'Demo'),
  ring: said('有事请打电话', 'Please ring us'),
  serviceLine: said('就业服务电话', 'Employment service line'),
  notFoundTitle: said('没有这个页面', 'There is no such page'),
  notFound: said(
    '网址可能写错了，或者这个页面已经不在了。您可以从下面继续。',
    'The address may be mistyped, or the page is gone. You can go on from here.',
  ),
  wrongTitle: said('暂时打不开', 'This page cannot be shown right now'),
  wrong: said(
    '是我们这边出了问题，不是您的操作有误。请过一会儿再试；着急的话请打电话。',
    'The fault is on our side, not yours. Please try again in a little while, or ring us.',
  ),
  awayTitle: said('系统正在恢复', 'We will be back shortly'),
  away: said(
    '数据暂时读不出来，系统会自己恢复。请过一会儿再试；着急的话请打电话。',
    'The data cannot be read for the moment. The system recovers by itself: please try again in a little while, or ring us.',
  ),
  forbiddenTitle: said('这一页不对您开放', 'This page is not open to you'),
  forbidden: said(
    '您登录的身份不能看这一页。您可以从下面继续，或者打电话问。',
    'You are signed in, but this page is for others. You can go on from here, or ring us.',
  ),
  refusedTitle: said('这个地址看不懂', 'This address cannot be read'),
  reference: said('编号（打电话时告诉我们）：{reference}', 'Reference, should you ring us: {reference}'),
  home: said('回到首页', 'Go to the first page'),
});
