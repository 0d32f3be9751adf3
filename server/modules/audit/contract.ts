import { type Static, Type } from 'typebox';
import type { AuditFinding } from '../../kernel/audit/finding.ts';

/** Shapes of the audit page, shared with the office. */

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

export const EntriesInput = Type.Object(
  {
    /** Beijing days, both included. */
    from: Type.Optional(Day),
    until: Type.Optional(Day),
    /** An actor as the log writes it (`staff:…`), or part of a person's name. */
    actor: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    /** A command's name or the beginning of one, e.g. `records.` or `sign-in`. */
    action: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    outcome: Type.Optional(Type.Union([Type.Literal('done'), Type.Literal('refused'), Type.Literal('failed')])),
    /** `next` of the page before. */
    after: Type.Optional(Type.String({ pattern: '^\\d{1,16}\\.[0-9a-f-]{36}$' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
);
export type EntriesInput = Static<typeof EntriesInput>;

export type AuditEntryRow = {
  readonly id: string;
  readonly lane: number;
  readonly seq: number;
  /** ISO 8601. */
  readonly at: string;
  readonly actor: string;
  /** The person's name where the actor is staff of this district. */
  readonly actorName: string | undefined;
  readonly action: string;
  readonly outcome: 'done' | 'refused' | 'failed';
  /** What the command chose to keep of itself. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Hex. */
  readonly hash: string;
};
/** `GET /api/audit/entries`, newest first. */
export type AuditEntries = { readonly entries: readonly AuditEntryRow[]; readonly next: string | undefined };

export type CheckpointRow = { readonly id: string; readonly at: string; readonly entries: number; readonly hash: string };
/** `GET /api/audit/checkpoints`, newest first. */
export type AuditCheckpoints = {
  readonly checkpoints: readonly CheckpointRow[];
  readonly next: string | undefined;
  /** The public key that they can be verified with, base64. */
  readonly publicKey: string;
  /** Whether a witness outside is configured. */
  readonly witness: { readonly directory: boolean; readonly address: boolean };
};

/** A finding with its sentence in the reader's languages. */
export type SaidFinding = AuditFinding & { readonly text: { readonly zh: string; readonly en: string } };

/** `GET /api/audit/verification`: the latest one asked for; `POST /api/audit/verify` answers its id. */
export type Verification = {
  readonly id: string;
  readonly askedAt: string;
  readonly done: number;
  readonly total: number;
  readonly state: 'waiting' | 'running' | 'intact' | 'broken' | 'unfinished';
  readonly finishedAt: string | undefined;
  readonly result:
    | {
        readonly entries: number;
        readonly checkpoints: number;
        readonly lastCheckpoint: string | undefined;
        /** Entries after the last checkpoint: these rest on the links alone until the next one. */
        readonly entriesSince: number;
        readonly findings: readonly SaidFinding[];
        readonly more: number;
      }
    | undefined;
};
