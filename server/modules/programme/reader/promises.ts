/** Is a quantity a result that the issuer promises? Rules in the order in which a careful reader would ask. */
import * as words from './lexicon/commitments.ts';
import type { Quantity } from './quantities.ts';
import type { Comparator, Span } from './reading.ts';

export interface Context {
  readonly plain: string;
  readonly phrase: Span;
  readonly sentence: Span;
  readonly issuedIn: number | undefined;
  readonly isGoal: boolean;
  /** The phrase itself says how often or by when. */
  readonly isTimed: boolean;
  /** 其中…: the phrase divides up the promise before it. */
  readonly isPartOfPromise: boolean;
}

const BEFORE = (pattern: string) => new RegExp(`(?:${pattern})(?:约|近|每年|年均)? ?$`);
const AT_LEAST = BEFORE(words.AT_LEAST);
const MORE_THAN = BEFORE(words.MORE_THAN);
const AT_MOST = BEFORE(words.AT_MOST);
const ABOUT = BEFORE(words.ABOUT);
const EXACTLY = BEFORE(words.EXACTLY);
const AT_LEAST_AFTER = new RegExp(`^ ?(?:${words.AT_LEAST_AFTER})`);
const AT_MOST_AFTER = new RegExp(`^ ?(?:${words.AT_MOST_AFTER})`);
const ABOUT_AFTER = new RegExp(`^ ?(?:${words.ABOUT_AFTER})`);
const PAST = new RegExp(words.PAST);
/** 已建成200个，覆盖50万人: what follows a thing done is done too, until the writer looks ahead. */
const DONE_BEFORE =
  /已(?:经)?(?:建成|完成|实现|累计|有|达|发放|开展|培训|举办|形成|超过|新增|认定|覆盖|组织|服务|建立)[^；]{0,80}$/;
const AHEAD = /力争|确保|不少于|不低于|计划|争取|将|到20|至20|今后|未来|下一步|目标/;
const PAST_BEFORE = new RegExp(`(?:${words.PAST_BEFORE})[^，。；]{0,12}$`);
const SUPPORT = new RegExp(words.SUPPORT_RULES);
const ELIGIBILITY = new RegExp(words.ELIGIBILITY);
const RESULT = new RegExp(words.RESULT_VERBS);
const SHARE_SUBJECT = new RegExp(`(?:${words.SHARE_SUBJECTS})`);
/** 50%的社区建成服务中心: the share of those that will have done it. */
const DONE_BY_SHARE = /^(?:以上)?的[^，。；]{1,14}(?:建成|达到|实现|完成|建立|配备|纳入|通过|实施|开展|推行)/;
/** 组建不少于30人的团队, 打造1万平方米的街区: what is made has this size. */
const MADE = /(?:组建|建立|设立|打造|形成|成立|建成|新建|解决)(?:一支|一个|总规模)?(?:不少于|不低于|至少|约|超过)? ?$/;
const TOTAL = /总(?:面积|建筑面积|量|数|人数|规模|长度|里程|产量|产值|装机|吨位|容量) ?$/;
const PROMISED_TOTAL = new RegExp(words.PROMISED_TOTAL);

interface Around {
  /** From the end of the figure before, at most 60 characters. */
  readonly before: string;
  readonly after: string;
  readonly phrase: string;
  readonly sentence: string;
}

function around({ span }: Quantity, from: number, { plain, phrase, sentence }: Context): Around {
  return {
    before: plain.slice(Math.max(from, span[0] - 60), span[0]),
    after: plain.slice(span[1], Math.min(phrase[1], span[1] + 40)),
    phrase: plain.slice(Math.max(phrase[0], span[0] - 120), Math.min(phrase[1], span[1] + 80)),
    sentence: plain.slice(Math.max(sentence[0], span[0] - 160), span[1]),
  };
}

const isCompared = ({ before, after }: Around): boolean =>
  [AT_LEAST, MORE_THAN, AT_MOST, ABOUT].some((pattern) => pattern.test(before)) ||
  [AT_LEAST_AFTER, ABOUT_AFTER, AT_MOST_AFTER].some((pattern) => pattern.test(after));

/** Comparator of a promised quantity; a bare number after a verb of work is a floor. */
export function comparatorOf(quantity: Quantity, from: number, context: Context): Comparator {
  const here = around(quantity, from, context);
  if (ABOUT_AFTER.test(here.after)) return '~';
  if (AT_MOST.test(here.before)) return '<=';
  if (AT_LEAST_AFTER.test(here.after)) return '>=';
  if (AT_MOST_AFTER.test(here.after)) return '<=';
  if (ABOUT.test(here.before)) return '~';
  if (MORE_THAN.test(here.before)) return '>';
  return EXACTLY.test(here.before) ? '=' : '>=';
}

/** `from`: where the words that belong to this quantity begin in its phrase. */
export function isPromise(quantity: Quantity, from: number, context: Context): boolean {
  const here = around(quantity, from, context);
  if (isName(quantity, here) || isPast(here, context) || isBaseline(here)) return false;
  if (quantity.kind === 'coverage') return !/不断扩大|扩大.{0,4}$|推进.{0,2}基本/.test(here.before);
  if (quantity.kind === 'duration') return isQuickerService(here);
  if (isThreshold(quantity, here, context.plain.slice(context.phrase[0], quantity.span[0])) || isSupportRule(quantity, here))
    return false;
  const compared = isCompared(here);
  if (quantity.isWord && !compared) return false;
  if (quantity.kind === 'bare') return isWhole(quantity, here, compared);
  if (quantity.kind === 'share') {
    return (
      compared ||
      DONE_BY_SHARE.test(here.after) ||
      (quantity.unit === '个百分点' && /(?:提高|提升|增加|上升|降低|下降|减少|压减)[^，]{1,16}$/.test(here.before)) ||
      /(?:不少于|不低于|达到|超过|占|占到|覆盖)[^，]{1,14}的? ?$/.test(here.before) ||
      /(?:增长|提高|提升|上升|下降|降低|减少|增加|压减|压缩|为|率|比重|占比)[ ]?$/.test(here.before) ||
      (SHARE_SUBJECT.test(here.before) && context.isGoal)
    );
  }
  const whole = context.plain.slice(Math.max(context.phrase[0], quantity.span[0] - 120), quantity.span[0]);
  return (
    compared ||
    RESULT.test(whole) ||
    TOTAL.test(here.before) ||
    context.isGoal ||
    closesPhrase(quantity, here, context) ||
    context.isPartOfPromise
  );
}

/** 查处案件50件，: a number of things that closes its phrase; of one thing, or of money, only with a cycle or a day. */
const closesPhrase = ({ kind, value }: Quantity, { before, after }: Around, { isTimed }: Context): boolean =>
  /^ ?(?:[、）]|$)/.test(after) && (isTimed || (kind !== 'money' && value >= 2 && /\p{Script=Han}{2} ?$/u.test(before)));

/** A number without a measure word is a figure when it is compared and closes its phrase: 接待能力达到5万, PUE 控制在1.25以下. */
const isWhole = (quantity: Quantity, { after }: Around, compared: boolean): boolean =>
  compared && (quantity.isScaled || /^ ?(?:以上|以下|以内|左右)? ?(?:[，、；）]|$)/.test(after));

/** “百千万”工程, 三年行动计划, 第三方, 一件事: numbers that are part of a name or phrase. */
function isName(quantity: Quantity, { before, after }: Around): boolean {
  const opened = before.lastIndexOf('“');
  if (opened >= 0 && before.indexOf('”', opened) < 0) return true;
  if (/第 ?$|[“”\d.]$/.test(before) && /第 ?$/.test(before)) return true;
  if (quantity.isWord && /^(?:行动|计划|工程|体系|方面|结合|同步|融合|一批)/.test(after)) return true;
  return /^(?:级|强|次元|以来|行动(?:计划|方案)|时代|工程|计划)/.test(after) || /^(?:年|日|月|号)/.test(after);
}

function isPast({ before, phrase, sentence }: Around, { issuedIn }: Context): boolean {
  // 截至2027年底，建成100个, in a paper of 2025: a date ahead, not the state of things.
  const until = /截[至止] ?(20\d\d) ?年/.exec(sentence)?.[1];
  const isAhead = until !== undefined && issuedIn !== undefined && Number(until) >= issuedIn;
  if (PAST_BEFORE.test(before) || PAST.test(isAhead ? phrase.replace(/截[至止]/, '到') : phrase)) return true;
  if (DONE_BEFORE.test(sentence) && !AHEAD.test(phrase)) return true;
  if (/^\s*(?:截至|截止|目前|近年来)/.test(sentence) && !isAhead && !/(?:力争|确保|不少于|不低于)/.test(phrase)) return true;
  const years = [...sentence.matchAll(/(?:^|[，。；（ ])(到|至|截至|力争|力争到|在)? ?((?:19|20)\d\d) ?年(?! ?[年底末前])/g)];
  const [, by, year] = years.at(-1) ?? [];
  return year !== undefined && by !== '到' && by !== '至' && issuedIn !== undefined && Number(year) < issuedIn;
}

/** 由20%提高到30%: the first is where things stand; 比2020年增长: a yardstick. */
const isBaseline = ({ before, after }: Around): boolean =>
  /(?:由|从|在)(?:目前的|现在的|现行的?|原来的|现有的?|20\d\d年的|·+的?)?[^，]{0,6}$/.test(before) &&
  /^[^，；。]{0,8}(?:提高|提升|增加|增长|上升|扩大|升|增|压|缩|减|降|调整|下降|基础上)/.test(after);

/** 5个工作日内办结: time is a figure when the paper promises to be quicker. */
const isQuickerService = ({ before, after, phrase }: Around): boolean =>
  /(?:压(?:减|缩|降)|缩(?:短|减)|减少|降低|降|减)(?:到|至|为)[^，]{0,6}$/.test(before) &&
  !/^ ?(?:前|后|起)/.test(after) &&
  !/期限为|有效期/.test(phrase);

/** 吸纳就业10人以上的企业, 对年营收2000万元以上企业: says who is meant. */
function isThreshold(quantity: Quantity, { before, after, phrase }: Around, phraseBefore: string): boolean {
  const rest = after.replace(/^ ?(?:及|或)?(?:以上|以下|以内|左右)?(?:（[^（）]{0,12}）)?/, '');
  if (ELIGIBILITY.test(before.slice(-24)) || /^[^，。；]{0,16}符合条件/.test(rest)) return true;
  if (quantity.kind === 'share' && (DONE_BY_SHARE.test(after) || /(?:压减|压缩|减少|降低|缩短|削减|增加|提高) ?$/.test(before)))
    return false;
  if (quantity.kind !== 'share' && MADE.test(before)) return false;
  if (/^的(?!目标|增长|速度|新增|优质|就业岗位|基础上|幅度)/.test(rest) && quantity.kind !== 'coverage') return true;
  const describes = rest !== after && /^[^，。；、和及 ]/.test(rest) && !/^(?:，|。|；)/.test(rest);
  if (
    describes &&
    (/(?:^|[，。；])\s*(?:支持|鼓励|引导|推动)?(?:对|为|向|给)[^，。；]*$/.test(before) || !RESULT.test(phraseBefore))
  )
    return true;
  return /(?:^|[，。；])\s*对[^，。；]{0,60}(?:的|企业|单位|个人|人员|机构|项目)$/.test(phrase) && !/率/.test(before);
}

/** Grants, prices, rates and ceilings of support bind the one who asks; a promised total of them is a figure. */
function isSupportRule(quantity: Quantity, { before, after, phrase, sentence }: Around): boolean {
  if (/^ ?[/／](?![年月日天季])|^ ?(?:每|的(?:标准|比例|额度|补))/.test(after)) return true;
  const rule =
    SUPPORT.test(phrase) ||
    (quantity.kind !== 'counted' && /(?:给予|补贴|补助|奖励|资助)[^。]{0,40}$/.test(sentence.slice(0, 160)));
  if (quantity.kind !== 'money' && quantity.kind !== 'share') {
    return (
      /(?:最高|最多|给予|不超过|限|每人|每家|每户|每个企业)[^，]{0,8}$/.test(before) ||
      /^[^，。；]{0,10}(?:补贴|补助|奖励|标准给予)/.test(after)
    );
  }
  if (!rule) return false;
  const total =
    PROMISED_TOTAL.test(before) &&
    isCompared({ before, after, phrase, sentence }) &&
    !/最高|每人|每家|每户|给予|按|标准/.test(phrase);
  return (
    !total &&
    !(
      quantity.kind === 'share' &&
      /(?:率|占比|比重|覆盖面|满意度)[^，]{0,8}$/.test(before) &&
      !/利率|税率|费率|给予|按|贴息/.test(phrase)
    )
  );
}
