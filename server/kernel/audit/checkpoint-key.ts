import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Signs checkpoints; what it signs can be verified with the public key alone, so a witness needs no secret of ours. */
export type CheckpointKeys = {
  /** The signature of a checkpoint's hash, base64. */
  readonly sign: (hash: string) => string;
  /** The public key that goes with it, and those that signed before it. */
  readonly publicKeys: readonly KeyObject[];
  /** Today's public key as a witness writes it down: the 32 bytes of RFC 8032, base64. */
  readonly publicText: string;
};

/** DER in front of the 32 bytes of an Ed25519 key (RFC 8410): a private one (PKCS #8) and a public one (SPKI). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');
const KEY = 32;

/** What is signed names its purpose, so that the signature can't be used for anything else. */
const signed = (hash: string): Buffer => Buffer.from(`leye audit checkpoint 1\n${hash}`, 'utf8');

/**
 * The keys from the configured secret (32 bytes, taken as the Ed25519 seed) and the public keys that signed earlier checkpoints.
 * @throws RangeError when the secret has not 32 bytes.
 */
export function checkpointKeys(seed: Uint8Array, previous: readonly KeyObject[] = []): CheckpointKeys {
  if (seed.length !== KEY) throw new RangeError(`the checkpoint key has ${seed.length} bytes; it needs ${KEY}`);
  const privateKey = createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  return Object.freeze({
    sign: (hash: string) => sign(null, signed(hash), privateKey).toString('base64'),
    publicKeys: [publicKey, ...previous],
    publicText: textOfPublicKey(publicKey),
  });
}

/** Whether one of the keys signed this hash. */
export const isSignedBy = (keys: readonly KeyObject[], hash: string, signature: string): boolean =>
  keys.some((key) => verify(null, signed(hash), key, Buffer.from(signature, 'base64')));

export const textOfPublicKey = (key: KeyObject): string =>
  key.export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length).toString('base64');

/** Undefined where the text is not 32 bytes in base64. */
export function publicKeyFromText(text: string): KeyObject | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text) || bytes.length !== KEY) return undefined;
  return createPublicKey({ key: Buffer.concat([PUBLIC, bytes]), format: 'der', type: 'spki' });
}
