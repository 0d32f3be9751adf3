/** Until when the paper holds, and in which year it was issued. */
import { NUMERAL, numeral } from './numerals.ts';

/** A paper says this once or twice; a file that says it thousands of times is something else. */
const MOST_SENTENCES = 200;
const YEAR = '(\\d{4}|[零一二三四五六七八九]{4}) ?年';
const MONTH = '(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?月';
const DAY = '(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?日';
const DATE = `${YEAR} ?(?:${MONTH} ?(?:${DAY}|[底末])?)?`;
const ABOUT_VALIDITY = /有效期|执行期|实施期|试行期|施行期|执行时间|实施时间|施行|起执行|起实施|(?:执行|实施|施行|有效)至/g;
/** The sentence speaks of the paper, not of a licence or a tax rate in it. */
const ABOUT_THE_PAPER =
  /本.{0,8}(?:文件|措施|意见|方案|办法|通知|政策|计划|规定|细则|行动)|印发|发布|公布|施行|^ *(?:第.{1,3}条 *)?(?:有效期|执行期|试行期|实施期)/;
const UNTIL = new RegExp(`(?:至|到|截止日期为|截至|\\d{4} ?年? ?[-~—]{1,2}) ?${DATE}`, 'g');
const FOR_YEARS = new RegExp(
  `(?:执行|实施|有效|试行|施行|适用|政策)(?:期限|期|时间|时限)(?:为|是|：|暂定|暂定为)? ?([${NUMERAL}\\d]{1,3}) ?(?:个)?年`,
);
const FROM_DATE = new RegExp(`自 ?${DATE} ?(?:之日)?(?:起|开始)`);
const FROM_ISSUE = /自(?:印发|发布|公布|发文|下发)之日起(?:施行|实施|执行|生效)/;
/** The day under the paper, on a line of its own. */
const SIGNED_ON = new RegExp(`^ *${YEAR} ?${MONTH} ?${DAY} *$`, 'gm');
const OWN_NUMBER = /^ *[^\s，。、]{1,20}[〔（]((?:19|20)\d\d)[〕）] ?(?:第 ?)?\d{1,5} ?号 *$/m;

/** The last day of validity as `2027-12-31`; undefined when the canonical text (without other papers) names none. */
export function readValidUntil(text: string): string | undefined {
  let found: string | undefined;
  const signed = [...text.matchAll(SIGNED_ON)].at(-1);
  for (const sentence of sentencesOnValidity(text)) {
    if (!ABOUT_THE_PAPER.test(sentence)) continue;
    const until = [...sentence.matchAll(UNTIL)].at(-1);
    const end = until && lastDay(until.slice(1));
    if (end) {
      found = end;
      continue;
    }
    const years = numeral(FOR_YEARS.exec(sentence)?.[1] ?? '');
    const first = firstDay(sentence, signed);
    if (years && first) found = dayBefore(`${Number(first.slice(0, 4)) + years}${first.slice(4)}`);
  }
  return found;
}

/** The year in which the paper was issued: from its own number (on a line of its own) or the day under it. */
export function issuedYear(text: string): number | undefined {
  const number = OWN_NUMBER.exec(text)?.[1];
  const [signed] = text.matchAll(SIGNED_ON);
  return numeral(number ?? signed?.[1] ?? '');
}

function firstDay(sentence: string, signed: readonly string[] | undefined): string | undefined {
  const from = FROM_DATE.exec(sentence);
  if (from) return lastDay(from.slice(1));
  return signed && FROM_ISSUE.test(sentence) ? lastDay(signed.slice(1)) : undefined;
}

/** Sentences that speak of validity, none longer than 200 characters. */
function* sentencesOnValidity(text: string): Generator<string> {
  let left = MOST_SENTENCES;
  for (const match of text.matchAll(ABOUT_VALIDITY)) {
    if (left-- === 0) return;
    const before = text.slice(Math.max(0, match.index - 100), match.index);
    const from = match.index - before.length + Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1;
    const stop = text.slice(match.index, match.index + 100).search(/[。\n]/);
    yield text.slice(from, match.index + (stop < 0 ? 100 : stop));
  }
}

/** A printed date as its last day: 2026年底 is the last of December. */
function lastDay([year, month, day]: readonly (string | undefined)[]): string | undefined {
  const y = numeral(year ?? '');
  if (y === undefined || y < 1990 || y > 2100) return undefined;
  if (!month) return `${y}-12-31`;
  const m = numeral(month) ?? 0;
  const length = m >= 1 && m <= 12 ? new Date(Date.UTC(y, m, 0)).getUTCDate() : 0;
  const d = day ? (numeral(day) ?? 0) : length;
  if (d < 1 || d > length) return undefined;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** A year that has no 29 February counts from 1 March. */
function dayBefore(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date) - 86_400_000).toISOString().slice(0, 10);
}
