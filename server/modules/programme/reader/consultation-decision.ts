/** What became of an opinion, and why: the part of an item in which the office speaks. */
import type { Disposition, Span } from './reading.ts';

const PARTLY = /部分采纳|部分予以采纳|酌情采纳|采纳部分/;
const REFUSED = /不予采纳|不采纳|未采纳|未予采纳|暂不采纳|不予采用|未被采纳/;
export const ADOPTED = /采纳|采用|吸收|已(?:经)?(?:按|据|作|做|予以|进行|在)?.{0,10}?(?:修改|调整|补充|删除|完善|增加|体现|更正)/;
export const REASON = /(?:原因|理由|主要考虑|说明)(?:是|为|：|如下：?)|(?:主要)?(?:因为|因(?=[^此而]))/;
/** 处理情况：已修改。 Where the office says it is its turn, plain words will do. */
const LABEL = /(?:采纳|吸收|处理|办理|落实|答复|研究)(?:情况|意见|结果|说明)：/;
const VERDICTS =
  /(?:(?:以上|上述|本条|该条|此条|该|此|两条|各条|全部)(?:各?条|两条)?)?(?:意见|建议)?(?:部分|不予|不|未|暂不|未予|予以|已|均|拟|全部|经研究|酌情|被)*(?:采纳|采用|吸收)/g;

/** Where the decision begins: at the start of a clause, outside quotations. 建议采用…  is a request, not a decision. */
export function verdictIn(text: string): { index: number } | undefined {
  const quotes = quotesIn(text);
  const label = LABEL.exec(text);
  if (label && !quotes.some(([from, to]) => from <= label.index && label.index < to)) return { index: label.index };
  for (const { index, 0: words } of text.matchAll(VERDICTS)) {
    if (quotes.some(([from, to]) => from <= index && index < to)) continue;
    const opens = index === 0 || /[，。；：（\s”]/.test(text[index - 1] ?? '');
    if (!opens) continue;
    if (/^(?:意见|建议)*(?:采用|吸收)$/.test(words) && /^(?:意见|建议)/.test(words)) continue;
    if (words === '采用') continue;
    return { index };
  }
  return undefined;
}

export function dispositionOf(said: string): Disposition {
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

const NEXT_POINT =
  /[；。，\n] ?(?=(?:[二三四五六七八九十]是|[（(]?[2-9二三四五六七八九十][）)、.]|[②-⑩]|第[二三四五六七八九十][，点]|另(?:外)?，?建议))/g;

/** 一是…，采纳；二是…，不采纳: the points of an opinion, where each is decided by itself; else the whole. */
export function pointsOf(text: string, speakerEnd: number): Span[] {
  const quotes = quotesIn(text);
  const cuts = Array.from(text.matchAll(NEXT_POINT), ({ index }) => index + 1).filter(
    (at) => at > speakerEnd && !quotes.some(([from, to]) => from <= at && at < to),
  );
  const points = [0, ...cuts].map((from, i): Span => [from, cuts[i] ?? text.length]);
  const isEach = cuts.length > 0 && points.every(([from, to]) => verdictIn(text.slice(from, to)) !== undefined);
  return isEach ? points : [[0, text.length]];
}
