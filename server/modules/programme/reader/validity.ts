/** Until when the paper holds. */
import { NUMERAL, numeral } from './numerals.ts';

/** A paper says this once or twice; a file that says it thousands of times is something else. */
const MOST_SENTENCES = 200;
const YEAR = '(\\d{4}|[零一二三四五六七八九]{4}) ?年';
const DAY = `${YEAR} ?(?:(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?(?:(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?日|(底|末))?|年?(底|末))?`;
const LEAD_IN = '(?:执行|实施|有效|试行|施行|适用|政策)(?:期限|期|时间|时限)';
const UNTIL = new RegExp(
  `(?:${LEAD_IN}|自.{0,24}?(?:起)?(?:施行|实施|执行|生效))[^。\\n]{0,40}?(?:有效期|执行期|实施期|执行|施行|实施|有效)?(?:限|间)?(?:截止|截至|延续|持续)?(?:日期为|到|至|为) ?${DAY}(?:[^。\\n]{0,6}(?:止|失效|废止))?`,
);
const FOR_YEARS = new RegExp(`${LEAD_IN}(?:为|是|：|暂定|暂定为)? ?([${NUMERAL}\\d]{1,3}) ?(?:个)?年`);
const FROM_DAY = new RegExp(`自 ?${DAY} ?(?:之日)?(?:起|开始)`);

/** The last day of validity as `2027-12-31`; undefined when the canonical text (without other papers) names none. */
export function readValidUntil(text: string): string | undefined {
  let found: string | undefined;
  for (const sentence of sentencesOnValidity(text)) {
    const until = UNTIL.exec(sentence);
    const end = until && lastDay(until.slice(1, 6));
    if (end) {
      found = end;
      continue;
    }
    const years = numeral(FOR_YEARS.exec(sentence)?.[1] ?? '');
    const start = FROM_DAY.exec(sentence) ?? FROM_DAY.exec(text.slice(-3000));
    const first = start && lastDay(start.slice(1, 6));
    if (years && first) found = dayBefore(`${Number(first.slice(0, 4)) + years}${first.slice(4)}`);
  }
  return found;
}

/** The year in which the paper was issued: from its own number (京就发〔2023〕4号 on a line of its own) or the date under it. */
export function issuedYear(plain: string): number | undefined {
  const number = /^ *[^\s，。、]{1,20}[〔（]((?:19|20)\d\d)[〕）] ?(?:第 ?)?\d{1,5} ?号 *$/m.exec(plain)?.[1];
  const date =
    /^ *(\d{4}|[零一二三四五六七八九]{4}) ?年 ?[\d一二三四五六七八九十]{1,3} ?月 ?[\d一二三四五六七八九十]{1,3} ?日 *$/m.exec(
      plain,
    )?.[1];
  return numeral(number ?? date ?? '');
}

/** Sentences that speak of validity, none longer than 200 characters. */
function* sentencesOnValidity(text: string): Generator<string> {
  let left = MOST_SENTENCES;
  for (const match of text.matchAll(/有效期|执行期|实施期|试行期|施行期|执行时间|实施时间|施行|起执行|起实施/g)) {
    if (left-- === 0) return;
    const before = text.slice(Math.max(0, match.index - 100), match.index);
    const from = match.index - before.length + Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1;
    const stop = text.slice(match.index, match.index + 100).search(/[。\n]/);
    yield text.slice(from, match.index + (stop < 0 ? 100 : stop));
  }
}

function lastDay([year, month, day, monthEnd]: readonly (string | undefined)[]): string | undefined {
  const y = numeral(year ?? '');
  if (y === undefined || y < 1990 || y > 2100) return undefined;
  if (!month) return `${y}-12-31`;
  const m = numeral(month) ?? 12;
  const d = day ? (numeral(day) ?? 1) : new Date(Date.UTC(y, m, 0)).getUTCDate();
  if (m < 1 || m > 12 || d > 31 || (monthEnd && day)) return undefined;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

function dayBefore(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? day : new Date(time - 86_400_000).toISOString().slice(0, 10);
}
