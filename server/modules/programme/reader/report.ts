/** The reading as a person reads it in the terminal, in plain Chinese. */
import type { Comparator, PolicyReading, Target } from './reading.ts';
import { warningText } from './words.ts';

const COMPARATORS: Record<Comparator, string> = { '>=': '不少于', '>': '超过', '<=': '不超过', '~': '约', '=': '等于' };
const DISPOSITIONS = { adopted: '采纳', 'partly-adopted': '部分采纳', 'not-adopted': '不采纳', unstated: '未写明' };

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
      `${consultation.title}：征求 ${consultation.requested.length || (consultation.requestedCount ?? 0)} 家单位，${consultation.noOpinion.length} 家无意见`,
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
      ...reading.warnings.map((warning) => `   第 ${lineAt(warning.span[0])} 行：${warningText(warning, 'zh')}`),
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
