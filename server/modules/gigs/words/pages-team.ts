import { said } from '../../../kernel/i18n/said.ts';

/** /gigs/team: people who go together. */
export const teamWords = {
  title: said('和工友结伴', 'Go together'),
  lead: said(
    '结了伴，要去一起去：位子不够大家一起去的活，不会拆开派。有一位说不去，还没答的就不再等了；已经答应的还算数，会告诉您。没签到、暂停了或已有活的工友，那天不算在内；有活正等他答复的，大家先等他答完。',
    'A team goes together or not at all: work without room for everybody is not offered. When one says no, nobody is waited for any more; a yes that was given holds, and you are told. Whoever has not checked in, has paused or has work already is not counted that day; while one has an offer to answer, the others wait for that.',
  ),
  form: said('我来开头', 'Begin a team'),
  formHint: said('您会得到一个四位数的结伴码，念给工友听。', 'You get a four-digit code to tell the others.'),
  join: said('加入工友的队', 'Join a team'),
  code: said('结伴码', 'Team code'),
  codeHint: said('四位数字，问开头的工友要', 'Four digits; ask whoever began it'),
  joinSend: said('加入', 'Join'),
  yours: said('您的结伴码', 'Your team’s code'),
  members: said('队里 {count} 人', '{count} in the team'),
  member: said('零工号 {number}', 'Worker {number}'),
  you: said('您自己', 'yourself'),
  alone: said('现在只有您一个人。等工友加入以后才算一队。', 'You are alone so far. It counts as a team once others have joined.'),
  leave: said('退出这一队', 'Leave the team'),
} as const;
