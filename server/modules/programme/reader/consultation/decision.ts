/** What became of an opinion, and why: the part of an item in which the office speaks. */
import type { Disposition, Span } from '../reading.ts';

const PARTLY = /部分采纳|部分予以采纳|酌情采纳|采纳部分|部分吸收|原则(?:上|性)?(?:予以)?采纳|基本采纳/;
const REFUSED =
  /不予采纳|不采纳|未采纳|未予采纳|暂不采纳|不予采用|未被采纳|不宜采纳|不予?吸收|未吸收|不(?:予|作|做)修改|未(?:作|做)?修改|维持原|保留原/;
export const ADOPTED = /采纳|采用|吸收|已(?:经)?(?:按|据|作|做|予以|进行|在)?.{0,10}?(?:修改|调整|补充|删除|完善|增加|体现|更正)/;
export const REASON =
  /(?:原因|理由|主要考虑|说明)(?:是|为|：|如下：?)|主要考虑到?|(?:主要)?(?:因为|因(?=[^此而]))|考虑到|鉴于|由于/;
/** 处理情况：已修改。 Where the office says it is its turn, plain words will do. */
const LABEL = /(?:是否(?:采纳|吸收)|(?:采纳|吸收|处理|办理|落实|答复|研究)(?:情况|意见|结果|说明))：/;
const VERDICTS =
  /(?:(?:(?:我|本)(?:局|委|办|部|院|单位|区)|起草(?:单位|部门))(?:经(?:认真)?研究后?，?)?(?:认为|决定)?|(?:因|由于|鉴于|考虑到)[^，。；：“”]{1,40}?，?故?(?=暂?未|暂?不))?(?:(?:以上|上述|前述|本条|该条|此条|本|该|此|两条|各条|全部|前者|后者|其中)(?:各?条|两条)?)?(?:第 ?[\d零一二三四五六七八九十、]{1,8} ?[条点项处个]?)?(?:意见|建议)?(?:部分|不予|不宜|不|未|暂不|未予|予以|已|均|都|拟|全部|经研究，?|酌情|被|原则(?:上|性)?|基本|同意|一并|暂|完全)*(?:采纳|采用|吸收)/g;
/** Without the word itself: 已按意见修改。 维持原文。 */
const DONE =
  /(?<=[。；（\n] ?|^)(?:均?已(?:经)?(?:按|据|根据|作|做|予以|进行|在)?[^，。；“（]{0,12}?(?:修改|调整|补充|删除|完善|增加|体现|更正)|(?:不(?:予|作|做)|未(?:作|做)?|无需|不再)修改|维持原|保留原)/g;

/** Where the decision begins: at the start of a clause, outside quotations. 建议采用…  is a request, not a decision. */
export function verdictIn(text: string): { index: number } | undefined {
  const quotes = quotesIn(text);
  const label = LABEL.exec(text);
  if (label && !quotes.some(([from, to]) => from <= label.index && label.index < to)) return { index: label.index };
  for (const { index, 0: words } of text.matchAll(VERDICTS)) {
    if (quotes.some(([from, to]) => from <= index && index < to)) continue;
    // 区妇联提出的…的建议未采纳
    const isOfAsk = text[index - 1] === '的' && /^(?:意见|建议)/.test(words);
    const opens = isOfAsk || index === 0 || /[，。；：（）\s”]/.test(text[index - 1] ?? '');
    if (!opens) continue;
    if (/^(?:意见|建议)*(?:采用|吸收)$/.test(words) && /^(?:意见|建议)/.test(words)) continue;
    if (words === '采用') continue;
    return { index };
  }
  for (const { index } of text.matchAll(DONE)) if (!quotes.some(([from, to]) => from <= index && index < to)) return { index };
  return undefined;
}

/** A line that only tells what became of the opinion above. */
export const startsWithVerdict = (line: string): boolean => {
  const verdict = verdictIn(line);
  return verdict !== undefined && line.slice(0, verdict.index).trim() === '';
};

/** 以上意见均采纳: a decision on more than the last opinion; `all` when on every one above. */
export function sharedBy(decision: string): 'all' | 'item' | undefined {
  if (/^(?:以上|上述|前述)/.test(decision)) return 'all';
  return /^[^，。；]{0,8}?(?:均|都|全部|一并)|^两/.test(decision) ? 'item' : undefined;
}

export function dispositionOf(said: string): Disposition {
  const yesOrNo = /^是否(?:采纳|吸收)：\s*([^\s。，；]{1,2})/.exec(said)?.[1];
  if (yesOrNo && /^(?:是|否|√|✓|✔|×|✗)$/.test(yesOrNo)) return dispositionInCell(yesOrNo);
  const words = said.replace(/(?:采纳|采用|吸收)(?:情况|与否|意见)(?!予)/g, '');
  if (PARTLY.test(words)) return 'partly-adopted';
  if (REFUSED.test(words)) {
    // 第一点采纳，第二点不采纳; what the reason says is no decision.
    const decided = words.slice(0, REASON.exec(words)?.index).replace(new RegExp(REFUSED, 'g'), '');
    return ADOPTED.test(decided) ? 'partly-adopted' : 'not-adopted';
  }
  return ADOPTED.test(words) ? 'adopted' : 'unstated';
}

/** Under 是否采纳 a cell may only say yes or no. */
export function dispositionInCell(cell: string): Disposition {
  if (/^(?:是|√|✓|✔)。?$/.test(cell)) return 'adopted';
  return /^(?:否|×|✗)。?$/.test(cell) ? 'not-adopted' : dispositionOf(cell);
}

/** Outermost “…” of a text, without the marks. */
export function quotesIn(text: string): Span[] {
  const quotes: Span[] = [];
  let start = -1;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '“' && depth++ === 0) start = at + 1;
    if (text[at] === '”' && depth > 0 && --depth === 0) quotes.push([start, at]);
  }
  return quotes;
}
