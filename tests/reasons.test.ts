import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { shaped } from '../server/kernel/command/shape.ts';
import { Problem } from '../server/kernel/problem.ts';
import { modules } from '../server/modules.ts';

type Field = { readonly type?: string; readonly minLength?: number; readonly enum?: unknown; readonly format?: string };

/** What a person says in their own words, by the names that commands give it. */
const spoken = /^(reason|why|report|text|instruction|instructedBy|source|title|name|note)$/;

/** Where nothing need be said, or the command itself looks whether something must be. */
const mayBeEmpty = new Set([
  'consultation.respond-to-decision why', // an acceptance needs none; rules.ts asks for that of a contest
  'consultation.respond-as-public why',
  'consultation.respond-as-public receipt', // a number to be found, or not
  'consultation.confirm-place note',
  'consultation.save-version note',
  'people.change-password current', // a password is what it is
  'people.change-password next',
  // Numbers, which their own readers look at and say better what is wrong with them.
  'residents.ask-code mobile',
  'residents.sign-in mobile',
  'residents.change-number mobile',
  'employers.register-employer creditCode',
  'employers.add-foreman mobile',
  'market-standard.answer-item note', // what is met needs none; handing in asks for it of the rest
]);

const fields = modules
  .flatMap(({ commands = [] }) => commands)
  .flatMap(({ name, input }) => {
    const { properties = {}, required = [] } = input as unknown as {
      properties?: Record<string, Field>;
      required?: string[];
    }; // reason: typebox's own, of an object
    return Object.entries(properties).flatMap(([field, schema]) =>
      required.includes(field) &&
      schema.type === 'string' &&
      schema.format === undefined &&
      (spoken.test(field) || (schema.minLength ?? 0) > 0)
        ? [{ at: `${name} ${field}`, field, schema }]
        : [],
    );
  });
const asked = fields.filter(({ at }) => !mayBeEmpty.has(at));

describe('a reason that a command asks for', () => {
  it('is asked for by many of them, and what may be empty is still there', () => {
    expect(asked.length).toBeGreaterThan(20);
    const known = new Set(fields.map(({ at }) => at));
    expect([...mayBeEmpty].filter((at) => !known.has(at))).toEqual([]);
  });

  it.each(asked)('is not given by blanks: $at', ({ field, schema }) => {
    let refused: unknown;
    try {
      shaped(Type.Object({ [field]: Type.Unsafe(schema) }), { [field]: ' \u3000\t\n'.repeat(5) });
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ kind: 'invalid', code: 'shape' });
  });
});
