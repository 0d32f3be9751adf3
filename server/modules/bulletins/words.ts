import { type Said, said } from '../../kernel/i18n/said.ts';

export const words: Readonly<Record<string, Said>> = {
  'problem.no-bulletin': said('没有这期通报，或者它还没有发布。', 'There is no such bulletin, or it is not released yet.'),
  'problem.bulletin-not-draft': said(
    '这期通报已经不是草稿，不能再改。要改数字，请另出一版；要收回，请撤回并写明原因。',
    'This bulletin is no longer a draft and cannot be changed. Make a new edition to change it, or withdraw it with a reason.',
  ),
  'problem.bulletin-not-released': said(
    '这期通报没有发布，或者已经撤回。',
    'This bulletin is not released, or has been withdrawn.',
  ),
  'problem.bulletin-not-frozen': said(
    '这期通报还没有数字。请点“重新取数”。',
    'This bulletin has no numbers yet. Use “Take the numbers anew”.',
  ),
  'problem.snapshot-touched': said(
    '这期通报的数据与当时的指纹对不上，可能被人改动过。没有发布，请先核对。',
    'The data of this bulletin no longer match their fingerprint; somebody may have touched them. Nothing was released: please verify first.',
  ),
  'problem.numbers-changed': said(
    '您打开以后，数字被重新取过。请看过新的数字再发布。',
    'The numbers were taken anew after you opened the page. Please read them before you release.',
  ),
  'problem.words-changed': said(
    '您打开以后，别人改过文字（第 {revision} 次保存）。您写的还在这里，请刷新对照后再保存。',
    'Somebody changed the words after you opened them (save {revision}). Yours are still here: reload, compare, and save again.',
  ),
  'problem.words-refused': said(
    '有 {faults} 处没有保存。文字可以改，数字不能改：数字请用花括号里的代号。',
    'Not saved: {faults} places. Words may change, numbers may not: write numbers as the tokens in braces.',
  ),
  'problem.typed-number': said(
    '这里手写了数字“{number}”（“{near}”）。是数字的，请删去，或改用花括号里的代号（如 {6a.value}），由系统填数；不是数字的，请换个说法。',
    'A number was typed here: “{number}” (“{near}”). Take it out, or use a token in braces such as {6a.value}, which Leye fills in. If it counts nothing, say it in other words.',
  ),
  'problem.unknown-token': said(
    '这一段没有 {token} 这个代号。代号可以移动、删去，不能改写；内部各节的代号只能写在本节里。',
    'This paragraph has no {token}. Tokens may be moved or left out, not changed; those of internal sections stay in their section.',
  ),
  'problem.broken-token': said('花括号没有配对，或里面不是代号。', 'A brace has no partner, or holds no token.'),
  'problem.unknown-paragraph': said('本期没有这一段。', 'This bulletin has no such paragraph.'),
  'problem.span-reversed': said('起始日（{from}）在截止日（{to}）之后。', 'The first day ({from}) is after the last ({to}).'),
  'problem.span-not-whole': said(
    '这不是完整的月、季度或年。完整的是 {from} 至 {to}；要用别的日子，请选“自定时段”。',
    'This is no whole month, quarter or year. The whole one is {from} to {to}; choose “Any days” for others.',
  ),
  'problem.span-before-programme': said(
    '这段时间在方案开始（{startsOn}）之前，没有可通报的内容。',
    'These days lie before the programme began ({startsOn}); there is nothing to tell of.',
  ),
  'problem.span-not-over': said(
    '截止日 {to} 还没有到（今天是 {today}）。请选到今天为止。',
    'The last day {to} is not over (today is {today}). Choose days up to today.',
  ),
  'timeline.bulletin-released': said('发布了{span}的通报{number}', 'Released the bulletin of {span}, {number}'),
  'timeline.bulletin-withdrawn': said('撤回了{span}的通报{number}：{why}', 'Withdrew the bulletin of {span}, {number}: {why}'),
};
