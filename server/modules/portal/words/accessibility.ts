import { said } from '../../../kernel/i18n/said.ts';

export const accessibility = Object.freeze({
  title: said('无障碍声明', 'Accessibility statement'),
  description: said(
    '本站为老年人和残疾人做了什么、还有什么没做到、遇到困难找谁。',
    'What this site does for older and disabled people, what is still missing, and whom to tell.',
  ),
  lead: said(
    '这个网站应该人人都能用。用不了，请告诉我们，我们用别的办法帮您办。',
    'Everyone should be able to use this site. If you cannot, tell us and we will help in another way.',
  ),
  does: said('现在做到的', 'What it does'),
  doesList: [
    said(
      '大字版：正文 30 像素，能点的地方至少 60 像素高。',
      'Large text: 30-pixel letters, and everything you can tap is at least 60 pixels high.',
    ),
    said('不开 JavaScript 也能用；旧手机、微信里也能看。', 'It works without JavaScript, on old phones and inside WeChat.'),
    said(
      '只用键盘就能走遍每一页；读屏软件能读出标题、表格和灯的含义。',
      'Every page can be used by keyboard alone, and a screen reader can read headings, tables and the meaning of each light.',
    ),
    said(
      '灯不只靠颜色：每盏灯有形状，也有字。图都配有表。',
      'Colour never stands alone: each light has a shape and a word, and each chart a table.',
    ),
    said(
      '文字和底色的对比不低于 4.5:1，屏幕窄到 320 像素也不用左右拖动文字。',
      'Text contrast is at least 4.5:1, and text fits a screen 320 pixels wide.',
    ),
    said('没有验证码，没有弹窗，没有会自己动的东西。', 'No puzzles to solve, no pop-ups, nothing that moves by itself.'),
  ],
  standard: said('依据', 'Standard'),
  standardText: said(
    '按《中华人民共和国无障碍环境建设法》的要求，以 WCAG 2.2 的 AA 级和工业和信息化部的适老化要求为准。',
    'We follow the Law on Building a Barrier-Free Environment of China, level AA of WCAG 2.2, and the ageing-friendly rules of the Ministry of Industry and Information Technology.',
  ),
  checked: said('怎么检查', 'How it is checked'),
  checkedText: said(
    '每次修改都由程序（axe-core）逐页检查，并在窄屏、大字版下查看。',
    'A program (axe-core) checks the pages at every change, and they are looked at on narrow screens and in large text.',
  ),
  missing: said('还没做到的', 'What is still missing'),
  missingList: [
    said('还没有请视障、听障朋友和老年人实际试用。', 'Blind, deaf and older people have not tried it out yet.'),
    said('没有语音播报、手语和少数民族文字。', 'There is no read-aloud, no sign language and no minority script.'),
    said(
      '英文页面里，街道、乡镇和社区的名字仍是中文。',
      'On English pages, names of streets, towns and communities are still in Chinese.',
    ),
    said('很宽的表格在窄屏上要左右拖动。', 'Wide tables scroll sideways on narrow screens.'),
  ],
  tell: said('用不了，告诉我们', 'Tell us'),
  tellText: said(
    '打 {telephone} 或 12345，说出是哪一页、卡在哪里。也可以请家人或社区的人代您打。',
    'Ring {telephone} or 12345 and say which page and where you are stuck. Somebody else may ring for you.',
  ),
});
