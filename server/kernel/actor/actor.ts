/**
 * Who acts. Deny by default: an actor may do what one of its grants allows, in that grant's unit and area, and nothing else.
 *
 * A grant of a whole-district role names no place. Out of scope reads as *not found*, so existence never leaks.
 */
/** Who works for the city, or judges it. Granted by people, and only these can be. */
export const staffRoles = [
  'programme-office', // 区人力社保局专班：开账、督办、销账
  'liaison', // 牵头／配合单位联络员，限本单位
  'street-officer', // 街道（乡镇）干部，限本辖区
  'specialist', // 就业服务专员，限本社区（村）
  'station-officer', // 零工市场（驿站）工作人员，限本站点所在区划
  'leader', // 区领导，只读
  'evaluator', // 第三方评估，只读
  'system-administrator', // 系统管理员 ┐
  'security-administrator', // 安全管理员 ├ 三员分立：互不兼任
  'audit-administrator', // 审计管理员 ┘
] as const;

/** Who comes to the city's counter, or stands on it. Nobody grants these: they follow from who one is. */
export const outsideRoles = [
  'resident', // 居民：只涉及本人
  'employer', // 用工单位：由其管理人或带班人代表，限本单位
  'kiosk', // 站点自助终端，限本站点：只办签到
  'screen', // 站点大屏，限本站点：只看，不办事
] as const;

export const roles = [...staffRoles, ...outsideRoles] as const;

export type StaffRole = (typeof staffRoles)[number];
export type OutsideRole = (typeof outsideRoles)[number];
export type Role = StaffRole | OutsideRole;

/** `unit`: a unit's code; `area`: a 12-digit division code, which covers everything below it. */
export type StaffGrant = { readonly role: StaffRole; readonly unit?: string | undefined; readonly area?: string | undefined };
/** Everybody is their own person. */
export type PersonGrant = { readonly role: 'resident'; readonly person: string };
/** One for each employer somebody acts for: a manager (管理人) speaks for it in everything, a foreman (带班人) for its work. */
export type EmployerGrant = { readonly role: 'employer'; readonly employer: string; readonly as: 'manager' | 'foreman' };
export type KioskGrant = { readonly role: 'kiosk'; readonly station: string };
export type ScreenGrant = { readonly role: 'screen'; readonly station: string };

/** What any grant may name, for whoever looks at grants of every kind. */
export type Grant = {
  readonly role: Role;
  readonly unit?: string | undefined;
  readonly area?: string | undefined;
  readonly person?: string;
  readonly employer?: string;
  readonly as?: 'manager' | 'foreman';
  readonly station?: string;
};

export type Actor =
  | { readonly kind: 'visitor' }
  | { readonly kind: 'staff'; readonly id: string; readonly name: string; readonly grants: readonly StaffGrant[] }
  | { readonly kind: 'client'; readonly id: string; readonly name: string; readonly grants: readonly StaffGrant[] }
  /** `name` is masked (张*): it may be kept beside what the person does. */
  | {
      readonly kind: 'resident';
      readonly id: string;
      readonly name: string;
      readonly grants: readonly (PersonGrant | EmployerGrant)[];
    }
  | { readonly kind: 'kiosk'; readonly id: string; readonly name: string; readonly grants: readonly KioskGrant[] }
  | { readonly kind: 'screen'; readonly id: string; readonly name: string; readonly grants: readonly ScreenGrant[] }
  | { readonly kind: 'system'; readonly id: string };

export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export type ResidentActor = Extract<Actor, { kind: 'resident' }>;

export const visitor: Actor = Object.freeze({ kind: 'visitor' });
export const system = (id: string): Actor => Object.freeze({ kind: 'system', id });

/** How an actor is written into audit entries and idempotency keys. Never a name or a number of a person. */
export const actorKey = (actor: Actor): string => (actor.kind === 'visitor' ? 'visitor' : `${actor.kind}:${actor.id}`);

export const grantsOf = (actor: Actor): readonly Grant[] => ('grants' in actor ? actor.grants : []);

/** The three administrators never hold each other's power, nor any business role. */
export function conflictingRoles(held: readonly Role[]): [Role, Role] | undefined {
  const separate: readonly Role[] = ['system-administrator', 'security-administrator', 'audit-administrator'];
  for (const one of held) {
    if (!separate.includes(one)) continue;
    const other = held.find((role) => role !== one);
    if (other) return [one, other];
  }
  return undefined;
}
