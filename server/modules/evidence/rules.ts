import { strFromU8, unzipSync } from 'fflate';
import { fileTypeFromBuffer } from 'file-type';
import type { EvidenceType } from './contract.ts';

/** One document of a few hundred pages, or a photograph as a telephone takes it. */
export const LARGEST_EVIDENCE_BYTES = 20 * 1024 * 1024;
/** Evidence that no place uses is dropped after so many days. */
export const UNUSED_FOR_DAYS = 7;

/** Why a file cannot be evidence: the codes of `problem.<code>`. */
export type EvidenceFault =
  | 'evidence-empty'
  | 'evidence-macros'
  | 'evidence-program'
  | 'evidence-web-page'
  | 'evidence-old-office'
  | 'evidence-packed'
  | 'evidence-damaged'
  | 'evidence-encoding'
  | 'evidence-type';

const officeTypes: Readonly<Record<string, EvidenceType>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml': 'pptx',
};
const images: Readonly<Record<string, EvidenceType>> = { png: 'png', apng: 'png', jpg: 'jpg', webp: 'webp' };
const programs = new Set(['exe', 'elf', 'macho', 'dex', 'class', 'wasm', 'nes', 'crx', 'deb', 'rpm', 'lnk', 'swf', 'msi']);
const packed = new Set(['rar', '7z', 'gz', 'bz2', 'xz', 'tar', 'zst', 'lz', 'cab', 'arj', 'lzh']);

/** Beside these, an office document holds nothing that runs: macros, controls, embedded programs. */
const runs =
  /vbaProject|vbaData|\/activeX\/|oleObject\d*\.bin$|\.(exe|dll|com|scr|bat|cmd|ps1|vbs|js|jar|hta|msi|docm|xlsm|xlsb|pptm)$/i;

/**
 * What a file is, told by its bytes and nothing else: its name never decides. A PDF is looked through as it lies there; what it hides in
 * compressed parts is not seen.
 */
export async function sniffEvidence(bytes: Uint8Array): Promise<{ type: EvidenceType } | { fault: EvidenceFault }> {
  if (bytes.length === 0) return { fault: 'evidence-empty' };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return sniffZip(bytes);
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return { fault: 'evidence-encoding' };
  const found = (await fileTypeFromBuffer(bytes))?.ext as string | undefined; // reason: the library's own list of endings is longer than any that is asked for here
  if (found === undefined) return sniffText(bytes);
  const image = images[found];
  if (image) return { type: image };
  if (found === 'pdf') return /\/(JavaScript|Launch)\b/.test(latin(bytes)) ? { fault: 'evidence-macros' } : { type: 'pdf' };
  if (found === 'cfb') return { fault: 'evidence-old-office' };
  if (programs.has(found)) return { fault: 'evidence-program' };
  if (packed.has(found)) return { fault: 'evidence-packed' };
  if (found === 'xml' || found === 'html' || found === 'svg') return { fault: 'evidence-web-page' };
  return { fault: 'evidence-type' };
}

/** The office formats are archives; their own list of parts says which, and whether something in them runs. */
function sniffZip(bytes: Uint8Array): { type: EvidenceType } | { fault: EvidenceFault } {
  const names: string[] = [];
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        return name === '[Content_Types].xml' && originalSize <= 1024 * 1024;
      },
    });
  } catch {
    return { fault: 'evidence-damaged' };
  }
  const list = parts['[Content_Types].xml'];
  if (!list) return { fault: 'evidence-packed' };
  const said = strFromU8(list);
  if (/macroEnabled|vbaProject|activeX/i.test(said) || names.some((name) => runs.test(name))) return { fault: 'evidence-macros' };
  const [, type] = Object.entries(officeTypes).find(([mark]) => said.includes(`"${mark}"`)) ?? [];
  return type ? { type } : { fault: 'evidence-type' };
}

function sniffText(bytes: Uint8Array): { type: EvidenceType } | { fault: EvidenceFault } {
  const text = decoded(bytes);
  if (text === undefined) return { fault: 'evidence-type' };
  if (text.trim() === '') return { fault: 'evidence-empty' };
  if (/^#!/.test(text)) return { fault: 'evidence-program' };
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

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

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

/** A name to save under, without folders or signs that steer; it ends as the type does, so that nothing opens as what it is not. */
export function evidenceName(given: string, type: EvidenceType): string {
  const plain = given
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
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
