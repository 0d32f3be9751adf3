/**
 * Who acts. Deny by default: an actor may do what one of its grants allows, in that grant's unit and area, and nothing else.
 *
 * A grant of a whole-district role has neither unit nor area. Out of scope reads as *not found*, so existence never leaks.
 */
export const roles = [
  'programme-office', // 区人力社保局专班：开账、督办、销账
  'liaison', // 牵头／配合单位联络员，限本单位
  'street-officer', // 街道（乡镇）干部，限本辖区
  'specialist', // 就业服务专员，限本社区（村）
  'leader', // 区领导，只读
  'evaluator', // 第三方评估，只读
  'system-administrator', // 系统管理员 ┐
  'security-administrator', // 安全管理员 ├ 三员分立：互不兼任
  'audit-administrator', // 审计管理员 ┘
] as const;

export type Role = (typeof roles)[number];

/** `unit`: a unit's code; `area`: a 12-digit division code, which covers everything below it. */
export type Grant = { readonly role: Role; readonly unit?: string; readonly area?: string };

export type Actor =
  | { readonly kind: 'visitor' }
  | { readonly kind: 'staff'; readonly id: string; readonly name: string; readonly grants: readonly Grant[] }
  | { readonly kind: 'client'; readonly id: string; readonly name: string; readonly grants: readonly Grant[] }
  | { readonly kind: 'system'; readonly id: string };

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
