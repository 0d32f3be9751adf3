/** The number by which somebody of the public asks what became of their opinion: made from its id with the house's key, so that only they and Leye know it. */
import { createHash } from 'node:crypto';
import type { Seal } from '../../kernel/seal/seal.ts';

/** Without letters that are taken for one another. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 12;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** `AB3D-EF5G-HJ7K`: 31^12 of them, and attempts are limited. */
export function receiptNumber(seal: Seal, opinion: string, district: string): string {
  const bytes = seal.blindIndex('digest', digestOf(`receipt ${opinion}`), district);
  const letters = Array.from(bytes.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length] ?? '').join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** As kept: a keyed hash. Written with or without hyphens, in small letters or large. */
export const receiptIndex = (seal: Seal, number: string, district: string): Buffer =>
  seal.blindIndex('digest', digestOf(`number ${number.toUpperCase().replace(/[^A-Z0-9]/g, '')}`), district);
