import { strFromU8, unzipSync } from 'fflate';
import type { EvidenceType } from './contract.ts';
import type { Sniffed } from './sniffed.ts';

const officeTypes: Readonly<Record<string, EvidenceType>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml': 'pptx',
};

/** Beside these, an office document holds nothing that runs: macros, controls, embedded programs. */
const runs =
  /vbaProject|vbaData|\/activeX\/|oleObject\d*\.bin$|\.(exe|dll|com|scr|bat|cmd|ps1|vbs|js|jar|hta|msi|docm|xlsm|xlsb|pptm)$/i;

/** What is read of an archive: the list of its parts, and what they refer to. */
const read = /^\[Content_Types\]\.xml$|\.rels$/i;
const LARGEST_LIST_BYTES = 1024 * 1024;
const LARGEST_LISTS_BYTES = 16 * 1024 * 1024;

/** The office formats are archives; their own list of parts says which, and whether something in them runs or is fetched from elsewhere. */
export function sniffOffice(bytes: Uint8Array): Sniffed {
  const names: string[] = [];
  let parts: Record<string, Uint8Array>;
  let total = 0;
  let isTooLarge = false;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        if (!read.test(name)) return false;
        total += originalSize;
        isTooLarge ||= originalSize > LARGEST_LIST_BYTES || total > LARGEST_LISTS_BYTES;
        return !isTooLarge;
      },
    });
  } catch {
    return { fault: 'evidence-damaged' };
  }
  if (isTooLarge) return { fault: 'evidence-damaged' };
  const list = parts['[Content_Types].xml'];
  if (!list) return { fault: 'evidence-packed' };
  const said = strFromU8(list);
  if (/macroEnabled|vbaProject|activeX/i.test(said) || names.some((name) => runs.test(name))) return { fault: 'evidence-macros' };
  const references = Object.entries(parts).filter(([name]) => /\.rels$/i.test(name));
  if (references.some(([, part]) => fetchesWhatRuns(part))) return { fault: 'evidence-template' };
  const [, type] = Object.entries(officeTypes).find(([mark]) => said.includes(`"${mark}"`)) ?? [];
  return type ? { type } : { fault: 'evidence-type' };
}

/** A template, frame or object that lies elsewhere is fetched and run when the document is opened; one on the writer's own disk is not. */
const fetched = /\/(?:attachedTemplate|oleObject|frame|subDocument|control)\b/i;
const onOwnDisk = /^(?:file:\/{2,3})?[a-z]:[\\/]/i;

function fetchesWhatRuns(references: Uint8Array): boolean {
  if (references.includes(0)) return true; // in another encoding than the format's own: nobody writes that to be read
  const elements = strFromU8(references).match(/<[^>]*\bTargetMode\s*=[^>]*>/gi) ?? [];
  return elements.map(withoutEntities).some((element) => {
    const of = (name: string) =>
      new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(element)?.slice(1).find(Boolean) ?? '';
    return /^external$/i.test(of('TargetMode')) && fetched.test(of('Type')) && !onOwnDisk.test(of('Target'));
  });
}

const withoutEntities = (text: string): string =>
  text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (written, hex?: string, decimal?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
