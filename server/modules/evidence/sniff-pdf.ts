import { inflateSync } from 'node:zlib';
import { latin, type Sniffed } from './sniffed.ts';

/** Most that one packed part of a PDF is unpacked to; objects of a document of a few hundred pages are far below it. */
const LARGEST_PART_BYTES = 16 * 1024 * 1024;

/**
 * A PDF that runs nothing, carries no other file and is not locked. Names may be written with #xx (ISO 32000-1, 7.3.5) and objects lie
 * packed in object streams (7.5.7): both are undone first. What a locked file holds cannot be seen, so it is not taken.
 */
export function sniffPdf(bytes: Uint8Array): Sniffed {
  const plain = latin(bytes);
  const named = [plain, ...objectStreams(bytes, plain)].map(plainNames);
  const has = (name: RegExp) => named.some((part) => name.test(part));
  if (has(/\/Encrypt(?![A-Za-z])/)) return { fault: 'evidence-locked' };
  if (has(/\/(?:JavaScript|Launch|RichMedia)(?![A-Za-z])/)) return { fault: 'evidence-macros' };
  if (has(/\/EmbeddedFiles?(?![A-Za-z])/)) return { fault: 'evidence-attachments' };
  return { type: 'pdf' };
}

const plainNames = (part: string): string =>
  part.replace(/#([0-9A-Fa-f]{2})/g, (_written, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The objects that a PDF has packed together. One packed otherwise than by Flate, or beyond all measure, stays unseen. */
function objectStreams(bytes: Uint8Array, plain: string): string[] {
  const parts: string[] = [];
  for (const { index, 0: name } of plain.matchAll(/\/(?:O|#4[Ff])[^\s/<>[\](){}%]{5,20}/g)) {
    if (plainNames(name) !== '/ObjStm') continue;
    const head = /stream\r?\n/.exec(plain.slice(index, index + 1000));
    if (!head) continue;
    try {
      const part = inflateSync(bytes.subarray(index + head.index + head[0].length), { maxOutputLength: LARGEST_PART_BYTES });
      parts.push(latin(part));
    } catch {
      // not packed by Flate
    }
  }
  return parts;
}
