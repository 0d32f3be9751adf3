import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CREDIT_CODE_ALPHABET, creditCodeCheckCharacter, idNumberCheckCharacter } from './check-character.ts';
import { parseCreditCode } from './credit-code.ts';
import { parseIdNumber } from './id-number.ts';
import { parseMobile } from './mobile.ts';
import { syntheticCreditCode, syntheticIdNumber, syntheticMobile } from './synthetic.ts';

const TODAY = '2026-11-24';
/** The example of the standard itself. */
const EXAMPLE = '11010519491231002X';

/** A generator of chance for the synthetic numbers, driven by fast-check so that failures shrink and repeat. */
const chance = fc
  .infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  .map((stream) => () => stream.next().value);

/** As an input method for Chinese writes them. */
function fullWidth(text: string): string {
  return text.replace(/[0-9A-Z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

function withCheck(seventeen: string): string {
  return seventeen + idNumberCheckCharacter(seventeen);
}

function errorOf(result: ReturnType<typeof parseIdNumber | typeof parseCreditCode | typeof parseMobile>) {
  return result.ok ? undefined : result.error;
}

describe('an ID number', () => {
  test('of the standard is taken and tells birthday, sex and area', () => {
    const result = parseIdNumber(EXAMPLE, TODAY);
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.reveal()).toBe(EXAMPLE);
    expect(result.value.birthday).toBe('1949-12-31');
    expect(result.value.sex).toBe('female');
    expect(result.value.areaCode).toBe('110105');
  });

  test('prints as stars, however it is printed', () => {
    const result = parseIdNumber(EXAMPLE, TODAY);
    expect(result.ok && `${result.value}`).toBe('***');
    expect(JSON.stringify(result)).toBe('{"ok":true,"value":"***"}');
  });

  test.each([
    ['11010519491231002x', 'small x'],
    [fullWidth('11010519491231002X'), 'full-width'],
    [' 110105 19491231 002X ', 'spaces'],
    ['110105\u00a01949\u30001231\t002X\r\n', 'other spaces'],
    ['\ufeff110105\u200b19491231002X\u202c', 'invisible characters'],
    ["'11010519491231002X", 'the apostrophe of a spreadsheet'],
  ])('is put right as written: %s (%s)', (text) => {
    const result = parseIdNumber(text, TODAY);
    expect(result.ok && result.value.reveal()).toBe(EXAMPLE);
  });

  test.each([
    ['', 'id-number-empty', {}],
    [' \u3000', 'id-number-empty', {}],
    ['1101051949123100', 'id-number-length', { length: 16, expected: 18 }],
    ['11010519491231002XX', 'id-number-length', { length: 19, expected: 18 }],
    ['110105491231002', 'id-number-fifteen', {}],
    ['1.10105E+17', 'id-number-rounded', {}],
    ['1101051949123l002X', 'id-number-character', { position: 14 }],
    ['1101051949123100X2', 'id-number-character', { position: 17 }],
    ['11010519491231002Y', 'id-number-character', { position: 18 }],
    ['一二三四五六七八九十一二三四五六七八', 'id-number-character', { position: 1 }],
    [withCheck('11010519490230002'), 'id-number-birth-date', { from: 7, to: 14 }],
    [withCheck('11010519491331002'), 'id-number-birth-date', { from: 7, to: 14 }],
    [withCheck('11010500001231002'), 'id-number-birth-date', { from: 7, to: 14 }],
    [withCheck('11010518961123002'), 'id-number-birth-date', { from: 7, to: 14 }],
    [withCheck('11010520261125002'), 'id-number-birth-date-future', { from: 7, to: 14 }],
    ['110105194912310021', 'id-number-check', { position: 18 }],
  ])('%j is refused with %s', (text, code, params) => {
    expect(errorOf(parseIdNumber(text, TODAY))).toEqual({ code, params });
  });

  test('of a child born today, of the very old, and of an abolished or unknown area is taken', () => {
    for (const body of ['11010520261124002', '11010518961124002', '11022119800101001', '99999919800101001']) {
      expect(parseIdNumber(withCheck(body), TODAY).ok, body).toBe(true);
    }
  });

  test('a flood of text is refused by its length at once', () => {
    const started = performance.now();
    expect(errorOf(parseIdNumber('1'.repeat(5_000_000), TODAY))?.code).toBe('id-number-length');
    expect(errorOf(parseIdNumber(`${' '.repeat(5_000_000)}${EXAMPLE}`, TODAY))?.code).toBe('id-number-empty');
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('with any one character replaced by another is refused', () => {
    fc.assert(
      fc.property(chance, fc.nat(17), fc.constantFrom(...'0123456789X'), (random, at, other) => {
        const right = syntheticIdNumber(random);
        fc.pre(right[at] !== other);
        expect(parseIdNumber(right.slice(0, at) + other + right.slice(at + 1), TODAY).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('with any two different neighbours exchanged is refused', () => {
    fc.assert(
      fc.property(chance, fc.nat(16), (random, at) => {
        const right = syntheticIdNumber(random);
        fc.pre(right[at] !== right[at + 1]);
        expect(parseIdNumber(right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2), TODAY).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('whatever is typed, an error never repeats it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9X]{14,20}$/), (text) => {
        const error = errorOf(parseIdNumber(text, TODAY));
        if (error) expect(JSON.stringify(error)).not.toMatch(/\d{5}/);
      }),
    );
  });
});

describe('a social credit code', () => {
  test.each(['91350100M000100Y43', '11320000MB151840XJ'])('%s is taken', (code) => {
    expect(parseCreditCode(code)).toEqual({ ok: true, value: code });
  });

  test('in small letters, full-width or groups is put right', () => {
    for (const text of ['91350100m000100y43', fullWidth('91350100M000100Y43'), ' 91350100 M000100Y 43', '91350100-M000100Y4-3']) {
      expect(parseCreditCode(text), text).toEqual({ ok: true, value: '91350100M000100Y43' });
    }
  });

  test.each([
    ['', 'credit-code-empty', {}],
    ['91350100M000100Y4', 'credit-code-length', { length: 17, expected: 18 }],
    ['110105012345678', 'credit-code-fifteen', {}],
    ['9.13501E+17', 'credit-code-rounded', {}],
    ['9135O100M000100Y43', 'credit-code-character', { position: 5 }],
    ['91350100M000100Y4公', 'credit-code-character', { position: 18 }],
    ['91350100M000100Y44', 'credit-code-check', { position: 18 }],
  ])('%j is refused with %s', (text, code, params) => {
    expect(errorOf(parseCreditCode(text))).toEqual({ code, params });
  });

  test('with any one character replaced, or any two different neighbours exchanged, is refused', () => {
    fc.assert(
      fc.property(chance, fc.nat(17), fc.constantFrom(...CREDIT_CODE_ALPHABET), (random, at, other) => {
        const right = syntheticCreditCode(random);
        expect(parseCreditCode(right)).toEqual({ ok: true, value: right });
        const replaced = right.slice(0, at) + other + right.slice(at + 1);
        if (other !== right[at]) expect(parseCreditCode(replaced).ok).toBe(false);
        const exchanged = right.slice(0, at) + (right[at + 1] ?? '') + right[at] + right.slice(at + 2);
        if (exchanged !== right) expect(parseCreditCode(exchanged).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a mobile number', () => {
  test.each([
    '13800138000',
    '+86 138 0013 8000',
    '0086-13800138000',
    '86 13800138000',
    '(+86)138-0013-8000',
    fullWidth('13800138000'),
    '138–0013–8000',
  ])('%s is taken', (text) => {
    const result = parseMobile(text);
    expect(result.ok && result.value.reveal()).toBe('13800138000');
  });

  test.each([
    ['', 'mobile-empty', {}],
    ['1380013800', 'mobile-length', { length: 10, expected: 11 }],
    ['138001380001', 'mobile-length', { length: 12, expected: 11 }],
    ['1.38E+10', 'mobile-rounded', {}],
    ['1380013800O', 'mobile-character', { position: 11 }],
    ['010-69546000', 'mobile-landline', {}],
    ['12800138000', 'mobile-prefix', {}],
    ['23800138000', 'mobile-prefix', {}],
    ['+852 91234567', 'mobile-character', { position: 1 }],
  ])('%j is refused with %s', (text, code, params) => {
    expect(errorOf(parseMobile(text))).toEqual({ code, params });
  });
});

describe('invented numbers', () => {
  test('are well formed, of area 110112, and the same for the same chance', () => {
    fc.assert(
      fc.property(chance, fc.constantFrom('male' as const, 'female' as const), (random, sex) => {
        const result = parseIdNumber(syntheticIdNumber(random, { bornFrom: '1990-01-01', bornUntil: '1990-12-31', sex }), TODAY);
        if (!result.ok) throw new Error(result.error.code);
        expect(result.value.areaCode).toBe('110112');
        expect(result.value.sex).toBe(sex);
        expect(result.value.birthday.slice(0, 4)).toBe('1990');
        expect(parseMobile(syntheticMobile(random)).ok).toBe(true);
      }),
    );
    const fixed = () => 0.5;
    expect(syntheticIdNumber(fixed)).toBe(syntheticIdNumber(fixed));
  });

  test('keep within the extremes of chance', () => {
    for (const random of [() => 0, () => 1 - Number.EPSILON]) {
      expect(parseIdNumber(syntheticIdNumber(random), TODAY).ok).toBe(true);
      expect(parseCreditCode(syntheticCreditCode(random)).ok).toBe(true);
      expect(parseMobile(syntheticMobile(random)).ok).toBe(true);
    }
  });

  test('check characters are not made for what is no number', () => {
    expect(idNumberCheckCharacter('1101051949123100')).toBeUndefined();
    expect(idNumberCheckCharacter('1101051949123100a')).toBeUndefined();
    expect(creditCodeCheckCharacter('91350100I000100Y4')).toBeUndefined();
    expect(creditCodeCheckCharacter('91350100M000100Y4')).toBe('3');
  });
});
