import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, gcj02ToWgs84, type Position, wgs84ToGcj02 } from './coordinates.ts';

// Well inside the bounding box: on its rim the shift reaches over it and the inverse isn't unique.
const inChina = fc.tuple(
  fc.double({ min: 72.1, max: 137.7, noNaN: true }),
  fc.double({ min: 0.9, max: 55.7, noNaN: true }),
) satisfies fc.Arbitrary<Position>;

describe('positions on Chinese maps', () => {
  // GPS position, position on the map: pairs that published converters use as their examples.
  test.each([
    [
      [116.377817, 39.911954],
      [116.38404722, 39.91334546],
    ],
    [
      [121.5272106, 31.1774276],
      [121.53154186, 31.17530398],
    ],
    [
      [113.912316, 22.543847],
      [113.91717648, 22.54079613],
    ],
  ] satisfies [Position, Position][])('GPS %j is drawn at %j, to within a metre', (gps, map) => {
    expect(distance(wgs84ToGcj02(gps), map)).toBeLessThan(1);
    expect(distance(gcj02ToWgs84(map), gps)).toBeLessThan(1);
  });

  test('come back to where they were, to a millionth of a degree, both ways round', () => {
    fc.assert(
      fc.property(inChina, (position) => {
        for (const back of [gcj02ToWgs84(wgs84ToGcj02(position)), wgs84ToGcj02(gcj02ToWgs84(position))]) {
          expect(Math.abs(back[0] - position[0])).toBeLessThan(1e-6);
          expect(Math.abs(back[1] - position[1])).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('are moved by some hundred metres in Tongzhou, to the north-east', () => {
    const gps: Position = [116.6569, 39.9097];
    const map = wgs84ToGcj02(gps);
    expect(distance(gps, map)).toBeGreaterThan(400);
    expect(distance(gps, map)).toBeLessThan(700);
    expect(map[0]).toBeGreaterThan(gps[0]);
    expect(map[1]).toBeGreaterThan(gps[1]);
  });

  test('outside China, and what is no position, come back unchanged', () => {
    for (const position of [
      [-0.1276, 51.5072],
      [151.2093, -33.8688],
      [72, 30],
      [138, 40],
      [116, 0.5],
      [116, 56],
      [Number.NaN, 39],
      [Number.POSITIVE_INFINITY, 39],
    ] satisfies Position[]) {
      expect(wgs84ToGcj02(position)).toEqual(position);
      expect(gcj02ToWgs84(position)).toEqual(position);
    }
  });
});

describe('distance', () => {
  test('is measured in metres along the great circle', () => {
    expect(distance([116, 39], [116, 40])).toBeCloseTo(111_195, -1);
    expect(distance([0, 0], [180, 0])).toBeCloseTo(Math.PI * 6_371_008.8, 0);
    expect(distance([116.4074, 39.9042], [121.4737, 31.2304]) / 1000).toBeCloseTo(1067, -1);
    expect(distance([179.9, 0], [-179.9, 0])).toBeLessThan(25_000);
    expect(distance([116.65, 39.9], [116.65, 39.9])).toBe(0);
  });

  test('is the same in both directions and never longer by a detour', () => {
    fc.assert(
      fc.property(inChina, inChina, inChina, (a, b, c) => {
        expect(distance(a, b)).toBeCloseTo(distance(b, a), 6);
        expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c) + 1e-6);
      }),
    );
  });
});
