/** What this module says beyond the check itself. */
import { type Said, said } from '../../kernel/i18n/said.ts';
import { findingWords } from './check/words.ts';
import type { DecisionShown } from './contract.ts';

export const decisionSaid: Readonly<Record<DecisionShown['decision'], Said>> = {
  adopted: said('采纳', 'adopted'),
  partly: said('部分采纳', 'adopted in part'),
  'not adopted': said('不采纳', 'not adopted'),
};

export const publicSaid: Said = said('公众', 'the public');

export const words: Readonly<Record<string, Said>> = {
  ...findingWords,
  'problem.consultation-without-text': said(
    '没有找到文件正文。请上传文件，或把正文粘贴进来。',
    'There is no text. Upload a paper, or paste its text.',
  ),
  'problem.consultation-version-stale': said(
    '这份稿子已有人保存到第 {version} 稿，您看的是第 {base} 稿，所以没有保存。您写的内容还在，请对照新稿改好再保存。',
    'Somebody has saved version {version} meanwhile; yours was made on version {base} and was not saved. What you wrote is still here: compare it with the new version and save again.',
  ),
  'problem.consultation-published': said(
    '这份文件已经定稿公布，不能再改。',
    'This paper has been published and can no longer be changed.',
  ),
  'problem.consultation-not-open': said('这次征求意见现在没有开放。', 'This consultation is not open now.'),
  'problem.consultation-nobody-asked': said(
    '请至少选一家单位，或向公众公开。',
    'Choose at least one unit, or open it to the public.',
  ),
  'problem.consultation-unit-unknown': said('没有代码为 {unit} 的单位。', 'There is no unit with the code {unit}.'),
  'problem.consultation-due-past': said(
    '截止日期已经过去。请选今天（{today}）或以后的日子。',
    'The due date is past. Choose today ({today}) or a later day.',
  ),
  'problem.consultation-due-far': said(
    '截止日期太远，请选一年以内的日子。',
    'The due date is too far off: choose one within a year.',
  ),
  'problem.consultation-has-opinions': said(
    '贵单位已经提过意见，不能再填“无意见”。',
    'Your unit has already given opinions; it cannot say no comment as well.',
  ),
  'problem.consultation-unsettled': said(
    '还有 {count} 条意见没有办结，不能定稿公布。请先逐条处理。',
    '{count} {count|opinion is|opinions are} not settled yet, so the paper cannot be published. Deal with each of them first.',
  ),
  'problem.consultation-early': said(
    '现在定稿公布会缩短答应过的时间，请写明理由，理由会留在记录和汇总说明里：',
    'Publishing now cuts short time that was promised. Give a reason; it stays on record and in the summary:',
  ),
  'problem.early-silent': said(
    '{count} 家单位还没有答复，{due} 才截止。',
    'Units that have not answered and may until {due}: {count}.',
  ),
  'problem.early-public': said('公众提意见要到 {due} 才截止。', 'The public may give opinions until {due}.'),
  'problem.early-unanswered': said(
    '第 {number} 条意见的提出方在 {day} 前还可以认可或提出异议。',
    'The sender of opinion {number} may accept or contest its decision until {day}.',
  ),
  'problem.opinion-undecided': said('第 {number} 条意见还没有写采纳情况。', 'Opinion {number} has not been decided.'),
  'problem.opinion-contested': said(
    '第 {number} 条意见的提出方有异议，请再答复一次。',
    'Opinion {number} is contested: answer it again.',
  ),
  'problem.opinion-to-confirm': said(
    '第 {number} 条意见须人工确认文中的改动。',
    'Opinion {number}: a person has to confirm the change in the text.',
  ),
  'problem.opinion-contradiction': said(
    '第 {number} 条意见的采纳情况与文件不一致：改稿，或写明理由签字。',
    'Opinion {number}: the text does not do what was decided. Edit it, or sign the contradiction off with a reason.',
  ),
  'problem.opinion-version-moved': said(
    '现在征求意见的是第 {version} 稿，不是您看的那一稿，所以没有提交。您写的内容还在，请对照现在的正文再提。',
    'Version {version} is the one asked about now, not the one you read, so this was not sent. What you wrote is still here: compare it with the text as it is now and send it again.',
  ),
  'problem.opinion-span-outside': said(
    '选中的文字不在这一稿里，请重新选一次。',
    'The words selected are not in this version. Select them again.',
  ),
  'problem.opinion-words-elsewhere': said(
    '填写的原文与选中的那一处不一样。请重新选一次，或只填原文。',
    'The words typed are not those at the place selected. Select them again, or only type them.',
  ),
  'problem.opinion-words-nowhere': said(
    '文件里没有“{words}”这几个字。请从正文里照原样抄一段；想说的是整份文件，请选“其他意见”，并清空原文这一栏。',
    '“{words}” does not stand in the paper. Copy the words from the text as they are; to speak of the paper as a whole, choose the last kind of opinion and leave the old words empty.',
  ),
  'problem.opinion-words-often': said(
    '“{words}”在文件里有 {count} 处。请选是哪一处，或多抄几个字。',
    '“{words}” stands in the paper {count} times. Choose which place you mean, or copy a few more words.',
  ),
  'problem.opinion-place': said('……{before}【{words}】{after}……', '…{before}[{words}]{after}…'),
  'problem.opinion-place-in-measure': said(
    '第 {measure} 项：……{before}【{words}】{after}……',
    'Measure {measure}: …{before}[{words}]{after}…',
  ),
  'problem.opinion-words-long': said(
    '一次最多对 {most} 个字提意见。请少选一些；想说的是一大段，请选“其他意见”。',
    'At most {most} letters can be changed at once. Select fewer, or give a remark.',
  ),
  'problem.opinion-without-old-words': said(
    '请写明要修改或删除哪些字：在文中选中，或填在“原文”里。',
    'Say which words are to be changed or removed: select them in the text, or type them.',
  ),
  'problem.opinion-without-new-words': said('请写明改成或增加哪些字。', 'Say which words are to stand instead, or to be added.'),
  'problem.opinion-personal': said(
    '意见会被多人看到，请不要写身份证号或手机号，删去后再提交。',
    'Opinions are read by many: please take out ID and mobile numbers and send it again.',
  ),
  'problem.opinion-decided-meanwhile': said(
    '第 {number} 条意见刚由{by}写了采纳情况，您的没有保存。请看过后再决定是否改写。',
    'Opinion {number} was decided by {by} meanwhile; yours was not saved. Look at it first.',
  ),
  'problem.opinion-decision-changed': said(
    '采纳情况或稿子已有变化，请刷新后再办。',
    'The decision or the text has changed meanwhile. Reload and look again.',
  ),
  'problem.opinion-responded-before': said('这条采纳情况已经答复过了。', 'This decision has been answered already.'),
  'problem.opinion-response-over': said(
    '文件已定稿公布，认可或提出异议的时间到 {day} 为止。',
    'The paper has been published; its decisions could be accepted or contested until {day}.',
  ),
  'problem.opinion-contested-without-why': said('请写明有异议的理由。', 'Say why you contest it.'),
  'problem.opinion-needs-no-person': said('这条意见不需要人工确认。', 'This opinion does not wait for a person.'),
  'problem.opinion-without-contradiction': said(
    '这条意见与文件一致，不需要签字。',
    'The text does what was decided: there is nothing to sign.',
  ),
  'problem.confirmation-without-place': said(
    '请先在正文里选中改好的文字，再确认。没有能选的文字，请写明理由签字。',
    'Select the words in the text that are the change, then confirm. Where there are none, sign with a reason.',
  ),
  'problem.confirmation-elsewhere': said(
    '选中的文字不在这条意见所说的那一项里。请在那一项里选中改好的文字；确实改在了别处，请写明理由签字。',
    'The words selected lie outside the measure that this opinion is about. Select the change there; if it was made elsewhere, sign with a reason.',
  ),
  'problem.confirmation-unlike': said(
    '选中的文字和答应的“{words}”只有 {share}% 的字对得上，不到一半。请把改好的那一句选完整；意思到了而字面不同，请写明理由签字。',
    'Only {share} % of the letters promised (“{words}”) stand in the words selected, less than half. Select the whole change; if it says so in other words, sign with a reason.',
  ),
  'problem.confirmation-long': said(
    '选得太长了，这条意见最多选 {most} 个字。请只选改好的那一句。',
    'Too much was selected: at most {most} letters for this opinion. Select only the change.',
  ),
  'problem.confirmation-short': said(
    '选得太短，看不出改了什么。请至少选 {least} 个字，把改好的那一句选完整。',
    'Too little was selected to tell what was changed. Select the whole change, at least {least} letters.',
  ),
  'problem.confirmation-unchanged': said(
    '选中的文字在提意见的那一稿里就有，并没有改。请选改过的那一句；不用改稿，请写明理由签字。',
    'The words selected stood in the version that the opinion speaks of: nothing was changed there. Select what was changed; if the text need not change, sign with a reason.',
  ),
  'problem.opinion-form': said(
    '请选一项“您想怎么改”，并写下意见和理由（至少两个字，最多 1000 字）。',
    'Choose what should change, and write your opinion and why (at least two letters, at most 1000).',
  ),
  'problem.opinion-response-form': said(
    '请选“认可”或“不认可”；不认可的，请写明为什么（最多 1000 字）。',
    'Choose whether you accept this or not; if not, say why (at most 1000 letters).',
  ),
  'problem.opinion-form-sent': said(
    '这张表上一次提交的意见已经收到，编号照旧有效。这次内容不一样：要另提一条，请再点一次“提交意见”。',
    'What you sent with this form before has arrived, and its number is still good. This is something else: to give it as another opinion, press Send once more.',
  ),
  'problem.opinion-too-many': said(
    '这个网络地址刚才提交得太多了，请过 {minutes} 分钟再提交。',
    'Too many opinions came from this network address just now. Please send yours in {minutes} minutes.',
  ),
  'problem.receipt-too-many': said(
    '刚才查得太多了，请过 {minutes} 分钟再查。您的意见和编号都还在。',
    'Too many numbers were looked up just now. Please try again in {minutes} minutes; your opinion and its number are safe.',
  ),
  'timeline.consultation-opened': said(
    '《{title}》开始征求意见，发给 {count} 家单位，{due} 截止',
    '“{title}” went out for consultation to {count} {count|unit|units}, due {due}',
  ),
  'timeline.consultation-changed': said(
    '《{title}》征求意见的范围或期限有变化，现在 {due} 截止',
    'The consultation on “{title}” was changed; it is now due {due}',
  ),
  'timeline.consultation-no-comment': said('{unit}对《{title}》无意见', '{unit} has no comment on “{title}”'),
  'timeline.consultation-opinion': said('{unit}对《{title}》提出第 {number} 条意见', '{unit} gave opinion {number} on “{title}”'),
  'timeline.opinion-decided': said(
    '{unit}对《{title}》的第 {number} 条意见：{decision}',
    'Opinion {number} of {unit} on “{title}”: {decision}',
  ),
  'timeline.opinion-accepted': said('{unit}认可第 {number} 条意见的采纳情况', '{unit} accepted what became of opinion {number}'),
  'timeline.opinion-contested': said(
    '{unit}对第 {number} 条意见的采纳情况有异议',
    '{unit} contested what became of opinion {number}',
  ),
  'timeline.opinion-accepted-after': said(
    '定稿公布后，{unit}认可第 {number} 条意见的采纳情况',
    'After publication {unit} accepted what became of opinion {number}',
  ),
  'timeline.opinion-contested-after': said(
    '定稿公布后，{unit}对第 {number} 条意见的采纳情况有异议',
    'After publication {unit} contested what became of opinion {number}',
  ),
  'timeline.consultation-published': said('《{title}》第 {version} 稿定稿公布', '“{title}” was published in version {version}'),
  'timeline.consultation-published-early': said(
    '《{title}》第 {version} 稿提前定稿公布，理由：{reason}',
    '“{title}” was published early in version {version}: {reason}',
  ),
};
