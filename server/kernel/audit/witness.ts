import type { KeyObject } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson } from './canonical.ts';
import type { Checkpoint } from './checkpoint.ts';
import { publicKeyFromText } from './checkpoint-key.ts';

/** Where checkpoints are laid down outside the database, so that its owner can't take them back. */
export type WitnessSettings = {
  /** A folder, best on another machine or on storage that can only be added to. `LEYE_WITNESS_DIR`. */
  readonly directory: string | undefined;
  /** Receives each checkpoint by POST and answers 2xx. `LEYE_WITNESS_URL`. */
  readonly url: string | undefined;
  /** Public keys that signed before the key was changed, base64, parted by commas. `LEYE_CHECKPOINT_OLD_PUBLIC_KEYS`. */
  readonly oldPublicKeys: readonly KeyObject[];
};

/** A setting of the witness can't be used; it is named, never repeated. */
export class WitnessSettingError extends Error {
  readonly code = 'witness-setting';
  readonly params: { readonly name: string };
  constructor(name: string) {
    super(`${name} can't be used`);
    this.params = { name };
  }
}

/** Reads the witness's settings from the environment. @throws WitnessSettingError */
export function readWitness(env: NodeJS.ProcessEnv): WitnessSettings {
  const text = (name: string) => env[name]?.trim() || undefined;
  const directory = text('LEYE_WITNESS_DIR');
  const url = text('LEYE_WITNESS_URL');
  if (url && !(URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol)))
    throw new WitnessSettingError('LEYE_WITNESS_URL');
  const oldPublicKeys = (text('LEYE_CHECKPOINT_OLD_PUBLIC_KEYS') ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((one) => {
      const key = publicKeyFromText(one);
      if (!key) throw new WitnessSettingError('LEYE_CHECKPOINT_OLD_PUBLIC_KEYS');
      return key;
    });
  return Object.freeze({ directory: directory && path.resolve(directory), url, oldPublicKeys });
}

/** A checkpoint as a witness keeps it: one line of JSON. */
export const witnessLine = (checkpoint: Checkpoint): string => `${canonicalJson(checkpoint)}\n`;

export const witnessFile = (directory: string, district: string): string => path.join(directory, `leye-audit-${district}.jsonl`);

/**
 * Appends checkpoints to the district's file and waits until the disk has them. Two servers may write the same line twice; a
 * verification does not mind. Half a line, left by a server that was killed, is ended first.
 */
export async function appendToFile(directory: string, district: string, checkpoints: readonly Checkpoint[]): Promise<void> {
  await mkdir(directory, { recursive: true });
  const file = await open(witnessFile(directory, district), 'a+', 0o640);
  try {
    const tail = await tailOf(file);
    await file.appendFile((tail === '' || tail.endsWith('\n') ? '' : '\n') + checkpoints.map(witnessLine).join(''));
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** The last checkpoint the file holds, by its id; undefined where there is no file or no whole line in it. */
export async function lastInFile(directory: string, district: string): Promise<string | undefined> {
  const file = await open(witnessFile(directory, district), 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return undefined;
  try {
    const [line = ''] = (await tailOf(file)).split('\n').slice(-2);
    return /"id":"([0-9a-f-]{36})"/.exec(line)?.[1];
  } finally {
    await file.close();
  }
}

/** More than the longest line: sixteen heads take some two thousand characters. */
const TAIL = 64 * 1024;

async function tailOf(file: FileHandle): Promise<string> {
  const { size } = await file.stat();
  const tail = Buffer.alloc(Math.min(size, TAIL));
  await file.read(tail, 0, tail.length, size - tail.length);
  return tail.toString('utf8');
}

/** Sends one checkpoint to the witness's address. @throws when it does not answer 2xx within ten seconds. */
export async function sendToAddress(url: string, checkpoint: Checkpoint): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: canonicalJson(checkpoint),
    signal: AbortSignal.timeout(10_000),
    redirect: 'error',
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`the witness answered ${answer.status}`);
}
