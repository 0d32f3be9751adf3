import { Type } from 'typebox';
import { allow } from '../../../kernel/actor/permission.ts';
import { Text } from '../../../kernel/command/text.ts';

export const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
export const Name = Text(1, 60);
export const Email = Type.String({ maxLength: 200, pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$' });
export const UserName = Type.String({ pattern: '^[a-z][a-z0-9._-]{1,39}$' });

/** 三员分立：授权与停用归安全管理员。 */
export const mayChangeRights = allow({ 'security-administrator': 'district' }, { system: true });
/** Accounts without any right are also opened by the system administrator, who grants nothing. */
export const mayOpenAccounts = allow(
  { 'security-administrator': 'district', 'system-administrator': 'district' },
  { system: true },
);
/** Who reads about people and their roles: the three administrators. */
export const mayReadPeople = allow({
  'security-administrator': 'district',
  'system-administrator': 'district',
  'audit-administrator': 'district',
});
