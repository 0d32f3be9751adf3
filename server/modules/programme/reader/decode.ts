/** From the bytes of an uploaded paper to its text. */
import { readWord } from './word.ts';

/** A paper is a few dozen pages; anything beyond this is something else. */
export const LARGEST_PAPER_BYTES = 20 * 1024 * 1024;

export type DecodeProblemCode =
  | 'paper-empty'
  | 'paper-too-large'
  | 'paper-not-text'
  | 'paper-is-old-word'
  | 'paper-is-pdf'
  | 'paper-damaged';

/** Why a file can't be read; the wording is in the message catalogues. */
export class DecodeProblem extends Error {
  readonly code: DecodeProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(code: DecodeProblemCode, params: Record<string, string | number> = {}) {
    super(code);
    this.name = 'DecodeProblem';
    this.code = code;
    this.params = params;
  }
}

export interface DecodedPaper {
  readonly text: string;
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16' | 'docx';
}

/**
 * The text of a .docx or .txt paper. Plain text may be UTF-8, UTF-8 with a byte order mark, UTF-16 with one, or GB18030 (GBK
 * and GB 2312 are parts of it). Line ends stay as they are; a byte order mark is no text and is dropped.
 * @throws DecodeProblem when the file is empty, too large, damaged or of another kind
 */
export async function decodePaper(bytes: Uint8Array, filename: string): Promise<DecodedPaper> {
  if (bytes.length === 0) throw new DecodeProblem('paper-empty', { filename });
  if (bytes.length > LARGEST_PAPER_BYTES)
    throw new DecodeProblem('paper-too-large', { filename, megabytes: LARGEST_PAPER_BYTES / 1024 / 1024 });
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return { text: await word(bytes, filename), encoding: 'docx' };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new DecodeProblem('paper-is-old-word', { filename });
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw new DecodeProblem('paper-is-pdf', { filename });
  return decodeText(bytes, filename);
}

async function word(bytes: Uint8Array, filename: string): Promise<string> {
  try {
    return await readWord(bytes);
  } catch (cause) {
    throw Object.assign(new DecodeProblem('paper-damaged', { filename }), { cause });
  }
}

function decodeText(bytes: Uint8Array, filename: string): DecodedPaper {
  if (startsWith(bytes, [0xff, 0xfe])) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (startsWith(bytes, [0xfe, 0xff])) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  if (bytes.subarray(0, 4096).includes(0)) throw new DecodeProblem('paper-not-text', { filename });
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // Not this encoding: TextDecoder with `fatal` refuses bytes that can't occur in it.
    }
  }
  throw new DecodeProblem('paper-not-text', { filename });
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte);
