import type { Static, TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { Problem, type ProblemDetail } from '../problem.ts';
import { leastOf } from './text.ts';

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
    for (const detail of detailsOf(error)) if (!details.has(detail.at)) details.set(detail.at, detail);
  }
  throw new Problem('invalid', 'shape', { fields: [...details.keys()].map((at) => at.slice(1) || '/').join(', ') }, [
    ...details.values(),
  ]);
}

type Fault = { readonly keyword: string; readonly instancePath: string; readonly params: unknown };

/** The first thing that is wrong with each field, in the words an interface's user needs: missing, unknown, too short, wrong. */
function detailsOf({ keyword, instancePath, params }: Fault): ProblemDetail[] {
  const {
    requiredProperties = [],
    additionalProperties = [],
    pattern,
  } = params as {
    requiredProperties?: string[];
    additionalProperties?: string[];
    pattern?: unknown;
  }; // reason: typebox's own, by keyword
  if (keyword === 'required') return requiredProperties.map((name) => ({ at: `${instancePath}/${name}`, code: 'field-missing' }));
  if (keyword === 'additionalProperties')
    return additionalProperties.map((name) => ({ at: `${instancePath}/${name}`, code: 'field-unknown' }));
  if (keyword === 'boolean') return []; // the same unknown field, said a second time
  const least = keyword === 'pattern' ? leastOf(pattern) : undefined;
  if (least !== undefined)
    return [
      { at: instancePath || '/', ...(least === 1 ? { code: 'field-blank' } : { code: 'field-too-short', params: { n: least } }) },
    ];
  return [{ at: instancePath || '/', code: 'field-wrong' }];
}
