/** The check as a person reads it in the terminal: Chinese first, English beneath. */
import { type Language, say } from '../../../kernel/i18n/said.ts';
import { warningText } from '../../programme/module.ts';
import type { CheckedOpinion, CheckReport, Difference, Finding, Request, Span } from './shapes.ts';
import { decisionWords, findingWords, kindWords, verdictWords } from './words.ts';

const MARKS = { consistent: '✓', contradiction: '✗', 'needs a person': '？' } as const;

export const findingText = ({ code, params }: Pick<Finding, 'code' | 'params'>, language: Language): string =>
  say(findingWords[`verdict.${code}`], language, params);

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export function reportAsText(report: CheckReport, text: string): string {
  const lineOf = lineFinder(text);
  const { noComment, noAnswer, opinions, counts } = report;
  const speakers = new Set(opinions.map(({ unit }) => unit)).size;
  const asked = askedText(report);
  const lines = [
    `${report.title ?? '（未找到标题 no title）'}`,
    `${report.summary.title}（第 ${lineOf(report.summary.span[0])} 行起 from line ${lineOf(report.summary.span[0])}）`,
    `${asked.zh}，${speakers} 家提出 ${opinions.length} 条意见，${noComment.length} 家无意见${noAnswer.length > 0 ? `，${noAnswer.length} 家未反馈` : ''}。`,
    `${asked.en}, ${counted(opinions.length, 'opinion')}, ${noComment.length} without comment${noAnswer.length > 0 ? `, ${noAnswer.length} without an answer` : ''}.`,
    `一致 ${counts.consistent}，矛盾 ${counts.contradiction}，须人工确认 ${counts.needsPerson}。`,
    `${counts.consistent} consistent, ${counts.contradiction} contradictory, ${counts.needsPerson} for a person.`,
  ];
  if (noAnswer.length > 0) lines.push(`未反馈 no answer：${noAnswer.join('、')}`);
  for (const [i, opinion] of opinions.entries()) lines.push('', ...opinionLines(opinion, i + 1, lineOf));
  return `${[...lines, ...warningLines(report, text)].join('\n')}\n`;
}

/** A summary that does not say who was asked, or only how many, has not asked nobody. */
function askedText({ asked, askedCount }: CheckReport): { zh: string; en: string } {
  if (asked.length > 0 || askedCount === 0)
    return { zh: `征求 ${asked.length} 家单位`, en: `${counted(asked.length, 'unit')} asked` };
  if (askedCount === null) return { zh: '没有写明征求了哪些单位', en: 'It is not said which units were asked' };
  return { zh: `征求 ${askedCount} 家单位（没有列出名称）`, en: `${counted(askedCount, 'unit')} asked, not named` };
}

const NOT_UNDERSTOOD = 'summary-not-understood';
export const notUnderstood = ({ warnings }: CheckReport): CheckReport['warnings'] =>
  warnings.filter(({ code }) => code === NOT_UNDERSTOOD);

/** What does not add up in the summary itself, and what of it was not understood. */
export function warningLines({ warnings }: CheckReport, text: string): string[] {
  const lineOf = lineFinder(text);
  const lines = warnings.flatMap(({ code, params, span }) => {
    // as: the codes of these warnings are the policy reader's
    const warning = { code, params, span } as Parameters<typeof warningText>[0];
    const line = lineOf(span[0]);
    return [`   第 ${line} 行：${warningText(warning, 'zh')}`, `      line ${line}: ${warningText(warning, 'en')}`];
  });
  return lines.length > 0 ? ['', '汇总说明本身须核对 The summary itself:', ...lines] : [];
}

function opinionLines(opinion: CheckedOpinion, number: number, lineOf: (at: number) => number): string[] {
  const { unit, measure, decision, reason, verdict, requests, findings } = opinion;
  const about = measure === null ? '（全文 whole paper）' : `（第 ${measure} 项 measure ${measure}）`;
  const lines = [
    `${number}. ${MARKS[verdict]} ${verdictWords[verdict].zh} ${verdictWords[verdict].en}　${unit}${about}　第 ${lineOf(opinion.span[0])} 行`,
    `   处理 decision：${decisionWords[decision].zh} ${decisionWords[decision].en}${reason ? `，原因 reason：${reason}` : ''}`,
  ];
  for (const [at, request] of requests.entries()) {
    lines.push(`   ${requestLine(request)}`);
    for (const finding of findings) if (finding.request === at) lines.push(...findingLines(finding, lineOf));
  }
  for (const finding of findings) if (finding.request === null) lines.push(...findingLines(finding, lineOf));
  return lines;
}

function requestLine({ kind, target, oldWords, newWords, beside }: Request): string {
  const where = target === 'lead' ? '牵头单位 lead ' : target === 'cooperating' ? '配合单位 cooperating ' : '';
  const parts = [
    oldWords === null ? '' : `原 old：“${oldWords}”`,
    newWords === null ? '' : `新 new：“${newWords}”`,
    beside === null ? '' : `位置 beside：“${beside}”`,
  ].filter((part) => part !== '');
  return `· ${kindWords[kind].zh} ${kindWords[kind].en}　${where}${parts.join('　')}`;
}

function findingLines(finding: Finding, lineOf: (at: number) => number): string[] {
  const where = finding.place
    ? `（正文第 ${lineOf(finding.place[0])} 行 line ${lineOf(finding.place[0])}${placeText(finding.place)}）`
    : '';
  const lines = [`     ${MARKS[finding.verdict]} ${findingText(finding, 'zh')}${where}`, `       ${findingText(finding, 'en')}`];
  if (finding.difference) lines.push(`       对照 compared：${differenceText(finding.difference)}`);
  return lines;
}

const placeText = ([from, to]: Span): string => `，${from}–${to}`;

/** [-gone-] and {+come+}: readable without colour. */
const differenceText = (difference: readonly Difference[]): string =>
  difference.map(({ kind, text }) => (kind === 'same' ? text : kind === 'delete' ? `[-${text}-]` : `{+${text}+}`)).join('');

function lineFinder(text: string): (at: number) => number {
  const ends = Array.from(text.matchAll(/\n/g), ({ index }) => index);
  return (at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < at)
        low = middle + 1; // as: middle < length
      else high = middle;
    }
    return low + 1;
  };
}
