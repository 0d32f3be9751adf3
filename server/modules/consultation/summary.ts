/** 征求意见汇总说明, written by what happened: who was asked, who answered, what became of each opinion, and whether the text does it. */
import { type Said, said } from '../../kernel/i18n/said.ts';
import { writeDay } from '../../kernel/page/written.ts';
import { dayOf } from '../../kernel/term/day.ts';
import { kindWords, verdictWords } from './check/words.ts';
import type { AskedUnit, ConsultationLine, OpinionShown, Summary } from './contract.ts';
import { put } from './saying.ts';
import { decisionSaid } from './words.ts';

const joined = (names: readonly Said[]): Said => said(names.map(({ zh }) => zh).join('、'), names.map(({ en }) => en).join(', '));
const day = (on: string): Said => said(writeDay(on, 'zh'), writeDay(on, 'en'));
const number = (count: number): Said => said(String(count), String(count));

const TITLE = said('《{title}》征求意见汇总说明', 'Summary of the consultation on “{title}”');
const ASKED = said(
  '《{title}》自{opened}起向{units}共 {count} 家单位征求意见，{due}截止。',
  'From {opened}, {count} {count|unit was|units were} asked for opinions on “{title}”, due {due}: {units}.',
);
const PUBLIC = said('同时向公众公开征求意见。', 'The public was asked as well.');
const NO_COMMENT = said('{units} {count} 家单位无意见。', '{count} {count|unit|units} had no comment: {units}.');
const SILENT = said('{units} {count} 家单位没有答复。', '{count} {count|unit|units} did not answer: {units}.');
const COUNT = said(
  '共收到 {all} 条意见，其中采纳 {adopted} 条、部分采纳 {partly} 条、不采纳 {refused} 条，尚未处理 {open} 条。',
  '{all} {all|opinion was|opinions were} given: {adopted} adopted, {partly} adopted in part, {refused} not adopted, {open} not decided yet.',
);
const LATE = said('{units}在截止后答复。', 'Answered after the due date: {units}.');
const CONTESTS = said(
  '其中 {count} 条的提出方对采纳情况提出过异议，见各条。',
  '{count} of the decisions {count|was|were} contested by {count|its sender|their senders}, as told with each.',
);
const EARLY = said(
  '{day}提前定稿公布（未等到截止日期或各方答复期满），理由：{reason}',
  'Published early on {day}, before the due date or before every sender had had time to answer. Reason: {reason}',
);
const COLUMNS: readonly Said[] = [
  said('序号', 'No.'),
  said('提出方', 'From'),
  said('意见', 'Opinion'),
  said('采纳情况', 'Decision'),
  said('理由', 'Reason'),
  said('与文件是否一致', 'Does the text do it?'),
];
const PUBLIC_NAME = said('公众', 'The public');
const UNDECIDED = said('未处理', 'not decided');
const SIGNED = said('矛盾已由{by}签字保留：{reason}', 'contradiction signed off by {by}: {reason}');
const SIGNED_WITHOUT_WORDS = said('由{by}签字说明：{reason}', 'signed by {by} with a reason: {reason}');
const CONFIRMED = said('经{by}人工确认，改好的文字是“{words}”', 'confirmed by {by}, the change being “{words}”');
const CONTESTED_BEFORE = said('提出方曾有异议：{why}；已再次答复', 'contested: {why}; then answered once more');
const CONTESTED = said('提出方仍有不同意见：{why}', 'still contested: {why}');
const CONTESTED_AFTER = said('定稿公布后提出方有异议：{why}', 'contested after publication: {why}');
const PROMISED = said('{decision}（改为“{words}”）', '{decision} (to read “{words}”)');

export type Told = {
  readonly line: ConsultationLine;
  readonly units: readonly AskedUnit[];
  readonly opinions: readonly OpinionShown[];
  readonly publishedReason: string | null;
};

export function summaryOf({ line, units, opinions, publishedReason }: Told): Summary {
  const title = said(line.title, line.title);
  const paragraphs: Said[] = [];
  if (units.length > 0 && line.openedOn && line.dueOn)
    paragraphs.push(
      put(ASKED, {
        title,
        opened: day(line.openedOn),
        due: day(line.dueOn),
        units: joined(units.map(({ name }) => name)),
        count: number(units.length),
      }),
    );
  if (line.isPublic) paragraphs.push(PUBLIC);
  for (const [text, list] of [
    [NO_COMMENT, units.filter(({ answer }) => answer === 'no-comment')],
    [SILENT, units.filter(({ answer }) => answer === null)],
    [LATE, units.filter(({ isLate }) => isLate)],
  ] as const)
    if (list.length > 0) paragraphs.push(put(text, { units: joined(list.map(({ name }) => name)), count: list.length }));
  const decided = (decision: string) => opinions.filter((one) => one.decisions.at(-1)?.decision === decision).length;
  paragraphs.push(
    put(COUNT, {
      all: opinions.length,
      adopted: decided('adopted'),
      partly: decided('partly'),
      refused: decided('not adopted'),
      open: opinions.filter(({ decisions }) => decisions.length === 0).length,
    }),
  );
  const contested = opinions.filter(({ decisions }) => decisions.some(({ response }) => response === 'contested')).length;
  if (contested > 0) paragraphs.push(put(CONTESTS, { count: contested }));
  if (line.publishedAt !== null && publishedReason !== null)
    paragraphs.push(put(EARLY, { day: day(dayOf(new Date(line.publishedAt))), reason: publishedReason }));
  return {
    title: put(TITLE, { title: line.title }),
    paragraphs,
    columns: COLUMNS,
    rows: opinions.map((opinion) => rowOf(opinion, line.publishedAt)),
  };
}

function rowOf(opinion: OpinionShown, publishedAt: string | null): Said[] {
  const latest = opinion.decisions.at(-1);
  return [
    number(opinion.number),
    opinion.unitName ?? PUBLIC_NAME,
    askOf(opinion),
    latest ? decisionOf(latest) : UNDECIDED,
    latest ? said(latest.reason, latest.reason) : said('', ''),
    verdictOf(opinion, publishedAt),
  ];
}

const decisionOf = ({ decision, promised }: OpinionShown['decisions'][number]): Said =>
  promised === null
    ? decisionSaid[decision]
    : put(PROMISED, { decision: decisionSaid[decision], words: said(promised, promised) });

const LEFT = '“';
const RIGHT = '”';
const quoted = (words: string) => `${LEFT}${words}${RIGHT}`;

/** 第 3 项：将“…”修改为“…”。why */
export function askOf({ kind, oldWords, newWords, why, measure, isLate }: OpinionShown): Said {
  const [old, now] = [quoted(oldWords ?? ''), quoted(newWords ?? '')];
  const ask = {
    replace: said(`将${old}修改为${now}`, `replace ${old} with ${now}`),
    add: said(`增加${now}`, `add ${now}`),
    remove: said(`删除${old}`, `remove ${old}`),
    remark: kindWords.remark,
  }[kind];
  const where = measure === null ? said('', '') : said(`第 ${measure} 项：`, `Measure ${measure}: `);
  const late = isLate ? said('（逾期）', ' (late)') : said('', '');
  return said(`${where.zh}${ask.zh}。${why}${late.zh}`, `${where.en}${ask.en}. ${why}${late.en}`);
}

function verdictOf({ verdict, findings, signOff, decisions }: OpinionShown, publishedAt: string | null): Said {
  const parts: Said[] = verdict === null ? [] : [verdictWords[verdict]];
  const finding = findings.find((one) => one.verdict === verdict);
  if (finding && verdict !== 'consistent') parts.push(finding.said);
  if (signOff?.kind === 'signed-off') {
    const signed = verdict === 'contradiction' ? SIGNED : SIGNED_WITHOUT_WORDS;
    parts.push(put(signed, { by: signOff.by, reason: signOff.reason }));
  }
  if (signOff?.kind === 'confirmed') parts.push(put(CONFIRMED, { by: signOff.by, words: signOff.stands ?? '' }));
  for (const one of decisions) {
    if (one.response !== 'contested') continue;
    const isAfter = publishedAt !== null && one.respondedAt !== null && one.respondedAt >= publishedAt;
    const text = one !== decisions.at(-1) ? CONTESTED_BEFORE : isAfter ? CONTESTED_AFTER : CONTESTED;
    parts.push(put(text, { why: one.responseWhy ?? '' }));
  }
  return said(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '));
}
