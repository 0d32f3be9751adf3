import type { Block, OfficialDocument } from '../../kernel/document/document.ts';
import { type Language, type Said, said, say } from '../../kernel/i18n/said.ts';
import { writeDay } from '../../kernel/page/written.ts';
import type { Notice, Step } from './contract.ts';

const texts = {
  head: said('{district}就业友好型城市建设工作专班', '{district} employment-friendly city programme office'),
  number: said('〔{year}〕第{no}号', '〔{year}〕 No. {no}'),
  addressee: said('{unit}：', '{unit}:'),
  toHead: said('{unit}负责人：', 'To the head of {unit}:'),
  matter: said('所涉任务：第 {no} 项“{title}”。', 'The task concerned: {no}, “{title}”.'),
  instruction: said('{by}交办如下：', 'Instruction of {by}:'),
  ask: said(
    '请于{due}前（自发出次日起 {days} 个工作日内）答复：准备采取的措施，或新的完成时间，或已经办结的证明。答复在“乐业”工作平台的“督办”页面填写即可，不需另行行文。',
    'Please answer by {due} (within {days} working {days|day|days} from the day after issue): what will be done, or a new date, or the proof that it is done. The answer is entered in Leye under Supervision; no separate letter is needed.',
  ),
  talk: said(
    '前次督办逾期没有答复或没有落实，现约请单位负责人说明情况。',
    'The notice before this one was not answered in time or not kept; the head of the unit is asked to explain.',
  ),
  withdrawn: said('已撤回', 'withdrawn'),
} as const;

const titles: Readonly<Record<Step, Said>> = {
  reminder: said('提醒', 'Reminder'),
  urge: said('催办通知', 'Urge'),
  notice: said('督办通知', 'Supervision notice'),
  talk: said('约谈通知', 'Notice of a talk'),
};

/** What a notice names beside itself: the district, the task it concerns, the unit it goes to. */
export type NoticeNames = { readonly district: Said; readonly measureTitle: Said; readonly unit: Said };

/** A notice as an official document: what is printed and downloaded. */
export function noticeDocument(notice: Notice, names: NoticeNames, language: Language): OfficialDocument {
  const { step, number, measure, why, issuedOn, instruction, instructedBy, state } = notice;
  const tell = (text: Said, params: Record<string, string | number> = {}): string => say(text, language, params);
  const paragraph = (text: string): Block => ({ is: 'paragraph', text });
  const office = tell(texts.head, { district: names.district[language] });
  const blocks: Block[] = [];
  if (step === 'talk' && !instruction) blocks.push(paragraph(tell(texts.talk)));
  if (instruction && instructedBy) blocks.push(paragraph(tell(texts.instruction, { by: instructedBy })), paragraph(instruction));
  else blocks.push(paragraph(why[language]));
  blocks.push(paragraph(tell(texts.matter, { no: measure, title: names.measureTitle[language] })));
  // As it was asked on the day it went out: a paper that was issued does not change with its clock.
  if (notice.dueAtIssue !== null)
    blocks.push(paragraph(tell(texts.ask, { due: writeDay(notice.dueAtIssue, language), days: notice.termDays })));
  return {
    language,
    head: office,
    ...(number ? { number: tell(texts.number, { year: number.year, no: number.no }) } : {}),
    ...(state === 'withdrawn' ? { remark: tell(texts.withdrawn) } : {}),
    title: tell(titles[step]),
    addressee: tell(notice.receiver === 'head' ? texts.toHead : texts.addressee, { unit: names.unit[language] }),
    blocks,
    signature: office,
    date: issuedOn,
  };
}
