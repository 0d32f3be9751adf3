import { hash } from 'node:crypto';
import { areaCovers } from '../../kernel/actor/permission.ts';
import type { Seal } from '../../kernel/seal/seal.ts';
import { type Cell, type CellContext, readValue } from './read-value.ts';
import { type Column, type Counted, type Finding, isPersonal, type RecordType, type Row, type Values } from './type.ts';
import { unit as unitColumn } from './types/shared-columns.ts';

/** How far who sends the rows may record: the whole district, or these units and areas. */
export type Reach = 'district' | { readonly units: readonly string[]; readonly areas: readonly string[] };

/** A row that may be kept. `personal` stays in memory until it is sealed. */
export type CheckedRow = {
  readonly row: Row;
  readonly personal: Readonly<Record<string, string>>;
  readonly personIndex: Buffer | undefined;
  readonly day: string;
  readonly until: string | undefined;
  readonly area: string;
  readonly town: string;
  readonly place: string;
  readonly identity: Buffer;
  readonly contentHash: Buffer;
  readonly subject: Buffer | undefined;
  readonly counted: readonly Counted[];
};
export type Checked = { readonly kept?: CheckedRow; readonly findings: readonly Finding[] };

export type CheckContext = CellContext & { readonly district: string; readonly seal: Seal; readonly reach: Reach };

/** The columns of a type with the unit's, which every type has. */
export function columnsOf(type: RecordType): Readonly<Record<string, Column>> {
  const known = allColumns.get(type) ?? Object.freeze({ ...type.columns, unit: unitColumn });
  allColumns.set(type, known);
  return known;
}
const allColumns = new WeakMap<RecordType, Readonly<Record<string, Column>>>();

/** Checks one row: every cell, then the rules across them, then whether its sender may record it. Every fault is found at once. */
export function checkRow(type: RecordType, cells: Readonly<Record<string, Cell | undefined>>, context: CheckContext): Checked {
  const findings: Finding[] = [];
  const values: Record<string, string | number | boolean | undefined> = {};
  const personal: Record<string, string> = {};
  for (const [key, column] of Object.entries(columnsOf(type))) {
    const read = readValue(column, cells[key], context);
    if ('code' in read) findings.push({ at: key, code: read.code, params: read.params });
    else if (read.value === undefined) continue;
    else if (isPersonal(column.kind)) personal[key] = String(read.value);
    else values[key] = read.value;
  }
  const person = personOf(type, personal, context);
  if (type.person && !person && !findings.some(({ at }) => type.person?.includes(at)))
    findings.push({ at: type.person[0] ?? '', code: 'row-person-needed' });
  for (const rule of type.rules) {
    const finding = rule(values, { today: context.today, startsOn: context.reference.startsOn });
    if (finding && !findings.some(({ at, warns }) => at === finding.at && !warns)) findings.push(finding);
  }
  const lies = whereItLies(type, values, context);
  if (findings.every(({ warns }) => warns)) findings.push(...mayRecord(lies, values, type, context));
  if (findings.some(({ warns }) => !warns)) return { findings };
  return { findings, kept: keptRow(type, values, personal, person, lies, context) };
}

function personOf(
  type: RecordType,
  personal: Readonly<Record<string, string>>,
  { seal, district }: CheckContext,
): Buffer | undefined {
  for (const key of type.person ?? []) {
    const number = personal[key];
    if (number !== undefined)
      return seal.blindIndex(type.columns[key]?.kind === 'phone' ? 'phone' : 'id-number', number, district);
  }
  return undefined;
}

type Lies = { readonly area: string; readonly town: string; readonly place: string; readonly unit: string | undefined };

function whereItLies(type: RecordType, values: Values, { reference, reach }: CheckContext): Lies {
  const area = type.area ? String(values[type.area] ?? '') : '';
  const town = area === '' ? '' : (reference.areas.townOf(area)?.code ?? '');
  const place = area !== '' && area !== town ? area : '';
  const given = values.unit;
  if (typeof given === 'string') return { area, town, place, unit: given };
  if (reach === 'district') return { area, town, place, unit: reference.findUnit(type.unit) };
  if (reach.units.length === 1) return { area, town, place, unit: reach.units[0] };
  return { area, town, place, unit: town === '' || reach.areas.length === 0 ? undefined : reference.findUnit(`town-${town}`) };
}

/** Rows outside one's own unit or area are named as such: in a file of thousands the sender must see which. */
function mayRecord({ area, town, unit }: Lies, values: Values, type: RecordType, { reach }: CheckContext): Finding[] {
  const isOwnArea = reach !== 'district' && area !== '' && reach.areas.some((own) => areaCovers(own, { area, town }));
  if (reach === 'district' || isOwnArea || (unit !== undefined && reach.units.includes(unit)))
    return unit === undefined ? [{ at: 'unit', code: 'row-unit-needed' }] : [];
  if (reach.units.length > 0) return [{ at: 'unit', code: values.unit === undefined ? 'row-unit-needed' : 'row-not-own-unit' }];
  return [{ at: type.area ?? 'unit', code: area === '' ? 'row-area-needed' : 'row-not-own-area' }];
}

function keptRow(
  type: RecordType,
  values: Record<string, string | number | boolean | undefined>,
  personal: Readonly<Record<string, string>>,
  personIndex: Buffer | undefined,
  { area, town, place, unit = '' }: Lies,
  { seal, district }: CheckContext,
): CheckedRow {
  values.unit = unit;
  const keyed = (parts: readonly unknown[]) =>
    seal.blindIndex('digest', hash('sha256', JSON.stringify([type.name, ...parts])), district);
  const row = { values, person: personIndex?.toString('hex') ?? '', unit };
  const said = (key: string) => personal[key] ?? values[key] ?? null;
  const until = type.until ? values[type.until] : undefined;
  return {
    row,
    personal,
    personIndex,
    day: String(values[type.day]),
    until: typeof until === 'string' ? until : undefined,
    area,
    town,
    place,
    identity: keyed(['identity', ...type.identity.map(said)]),
    contentHash: keyed(['content', ...Object.keys(columnsOf(type)).map(said)]),
    subject: type.subject && keyed(['subject', ...type.subject(row)]),
    counted: type.facts(row),
  };
}
