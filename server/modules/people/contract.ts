import { type Static, Type } from 'typebox';
import { type StaffRole, staffRoles } from '../../kernel/actor/actor.ts';
import type { Said } from '../../kernel/i18n/said.ts';

/** Shapes of people, roles and signing in, shared with the office. */
export const RoleName = Type.Unsafe<StaffRole>(Type.Union(staffRoles.map((role) => Type.Literal(role))));

export const NamedGrant = Type.Object({
  role: RoleName,
  unit: Type.Optional(Type.String()),
  unitName: Type.Optional(Type.String()),
  area: Type.Optional(Type.String()),
  areaName: Type.Optional(Type.String()),
});
export type NamedGrant = Static<typeof NamedGrant>;

type About = {
  readonly district: { readonly code: string; readonly name: { readonly zh: string; readonly en: string } };
  readonly demo: boolean;
};

/** `GET /api/me`. */
export type Me = About &
  (
    | { readonly signedIn: false }
    | {
        readonly signedIn: true;
        readonly kind: 'staff' | 'client';
        readonly account: string;
        readonly name: string;
        readonly grants: readonly NamedGrant[];
        /** `skipped`: a demonstration account, which goes without. */
        readonly secondFactor: 'on' | 'off' | 'skipped' | 'identity-provider';
        /** What must be done before the account opens anything; until then `grants` is empty. */
        readonly pending?: 'new-password' | 'second-factor';
      }
  );

/** A grant as lists answer it; instants are ISO 8601. */
export type ListedGrant = {
  readonly id: string;
  readonly role: StaffRole;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly area: string | null;
  readonly areaName: string | null;
  readonly grantedAt: string;
};

export type Person = {
  readonly account: string;
  readonly name: string;
  readonly userName: string | null;
  readonly email: string;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly invitedAt: string;
  readonly suspendedAt: string | null;
  readonly suspendedWhy: string | null;
  readonly isDemo: boolean;
  readonly hasSecondFactor: boolean;
  readonly oneTimePasswordUntil: string | null;
  /** Those held now. */
  readonly grants: readonly ListedGrant[];
};

/** `GET /api/people`. */
export type People = { readonly rows: readonly Person[]; readonly total: number; readonly page: number; readonly size: number };

/** `GET /api/roles`: every role in plain words, and what a grant of it must name. */
export type RoleAbout = {
  readonly role: StaffRole;
  readonly name: Said;
  readonly explained: Said;
  readonly needs: 'district' | 'unit' | 'area';
  readonly levels: readonly ('town' | 'village')[];
  readonly forPrograms: boolean;
};

/** `GET /api/people/:account/roles`, newest first. */
export type PastGrant = ListedGrant & {
  readonly grantedBy: string;
  readonly grantedByName: string | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly endedByName: string | null;
};

/** `GET /api/clients`: programs of other systems, the revoked ones too. */
export type Client = {
  readonly id: string;
  readonly name: string;
  readonly grants: readonly NamedGrant[];
  readonly createdAt: string;
  readonly createdBy: string;
  readonly revokedAt: string | null;
  readonly revokedBy: string | null;
};
