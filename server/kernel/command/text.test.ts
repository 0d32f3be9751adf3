import fc from 'fast-check';
import { Type } from 'typebox';
import { expect, it } from 'vitest';
import { Problem } from '../problem.ts';
import { shaped } from './shape.ts';
import { Text } from './text.ts';

const detailOf = (least: number, reason: string) => {
  try {
    shaped(Type.Object({ reason: Text(least, 40) }), { reason });
    return undefined;
  } catch (error) {
    return error instanceof Problem ? { code: error.code, details: error.details } : error;
  }
};

it('a text has so many characters besides the blanks at both ends, whatever blanks they are', () => {
  const blanks = fc.constantFrom(' ', '\u3000', '\u00a0', '\t', '\n', '理', '由', 'a');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.array(blanks, { maxLength: 20 }), (least, characters) => {
      const text = characters.join('');
      expect(detailOf(least, text) === undefined).toBe(text.trim().length >= least);
    }),
  );
});

it('what is too short is refused as any shape is, and told how long it has to be', () => {
  expect(detailOf(4, '　 无 　　　')).toEqual({
    code: 'shape',
    details: [{ at: '/reason', code: 'field-too-short', params: { n: 4 } }],
  });
  expect(detailOf(1, '    ')).toEqual({ code: 'shape', details: [{ at: '/reason', code: 'field-blank' }] });
  expect(detailOf(4, '理'.repeat(41))).toMatchObject({ details: [{ code: 'field-too-long', params: { n: 40 } }] });
});
