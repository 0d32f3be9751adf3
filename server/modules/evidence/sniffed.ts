import type { EvidenceType } from './contract.ts';

/** Why a file cannot be evidence: the codes of `problem.<code>`. */
export type EvidenceFault =
  | 'evidence-empty'
  | 'evidence-virus'
  | 'evidence-macros'
  | 'evidence-template'
  | 'evidence-attachments'
  | 'evidence-locked'
  | 'evidence-program'
  | 'evidence-web-page'
  | 'evidence-old-office'
  | 'evidence-packed'
  | 'evidence-damaged'
  | 'evidence-encoding'
  | 'evidence-type';

/** What a file was found to be, or why it is not taken. */
export type Sniffed = { readonly type: EvidenceType } | { readonly fault: EvidenceFault };

export const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
