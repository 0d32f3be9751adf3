import type { TSchema } from 'typebox';
import { error, type Fault } from './fault.ts';

/** The part of JSON Schema that our shapes use. */
type Shape = {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
};

/** Faults in a leaf: the rest of the value can still be judged. All others mean that something is not where it belongs. */
const harmless = new Set([
  'check-empty',
  'check-pattern',
  'check-too-few',
  'check-twice-in-list',
  'check-range',
  'check-too-long',
]);

export const isHarmless = ({ code }: Fault): boolean => harmless.has(code);

/**
 * Every place where a value differs from its shape, each named once. The validator of `execute` stops at the first eight and names
 * every branch of a choice; a person who writes a file by hand needs all of them, and of a choice only the branch they meant.
 */
export const shapeFaults = (schema: TSchema, value: unknown): Fault[] => faultsOf(schema as unknown as Shape, value, ''); // reason: a TypeBox schema is JSON Schema, of which Shape is the part we use

function faultsOf(shape: Shape, value: unknown, path: string): Fault[] {
  if (shape.anyOf) return choiceFaults(shape.anyOf, value, path);
  if ('const' in shape) return value === shape.const ? [] : [error(path, 'check-choice', { choices: String(shape.const) })];
  if (value === null || value === undefined) return [error(path, 'check-missing', { field: lastOf(path) })];
  switch (shape.type) {
    case 'object':
      return objectFaults(shape, value, path);
    case 'array':
      return listFaults(shape, value, path);
    case 'string':
      return textFaults(shape, value, path);
    case 'boolean':
      return typeof value === 'boolean' ? [] : [error(path, 'check-not-yes-no')];
    default:
      return numberFaults(shape, value, path);
  }
}

function objectFaults({ properties = {}, required = [] }: Shape, value: unknown, path: string): Fault[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [error(path, 'check-not-group', { fields: Object.keys(properties).join(', ') })];
  const given = new Map(Object.entries(value));
  const missing = required.filter((name) => !given.has(name)).map((field) => error(path, 'check-missing', { field }));
  const inside = [...given].flatMap(([name, part]) => {
    const shape = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const at = `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return shape ? faultsOf(shape, part, at) : [error(at, 'check-unknown-field', { field: name })];
  });
  return [...missing, ...inside];
}

function listFaults({ items = {}, minItems = 0, uniqueItems }: Shape, value: unknown, path: string): Fault[] {
  if (!Array.isArray(value)) return [error(path, 'check-not-list')];
  const faults = value.flatMap((part, i) => faultsOf(items, part, `${path}/${i}`));
  if (value.length < minItems) faults.push(error(path, 'check-too-few', { least: minItems }));
  if (uniqueItems) {
    value.forEach((part, i) => {
      if (value.indexOf(part) < i) faults.push(error(`${path}/${i}`, 'check-twice-in-list', { name: String(part) }));
    });
  }
  return faults;
}

function textFaults({ minLength = 0, maxLength, pattern }: Shape, value: unknown, path: string): Fault[] {
  if (typeof value !== 'string') return [error(path, 'check-not-text', { value: shown(value) })];
  if (value.trim().length < minLength || (pattern !== undefined && value === ''))
    return [error(path, 'check-empty', { field: lastOf(path) })];
  if (maxLength !== undefined && value.length > maxLength) return [error(path, 'check-too-long', { most: maxLength })];
  if (pattern !== undefined && !new RegExp(pattern).test(value))
    return [error(path, 'check-pattern', { value: shown(value), example: examples[pattern] ?? pattern })];
  return [];
}

/** What a text of this pattern looks like. */
const examples: Readonly<Record<string, string>> = {
  '^\\d{6}$': '110112',
  '^\\d{4}-\\d{2}-\\d{2}$': '2027-12-31',
  '^[a-z0-9]+(-[a-z0-9]+)*$': 'human-resources',
  '^\\d{1,2}[a-z]?$': '2a',
};

function numberFaults({ type, minimum, maximum }: Shape, value: unknown, path: string): Fault[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return [error(path, 'check-not-number', { value: shown(value) })];
  if (type === 'integer' && !Number.isInteger(value)) return [error(path, 'check-not-whole', { value })];
  if ((minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum))
    return [error(path, 'check-range', { value, least: minimum ?? '−∞', most: maximum ?? '∞' })];
  return [];
}

/** Of several shapes the one that was meant: by its distinguishing word (`rule: sum`), else by the field that only it asks for. */
function choiceFaults(shapes: readonly Shape[], value: unknown, path: string): Fault[] {
  if (shapes.every((shape) => 'const' in shape)) {
    const isOne = shapes.some((shape) => shape.const === value);
    return isOne ? [] : [error(path, 'check-choice', { choices: shapes.map((shape) => String(shape.const)).join(', ') })];
  }
  if (typeof value !== 'object' || value === null) return [error(path, 'check-missing', { field: lastOf(path) })];
  const given = new Map(Object.entries(value));
  for (const word of Object.keys(shapes[0]?.properties ?? {})) {
    const choices = shapes.map((shape) => shape.properties?.[word]?.const);
    if (!choices.every((choice) => typeof choice === 'string')) continue;
    const meant = shapes[choices.indexOf(String(given.get(word)))];
    return meant ? faultsOf(meant, value, path) : [error(`${path}/${word}`, 'check-choice', { choices: choices.join(', ') })];
  }
  const meant = shapes.find((shape) => (shape.required ?? []).some((name) => given.has(name))) ?? shapes[0];
  return meant ? faultsOf(meant, value, path) : [];
}

/** The field as a person finds it: `title.en`, `unit.zh`, `code`. */
const lastOf = (path: string): string =>
  path
    .split('/')
    .slice(path.endsWith('/zh') || path.endsWith('/en') ? -2 : -1)
    .join('.');
const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60);
