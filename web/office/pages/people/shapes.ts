import type { Role } from '../../../../server/kernel/actor/actor.ts';
import type { NamedGrant } from '../../../../server/modules/people/contract.ts';
import type { Said } from '../../../shared/language.tsx';

/** `GET /api/people`, as the server's list-staff query answers it. */
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
  readonly grants: readonly (NamedGrant & { readonly id: string; readonly grantedAt: string })[];
};
export type People = { readonly rows: readonly Person[]; readonly total: number; readonly page: number; readonly size: number };

/** `GET /api/roles`. */
export type RoleAbout = {
  readonly role: Role;
  readonly name: Said;
  readonly explained: Said;
  readonly needs: 'district' | 'unit' | 'area';
  readonly levels: readonly ('town' | 'village')[];
  readonly forPrograms: boolean;
};

/** `GET /api/people/:account/roles`. */
export type PastGrant = NamedGrant & {
  readonly id: string;
  readonly grantedAt: string;
  readonly grantedBy: string;
  readonly grantedByName: string | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly endedByName: string | null;
};

/** `GET /api/clients`. */
export type Client = {
  readonly id: string;
  readonly name: string;
  readonly grants: readonly NamedGrant[];
  readonly createdAt: string;
  readonly revokedAt: string | null;
};

/** A grant as it is sent. */
export type GrantGiven = { readonly role: Role; readonly unit?: string; readonly area?: string };
