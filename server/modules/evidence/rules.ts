import { fileTypeFromBuffer } from 'file-type';
import { redact } from '../../kernel/seal/redact.ts';
import type { EvidenceType } from './contract.ts';
import { sniffOffice } from './sniff-office.ts';
import { sniffPdf } from './sniff-pdf.ts';
import type { Sniffed } from './sniffed.ts';

/** One document of a few hundred pages, or a photograph as a telephone takes it. */
export const LARGEST_EVIDENCE_BYTES = 20 * 1024 * 1024;
/** Evidence that no place uses is dropped after so many days. */
export const UNUSED_FOR_DAYS = 7;

const images: Readonly<Record<string, EvidenceType>> = { png: 'png', apng: 'png', jpg: 'jpg', webp: 'webp' };
const programs = new Set(['exe', 'elf', 'macho', 'dex', 'class', 'wasm', 'nes', 'crx', 'deb', 'rpm', 'lnk', 'swf', 'msi']);
const packed = new Set(['rar', '7z', 'gz', 'bz2', 'xz', 'tar', 'zst', 'lz', 'cab', 'arj', 'lzh']);

/** What runs when it is opened by this name, though it is a text. */
const scripts =
  /\.(?:[cm]?js|jse|vbs|vbe|wsf|wsh|hta|bat|cmd|com|exe|scr|pif|ps1|psm1|sh|bash|py|pl|rb|php|reg|inf|scf|url|lnk|jar)$/i;
/** Every scanner of viruses is tried with a file that says this; in two pieces, so that none takes this file for it. */
const VIRUS_TEST = ['EICAR-STANDARD', 'ANTIVIRUS-TEST-FILE'].join('-');

/**
 * What a file is, told by its bytes: its name never makes it something else. It only keeps a text from being taken that is called as a
 * script is. This is no scanner of viruses: it knows what may run, not what is known to do harm.
 */
export async function sniffEvidence(bytes: Uint8Array, name: string): Promise<Sniffed> {
  if (bytes.length === 0) return { fault: 'evidence-empty' };
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(VIRUS_TEST)) return { fault: 'evidence-virus' };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return sniffOffice(bytes);
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return { fault: 'evidence-encoding' };
  const found = (await fileTypeFromBuffer(bytes))?.ext as string | undefined; // reason: the library's own list of endings is longer than any that is asked for here
  if (found === undefined) return sniffText(bytes, name);
  const image = images[found];
  if (image) return { type: image };
  if (found === 'pdf') return sniffPdf(bytes);
  if (found === 'cfb') return { fault: 'evidence-old-office' };
  if (programs.has(found)) return { fault: 'evidence-program' };
  if (packed.has(found)) return { fault: 'evidence-packed' };
  if (found === 'xml' || found === 'html' || found === 'svg') return { fault: 'evidence-web-page' };
  return { fault: 'evidence-type' };
}

function sniffText(bytes: Uint8Array, name: string): Sniffed {
  const text = decoded(bytes);
  if (text === undefined) return { fault: 'evidence-type' };
  if (text.trim() === '') return { fault: 'evidence-empty' };
  if (/^\s*(?:#!|@echo\b)/i.test(text) || scripts.test(seen(name).replace(/[.\s]+$/, ''))) return { fault: 'evidence-program' };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a text does not hold
  if (/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text)) return { fault: 'evidence-type' };
  if (/<(!doctype|html|svg|script|iframe|body|\?xml)\b|<\?(xml|php)/i.test(text)) return { fault: 'evidence-web-page' };
  return { type: 'text' };
}

/** UTF-8, else GB18030, as the programs in use write text; undefined where it is neither. */
function decoded(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next one
    }
  return undefined;
}

/** A name without signs that are not seen. */
const seen = (name: string): string => name.replace(/[\p{Cc}\p{Cf}]/gu, '');

const endings: Readonly<Record<EvidenceType, readonly string[]>> = {
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  png: ['png'],
  jpg: ['jpg', 'jpeg'],
  webp: ['webp'],
  text: ['txt', 'csv'],
};

/**
 * A name to save under, without folders, signs that steer, or personal numbers; it ends as the type does, so that nothing opens as what
 * it is not. Numbers are looked for last: a sign taken out of the middle must not hide one. A masked number goes whole, since the signs
 * of the mask may not stand in a name.
 */
export function evidenceName(given: string, type: EvidenceType): string {
  const plain = redact(
    seen(given)
      .replace(/^.*[\\/]/, '')
      .replace(/[<>:"|?*]/g, ''),
  )
    .replace(/[\dX]*\*+[\dX]*/g, '（号码略）')
    .trim();
  const [, stem = plain, ending = ''] = /^(.*?)\.([^.]{1,5})$/.exec(plain) ?? [];
  const named = stem.replace(/^[.\s]+|[.\s]+$/g, '');
  const kept = endings[type].includes(ending.toLowerCase()) ? ending.toLowerCase() : endings[type][0];
  return `${(named || 'file').slice(0, 120)}.${kept}`;
}

export const mediaType: Readonly<Record<EvidenceType, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  // As it was uploaded, in UTF-8 or GB18030: no program is told an encoding that may be wrong.
  text: 'application/octet-stream',
};
