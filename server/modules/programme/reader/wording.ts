/** The reading, its warnings and its problems in plain Chinese, for the terminal. Pages use the message catalogues. */
import type { DecodeProblem, DecodeProblemCode } from './decode.ts';
import type { Comparator, PolicyReading, Target, Warning } from './reading.ts';

const PROBLEMS: Record<DecodeProblemCode, string> = {
  'paper-empty': '{filename} 是空文件，请换一份有内容的。',
  'paper-too-large': '{filename} 太大，最多 {megabytes} MB。请只上传文件正文。',
  'paper-not-text': '{filename} 不是文字文件，请另存为 .docx 或 .txt 再试。',
  'paper-is-old-word': '{filename} 是旧版 Word（.doc），请用 Word 或 WPS 另存为 .docx 再试。',
  'paper-is-pdf': '{filename} 是 PDF，请使用 .docx 原稿，或把文字另存为 .txt。',
  'paper-damaged': '{filename} 打不开，可能已损坏，请重新保存后再试。',
};

const WARNINGS: Record<string, string> = {
  'numbering-style-slip': '编号“{printed}”写法与上下文不一致，按第 {number} 项理解',
  'number-repeated': '编号“{printed}”重复，按第 {expected} 项理解',
  'number-skipped': '编号跳号：应为第 {expected} 项，印的是“{printed}”',
  'number-out-of-order': '编号“{printed}”次序不对，应为第 {expected} 项',
  'half-width-colon': '“{label}”后用了半角冒号',
  'label-differs': '同一份文件里用语不一致：这里写“{label}”，别处写“{usual}”',
  'no-unit-after-label': '写了单位标签，后面没有单位名称',
  'measure-without-lead': '第 {number} 项没有写明牵头或责任单位',
  'units-outside-measures': '这里写了责任单位，但不在任何一条措施里，请人工核对',
  'no-measures-found': '没有找到编号的措施，可能不是这类文件',
  'consultation-count-differs': '征求意见单位写的是 {said} 家，列出 {listed} 家',
  'no-opinion-count-differs': '无意见单位写的是 {said} 家，列出 {listed} 家',
  'unit-without-answer': '{unit}在征求意见范围内，但没有写回复情况',
  'opinion-of-unit-not-asked': '{unit}提了意见，但不在征求意见范围内',
  'opinion-without-disposition': '{unit}的意见没有写是否采纳',
  'refusal-without-reason': '{unit}的意见未采纳，但没有写原因',
  'adopted-words-not-found': '{unit}的意见写已采纳，但第 {number} 项里没有原样找到“{words}”',
  'refused-change-made': '{unit}的意见写未采纳，但第 {number} 项里已没有“{words}”',
};

const COMPARATORS: Record<Comparator, string> = { '>=': '不少于', '>': '超过', '<=': '不超过', '~': '约', '=': '等于' };
const DISPOSITIONS = { adopted: '采纳', 'partly-adopted': '部分采纳', 'not-adopted': '不采纳', unstated: '未写明' };

const filled = (pattern: string, params: Readonly<Record<string, string | number>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));

export const decodeProblemText = ({ code, params }: DecodeProblem): string => filled(PROBLEMS[code], params);

/** One warning as a sentence; its code when there is no wording for it. */
export const warningText = ({ code, params }: Warning): string => filled(WARNINGS[code] ?? code, params);

/** Codes of all warnings that have a wording. */
export const warningCodes = (): string[] => Object.keys(WARNINGS);

const targetText = (target: Target): string => {
  const upTo = target.upTo === null ? '' : `—${target.upTo}`;
  const when = [target.period, target.deadline && `到 ${target.deadline}`].filter(Boolean).join('，');
  return `${COMPARATORS[target.comparator]} ${target.value}${upTo} ${target.unit}${when ? `（${when}）` : ''}  ← ${target.text}`;
};

/** The reading as a person reads it; places are given as line numbers of `text`. */
export function readingAsText(reading: PolicyReading, text: string): string {
  const lines = [
    `标题：${reading.title ?? '（未找到）'}`,
    `有效期至：${reading.validUntil ?? '（未写明）'}`,
    `共 ${reading.areas.length} 个方面，${reading.measures.length} 项措施，${reading.measures.reduce((sum, { targets }) => sum + targets.length, 0)} 个指标`,
  ];
  let area: number | null | undefined;
  for (const measure of reading.measures) {
    if (measure.area !== area) {
      area = measure.area;
      const title = reading.areas.find(({ no }) => no === area)?.title;
      if (title) lines.push('', `【${area}】${title}`);
    }
    lines.push(
      '',
      `${measure.no}. ${
        measure.title ??
        `${text
          .slice(...measure.span)
          .replace(/\s+/g, ' ')
          .slice(0, 40)}…`
      }`,
    );
    if (measure.lead.length > 0) lines.push(`   牵头：${measure.lead.join('、')}`);
    if (measure.cooperating.length > 0) lines.push(`   配合：${measure.cooperating.join('、')}`);
    for (const target of measure.targets) lines.push(`   指标：${targetText(target)}`);
  }
  if (reading.goals.length > 0)
    lines.push('', '总体目标中的指标（不属于任何一项措施）：', ...reading.goals.map((goal) => `   ${targetText(goal)}`));
  const { consultation } = reading;
  if (consultation) {
    lines.push(
      '',
      `${consultation.title}：征求 ${consultation.requested.length} 家单位，${consultation.noOpinion.length} 家无意见`,
    );
    for (const opinion of consultation.opinions) {
      const about = opinion.measure === null ? '' : `（第 ${opinion.measure} 项）`;
      lines.push(
        `   ${opinion.unit}${about}：${DISPOSITIONS[opinion.disposition]}${opinion.reason ? `，原因：${opinion.reason}` : ''}`,
      );
    }
  }
  if (reading.warnings.length > 0) {
    const lineAt = lineCounter(text);
    lines.push(
      '',
      '请核对：',
      ...reading.warnings.map((warning) => `   第 ${lineAt(warning.span[0])} 行：${warningText(warning)}`),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Line numbers for places that only grow, counted once through the text. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let place = 0;
  return (at) => {
    for (let next = text.indexOf('\n', place); next >= 0 && next < at; next = text.indexOf('\n', place)) {
      line++;
      place = next + 1;
    }
    return line;
  };
}
