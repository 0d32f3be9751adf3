import { parseCreditCode } from '../../kernel/identifier/credit-code.ts';
import { parseIdNumber } from '../../kernel/identifier/id-number.ts';
import { parseMobile } from '../../kernel/identifier/mobile.ts';
import { redact } from '../../kernel/seal/redact.ts';
import { dayFromNumber, dayOf, isDay } from '../../kernel/term/day.ts';
import { findOccupation, type Reference, similarOccupations } from './reference.ts';
import type { Column } from './type.ts';

/** A cell as it came in. `isNumber`: the spreadsheet or the program sent a number, not text. */
export type Cell = { readonly text: string; readonly isNumber?: boolean };
export type CellContext = {
  readonly reference: Reference;
  readonly today: string /** The workbook counts days from 1904. */;
  readonly from1904?: boolean;
};
export type Read =
  | { readonly value: string | number | boolean | undefined }
  | { readonly code: string; readonly params?: Readonly<Record<string, string | number>> };

type Reader = (text: string, column: Column, context: CellContext, cell: Cell) => Read;

/** Reads a cell by its column's kind; blank gives undefined. Personal kinds give their normal form, which stays in memory. */
export function readValue(column: Column, cell: Cell | undefined, context: CellContext): Read {
  const text = cell === undefined ? '' : tidy(cell.text);
  if (cell === undefined || text === '') return column.required ? { code: 'cell-required' } : { value: undefined };
  if (text.startsWith('#') && /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!)$/i.test(text))
    return { code: 'cell-formula-error', params: { error: text.toUpperCase() } };
  return readers[column.kind](text, column, context, cell);
}

/** What most cells are made of: nothing to tidy in it, and its NFKC form is itself. */
const isPlain = (text: string): boolean => /^[\x21-\x26\x28-\x7e\u4e00-\u9fff]*$/.test(text);

/** Spaces of all kinds and invisible characters at the ends and doubled inside are slips of copying. */
const tidy = (text: string): string =>
  isPlain(text)
    ? text
    : text
        .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
        .replace(/\p{Cf}/gu, '')
        .trim()
        // Our own exports put an apostrophe before what would begin a formula.
        .replace(/^'(?=[=+\-@])/, '');
const plain = (text: string): string => (isPlain(text) ? text : text.normalize('NFKC').replace(/\s/g, ''));

const readers: Readonly<Record<Column['kind'], Reader>> = {
  text: readText,
  'person-name': readText,
  integer: (text, column) => readNumber(text, column, 0),
  decimal: (text, column) => readNumber(text.replace(/[%％]$/, ''), column, 2),
  'money-yuan': (text, column) => readNumber(text, column, 2),
  date: (text, _column, { from1904 }, { isNumber }) => readDate(text, isNumber === true, from1904 === true),
  choice: readChoice,
  area: readArea,
  unit: (text, _column, { reference }) => found(reference.findUnit(text), 'cell-unit-unknown'),
  site: (text, _column, { reference }) => found(reference.findSite(text), 'cell-site-unknown'),
  occupation(text) {
    const name = findOccupation(text);
    if (name !== undefined) return { value: name };
    const similar = similarOccupations(text).join('、');
    return similar ? { code: 'cell-occupation-similar', params: { similar } } : { code: 'cell-occupation-unknown' };
  },
  'credit-code': (text) => identifier(parseCreditCode(text), (value) => value),
  phone: (text) => identifier(parseMobile(text), (value) => value.reveal()),
  'id-number'(text, _column, { today }, { isNumber }) {
    // A spreadsheet's or program's number holds 15 digits at most: whatever it shows, the last ones are gone.
    if (isNumber && plain(text).length > 15) return { code: 'id-number-rounded' };
    return identifier(parseIdNumber(text, today), (value) => value.reveal());
  },
  'yes-no'(text) {
    const said = plain(text).toLowerCase();
    if (['是', '有', 'yes', 'y', 'true', '1', '√', '✓', '对'].includes(said)) return { value: true };
    if (['否', '无', 'no', 'n', 'false', '0', '×', 'x', '没有'].includes(said)) return { value: false };
    return { code: 'cell-yes-no' };
  },
};

function readText(text: string, column: Column): Read {
  const longest = column.longest ?? 200;
  const length = text.length > longest ? [...text].length : text.length;
  // A name is sealed; other text is kept in plain, so a number of somebody's that strayed into it is stopped here.
  if (column.kind === 'text' && redact(text) !== text) return { code: 'cell-personal-number' };
  return length > longest ? { code: 'cell-too-long', params: { longest, length } } : { value: text };
}

const found = (value: string | undefined, code: string): Read => (value === undefined ? { code } : { value });

function identifier<V>(
  parsed: { ok: true; value: V } | { ok: false; error: { code: string; params: Readonly<Record<string, number>> } },
  show: (value: V) => string,
): Read {
  return parsed.ok ? { value: show(parsed.value) } : parsed.error;
}

/** `1,200`, `￥1200.50`, `30万元`, full-width digits, a spreadsheet's 1.2E+3. */
export function readNumber(text: string, column: Pick<Column, 'range'>, decimals: 0 | 2): Read {
  const parts =
    /^[¥￥]?([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d{1,3})?)(亿|万)?(?:元|人|个|套|场|件|平方米|m2|小时|学时)?$/i.exec(
      plain(text),
    );
  if (!parts?.[1]) return { code: 'cell-number' };
  const scale = parts[2] === '亿' ? 1e8 : parts[2] === '万' ? 1e4 : 1;
  const number = Number(parts[1].replaceAll(',', '')) * scale;
  const rounded = Math.round(number * 10 ** decimals) / 10 ** decimals;
  // A spreadsheet writes 0.3 as 0.30000000000000004: such noise is no third decimal.
  if (Math.abs(number - rounded) > 1e-6)
    return decimals === 0 ? { code: 'cell-not-whole' } : { code: 'cell-decimals', params: { decimals } };
  const { min, max } = column.range ?? { min: 0, max: 1e12 };
  if (rounded < min || rounded > max) return { code: 'cell-range', params: { min, max } };
  return { value: rounded };
}

const DAYS_1899_TO_1970 = 25_569;
const DAYS_1900_TO_1904 = 1462;

/** `2026-3-5`, `2026/3/5`, `2026.3.5`, `2026年3月5日`, `20260305`, each also with a time behind it, and a spreadsheet's day number. */
export function readDate(text: string, isNumber: boolean, from1904 = false): Read {
  const written = text.normalize('NFKC').trim();
  if (isNumber && /^\d{5}(?:\.\d+)?$/.test(written))
    return realDay(dayFromNumber(Math.floor(Number(written)) - DAYS_1899_TO_1970 + (from1904 ? DAYS_1900_TO_1904 : 0)));
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/.test(written)) {
    const instant = Date.parse(written);
    return Number.isNaN(instant) ? { code: 'cell-date' } : realDay(dayOf(instant));
  }
  const parts =
    /^(\d{4})\s*([-/.年])\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*日?(?:[ T]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(
      written,
    ) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(written);
  if (!parts) return { code: 'cell-date' };
  return realDay(`${parts[1]}-${parts[3]?.padStart(2, '0')}-${parts[4]?.padStart(2, '0')}`);
}

const EARLIEST = '1990-01-01';
const LATEST = '2100-01-01';

function realDay(day: string): Read {
  if (!isDay(day)) return { code: 'cell-date-unreal' };
  return day < EARLIEST || day >= LATEST ? { code: 'cell-date-range' } : { value: day };
}

const choiceKeys = new WeakMap<Column, Map<string, string>>();

function readChoice(text: string, column: Column): Read {
  const keys = choiceKeys.get(column) ?? keysOf(column);
  choiceKeys.set(column, keys);
  const value = keys.get(plain(text).toLowerCase());
  if (value !== undefined) return { value };
  return {
    code: 'cell-choice',
    params: {
      choices: Object.values(column.choices ?? {})
        .map((said) => said.zh)
        .join('、'),
      choicesEn: Object.values(column.choices ?? {})
        .map((said) => said.en)
        .join(', '),
    },
  };
}

/** A choice is found by its value, its name in either language, the name without what stands in brackets, and what it is also called. */
function keysOf(column: Column): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [value, said] of Object.entries(column.choices ?? {})) {
    const names = [value, said.zh, said.en, said.zh.replace(/（.*）/, ''), said.en.replace(/\s*\(.*\)/, '')];
    for (const written of [...names, ...(column.alsoWritten?.[value] ?? [])]) {
      const key = plain(written).toLowerCase();
      if (!keys.has(key)) keys.set(key, value);
    }
  }
  return keys;
}

const areaFound = new WeakMap<Reference, Map<string, Read>>();

function readArea(text: string, column: Column, { reference }: CellContext): Read {
  const known = areaFound.get(reference) ?? new Map<string, Read>();
  areaFound.set(reference, known);
  const key = `${column.level ?? ''} ${text}`;
  const before = known.get(key);
  if (before) return before;
  const read = findArea(text, column, reference);
  if (known.size < 20_000) known.set(key, read);
  return read;
}

function findArea(text: string, column: Column, { areas }: Reference): Read {
  const one = areas.findArea(text, column.level ? { level: column.level } : {});
  if (one.found === 'one') return one.area.level === 'county' ? { code: 'cell-area-too-wide' } : { value: one.area.code };
  if (one.found === 'none') {
    const other = column.level ? areas.findArea(text).found : 'none';
    return {
      code: other === 'none' ? 'cell-area-unknown' : column.level === 'town' ? 'cell-area-not-town' : 'cell-area-not-village',
    };
  }
  const names = one.candidates
    .slice(0, 4)
    .map((area) => `${areas.findByCode(area.parent)?.name ?? ''}${area.name}（${area.code}）`);
  return { code: 'cell-area-several', params: { candidates: names.join('、') } };
}
