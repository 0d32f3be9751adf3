import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { format, inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditCodeCheckCharacter, idNumberCheckCharacter } from '../identifier/check-character.ts';
import { syntheticCreditCode, syntheticIdNumber, syntheticMobile } from '../identifier/synthetic.ts';
import { maskIdNumber, maskName, maskPhone } from './mask.ts';
import { Personal } from './personal.ts';
import { redact } from './redact.ts';

describe('a personal value in memory', () => {
  const value = new Personal('11010519491231002X');

  test('shows stars in text, JSON, logs and errors, and its number only when revealed', () => {
    const everywhere = [
      String(value),
      `${value}`,
      `Person ${value}`,
      value.toLocaleString(),
      JSON.stringify({ deep: [{ value }] }),
      inspect({ deep: [{ value }] }, { depth: 9, showHidden: true }),
      format('%s %o %O %j %d', value, value, value, value, value),
      new Error(`failed for ${value}`, { cause: value }).message,
      JSON.stringify(structuredClone(value)),
      Object.entries(value).join(),
    ];
    for (const text of everywhere) expect(text).not.toContain('1949');
    expect(value.reveal()).toBe('11010519491231002X');
  });

  test('refuses to be stored unsealed', () => {
    expect(() => value.toPostgres()).toThrow(/seal it first/);
  });

  test('equals another one of the same content', () => {
    expect(value.equals(new Personal('11010519491231002X'))).toBe(true);
    expect(value.equals(new Personal('110105194912310021'))).toBe(false);
  });
});

describe('masks', () => {
  test('leave enough to recognise and hide what is malformed altogether', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('110105********002X');
    expect(maskIdNumber('1101051949123100')).toBe('***');
    expect(maskPhone('13812341234')).toBe('138****1234');
    expect(maskPhone('01069546000')).toBe('***');
    expect(maskName('张三')).toBe('张*');
    expect(maskName(' 张小明 ')).toBe('张**');
    expect(maskName('欧阳小明')).toBe('欧阳**');
    expect(maskName('欧阳')).toBe('欧*');
    expect(maskName('古丽努尔·买买提')).toBe('古**');
    expect(maskName('𠮷田')).toBe('𠮷*');
    expect(maskName('李')).toBe('*');
    expect(maskName('')).toBe('*');
  });
});

describe('redacting free text', () => {
  test.each([
    ['身份证11010519491231002X,电话13812341234。', '身份证110105********002X,电话138****1234。'],
    ['id=11010519491231002x&phone=+8613812341234', 'id=110105********002X&phone=+86138****1234'],
    ['110105 19491231 002X / 138-1234-1234 / 138 1234 1234', '110105********002X / 138****1234 / 138****1234'],
    ['11010519491231002X 13812341234', '110105********002X 138****1234'],
    ['"13812341234","13912341235"', '"138****1234","139****1235"'],
    ['13812341234 13912341235', '138****1234 139****1235'],
    ['13812341234.13912341235', '138****1234.139****1235'],
    ['Key (phone)=(13812341234) already exists.', 'Key (phone)=(138****1234) already exists.'],
    ['tel13812341234and008613912341235', 'tel138****1234and0086139****1235'],
    ['ID11010519491231002X', 'ID110105********002X'],
    ['2026-11-24 13812341234 2026-11-24', '2026-11-24 138****1234 2026-11-24'],
    ['call 138 1234 1234-', 'call 138****1234-'],
    ['mistyped 110105194912310021', 'mistyped 110105********0021'],
    ['permanent residence card 911156198801010018', 'permanent residence card 911156********0018'],
  ])('masks %j', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test('masks full-width numbers and leaves the full-width rest as it was written', () => {
    const wide = (text: string) => text.replace(/[0-9X+]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    const note = wide(' 2026 X 110 ');
    expect(redact(`${note}${wide('11010519491231002X')}、${wide('+8613812341234')}${note}`)).toBe(
      `${note}110105********002X、+86138****1234${note}`,
    );
    expect(redact(note)).toBe(note);
  });

  test('finds every ID number and mobile, in any surroundings of words', () => {
    const random = fc
      .infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
      .map((stream) => () => stream.next().value);
    const around = fc.stringMatching(/^[一-龥g-z ,.:=()"'{}\n-]{0,12}$/);
    fc.assert(
      fc.property(random, around, around, around, (chance, before, between, after) => {
        const idNumber = syntheticIdNumber(chance);
        const phone = syntheticMobile(chance);
        const text = redact(`${before}${idNumber}${between},${phone}${after}`);
        expect(text).toBe(`${before}${maskIdNumber(idNumber)}${between},${maskPhone(phone)}${after}`);
        expect(redact(text)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    '2026-11-24T02:01:23.456Z 2026-11-24 10:01:23 20261124100123 2026年11月24日',
    '1764000000 1764000000123 1764000000123456 1764000000123456789 1380013800012',
    '0193a0b2-7c1d-7e3f-8a4b-138001380001 0193a0b2-7c1d-7e3f-8a4b-a13800138000',
    '91350100M000100Y43 11320000MB151840XJ',
    '116.13812345678 39.13912345678 took 0.13812345678 s',
    '6222021380013800013 110112202611 12345678901 1381234123 138123412345',
    'amount 1381234 2026-11-24, c0ffee138 2026-11-24',
    '5f13812341234abcdef0 a13812341234bc0d abcdefab-1384-4574-8423-8c022d0dc48a',
    '¥13,812,341,234.00 v1.38.1234 192.168.138.12',
    '',
  ])('leaves alone what only looks like one: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  test('leaves alone any UUID, digest, timestamp and date', () => {
    for (let round = 0; round < 3000; round++) {
      const time = new Date(Date.UTC(2001, 8, 9, 2) + round * 500_000_000);
      const text = `${randomUUID()} ${createHash('sha256').update(String(round)).digest('hex')} ${time.toISOString()} ${time.getTime()} ${randomBytes(8).toString('hex')}`;
      expect(redact(text)).toBe(text);
    }
  });

  test('leaves alone social credit codes, even those of digits only with a date inside', () => {
    let chance = 7;
    const random = () => {
      chance = (chance * 48271) % 2147483647;
      return chance / 2147483647;
    };
    for (let round = 0; round < 2000; round++) {
      const code = syntheticCreditCode(random);
      expect(redact(code)).toBe(code);
    }
    // A company of Yanqing (110119), whose code reads like a birth date of 1971 at the very place of an ID number's.
    const bodies = Array.from({ length: 100 }, (_, index) => `911101197109123${String(index).padStart(2, '0')}`);
    const digitsOnly = bodies.map((body) => body + creditCodeCheckCharacter(body)).filter((code) => /^\d+$/.test(code));
    const unambiguous = digitsOnly.filter((code) => idNumberCheckCharacter(code) !== code[17]);
    expect(unambiguous.length).toBeGreaterThan(10);
    for (const code of unambiguous) expect(redact(code)).toBe(code);
    expect(redact('911101197109123458'), 'no valid credit code, so it may be a mistyped ID number').toContain('*');
  });

  test('takes time in proportion to the text', () => {
    const hostile = [
      '1'.repeat(400_000),
      '13 '.repeat(150_000),
      '1381234123-'.repeat(40_000),
      'a'.repeat(400_000),
      '110105 1949 '.repeat(40_000),
    ];
    const started = performance.now();
    for (const text of hostile) redact(text);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(redact('13812341234,'.repeat(30_000))).toBe('138****1234,'.repeat(30_000));
  });
});
