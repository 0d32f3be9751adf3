import { type Static, Type } from 'typebox';
import { type Role, roles } from '../../kernel/actor/actor.ts';

/** Shapes of people, roles and signing in, shared with the office. */
export const RoleName = Type.Unsafe<Role>(Type.Union(roles.map((role) => Type.Literal(role))));

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
