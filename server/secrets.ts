import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Leye's secrets. Whoever loses the first two can't read or find the personal numbers again. */
export interface Secrets {
  /** 32 bytes; encrypts personal numbers. */
  readonly sealKey: Buffer;
  /** 32 bytes; keys the blind index that finds them. */
  readonly indexKey: Buffer;
  /** At least 32 characters; signs sessions. */
  readonly sessionSecret: string;
  /** 32 bytes; signs the checkpoints of the audit log. */
  readonly checkpointKey: Buffer;
}

/** The same as they are written down: keys in base64. */
export type SecretTexts = { readonly [name in keyof Secrets]: string };

/**
 * The secrets as given. With `directory` (demonstration mode) the missing ones are made once and kept there in `secrets.json`,
 * readable by its owner alone. A damaged file is an error: new keys would make sealed numbers unreadable.
 */
export function keepSecrets(given: Partial<SecretTexts>, directory: string | undefined): Secrets {
  const texts = { ...(directory === undefined ? {} : keptIn(directory)), ...defined(given) };
  return Object.freeze({
    sealKey: key(texts.sealKey),
    indexKey: key(texts.indexKey),
    sessionSecret: texts.sessionSecret ?? '',
    checkpointKey: key(texts.checkpointKey),
  });
}

/** `secrets.json` is there and can't be read as what it should be. */
export class SecretsFileError extends Error {
  readonly code = 'secrets-file-damaged';
  readonly params: { readonly file: string };
  constructor(file: string) {
    super(file);
    this.params = { file };
  }
}

function keptIn(directory: string): SecretTexts {
  const file = path.join(directory, 'secrets.json');
  mkdirSync(path.dirname(directory), { recursive: true });
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    // 'wx': of two first starts at the same moment, one writes and the other reads what it wrote.
    writeFileSync(file, `${JSON.stringify(fresh(), undefined, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isComplete(kept)) return kept;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new SecretsFileError(file);
}

const NAMES = ['sealKey', 'indexKey', 'sessionSecret', 'checkpointKey'] as const;

function fresh(): SecretTexts {
  const [sealKey, indexKey, sessionSecret, checkpointKey] = NAMES.map(() => randomBytes(32).toString('base64'));
  return { sealKey, indexKey, sessionSecret, checkpointKey } as SecretTexts; // four names give four texts
}

function isComplete(kept: unknown): kept is SecretTexts {
  if (typeof kept !== 'object' || kept === null) return false;
  return NAMES.every((name) => typeof Reflect.get(kept, name) === 'string');
}

const key = (text = ''): Buffer => Buffer.from(text, 'base64');

function defined(given: Partial<SecretTexts>): Partial<SecretTexts> {
  return Object.fromEntries(Object.entries(given).filter(([, text]) => text !== undefined));
}
