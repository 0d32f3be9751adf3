import { type Static, Type } from 'typebox';
import type { Said } from '../../../kernel/i18n/said.ts';
import { AreaCode, Latitude, Level, Longitude, Money, Shift, TradeCode } from '../shapes.ts';
import type { Shift as ShiftName } from '../shifts.ts';

/** What a worker says once: the trades, where they start from, the pay they accept, the shifts they take. */
export const WorkerProfile = Type.Object(
  {
    skills: Type.Array(Type.Object({ trade: TradeCode, level: Level }, { additionalProperties: false }), {
      minItems: 1,
      maxItems: 12,
    }),
    /** A community, street or town; with a position from the map or the phone, that is used, rounded. */
    startArea: AreaCode,
    latitude: Type.Optional(Latitude),
    longitude: Type.Optional(Longitude),
    radiusKm: Type.Integer({ minimum: 1, maximum: 60 }),
    /** Fen for a day of eight hours: nothing below it is ever offered. */
    payFloor: Money,
    /** What I would like to earn. */
    payWish: Money,
    shifts: Type.Array(Shift, { minItems: 1, maxItems: 4 }),
    shiftWish: Type.Optional(Shift),
  },
  { additionalProperties: false },
);
export type WorkerProfile = Static<typeof WorkerProfile>;

/** A card as it is handed over: `card` is the secret in its code, answered this once and kept nowhere. */
export type IssuedCard = {
  readonly worker: string;
  readonly number: number;
  /** Masked. */
  readonly name: string;
  readonly card: string;
};

export type WorkerSkill = {
  readonly trade: string;
  readonly name: Said;
  readonly level: number;
  /** What an officer saw; null: the worker's own word. */
  readonly checkedLevel: number | null;
};

export type WorkerLicence = {
  readonly id: string;
  readonly licence: string;
  readonly name: Said;
  readonly state: 'claimed' | 'checked' | 'refused' | 'withdrawn';
  readonly expiresOn: string | null;
  readonly reason: string | null;
  /** Checked, and not over. */
  readonly isValid: boolean;
  /** Days to its end, where it is valid and that is near; else null. */
  readonly daysLeft: number | null;
};

/** A worker as they and the counter see them; no name and no telephone number, which are the resident's. */
export type Worker = {
  readonly id: string;
  readonly number: number;
  readonly startArea: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusKm: number;
  readonly payFloor: number;
  readonly payWish: number;
  readonly shifts: readonly ShiftName[];
  readonly shiftWish: ShiftName | null;
  readonly aidedUntil: string | null;
  readonly joinedOn: string;
  readonly isPaused: boolean;
  readonly revision: number;
  readonly skills: readonly WorkerSkill[];
  readonly licences: readonly WorkerLicence[];
  readonly team: WorkerTeam | null;
};

export type WorkerTeam = { readonly id: string; readonly code: string; readonly members: readonly string[] };

/** `GET /api/gig-workers/:worker` */
export type WorkerWhole = Worker & {
  readonly startAreaName: string;
  /** The numbers on the cards of everybody in the team, oneself included; none without a team. */
  readonly teamNumbers: readonly number[];
};

export type ListedLicence = {
  readonly id: string;
  readonly licence: string;
  readonly name: Said;
  readonly worker: string;
  readonly workerNumber: number;
  readonly workerName: string;
};
export type ClaimedLicence = ListedLicence & { readonly expiresOn: string | null; readonly claimedAt: string };
export type EndingLicence = ListedLicence & { readonly expiresOn: string; readonly isOver: boolean };

export type CheckedLicence = ListedLicence & { readonly expiresOn: string; readonly checkedAt: string };

/**
 * `GET /api/gig-licences`: those that wait for an officer's eye, the oldest first; those that end soon or have ended, by their end; the
 * others that were looked at lately, the last first.
 */
export type LicenceList = {
  readonly day: string;
  readonly claimed: readonly ClaimedLicence[];
  readonly ending: readonly EndingLicence[];
  readonly checked: readonly CheckedLicence[];
};
