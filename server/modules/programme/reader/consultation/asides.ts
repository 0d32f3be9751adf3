/** Sentences of a summary in which nobody says anything of the paper: how it was done, how many opinions came, who signs. */

import { REQUEST } from '../lexicon/consultation.ts';
import { NUMERAL, numeral } from '../numerals.ts';
import { verdictIn } from './decision.ts';

/** How many opinions the summary says it holds. */
export interface Tally {
  readonly received: number | undefined;
}

const NUMBER = `(?:\\d+|[${NUMERAL}]{1,4})`;
const TALLY = new RegExp(
  `(?:收到|收集|征集|提出|反馈|梳理|汇总|采纳|吸收|合计|共计?|其中)[^，。；：]{0,24}?${NUMBER} ?(?:条|项|处|点|件)`,
);
const RECEIVED = new RegExp(`(?:收到|收集|征集|提出|反馈|梳理)[^，。；：]{0,20}?(${NUMBER}) ?(?:条|项|处|点|件)`);
const NOTHING_CAME = /(?:未|没有)(?:收到|征集到|收集到)[^，。；]{0,24}(?:意见|建议|反馈)/;
const MANNER =
  /如下[：。]?$|见附[件表]|特此(?:说明|报告)|逐[条一项]|(?:认真|充分)(?:研究|梳理|吸收|听取|讨论)|(?:修改|补充)完善|形成(?:了|本|该|送审|审议|报审|现)|(?:公开|网上|广泛|书面|再次|二次|集中)征求|向社会|网站|公众号|公示|座谈会|(?:已|一并)(?:附后|报送)|意见征求|征求意见(?:工作|期间|时间|阶段)|起草|合法性审[查核]|公平竞争审查/;
/** 4家单位中; 收到2家单位反馈，分别是…; 反馈意见的单位有区教委: who answered, told again where the answers stand. */
const WHO_ANSWERED = new RegExp(
  `^(?:(?:以上|上述|这|在)*${NUMBER} ?(?:家|个)(?:单位|部门)中|除[^，。；“]{2,60}外|(?:共|已|目前|截至目前，?)*(?:收到|有)[^，。；：“]{0,24}(?:反馈|回复|复函)(?:意见|建议)?(?:，?分别[是为]：?[^。；“]*)?|(?:反馈|提出|回复)了?(?:修改)?意见(?:建议)?的(?:单位|部门)?[^。；“]*)$`,
);
const SIGNATURE =
  /^(?:（?(?:盖章|签章|公章)）?|联系(?:人|电话|方式)|填表|填报|日期|单位|附件?|备?注|说明|注)[：:]?[^，。；]{0,40}$/;
const DATE =
  /^（?(?:\d{4}|[零一二三四五六七八九]{4}) ?[年.\-/] ?[\d一二三四五六七八九十]{1,3} ?[月.\-/] ?(?:[\d一二三四五六七八九十]{1,3} ?日?)?）?$/;
/** 截至3月10日 */
const UNTIL = /^(?:截至|截止到?|至|自)[^，。；：“]{1,24}$/;
const MARKS_ONLY = /^[^\p{L}\p{N}]*$/u;

/** Nothing that has to be read out of these words. */
export function isAside(words: string): boolean {
  const said = words.replace(/^[\s，。；：、]+|[\s，。；]+$/g, '');
  if (
    MARKS_ONLY.test(said) ||
    DATE.test(said) ||
    SIGNATURE.test(said) ||
    UNTIL.test(said) ||
    (WHO_ANSWERED.test(said) && verdictIn(said) === undefined) ||
    /^[a-z]*_GoBack/i.test(said)
  )
    return true;
  if (NOTHING_CAME.test(said) || isTally(said)) return true;
  const plain = said
    .replace(/意见(?:和|及|、)?建议|建议意见|修改建议|征求意见稿/g, '意见')
    .replace(/(?:采纳|吸收)(?:情况|与否|结果)/g, '情况');
  return MANNER.test(plain) && !REQUEST.test(plain) && verdictIn(plain) === undefined && !/[“”]/.test(plain);
}

/** 共收到意见5条，其中采纳3条 */
const isTally = (said: string): boolean =>
  TALLY.test(said) && !/[“”]|建议(?!意见|\d|共|[，。、]|$)/.test(said.replace(/意见建议|意见和建议/g, '意见'));

export function tallyIn(words: string): number | undefined {
  return isAside(words) ? numeral(RECEIVED.exec(words)?.[1] ?? '') : undefined;
}

export const saysNothingCame = (words: string): boolean => NOTHING_CAME.test(words);
/** A day, or nothing. */
export const isDateOrBlank = (words: string): boolean => {
  const said = words.trim();
  return MARKS_ONLY.test(said) || DATE.test(said);
};
