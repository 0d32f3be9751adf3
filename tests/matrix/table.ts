import { readFileSync } from 'node:fs';
import { type Role, roles } from '../../server/kernel/actor/actor.ts';
import type { Permission, Reach } from '../../server/kernel/actor/permission.ts';
import type { Module } from '../../server/kernel/module.ts';

/** `one`: asked of one record's place (`scope`). `rows`: lists and files, cut down row by row; their module's own tests show it. */
export type Place = 'whole' | 'one' | 'rows';
export type Row = {
  readonly name: string;
  readonly everyone: boolean;
  readonly reach: Readonly<Record<Role, Reach | undefined>>;
  readonly leye: boolean;
  readonly place: Place;
};

const letters: Readonly<Record<string, Reach | undefined>> = {
  D: 'district',
  U: 'own-unit',
  A: 'own-area',
  P: 'own-person',
  E: 'own-employer',
  M: 'managed-employer',
  S: 'own-station',
  '-': undefined,
};

/** Reads permissions.txt: the second opinion that every declared permission must agree with. Throws at a line it can't read. */
export function readTable(): { columns: readonly string[]; rows: readonly Row[] } {
  const lines = readFileSync(new URL('permissions.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const [head = '', ...rest] = lines;
  const columns = head.trim().split(/\s+/).slice(1, -2);
  const rows = rest.map((line): Row => {
    const [name = '', ...cells] = line.trim().split(/\s+/);
    if (cells.join(' ') === 'everyone')
      return {
        name,
        everyone: true,
        reach: reachOf(
          columns,
          columns.map(() => '-'),
        ),
        leye: true,
        place: 'whole',
      };
    const [leye = '', place = ''] = cells.slice(columns.length);
    if (cells.length !== columns.length + 2 || !/^(yes|no)$/.test(leye) || !/^(whole|one|rows)$/.test(place))
      throw new Error(`permissions.txt can't be read here: ${line}`);
    return { name, everyone: false, reach: reachOf(columns, cells), leye: leye === 'yes', place: place as Place }; // reason: just matched
  });
  return { columns, rows };
}

function reachOf(columns: readonly string[], cells: readonly string[]): Record<Role, Reach | undefined> {
  const reach = (role: Role) => {
    const letter = cells[columns.indexOf(role)] ?? '';
    if (!(letter in letters)) throw new Error(`permissions.txt: “${letter}” is none of D U A P E M S -`);
    return letters[letter];
  };
  return Object.fromEntries(roles.map((role) => [role, reach(role)])) as Record<Role, Reach | undefined>; // reason: one entry a role
}

type Declared = { readonly name: string; readonly may: Permission; readonly scope?: unknown; readonly route?: string };

/** Every command and query of the house. */
export const declaredIn = (modules: readonly Module[]): Declared[] =>
  modules.flatMap((module): Declared[] => [...(module.commands ?? []), ...(module.queries ?? [])]);

/** The line of permissions.txt that says what is declared, for whoever adds one to think over and paste. */
export function lineOf({ name, may, scope }: Declared): string {
  const letter = (reach: Reach | undefined) => Object.entries(letters).find(([, one]) => one === reach)?.[0] ?? '-';
  if (may.anyone) return `${name.padEnd(38)} everyone`;
  const cells = roles.map((role) => letter(may.roles[role]));
  const place = scope ? 'one' : cells.some((cell) => /[UAPEMS]/.test(cell)) ? 'rows' : 'whole';
  return `${name.padEnd(38)} ${cells.map((cell, index) => cell.padEnd((roles[index] ?? '').length)).join(' ')} ${(may.system ? 'yes' : 'no').padEnd(4)} ${place}`;
}
