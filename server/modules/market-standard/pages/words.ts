import { said } from '../../../kernel/i18n/said.ts';

/** /gigs/grades: how well each gig station is run, for everybody to read. */
export const gradesWords = {
  title: said('每个零工站评得怎么样', 'How well each gig station is run'),
  lead: said(
    '零工站定期按同一份标准检查：先自查，再由抽签抽中的外站人员来查。下面是每个站最近一次定下来的等次。',
    'Gig stations are inspected by one standard: each looks at itself, then somebody from elsewhere, drawn by lot, does. Here is the latest grade of each.',
  ),
  stations: said('各站的等次', 'The stations'),
  noStations: said('现在还没有零工站。', 'There is no gig station yet.'),
  none: said('还没有评过。评定以后，这里就有。', 'Not graded yet. Once it is, the grade stands here.'),
  points: said('得 {points} 分，满分 {of} 分', '{points} of {of} points'),
  inspected: said(
    '{day}评定，查的是{from}到{to}，按 {version} 版标准。',
    'Graded on {day} for {from} to {to}, by standard {version}.',
  ),
  how: said('等次怎么定', 'How grades are given'),
  rule: said('{grade}：得分不低于 {least}%{judged}，{musts}。', '{grade}: at least {least}% of the points{judged}, {musts}.'),
  judged: said('，有记录可评的分不少于 {judged}%', ', at least {judged}% of them judged'),
  mustsMet: said('必须做到的每一项都做到', 'every must met'),
  mustsPartly: said('必须做到的每一项至少做到一部分', 'every must met at least in part'),
  otherwise: said('{grade}：达不到上面任何一条。', '{grade}: whatever reaches none of these.'),
  byRecords: said(
    '能从市场记录算出来的，由记录算，谁也不能填。两次检查说法不同的，写明理由再定；站点不服，可以提一次异议，答复以后才公布。',
    'What the market’s records show is counted from them and typed by nobody. Where the two inspections differ, the decision says why; a station may object once, and its grade is published only after the answer.',
  ),
  checklist: said('标准查什么', 'What is looked at'),
  checklistLead: said(
    '{version} 版，{day}起用，共 {n} 项。标“必须”的，是一定要做到的。',
    'Version {version}, in force since {day}: {n} items. Those marked “must” are musts.',
  ),
  must: said('必须', 'must'),
  wrong: said('您看到的和这里写的不一样？打电话告诉我们。', 'Is what you see not what stands here? Ring us.'),
  back: said('回到找零活', 'Back to day work'),
} as const;
