import type { Static, TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { Problem, type ProblemDetail } from '../problem.ts';
import { leastOf } from './text.ts';

/**
 * Marks an amount: fen inside, yuan wherever people type and read it. A refusal states its bounds in yuan.
 *
 * @example
 * pay: Type.Integer({ minimum: 100, maximum: 1_000_000, ...inFen })
 */
export const inFen = { 'x-unit': 'fen' } as const;

const compiled = new WeakMap<TSchema, Validator>();

/** Checks the shape and names every field that is missing, unknown or wrong. Unknown fields are refused, not ignored. */
export function shaped<S extends TSchema>(schema: S, input: unknown): Static<S> {
  let validator = compiled.get(schema);
  if (!validator) {
    validator = Compile(schema);
    compiled.set(schema, validator);
  }
  if (validator.Check(input)) return input as Static<S>; // reason: Check has just proved it
  const details = new Map<string, ProblemDetail>();
  for (const error of validator.Errors(input)) {
    for (const detail of detailsOf(error, schema)) if (!details.has(detail.at)) details.set(detail.at, detail);
  }
  throw new Problem('invalid', 'shape', { fields: [...details.keys()].map((at) => at.slice(1) || '/').join(', ') }, [
    ...details.values(),
  ]);
}

type Fault = {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: unknown;
};

/** The first thing that is wrong with each field, in the words an interface's user needs: missing, unknown, or what it should be. */
function detailsOf({ keyword, instancePath, schemaPath, params }: Fault, whole: TSchema): ProblemDetail[] {
  const { requiredProperties = [], additionalProperties = [] } = params as {
    requiredProperties?: string[];
    additionalProperties?: string[];
  }; // reason: typebox's own, by keyword
  if (keyword === 'required') return requiredProperties.map((name) => ({ at: `${instancePath}/${name}`, code: 'field-missing' }));
  if (keyword === 'additionalProperties')
    return additionalProperties.map((name) => ({ at: `${instancePath}/${name}`, code: 'field-unknown' }));
  if (keyword === 'boolean') return []; // the same unknown field, said a second time
  return [{ at: instancePath || '/', ...wantedBy(keyword, schemaAt(whole, schemaPath)) }];
}

/** What typebox may say of one field. */
type Field = {
  readonly type?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly 'x-unit'?: unknown;
};

/** The part of a shape at typebox's own path, `#/properties/seats`. */
function schemaAt(whole: TSchema, path: string): Field {
  let found: unknown = whole;
  for (const step of path.split('/').slice(1))
    found = typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[step] : undefined; // reason: a step of a JSON pointer
  return (found ?? {}) as Field; // reason: a shape is plain JSON, and every key is looked at before use
}

/** What a field should have been, with its bounds: whoever is refused has to know what to type instead. */
function wantedBy(keyword: string, field: Field): Omit<ProblemDetail, 'at'> {
  const { type, minimum, maximum, maxLength, minItems, maxItems, pattern } = field;
  if ((type === 'integer' || type === 'number') && minimum !== undefined && maximum !== undefined) {
    if (field['x-unit'] === 'fen') return { code: 'field-yuan', params: { least: minimum / 100, most: maximum / 100 } };
    return { code: type === 'integer' ? 'field-whole' : 'field-number', params: { least: minimum, most: maximum } };
  }
  if (keyword === 'maxLength' && maxLength !== undefined) return { code: 'field-too-long', params: { n: maxLength } };
  if (keyword === 'minItems' && minItems !== undefined) return { code: 'field-too-few', params: { n: minItems } };
  if (keyword === 'maxItems' && maxItems !== undefined) return { code: 'field-too-many', params: { n: maxItems } };
  if (keyword === 'enum' || keyword === 'const' || keyword === 'anyOf') return { code: 'field-choice' };
  const least = keyword === 'pattern' ? leastOf(pattern) : undefined;
  if (least !== undefined) return least === 1 ? { code: 'field-blank' } : { code: 'field-too-short', params: { n: least } };
  const digits = keyword === 'pattern' ? TYPED_DIGITS.exec(pattern ?? '')?.[1] : undefined;
  if (digits !== undefined) return { code: 'field-digits', params: { n: Number(digits) } };
  return { code: 'field-wrong' };
}

/** `^\d{6}$`: so few digits are typed; longer ones, an area's, are chosen from a list. */
const TYPED_DIGITS = /^\^\\d\{([2-8])\}\$$/;
