/** When and how often: deadlines (到2027年底) and cycles (每年, 三年累计, 每个社区（村）) as a clause prints them. */
import { NUMERAL, numeral } from './numerals.ts';

const BY = '(?:力争|确保|争取|计划)?(?:截至|截止|至|到|在|于)? ?';
const YEAR = '(20\\d\\d|二零[零一二三四五六七八九]{2}) ?年';
const UNTIL = new RegExp(
  `(?:(?:至|到|截至|截止到?) ?${YEAR}(?:度)?|${BY}${YEAR}(?= ?(?:年?底|年?末|\\d{1,2} ?月|前|之前|内|实现|力争|完成|，|、|全)))(?: ?(\\d{1,2}) ?月(?: ?(\\d{1,2}) ?日)?)?`,
);
const OPENING_YEAR = /^ *(?:其中)? *(20\d\d) ?年(?! ?(?:度|版|以来|起|第|印发|修订|[-~至到—、]))/;
const FIVE_YEAR_PLAN =
  /(?:到|至)?[“”]?([十]?[一二三四五六七八九]?[十]?)五[”“]?(?:时期|规划|期)?(?:末|期末|收官)|[“”]([十]?[一二三四五六七八九十])五[”“](?:时期|期间)/;
const YEARS_RANGE = /(20\d\d) ?年? ?(?:[-~至到]|—{1,2}) ?(20\d\d) ?年/;
const THIS_YEAR_END = /(?:今年|本年|当年)(?:年?底|内|全年)?|(?<!\d年)年底前/;

/** `2027`, `2027-06` or `2027-12-31` when the words name a day by which, else undefined. */
export function deadlineIn(words: string, issuedIn: number | undefined): string | undefined {
  const match = UNTIL.exec(words);
  const year = numeral(match?.[1] ?? match?.[2] ?? '');
  if (match && year !== undefined) {
    const [month, day] = [match[3], match[4]];
    if (!month) return String(year);
    const two = (word: string) => word.padStart(2, '0');
    return day ? `${year}-${two(month)}-${two(day)}` : `${year}-${two(month)}`;
  }
  const opening = OPENING_YEAR.exec(words)?.[1];
  if (opening && (issuedIn === undefined || Number(opening) >= issuedIn)) return opening;
  const range = YEARS_RANGE.exec(words);
  if (range?.[2]) return range[2];
  const plan = FIVE_YEAR_PLAN.exec(words);
  const nth = numeral(plan?.[1] || plan?.[2] || '');
  if (nth && nth >= 10 && nth <= 30) return String(1955 + nth * 5);
  return issuedIn !== undefined && THIS_YEAR_END.test(words) ? String(issuedIn) : undefined;
}

/** The day after 完成时限：, in the same form. */
export function statedDeadline(words: string, issuedIn: number | undefined): string | undefined {
  const stated = /(?:完成|办结|实施)?(?:时限|时间|期限|时间节点|时间要求)：([^，；。\n]{2,20})/.exec(words)?.[1];
  return stated === undefined ? undefined : (deadlineIn(stated, issuedIn) ?? deadlineIn(`到${stated.trim()}`, issuedIn));
}

const COUNT = `[${NUMERAL}\\d]{1,3}`;
const PLACES =
  '社区|行政村|村|街道|乡镇|镇街|街镇|镇|乡|县区|区县|县|市|区|园区|开发区|企业|学校|机构|家庭|人|户|班|县（市、区）|区市县|单位|部门|站点|站|中心|片区|网格|小区|季度';
const PERIOD = new RegExp(
  [
    `${COUNT} ?年(?:内)?(?:共)?累计|累计`,
    '年均|月均|日均|季均|年平均',
    '每(?:半年|季度?|个?月|周|年度|年|日|天|学期|学年)(?:度)?',
    `每${COUNT}年`,
    `每个?(?:${PLACES})(?:（[^（）]{1,8}）)?`,
    `(?:未来|今后)?${COUNT} ?(?:个)?年(?:之)?(?:内|间)`,
    '全年|年内|年度|逐年|当年',
  ].join('|'),
  'g',
);

/** The cycle or scope nearest to the end of the words, as printed, else undefined. */
export function periodIn(words: string): string | undefined {
  const all = [...words.slice(-200).matchAll(PERIOD)].map(([period]) => period);
  return all.at(-1);
}

/** Does the phrase open with its cycle (每年开展…), so that it may hold for the next phrase too? */
export const opensWithPeriod = (words: string): boolean =>
  new RegExp(`^ *(?:力争|确保|计划|争取|全市|全区|全省|全县|我市|我区|从20\\d\\d年起|[，、])*(?:${PERIOD.source})`).test(words);

/** A cycle of time goes on into the next phrase of a sentence; a place (每个社区) or a bare 累计 does not. */
export const timedPeriod = (period: string): string | null => (/年|月|周|季|天|日/.test(period) ? period : null);
