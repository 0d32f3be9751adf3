/** What the policy reader says, in both languages: why a file can't be read, and what a person should look at. */
import { type Language, type Said, said, say } from '../../../kernel/i18n/said.ts';
import type { DecodeProblem, DecodeProblemCode } from './decode.ts';
import type { Warning, WarningCode } from './reading.ts';

/** Catalogue of the policy reader. */
export const readerWords: Readonly<Record<`problem.${DecodeProblemCode}` | `warning.${WarningCode}`, Said>> = {
  'problem.paper-empty': said('{filename} 是空文件，请换一份有内容的。', '{filename} is empty. Choose a file with text in it.'),
  'problem.paper-too-large': said(
    '{filename} 太大，最多 {megabytes} MB。请只上传文件正文。',
    '{filename} is too large; at most {megabytes} MB. Upload the paper alone.',
  ),
  'problem.paper-not-text': said(
    '{filename} 不是文字文件，请另存为 .docx 或 .txt 再试。',
    '{filename} is no text. Save it as .docx or .txt and try again.',
  ),
  'problem.paper-is-old-word': said(
    '{filename} 是旧版 Word（.doc），请用 Word 或 WPS 另存为 .docx 再试。',
    '{filename} is an old Word file (.doc). Save it as .docx in Word or WPS and try again.',
  ),
  'problem.paper-is-pdf': said(
    '{filename} 是 PDF，请使用 .docx 原稿，或把文字另存为 .txt。',
    '{filename} is a PDF. Use the .docx it was made from, or save its text as .txt.',
  ),
  'problem.paper-damaged': said(
    '{filename} 打不开，可能已损坏，请重新保存后再试。',
    '{filename} cannot be opened; it may be damaged. Save it again and retry.',
  ),
  'warning.numbering-style-slip': said(
    '编号“{printed}”写法与上下文不一致，按第 {number} 项理解',
    'the number “{printed}” is written unlike its neighbours; read as item {number}',
  ),
  'warning.number-repeated': said(
    '编号“{printed}”重复，按第 {expected} 项理解',
    'the number “{printed}” stands twice; read as item {expected}',
  ),
  'warning.number-skipped': said(
    '编号跳号：应为第 {expected} 项，印的是“{printed}”',
    'a number is missing: item {expected} was due, “{printed}” is printed',
  ),
  'warning.number-out-of-order': said(
    '编号“{printed}”次序不对，应为第 {expected} 项',
    'the number “{printed}” is out of order; item {expected} was due',
  ),
  'warning.half-width-colon': said('“{label}”后用了半角冒号', 'a half-width colon follows “{label}”'),
  'warning.label-differs': said(
    '用语不一致：这里写“{label}”，别处写“{usual}”',
    'wording differs: “{label}” here, “{usual}” elsewhere',
  ),
  'warning.no-unit-after-label': said('写了单位标签，后面没有单位名称', 'a label for units stands here without any unit'),
  'warning.measure-without-lead': said(
    '第 {number} 项没有写明牵头或责任单位',
    'measure {number} names no lead or responsible unit',
  ),
  'warning.units-outside-measures': said(
    '这里写了责任单位，但不在任何一项措施里，请人工核对',
    'units are named here, outside every measure; please check',
  ),
  'warning.no-measures-found': said(
    '没有找到带编号的措施，可能不是这类文件',
    'no numbered measures were found; this may be another kind of paper',
  ),
  'warning.consultation-count-differs': said(
    '征求意见单位写的是 {said} 家，列出 {listed} 家',
    '{said} units are said to be asked, {listed} are listed',
  ),
  'warning.no-opinion-count-differs': said(
    '无意见单位写的是 {said} 家，列出 {listed} 家',
    '{said} units are said to have no opinion, {listed} are listed',
  ),
  'warning.unit-without-answer': said('{unit}在征求意见范围内，但没有写回复情况', '{unit} was asked; no answer is recorded'),
  'warning.opinion-of-unit-not-asked': said(
    '{unit}提了意见，但不在征求意见范围内',
    '{unit} gave an opinion and is not among those asked',
  ),
  'warning.asked-not-listed': said(
    '写明征求了 {said} 家单位，没有列出名称；有回复的是 {spoke} 家',
    '{said} units are said to be asked, without their names; {spoke} are recorded as answering',
  ),
  'warning.opinion-count-differs': said(
    '写明收到 {said} 条意见，读出 {read} 条，请核对',
    '{said} opinions are said to have come, {read} were read; please check',
  ),
  'warning.opinion-and-no-comment': said('{unit}既写无意见，又有意见', '{unit} is said to have no comment, and has an opinion'),
  'warning.summary-not-understood': said('没有读懂：“{words}”', 'not understood: “{words}”'),
  'warning.opinion-without-disposition': said(
    '{unit}的意见没有写是否采纳',
    'it is not said what became of the opinion of {unit}',
  ),
  'warning.refusal-without-reason': said(
    '{unit}的意见未采纳，但没有写原因',
    'the opinion of {unit} was refused without a reason',
  ),
  'warning.adopted-words-not-found': said(
    '{unit}的意见写已采纳，但第 {number} 项里没有原样找到“{words}”',
    'the opinion of {unit} is said to be adopted, but measure {number} does not hold “{words}” word for word',
  ),
  'warning.refused-change-made': said(
    '{unit}的意见写未采纳，但第 {number} 项里已没有“{words}”',
    'the opinion of {unit} is said to be refused, but measure {number} no longer holds “{words}”',
  ),
};

export const decodeProblemText = ({ code, params }: DecodeProblem, language: Language): string =>
  say(readerWords[`problem.${code}`], language, params);

/** One warning as a sentence without a full stop. */
export const warningText = ({ code, params }: Warning, language: Language = 'zh'): string =>
  say(readerWords[`warning.${code}`], language, params);
