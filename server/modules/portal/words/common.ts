import { said } from '../../../kernel/i18n/said.ts';

/** Names of the portal's own pages, as its menus say them. */
export const common = Object.freeze({
  leye: said('乐业', 'Leye'),
  home: said('首页', 'Home'),
  progress: said('城市进展', 'How our city is doing'),
  bulletins: said('工作通报', 'Bulletins'),
  mine: said('我的', 'Mine'),
  wrong: said('还没有提交，请改好：', 'Not sent yet. Please put this right:'),
  kept: said('您填的内容都还在下面。', 'What you typed is kept below.'),
  colon: said('：', ': '),
  help: said('电话与帮助', 'Telephones and help'),
  consultations: said('给文件提意见', 'Have your say'),
  about: said('关于本站', 'About this site'),
  accessibility: said('无障碍声明', 'Accessibility'),
  privacy: said('个人信息保护', 'Privacy'),
  staff: said('工作人员登录', 'Staff sign-in'),
  ring: said('打电话 {telephone}', 'Ring {telephone}'),
  call: said('打电话', 'Ring'),
  noProgrammeTitle: said('这里还没有公布就业方案', 'No employment programme has been published here yet'),
  noProgramme: said(
    '方案公布以后，这一页会写清楚答应了什么、做到了哪一步。现在想问就业的事，请打电话。',
    'Once there is one, this page tells what was promised and how far it has come. Until then, please ring us with any question about work.',
  ),
  hotline: said(
    '12345 是政务服务热线，什么事都可以问，会转给管这件事的部门。',
    '12345 is the general government line. Ask anything; it passes you on to the department in charge.',
  ),
});
