import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance } from '../../../kernel/place/coordinates.ts';
import { anOrder, aWorker, market, policy } from './market.fixture.ts';
import { costParts, costTerms, policyOn, publishedPolicies, readPolicies } from './policy.ts';
import { shiftOf } from './shapes.ts';
import { cosineOf, metresBetween } from './way.ts';

const yaml = readFileSync(new URL('../../../../programme/gig-market/cost-policy.yaml', import.meta.url), 'utf8');

describe('the published cost', () => {
  it('is between 1 and 10,000 points, each term between nought and its largest, and the sum of its terms and one', () => {
    fc.assert(
      fc.property(market({ workers: 3, orders: 3 }), ({ workers, orders }) => {
        for (const worker of workers) {
          for (const order of orders) {
            const parts = costParts(worker, order, policy);
            for (const term of costTerms) {
              expect(Number.isInteger(parts[term])).toBe(true);
              expect(parts[term]).toBeGreaterThanOrEqual(0);
              expect(parts[term]).toBeLessThanOrEqual(policy.terms[term].largest);
            }
            expect(parts.sum).toBe(1 + costTerms.reduce((sum, term) => sum + parts[term], 0));
            expect(parts.sum).toBeLessThanOrEqual(10_000);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never asks for the age', () => {
    const order = anOrder('o', { oldest: 60 });
    const at = (age: number | undefined) => costParts(aWorker('w', { age }), order, policy);
    expect(at(20)).toEqual(at(59));
    expect(at(undefined)).toEqual(at(59));
  });

  it.each([
    ['travel', { place: { latitude: 39.76, longitude: 116.61 } }, 0],
    ['travel', { place: { latitude: 39.76 + 80_000 / 111_195, longitude: 116.61 } }, 3000],
    ['pay', { payWish: 20_000 }, 0],
    ['pay', { payWish: 26_000 }, 900],
    ['pay', { payWish: 90_000 }, 1800],
    ['level', { skills: [{ trade: 'loader', level: 0 }] }, 0],
    ['level', { skills: [{ trade: 'loader', level: 2 }] }, 600],
    ['shift', { shiftWish: 0 }, 0],
    ['shift', { shiftWish: 3 }, 800],
    ['shift', {}, 0],
    ['mornings', { mornings: 0 }, 1500],
    ['mornings', { mornings: 1 }, 1000],
    ['mornings', { mornings: 9 }, 0],
    ['minutes', { waitedMinutes: 0 }, 200],
    ['minutes', { waitedMinutes: 60 }, 100],
    ['hardToEmploy', { isHardToEmploy: true }, 0],
    ['hardToEmploy', {}, 500],
    ['returning', { liked: ['depot'] }, 0],
    ['returning', { liked: ['other'] }, 400],
  ] as const)('%s for somebody with %j: %i points', (term, over, points) => {
    expect(costParts(aWorker('w', over), anOrder('o'), policy)[term]).toBe(points);
  });
});

describe('published policies', () => {
  it('hold from their day on', () => {
    const [first] = publishedPolicies();
    const later = { ...policy, version: 'later', from: '2027-01-01' };
    const policies = [policy, later];
    expect(first).toEqual(policy);
    expect(policyOn('2026-12-31', policies)).toBe(policy);
    expect(policyOn('2027-01-01', policies)).toBe(later);
    expect(policyOn('2020-01-01', policies)).toBe(policy);
  });

  it('are refused where the weights add up to more than 9,999, a term has no words, or one is unknown', () => {
    expect(() => readPolicies(yaml.replace('largest: 3000', 'largest: 3900'))).toThrow('10001');
    expect(() => readPolicies(yaml.replace('largest: 900', 'largest: 900.5'))).toThrow('/policies/0/terms/level/largest');
    expect(() => readPolicies(yaml.replace('      returning:', '      sex:'))).toThrow('/policies/0/terms');
    expect(() => readPolicies(yaml.replace('zh: 班次', 'cn: 班次'))).toThrow('/policies/0/terms/shift');
  });
});

describe('where things are', () => {
  it.each([
    ['2027-03-04T19:59:00Z', 3],
    ['2027-03-04T20:00:00Z', 0],
    ['2027-03-05T01:59:00Z', 0],
    ['2027-03-05T02:00:00Z', 1],
    ['2027-03-05T07:00:00Z', 2],
    ['2027-03-05T13:00:00Z', 3],
  ])('work that begins at %s lies in shift %i', (from, shift) => {
    expect(shiftOf(from)).toBe(shift);
  });

  it('measures ways within a city as the great circle does, to a third of a per cent', () => {
    const near = fc.record({
      latitude: fc.double({ min: 39.5, max: 40.1, noNaN: true }),
      longitude: fc.double({ min: 116.3, max: 117, noNaN: true }),
    });
    fc.assert(
      fc.property(near, near, (one, other) => {
        const exact = distance([one.longitude, one.latitude], [other.longitude, other.latitude]);
        expect(Math.abs(metresBetween(one, other) - exact)).toBeLessThanOrEqual(exact * 0.003 + 0.001);
      }),
    );
    for (let degrees = -90; degrees <= 90; degrees += 1)
      expect(cosineOf(degrees)).toBeCloseTo(Math.cos((degrees * Math.PI) / 180), 8);
  });
});
