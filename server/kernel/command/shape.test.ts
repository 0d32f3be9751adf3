import { Type } from 'typebox';
import { expect, it } from 'vitest';
import { Problem } from '../problem.ts';
import { inFen, shaped } from './shape.ts';

const Order = Type.Object(
  {
    seats: Type.Integer({ minimum: 1, maximum: 500 }),
    pay: Type.Integer({ minimum: 100, maximum: 1_000_000, ...inFen }),
    code: Type.String({ pattern: '^\\d{6}$' }),
    area: Type.String({ pattern: '^\\d{12}$' }),
    way: Type.Union([Type.Literal('bus'), Type.Literal('foot')]),
    days: Type.Array(Type.String({ maxLength: 10 }), { minItems: 1, maxItems: 2 }),
    sites: Type.Optional(Type.Array(Type.Object({ share: Type.Number({ minimum: 0, maximum: 1 }) }))),
  },
  { additionalProperties: false },
);
const fine = { seats: 3, pay: 24_000, code: '123456', area: '110112109000', way: 'bus', days: ['2026-06-18'] };

const wanted = (given: Record<string, unknown>) => {
  try {
    shaped(Order, { ...fine, ...given });
    return [];
  } catch (error) {
    return error instanceof Problem ? error.details : error;
  }
};

it('says of each field that is wrong what it should be, with its bounds', () => {
  expect(wanted({})).toEqual([]);
  for (const seats of [0, 501, 1.5, Number.NaN, '3'])
    expect(wanted({ seats }), String(seats)).toEqual([{ at: '/seats', code: 'field-whole', params: { least: 1, most: 500 } }]);
  expect(wanted({ sites: [{ share: 0.5 }, { share: 2 }] })).toEqual([
    { at: '/sites/1/share', code: 'field-number', params: { least: 0, most: 1 } },
  ]);
  expect(wanted({ code: 'abc' })).toEqual([{ at: '/code', code: 'field-digits', params: { n: 6 } }]);
  expect(wanted({ area: 'abc' }), 'nobody types an area').toEqual([{ at: '/area', code: 'field-wrong' }]);
  expect(wanted({ way: 'boat' })).toEqual([{ at: '/way', code: 'field-choice' }]);
  expect(wanted({ days: [] })).toEqual([{ at: '/days', code: 'field-too-few', params: { n: 1 } }]);
  expect(wanted({ days: ['a', 'b', 'c'] })).toEqual([{ at: '/days', code: 'field-too-many', params: { n: 2 } }]);
  expect(wanted({ days: ['2026-06-18T00'] })).toEqual([{ at: '/days/0', code: 'field-too-long', params: { n: 10 } }]);
  expect(wanted({ sites: [{}] })).toEqual([{ at: '/sites/0/share', code: 'field-missing' }]);
});

it('states the bounds of an amount in yuan, and refuses parts of a fen', () => {
  for (const pay of [99, 1_000_001, 20_000.5, Number.NaN])
    expect(wanted({ pay }), String(pay)).toEqual([{ at: '/pay', code: 'field-yuan', params: { least: 1, most: 10_000 } }]);
});
