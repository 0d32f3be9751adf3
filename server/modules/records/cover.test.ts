import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromNumber, dayNumber } from '../../kernel/term/day.ts';
import { type Span, uncovered } from './cover.ts';

const START = dayNumber('2025-01-01');
const span = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 1, max: 20 }))).map(
  ([from, length]): Span => ({
    from: dayFromNumber(START + from),
    until: length === null ? undefined : dayFromNumber(START + from + length),
  }),
);
const holds = ({ from, until }: Span, day: string) => from <= day && (until === undefined || day < until);

describe('records of the same thing that overlap', () => {
  it('count once on every day that any of them stands, and on no other, in whatever order they came', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (records) => {
        const counted: Span[] = [];
        for (const record of records) counted.push(...uncovered(record, counted));
        for (let at = -1; at < 70; at += 1) {
          const day = dayFromNumber(START + at);
          expect(counted.filter((one) => holds(one, day)).length, day).toBe(records.some((one) => holds(one, day)) ? 1 : 0);
        }
      }),
    );
  });
});
