import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { SealError } from './seal-error.ts';

/**
 * Personal numbers at rest. A number is stored twice, and never plain:
 *
 * - *sealed*: encrypted, so that it can be shown to who may see it. The place it belongs to (district, table, column, row) is
 *   bound into the encryption, so a sealed value moved elsewhere no longer opens.
 * - *blind index*: a keyed hash of its normal form, so that it can be found and kept unique without opening anything. An ID
 *   number has so little entropy that a hash without a key is broken in seconds; the key therefore lives outside the database.
 *
 * Sealed bytes: version (1) · key id (4) · nonce (12) · tag (16) · encrypted text. The version names the cipher, so another
 * one (SM4 with HMAC-SM3, say) is one more entry in `ciphers`. The key id lets old and new keys live side by side: to rotate,
 * make the old key a previous one and seal again whatever is not `isCurrent`. The index key can't be rotated in place: the
 * indexes are rebuilt from the opened values.
 *
 * Random nonces are safe for 2^32 values under one key, far beyond a province; rotate before.
 */
export type Seal = {
  /** Encrypts for one place; the same text gives different bytes each time. */
  seal(plain: string, context: string): Buffer;
  /** @throws SealError when the bytes were changed, moved, or sealed with a key that isn't configured. */
  open(sealed: Uint8Array, context: string): string;
  /** Whether the value is sealed with today's key and cipher; reads the head only, proves nothing. */
  isCurrent(sealed: Uint8Array): boolean;
  /** 32 bytes, the same for the same value, kind and district, and unrelated to those of any other kind or district. */
  blindIndex(kind: IndexKind, normalised: string, district: string): Buffer;
};

export type SealKeys = {
  /** 32 random bytes; the one that seals. */
  readonly sealKey: Uint8Array;
  /** 32 random bytes, another key. */
  readonly indexKey: Uint8Array;
  /** Keys that sealed earlier and still open. */
  readonly previousSealKeys?: readonly Uint8Array[];
};

/** What can be looked up blindly. Those with a pattern are refused when not in it: a stray space would hide a person for good. */
export type IndexKind = keyof typeof normalForms;

const normalForms = {
  'id-number': /^\d{17}[\dX]$/,
  phone: /^1[3-9]\d{9}$/,
  passport: /^[A-Z0-9]{5,20}$/,
  'bank-account': /^\d{8,30}$/,
  email: /^[^\s@A-Z]+@[^\s@A-Z]+$/,
  /** SHA-256, in hex, of a text that holds personal data among others: keyed, it can be compared but not guessed. */
  digest: /^[0-9a-f]{64}$/,
} as const satisfies Record<string, RegExp>;

type Cipher = {
  encrypt(key: Buffer, nonce: Buffer, plain: string, bound: Buffer): { tag: Buffer; encrypted: Buffer };
  decrypt(key: Buffer, nonce: Buffer, tag: Buffer, encrypted: Buffer, bound: Buffer): string;
};

const aes256gcm: Cipher = {
  encrypt(key, nonce, plain, bound) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound);
    const encrypted = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return { tag: cipher.getAuthTag(), encrypted };
  },
  decrypt(key, nonce, tag, encrypted, bound) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(bound).setAuthTag(tag);
    // final() checks the tag and throws before a byte is handed out.
    return Buffer.concat([decipher.update(encrypted), decipher.final()]).toString('utf8');
  },
};

const ciphers: ReadonlyMap<number, Cipher> = new Map([[1, aes256gcm]]);
const CURRENT = { version: 1, cipher: aes256gcm };

const KEY = 32;
const KEY_ID = 4;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + KEY_ID;

/**
 * @throws SealError when a key has the wrong length, is a placeholder (one byte repeated), or serves both purposes.
 */
export function createSeal({ sealKey, indexKey, previousSealKeys = [] }: SealKeys): Seal {
  const current = checkedKey(sealKey, 'sealKey');
  const indexBytes = checkedKey(indexKey, 'indexKey');
  // A key object: Node asks of bare bytes, slowly and every time, whether they are one.
  const index = createSecretKey(indexBytes);
  const openers = [current, ...previousSealKeys.map((key) => checkedKey(key, 'previousSealKeys'))];
  if (openers.some((key) => key.equals(indexBytes))) throw new SealError('seal-key-weak', { key: 'indexKey' });
  const keysById = new Map(openers.toReversed().map((key) => [keyIdOf(key).toString('hex'), key]));
  const head = Buffer.concat([Buffer.of(CURRENT.version), keyIdOf(current)]);

  return Object.freeze({
    seal(plain, context) {
      const nonce = randomBytes(NONCE);
      const { tag, encrypted } = CURRENT.cipher.encrypt(current, nonce, plain, boundBytes(head, context));
      return Buffer.concat([head, nonce, tag, encrypted]);
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed);
      if (bytes.length < HEAD + NONCE + TAG) throw new SealError('seal-malformed');
      const cipher = ciphers.get(bytes.readUInt8(0));
      if (!cipher) throw new SealError('seal-version', { version: bytes.readUInt8(0) });
      const key = keysById.get(bytes.toString('hex', 1, HEAD));
      if (!key) throw new SealError('seal-key-unknown', { keyId: bytes.toString('hex', 1, HEAD) });
      const nonce = bytes.subarray(HEAD, HEAD + NONCE);
      const tag = bytes.subarray(HEAD + NONCE, HEAD + NONCE + TAG);
      const bound = boundBytes(bytes.subarray(0, HEAD), context);
      try {
        return cipher.decrypt(key, nonce, tag, bytes.subarray(HEAD + NONCE + TAG), bound);
      } catch {
        throw new SealError('seal-broken');
      }
    },
    isCurrent: (sealed) => sealed.length >= HEAD + NONCE + TAG && head.equals(sealed.subarray(0, HEAD)),
    blindIndex(kind, normalised, district) {
      if (!normalForms[kind].test(normalised)) throw new SealError('seal-index-form', { kind });
      if (district === '') throw new SealError('seal-context');
      const value = Buffer.from(normalised, 'utf8');
      return createHmac('sha256', index)
        .update(Buffer.concat([indexHead(kind, district), lengthOf(value), value]))
        .digest();
    },
  } satisfies Seal);
}

/**
 * The context of one value, for `seal` and `open`. Name the row too (its id) wherever it exists before the value is sealed.
 * @throws SealError when a part is empty or holds a control character.
 */
export function sealContext(place: { district: string; table: string; column: string; row?: string }): string {
  const parts = [place.district, place.table, place.column, ...(place.row === undefined ? [] : [place.row])];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the separator below is one, so no part may hold any
  if (parts.some((part) => part === '' || /[\u0000-\u001f]/.test(part))) throw new SealError('seal-context');
  return parts.join('\u001f');
}

function checkedKey(key: Uint8Array, name: string): Buffer {
  if (key.length !== KEY) throw new SealError('seal-key-length', { key: name, bytes: key.length, expected: KEY });
  if (key.every((byte) => byte === key[0])) throw new SealError('seal-key-weak', { key: name });
  return Buffer.from(key);
}

/** Tells keys apart without revealing anything of them. */
function keyIdOf(key: Buffer): Buffer {
  return createHmac('sha256', key).update('leye seal key id').digest().subarray(0, KEY_ID);
}

function boundBytes(head: Buffer, context: string): Buffer {
  if (context === '') throw new SealError('seal-context');
  return Buffer.concat([head, Buffer.from(context, 'utf8')]);
}

const indexHeads = new Map<string, Buffer>();

/** What all values of a kind in a district begin with. Lengths go in front, so that no two different triples can make the same bytes. */
function indexHead(kind: string, district: string): Buffer {
  const known = indexHeads.get(`${kind} ${district}`);
  if (known) return known;
  const parts = ['leye blind index 1', kind, district].map((part) => Buffer.from(part, 'utf8'));
  const head = Buffer.concat(parts.flatMap((part) => [lengthOf(part), part]));
  indexHeads.set(`${kind} ${district}`, head);
  return head;
}

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return length;
}
