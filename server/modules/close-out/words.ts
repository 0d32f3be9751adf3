import { type Said, said } from '../../kernel/i18n/said.ts';
import type { CloseOutState, Grade } from './contract.ts';

/** What was found, said with its numbers; also the lines under a refused application. */
const findingWords = {
  'close-out-not-begun': said('这一期要到{day}才开始。', 'This period begins on {dayEn}.'),
  'close-out-figure-waits': said('{title}：要过了{day}才能核定。', '{titleEn}: it can be judged after {dayEn}.'),
  'close-out-figure-no-value': said('{title}：还没有数，要求{due}。', '{titleEn}: no value yet; {dueEn} due.'),
  'close-out-figure-reached': said('{title}：{value}，要求{due}，已达到。', '{titleEn}: {valueEn}; {dueEn} due, reached.'),
  'close-out-figure-short': said(
    '{title}：{value}，要求{due}，还差 {missing}。',
    '{titleEn}: {valueEn}; {dueEn} due, short by {missingEn}.',
  ),
  'close-out-months-kept': said(
    '{title}：{months} 个月每月都{due}。',
    '{titleEn}: {dueEn} in each of {months} {months|month|months}.',
  ),
  'close-out-months-short': said(
    '{title}：要求每月{due}，{months} 个月里有 {n} 个月没有达到（{which}）。',
    '{titleEn}: {dueEn} due every month; not reached in {n} of {months} ({whichEn}).',
  ),
  'close-out-years-kept': said('{title}：每年都{due}。', '{titleEn}: {dueEn} in every year.'),
  'close-out-years-short': said(
    '{title}：要求每年{due}，没有达到的年份：{which}。',
    '{titleEn}: {dueEn} due every year; not reached in {whichEn}.',
  ),
  'close-out-service-kept': said('{title}：做到了。', '{titleEn}: kept.'),
  'close-out-service-short': said('{title}：没有做到。', '{titleEn}: not kept.'),
  'close-out-milestone-open': said(
    '节点“{title}”应在{day}前办结，还没有办结。',
    'The milestone “{titleEn}” is to be done by {dayEn} and is not done yet.',
  ),
  'close-out-milestones-done': said('这一期的 {n} 个节点都已办结。', 'Milestones due in this period and done: {n}.'),
  'close-out-milestones-none': said('这一期没有到期的节点。', 'No milestone was due in this period.'),
  'close-out-nothing-due': said(
    '这项任务没有数字目标，这一期没有到期的节点，实施方案也没有承诺服务水平，没有可以核定的内容。请在实施方案里写明节点或服务水平。',
    'This task has no figure, no milestone was due in this period, and its plan promises no level of service: there is nothing to judge. Put milestones or levels of service into its plan.',
  ),
  'close-out-notice-open': said(
    '{day}发出的{step}{number}还没有答复并获认可。',
    'The {stepEn} {numberEn} of {dayEn} is not yet answered and accepted.',
  ),
  'close-out-urge-open': said(
    '{day}发出的{step}还没有答复并获认可。',
    'The {stepEn} of {dayEn} is not yet answered and accepted.',
  ),
  'close-out-notices-settled': said('{n} 次督办都已答复并获认可。', 'Supervision answered and accepted: {n}.'),
  'close-out-notices-none': said('没有需要答复的督办。', 'No supervision had to be answered.'),
  'close-out-statement-complete': said('{title}：数据质量说明完整。', '{titleEn}: the data-quality statement is complete.'),
  'close-out-statement-no-source': said('{title}：数据来源没有写全。', '{titleEn}: a source is missing.'),
  'close-out-statement-no-limits': said('{title}：没有写明数据的局限。', '{titleEn}: its limits are not named.'),
  'close-out-statement-lapsed': said(
    '{title}：填报的数值已过有效期，要换成新的。',
    '{titleEn}: the value typed in has lapsed and needs a new one.',
  ),
  'close-out-statement-no-record': said('{title}：还没有一条记录。', '{titleEn}: there is no record at all.'),
  'close-out-statement-silent': said(
    '{title}：最后一条记录在{day}，已有 {days} 天没有新记录（最多容许 {allowed} 天）。',
    '{titleEn}: the last record is of {dayEn}, {days} {days|day|days} ago; {allowed} {allowed|is|are} allowed.',
  ),
} as const satisfies Record<string, Said>;

/** How a finding is said. */
export const findingText = (code: string): Said =>
  (findingWords as Readonly<Record<string, Said>>)[code] ?? { zh: code, en: code }; // reason: `as const` knows only its own keys

export const gradeWords: Readonly<Record<Grade, Said>> = {
  excellent: said('优秀', 'excellent'),
  good: said('良好', 'good'),
  qualified: said('合格', 'qualified'),
  unqualified: said('不合格', 'unqualified'),
};

export const stateWords: Readonly<Record<CloseOutState, Said>> = {
  open: said('未申请', 'not applied for'),
  applied: said('待审核', 'waiting for the office'),
  returned: said('已退回', 'returned'),
  withdrawn: said('已撤回', 'withdrawn'),
  approved: said('已销账', 'closed out'),
  'waiver-proposed': said('待领导签批豁免', 'waiver waits for a leader'),
  waived: said('豁免销账', 'closed by a waiver'),
  'waived-applied': said('豁免销账，待审核正常销账', 'closed by a waiver, an ordinary close-out waits for the office'),
  reopened: said('已重新打开', 'reopened'),
};

/** 2026年度, the year 2026; 全期, the whole programme. */
export const periodWords = (period: string): Said =>
  period === 'programme' ? said('全期', 'the whole programme') : { zh: `${period}年度`, en: `the year ${period}` };

export const words: Readonly<Record<string, Said>> = {
  ...Object.fromEntries(Object.entries(findingWords).map(([code, text]) => [`problem.${code}`, text])),
  'problem.close-out-no-period': said('方案里没有“{period}”这一期。', 'The programme has no period “{period}”.'),
  'problem.close-out-short': said('还不能销账，有 {n} 处没有达到：', 'This cannot be closed out yet; still short ({n}):'),
  'problem.close-out-state': said(
    '现在是“{state}”，不能这样办。请刷新后再看。',
    'This is “{stateEn}” now, so this cannot be done. Reload the page and look.',
  ),
  'problem.close-out-changed': said(
    '您看的时候它已经变了。请刷新，看过新的内容再决定。',
    'It has changed while you were looking. Reload, look at it again, then decide.',
  ),
  'problem.close-out-own': said(
    '申请和审核要由两个人办。这份申请是您自己提的，请另一位同事审核。',
    'Two people are needed: you applied for this yourself, so a colleague has to decide.',
  ),
  'problem.close-out-own-waiver': said(
    '豁免要由另一个人签批。这份申请或豁免是您自己提的，请另一位领导签批。',
    'A second person has to sign: you applied for this or proposed the waiver yourself, so another leader has to sign.',
  ),
  'problem.close-out-not-short': said(
    '这一期已经全部达到，不需要豁免，请牵头单位申请正常销账。',
    'Everything is reached, so no waiver is needed: the lead unit can apply for the ordinary close-out.',
  ),
  'problem.close-out-waiver-early': said(
    '这一期到{day}才结束，过后还没有达到才能提豁免。',
    'The period ends on {dayEn}; a waiver can be proposed after that, where it is still short.',
  ),
  'problem.close-out-not-frozen': said(
    '这一期还没有批准过销账，没有可以核对的清单。',
    'No close-out of this period was approved, so there is no list to check.',
  ),
  'problem.close-out-moving': said(
    '核定时记录正在变动，这次没有办成。请过一会儿再试。',
    'Records were changing while this was judged, so nothing was done. Try again in a moment.',
  ),

  'timeline.close-out-apply': said('申请{period}销账', 'Applied to close out {period}'),
  'timeline.close-out-withdraw': said('撤回{period}销账申请', 'Took back the application to close out {period}'),
  'timeline.close-out-return': said('退回{period}销账申请：{reason}', 'Returned the application to close out {period}: {reason}'),
  'timeline.close-out-approve': said('批准{period}销账，评为{grade}', 'Closed out {period}, graded {grade}'),
  'timeline.close-out-propose-waiver': said('提请豁免{period}：{reason}', 'Proposed a waiver for {period}: {reason}'),
  'timeline.close-out-sign-waiver': said(
    '签批豁免，{period}未达标销账，评为{grade}：{reason}',
    'Signed the waiver: {period} is closed although short, graded {grade}: {reason}',
  ),
  'timeline.close-out-decline-waiver': said('未同意豁免{period}：{reason}', 'Declined the waiver for {period}: {reason}'),
  'timeline.close-out-reopen': said(
    '记录更正后不再达到，{period}销账自动重新打开：{short}',
    'After corrections it no longer holds: the close-out of {period} was reopened. {short}',
  ),
};

export const reopenedLetter = {
  subject: said('销账已重新打开：{title}（{period}）', 'Reopened: {titleEn} ({periodEn})'),
  text: said(
    '记录更正后，“{title}”{period}的销账不再成立，已自动重新打开。{short}请到 {address} 查看原因；补齐后由牵头单位重新申请。',
    'After corrections the close-out of “{titleEn}” for {periodEn} no longer holds and was reopened. {shortEn} See why at {address}; once it is reached again, the lead unit applies anew.',
  ),
} as const;
