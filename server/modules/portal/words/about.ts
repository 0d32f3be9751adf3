import { said } from '../../../kernel/i18n/said.ts';

export const about = Object.freeze({
  title: said('关于本站', 'About this site'),
  description: said('乐业是什么、数字从哪里来、谁在管。', 'What Leye is, where its numbers come from and who looks after it.'),
  lead: said(
    '乐业把城市对就业的承诺记成一本账，让大家看得见做到了哪一步。',
    'Leye keeps the city’s promises about work as a ledger, so that everyone can see how far each has come.',
  ),
  numbers: said('数字从哪里来', 'Where the numbers come from'),
  numbersText: said(
    '办成一件事，就记一笔：一次培训、一笔贷款、一场招聘会。数字是把这些记录加起来得到的，没有人手工填百分比。记错了也不涂改，再记一笔更正。',
    'Each piece of work leaves a record: a training, a loan, a job fair. The numbers are those records added up; nobody types in a percentage. A mistake is not painted over but corrected by a further record.',
  ),
  typedText: said(
    '还没有记录可数的，由牵头部门填报，写明出处，到期作废。',
    'Where there is nothing to count yet, the lead department reports a value with its source, and it expires.',
  ),
  who: said('谁在管', 'Who looks after it'),
  whoText: said(
    '{district}。承诺来自《{programme}》，有效期到{day}。',
    '{district}. The promises are those of the “{programme}”, in force until {day}.',
  ),
  whoPlain: said('{district}。', '{district}.'),
  demo: said('现在是演示', 'This is a demonstration'),
  demoText: said(
    '您看到的是演示。承诺来自真实的政策文件，完成数字是程序编出来的，不代表任何真实的工作，也没有任何真人的信息。',
    'What you see is a demonstration. The promises come from a real policy paper; the progress is made up by a program. It stands for no real work and holds nothing about any real person.',
  ),
  open: said('免费使用的软件', 'Free software'),
  openText: said(
    '乐业是开放源代码的软件（Apache-2.0 许可），别的城市也可以拿去用。',
    'Leye is open-source software (Apache-2.0), and any city may use it.',
  ),
});
