import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSeal, sealContext } from './seal.ts';
import { SealError, type SealErrorCode } from './seal-error.ts';

const sealKey = randomBytes(32);
const indexKey = randomBytes(32);
const seal = createSeal({ sealKey, indexKey });
const PLAIN = '11010519491231002X';
const place = { district: 'tongzhou', table: 'person', column: 'id_number', row: '0193-a' };
const context = sealContext(place);

function codeOf(act: () => unknown): SealErrorCode | 'no error' {
  try {
    act();
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    // Nothing that travels with the error may hold what was sealed.
    expect(`${error.stack} ${JSON.stringify(error)} ${JSON.stringify(error.params)}`).not.toContain(PLAIN);
    expect(error.cause).toBeUndefined();
    return error.code;
  }
  return 'no error';
}

describe('a sealed number', () => {
  test('opens to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        expect(seal.open(seal.seal(plain, context), context)).toBe(plain);
      }),
    );
  });

  test('does not contain the number and never looks the same twice', () => {
    const first = seal.seal(PLAIN, context);
    expect(first.includes(PLAIN)).toBe(false);
    expect(first.equals(seal.seal(PLAIN, context))).toBe(false);
  });

  test('does not open in another district, table, column or row', () => {
    const sealed = seal.seal(PLAIN, context);
    for (const other of [
      { ...place, district: 'shunyi' },
      { ...place, table: 'employer' },
      { ...place, column: 'phone' },
      { ...place, row: '0193-b' },
      { district: place.district, table: place.table, column: place.column },
    ]) {
      expect(codeOf(() => seal.open(sealed, sealContext(other)))).toBe('seal-broken');
    }
  });

  test('does not open when any bit of it was changed', () => {
    const sealed = seal.seal(PLAIN, context);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(
        codeOf(() => seal.open(changed, context)),
        `bit ${bit}`,
      ).toMatch(/^seal-(broken|version|key-unknown)$/);
    }
  });

  test('that was cut short, is empty or comes from elsewhere is refused', () => {
    const sealed = seal.seal('', context);
    expect(codeOf(() => seal.open(sealed, context))).toBe('no error');
    expect(codeOf(() => seal.open(sealed.subarray(0, sealed.length - 1), context))).toBe('seal-malformed');
    expect(codeOf(() => seal.open(Buffer.alloc(0), context))).toBe('seal-malformed');
    expect(codeOf(() => seal.open(Buffer.from(PLAIN.repeat(5)), context))).toBe('seal-version');
  });

  test('does not open with another key', () => {
    const stranger = createSeal({ sealKey: randomBytes(32), indexKey });
    expect(codeOf(() => stranger.open(seal.seal(PLAIN, context), context))).toBe('seal-key-unknown');
  });

  test('sealed before a change of keys still opens, is known as old, and can be sealed anew', () => {
    const old = seal.seal(PLAIN, context);
    const renewed = createSeal({ sealKey: randomBytes(32), indexKey, previousSealKeys: [sealKey] });
    expect(seal.isCurrent(old)).toBe(true);
    expect(renewed.isCurrent(old)).toBe(false);
    expect(renewed.open(old, context)).toBe(PLAIN);
    const anew = renewed.seal(renewed.open(old, context), context);
    expect(renewed.isCurrent(anew)).toBe(true);
    expect(codeOf(() => seal.open(anew, context))).toBe('seal-key-unknown');
    expect(renewed.isCurrent(Buffer.alloc(0))).toBe(false);
  });

  test('also opens from the plain byte array a driver may hand over', () => {
    expect(seal.open(new Uint8Array(seal.seal(PLAIN, context)), context)).toBe(PLAIN);
  });
});

describe('the blind index', () => {
  test('is the same for the same number and differs by number, kind, district and key', () => {
    const base = seal.blindIndex('id-number', PLAIN, 'tongzhou');
    expect(base).toHaveLength(32);
    expect(seal.blindIndex('id-number', PLAIN, 'tongzhou').equals(base)).toBe(true);
    expect(
      createSeal({ sealKey: randomBytes(32), indexKey })
        .blindIndex('id-number', PLAIN, 'tongzhou')
        .equals(base),
    ).toBe(true);
    for (const other of [
      seal.blindIndex('id-number', '110105194912310038', 'tongzhou'),
      seal.blindIndex('id-number', PLAIN, 'shunyi'),
      seal.blindIndex('passport', PLAIN, 'tongzhou'),
      createSeal({ sealKey, indexKey: randomBytes(32) }).blindIndex('id-number', PLAIN, 'tongzhou'),
    ]) {
      expect(other.equals(base)).toBe(false);
    }
  });

  test('cannot be confused by moving a character from the district to the number', () => {
    const one = seal.blindIndex('bank-account', '112345678', 'd');
    const other = seal.blindIndex('bank-account', '12345678', 'd1');
    expect(one.equals(other)).toBe(false);
  });

  test('refuses a number that was not put into its normal form: it would never be found again', () => {
    for (const text of ['11010519491231002x', ` ${PLAIN}`, PLAIN.replace('X', '\uff38'), '', `${PLAIN}\n`]) {
      expect(
        codeOf(() => seal.blindIndex('id-number', text, 'tongzhou')),
        JSON.stringify(text),
      ).toBe('seal-index-form');
    }
    expect(codeOf(() => seal.blindIndex('phone', '+8613800138000', 'tongzhou'))).toBe('seal-index-form');
    expect(codeOf(() => seal.blindIndex('phone', '13800138000', ''))).toBe('seal-context');
  });
});

describe('keys and contexts', () => {
  test('a key of the wrong length, a placeholder key, or one key for both purposes is refused', () => {
    const right = { sealKey, indexKey };
    expect(codeOf(() => createSeal({ ...right, sealKey: randomBytes(16) }))).toBe('seal-key-length');
    expect(codeOf(() => createSeal({ ...right, indexKey: randomBytes(33) }))).toBe('seal-key-length');
    expect(codeOf(() => createSeal({ ...right, previousSealKeys: [randomBytes(31)] }))).toBe('seal-key-length');
    expect(codeOf(() => createSeal({ ...right, sealKey: Buffer.alloc(32) }))).toBe('seal-key-weak');
    expect(codeOf(() => createSeal({ sealKey, indexKey: Buffer.from(sealKey) }))).toBe('seal-key-weak');
    expect(codeOf(() => createSeal({ ...right, previousSealKeys: [indexKey] }))).toBe('seal-key-weak');
  });

  test('a missing context, or one whose parts could be shifted into each other, is refused', () => {
    expect(codeOf(() => seal.seal(PLAIN, ''))).toBe('seal-context');
    expect(codeOf(() => sealContext({ ...place, table: '' }))).toBe('seal-context');
    expect(codeOf(() => sealContext({ ...place, table: 'person\u001fid' }))).toBe('seal-context');
  });

  test('the keys cannot be read off the seal, nor changed afterwards through the buffer they came in', () => {
    const own = Buffer.from(sealKey);
    const careful = createSeal({ sealKey: own, indexKey });
    const sealed = careful.seal(PLAIN, context);
    own.fill(0);
    expect(careful.open(sealed, context)).toBe(PLAIN);
    expect(JSON.stringify(careful)).toBe('{}');
  });
});
