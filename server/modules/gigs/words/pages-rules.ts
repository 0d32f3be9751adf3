import { said } from '../../../kernel/i18n/said.ts';

/** /gigs/rules: how work is given out, for everybody to read. */
export const rulesWords = {
  title: said('活是怎么派的', 'How work is given out'),
  lead: said(
    '不看关系，不看谁嗓门大。规则写在这里，每一次派活都能重新算一遍。',
    'Not by acquaintance, not by who is loudest. The rules stand here, and every round can be worked out again.',
  ),
  never: said('这些条件，一条不合就不派', 'Conditions that are never broken'),
  trade: said('是您登记过的工种，手艺等级够', 'It is a trade you registered, at a level you have'),
  licence: said('要证的活，证要工作人员看过、没过期', 'Where a licence is needed, an officer has seen yours and it is valid'),
  age: said(
    '法律有年龄规定的，要符合；用工单位自己不能加年龄条件',
    'Where the law sets an age you meet it; employers cannot set one of their own',
  ),
  shift: said('是您愿意上的班', 'It is a shift you take'),
  pay: said('不低于您说的最低工钱', 'It pays at least the least you accept'),
  distance: said('不超过您说的最远距离', 'It is no further than you would go'),
  apart: said('没有哪一方说过“不再合作”', 'Neither side has said “never again”'),
  refused: said(
    '不是您今天已经回绝的那一单，也不是您今天说过不想去的单位的',
    'It is not one that you declined today, nor of an employer that you said no to today',
  ),
  worked: said('同一个单，去过一次就不再派', 'It is not one that you have had already'),
  busy: said('和您已经答应的活时间、路程都错得开', 'It does not clash with work you promised, the way between included'),
  stopped: said('不是因为高温、严寒停工的户外活', 'It is not outdoor work that heat or cold stops that day'),
  soon: said('从市场现在出发，赶得上开工', 'Whoever sets out from the station now is there before it begins'),
  together: said(
    '结伴的要去一起去：有一位不去，还没答的不再等；已经答应的还算数',
    'A team goes together or not at all: when one does not go, nobody is waited for any more, and a yes that was given holds',
  ),
  kept: said(
    '已经派出去、还在等答复的活一律保留，下一轮不动',
    'An offer that waits for its answer is kept; the next round leaves it and its place alone',
  ),
  choose: said('人多活少的时候，怎么选', 'When there are more people than places'),
  chooseLead: said(
    '先让最多的人有活干。能让同样多的人有活的办法里，选总分最少的：每派一个活按下面几项记分，分越少越合适。',
    'First, as many people as possible get work. Among all ways to do that, the one with the fewest points is taken: each match is given points as below, and fewer is better.',
  ),
  term: said('看什么', 'What counts'),
  largest: said('最多几分', 'At most'),
  noTerm: said('性别、年龄不记分，也没有地方能加进去。', 'Sex and age are in no term, and there is no place to put them.'),
  travel: said('路程', 'The way'),
  payTerm: said('工钱', 'Pay'),
  level: said('手艺', 'Skill'),
  shiftTerm: said('班次', 'Shift'),
  mornings: said('空等的早晨', 'Mornings without work'),
  minutes: said('今早等了多久', 'Waiting this morning'),
  hardToEmploy: said('就业困难人员', 'Hard to employ'),
  returning: said('老搭档', 'Returning pairs'),
  ties: said('分数一样怎么办', 'When the points are the same'),
  tiesText: said(
    '抽签。每一轮用当时随机生成的一串字，和每个人、每个单的编号一起打乱次序，谁也没法提前算好。这串字和这一轮的全部数据都留着，以后可以重算核对。',
    'A draw. Each round makes a random text and mixes it with the number of every person and order, so that nobody can work towards it. The text and all data of the round are kept, and it can be worked out again.',
  ),
  byHand: said(
    '工作人员也可以手工安排，但必须写明原因；被越过的人在自己手机上看得到这个原因。',
    'Officers may place by hand, but only with a reason, and those passed over read it on their own phones.',
  ),
  three: said('连着三个早晨没等到活的，往前排', 'Nobody waits three mornings unseen'),
  threeText: said(
    '来排队、没有回绝过活、却空手回去的早晨，一个一个记着。连着空等 {full} 个早晨的，这一项 {largest} 分全免，比刚来的人更靠前。找到活以后重新算。',
    'Mornings on which you stood in the line, turned nothing down and went home without work are counted. After {full} in a row all {largest} points of that term fall away, which puts you ahead of newcomers. Once there is work, it begins anew.',
  ),
  fair: said('公平不公平，看数字', 'Is it fair? The figures'),
  fairNone: said('按月的公平数字公布在这里，现在还没有。', 'Monthly figures of fairness appear here; there are none yet.'),
  terms: said('上工、工钱、投诉的约定', 'Terms of work, pay and complaints'),
  weather: said('天热天冷', 'Heat and cold'),
  version: said('这一部分是 {version} 版，从 {day} 起用。', 'This part is version {version}, in force from {day}.'),
  coming: said('以后要改的规则', 'Rules that will change'),
  set: said('本区改过的规则', 'Rules the district has set'),
  setOne: said('{day} 起：{kind}', 'From {day}: {kind}'),
  setWhy: said('原因：{reason}', 'Because: {reason}'),
  kindCost: said('派活的分数', 'Points'),
  kindFairness: said('公平的标准', 'Standards of fairness'),
  part: said('{part}：', '{part}: '),
  was: said('原来：{said}', 'Before: {said}'),
  gone: said('不再有：{said}', 'Falls away: {said}'),
  numbers: said('数字改了：{numbers}', 'Its numbers change: {numbers}'),
  from: said('{was} → {is}', '{was} → {is}'),
  and: said('，', ', '),
} as const;

/** What the terms of the published cost are called. */
export const termName = { ...rulesWords, pay: rulesWords.payTerm, shift: rulesWords.shiftTerm };
