import { type Static, Type } from 'typebox';

/** What evidence may be: told by the bytes alone. */
export const evidenceTypes = ['pdf', 'docx', 'xlsx', 'pptx', 'png', 'jpg', 'webp', 'text'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

/** The SHA-256 of documents uploaded before (`POST /api/evidence`), as a form of another module takes them. */
export const EvidenceHashes = Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { maxItems: 20, uniqueItems: true });
export type EvidenceHashes = Static<typeof EvidenceHashes>;

/** A document that proves something. `GET /api/evidence/:sha256` gives it; opening it is audited. */
export type EvidenceItem = {
  readonly sha256: string;
  readonly name: string;
  readonly type: EvidenceType;
  /** In bytes. */
  readonly size: number;
  readonly uploadedByName: string;
  /** ISO instant. */
  readonly uploadedAt: string;
};

/** `POST /api/evidence`. `isNew`: nobody had uploaded this file before. */
export type KeptEvidence = EvidenceItem & { readonly isNew: boolean };

/** `GET /api/evidence`: what the asker's unit, area or office uploaded, latest first. */
export type OwnEvidence = { readonly items: readonly EvidenceItem[] };
