import type { StaffGrant, StaffRole } from '../../kernel/actor/actor.ts';

/** What a grant of a role must name: a unit, an area of one of these levels, or nothing (the whole district). */
export const roleNeeds: Readonly<Record<StaffRole, 'district' | 'unit' | readonly ('town' | 'village')[]>> = {
  'programme-office': 'district',
  liaison: 'unit',
  'street-officer': ['town'],
  specialist: ['village', 'town'],
  'station-officer': ['town', 'village'],
  leader: 'district',
  evaluator: 'district',
  'system-administrator': 'district',
  'security-administrator': 'district',
  'audit-administrator': 'district',
};

/** Roles that a program may hold: never the power over accounts, rights or the audit. */
export const clientRoles: readonly StaffRole[] = [
  'programme-office',
  'liaison',
  'street-officer',
  'specialist',
  'station-officer',
  'leader',
  'evaluator',
];

/** Why a grant is not well formed, before anybody asks whether its unit or area exists. */
export function faultOfGrant({ role, unit, area }: StaffGrant): 'needs-unit' | 'needs-area' | 'needs-nothing' | undefined {
  const needs = roleNeeds[role];
  if (needs === 'unit') return unit === undefined ? 'needs-unit' : area === undefined ? undefined : 'needs-nothing';
  if (needs === 'district') return unit === undefined && area === undefined ? undefined : 'needs-nothing';
  return area === undefined ? 'needs-area' : unit === undefined ? undefined : 'needs-nothing';
}

export const PASSWORD_LENGTH = { least: 10, most: 128 } as const;

/** What people choose when they must choose something; compared without case, digits and signs at the end. */
const obvious = new Set(
  (
    'password passw0rd qwertyuiop asdfghjkl zxcvbnm qwerty qwertyui administrator admin welcome letmein iloveyou woaini woaini1314 tongzhou ' +
    'beijing zhongguo changeme testtest abcdefghij abcdefgh 1qaz2wsx 1q2w3e4r qazwsx qazwsxedc q1w2e3r4 leye leyeleye'
  )
    .split(' ')
    .map((word) => word.toLowerCase()),
);

/** Why a new password is refused. `own`: the person's names, which others know too. */
export function faultOfPassword(
  password: string,
  own: readonly string[],
): 'password-short' | 'password-long' | 'password-obvious' | undefined {
  if ([...password].length < PASSWORD_LENGTH.least) return 'password-short';
  if ([...password].length > PASSWORD_LENGTH.most) return 'password-long';
  const plain = password.toLowerCase();
  const stem = plain.replace(/[\d\W_]+$/, '');
  if (new Set(plain).size < 5 || obvious.has(plain) || (stem.length > 0 && obvious.has(stem))) return 'password-obvious';
  if (isRun(plain)) return 'password-obvious';
  const named = own.some((name) => [...name].length >= 3 && plain.includes(name.toLowerCase()) && plain.length - name.length < 6);
  return named ? 'password-obvious' : undefined;
}

/** 1234567890, 9876543210, abcdefghij: every character follows its neighbour. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, index) => (character.codePointAt(0) ?? 0) - (text.codePointAt(index) ?? 0));
  const follows = (step: number) => steps.filter((one) => one === step || Math.abs(one) === 9).length === steps.length;
  return follows(1) || follows(-1);
}
