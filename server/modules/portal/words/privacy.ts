import { said } from '../../../kernel/i18n/said.ts';

export const privacy = Object.freeze({
  title: said('个人信息保护', 'Privacy'),
  description: said(
    '我们存了什么、为什么、存多久、找谁问，您有哪些权利。',
    'What we hold, why, for how long, whom to ask, and your rights.',
  ),
  lead: said(
    '看公开页面不用登录，我们不记您是谁。只有办自己的事（“我的”）才要登录。',
    'You read the public pages without signing in, and we do not record who you are. Only your own page (“Mine”) asks you to sign in.',
  ),
  visit: said('您看网页的时候', 'When you read these pages'),
  visitList: [
    said(
      '只在您点了“大字版”或换了语言时，往您的手机或电脑里存一个记号，记住这个选择，一年后失效。记号里没有您的信息。',
      'Only when you choose large text or another language do we leave a mark in your browser to remember it. It lasts a year and says nothing about you.',
    ),
    said(
      '您登录以后，再存一个记号，免得您每次都要登录。180 天没来就失效；您退出登录，马上失效。我们只记它的编码、是手机还是电脑、哪天登录的、最近哪天来过，您在“我的”里看得到。',
      'When you sign in we leave one more mark, so that you need not do so every time. It ends 180 days after your last visit, and at once when you sign out. We keep a code of it, whether it is a telephone or a computer, and the days you signed in and last came; you see them under “Mine”.',
    ),
    said(
      '登记找零活的，页面会在您自己的手机里留一份当天的活，没有网络也能看；没有网络时点的签到、回答也先记在手机里，有网络再发出。退出登录，这份页面就删掉。',
      'If you have registered for day work, your own phone keeps a copy of today’s page, to be read without network; a check-in or an answer tapped without network is kept there until it can be sent. Signing out deletes the copy.',
    ),
    said(
      '不放统计代码，不放广告，不从别的网站取东西。',
      'There is no analytics, no advertising, and nothing is loaded from other sites.',
    ),
    said(
      '系统出错时，只记出错的时间、位置和一个编号，不记您看了哪个地址、填了什么。',
      'When something fails, only the time, the place in the program and a reference are logged: not the address you read nor what you typed.',
    ),
  ],
  held: said('您来办事、参加活动以后', 'When you use a service'),
  heldText: said(
    '办事要留下必要的记录，一是给您办成事，二是算出公开的数字。各是什么、为什么，见下表。',
    'A service needs some records: to serve you, and to count what was done. The table says which and why.',
  ),
  what: said('存什么', 'What is held'),
  why: said('为什么', 'Why'),
  how: said('怎么保护', 'How it is protected'),
  rows: [
    {
      what: said('业务记录：例如您参加的培训、哪天结业', 'Service records: such as a training you took and the day you finished'),
      why: said('证明事情办成了，同一件事不重复算', 'To show that the work was done, and count it only once'),
      how: said('只有职责范围内的工作人员看得到', 'Seen only by staff in whose area of work it lies'),
    },
    {
      what: said('身份证号、手机号', 'ID and mobile numbers'),
      why: said('认准是您本人，避免张冠李戴', 'To be sure that it is you'),
      how: said(
        '加密存放；查找用的也是加密后的编码；日志、网址和报错里都不出现',
        'Encrypted, and found only by a keyed code; never in logs, addresses or error messages',
      ),
    },
    {
      what: said(
        '您登录或在窗口登记时留下的姓名、手机号、身份证号；您愿意说的话，出生年份和性别（窗口看过身份证的，以身份证为准）',
        'The name, mobile and ID number you gave when you signed in or registered at a counter; year of birth and sex if you wish to tell (or as on the ID card a counter has seen)',
      ),
      why: said(
        '认准是您，跟您联系，看安排是否公平；您替单位办事的，让单位和工作人员知道是谁',
        'To be sure that it is you, to reach you, and to see whether work is given out fairly; where you act for an employer, so that it and the officers know who does',
      ),
      how: said(
        '加密存放，平时只显示“张*”“138****1234”；工作人员看全名和号码都有记录。出生年份和性别不加密。验证码 5 分钟失效，短信内容发出后不再显示',
        'Encrypted, and shown as “张*” or “138****1234”; whenever staff look at name and number in full, it is recorded. Year of birth and sex are not encrypted. A code lasts five minutes, and its message is shown to nobody once it has left',
      ),
    },
    {
      what: said('您对文件提的意见；您愿意的话，怎样联系您', 'Your opinion on a paper and, if you wish, how to reach you'),
      why: said('把意见办好，告诉您结果', 'To deal with it and tell you what became of it'),
      how: said(
        '不问姓名；联系方式加密存放，谁看过有记录，文件公布时删掉；防刷屏时只留上网地址的编码，还原不出地址',
        'No name is asked. How to reach you is encrypted, looking at it is recorded, and it is deleted when the paper is published. Against flooding only a keyed code of your network address is kept, from which the address cannot be told',
      ),
    },
    {
      what: said('工作人员上传的表格', 'Tables that staff upload'),
      why: said('从里面录入业务记录', 'To take service records from them'),
      how: said(
        '加密存放；录完、不要了或读不了，就删掉原表；七天没人处理，也删',
        'Encrypted; the table is deleted once it is taken, refused or cannot be read, and when nobody has decided on it for seven days',
      ),
    },
    {
      what: said('计数：哪天、哪类事、哪个街道乡镇、多少', 'Counts: day, kind of work, street or town, how many'),
      why: said('算出城市进展', 'To work out how the city is doing'),
      how: said(
        '里面没有姓名和号码；公开时人数少的写“少于5”',
        'No names or numbers in it; small counts of people are published as “fewer than 5”',
      ),
    },
    {
      what: said('工作人员的操作记录', 'What staff did'),
      why: said('谁在什么时候做了什么，事后能查', 'So that it can be checked who did what and when'),
      how: said(
        '只能增加，不能改、不能删；不写个人号码',
        'Can be added to but not changed or removed; holds no personal numbers',
      ),
    },
  ],
  long: said('存多久', 'How long'),
  longText: said(
    '方案有效期到{day}。有效期内记录一直保留，才能说清数字从哪里来；系统不会自动删除。期满以后，由负责的部门按档案和个人信息保护的规定决定保留还是删除。操作记录至少保留六个月。',
    'The programme runs until {day}. Until then records are kept, so that every number can be explained; nothing is deleted automatically. After that, the department in charge decides under the rules for archives and personal information. Logs of what staff did are kept for at least six months.',
  ),
  longPlain: said(
    '方案有效期内记录一直保留，才能说清数字从哪里来；系统不会自动删除。期满以后，由负责的部门按档案和个人信息保护的规定决定保留还是删除。操作记录至少保留六个月。',
    'Records are kept while the programme runs, so that every number can be explained; nothing is deleted automatically. After that, the department in charge decides under the rules for archives and personal information. Logs of what staff did are kept for at least six months.',
  ),
  rights: said('您的权利', 'Your rights'),
  rightsText: said(
    '这些权利写在《个人信息保护法》里，行使不收钱：',
    'The Personal Information Protection Law gives you these rights, free of charge:',
  ),
  rightsList: [
    said(
      '知道我们怎样处理您的信息，并可以限制或拒绝，法律另有规定的除外（第四十四条）。',
      'To know how your information is handled and to restrict or refuse it, unless a law says otherwise (article 44).',
    ),
    said(
      '查看、复制您的信息，或者要求转给您指定的一方（第四十五条）。',
      'To see and copy your information, or have it passed on to whom you name (article 45).',
    ),
    said(
      '信息不对、不全，可以要求更正、补充（第四十六条）。我们用新的一笔记录更正，原来的留作核对。',
      'To have wrong or incomplete information corrected (article 46). We correct it by a new record and keep the old one for checking.',
    ),
    said(
      '目的已经达到、您撤回同意或处理违法时，可以要求删除；法定保存期没到、技术上删不掉的，停止使用，只保管（第四十七条）。',
      'To have it deleted once its purpose is met, you withdraw consent or the handling was unlawful; where the law requires keeping it or it cannot be deleted, it is only stored and no longer used (article 47).',
    ),
  ],
  ask: said('找谁问', 'Whom to ask'),
  askText: said(
    '打 {telephone}，说“我要查（改、删）我的个人信息”。工作人员核对身份后办理；不满意可以打 12345，或者依法投诉、起诉。',
    'Ring {telephone} and say that you want to see, correct or delete your information. Staff check who you are and deal with it. If you are not satisfied, ring 12345, or complain or sue as the law provides.',
  ),
  demo: said(
    '这里是演示：没有任何真人的信息。请不要在演示里填写真实的身份证号和手机号。',
    'This is a demonstration and holds nothing about any real person. Please enter no real ID or mobile numbers.',
  ),
});
