import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadAreas } from './areas.ts';
import { distance, type Position, wgs84ToGcj02 } from './coordinates.ts';

const programme = new URL('../../../programme/', import.meta.url);
const sources = new URL('../../../../shared/data/', import.meta.url);
const hasSources = existsSync(sources);
if (!hasSources)
  console.warn('SKIPPED: the source files of the map are not beside the project, so the conversion is not compared with them.');

type Feature<Geometry> = { properties: Record<string, string>; geometry: Geometry };
function readFeatures<Geometry>(file: URL): Feature<Geometry>[] {
  return JSON.parse(readFileSync(file, 'utf8')).features;
}

const areas = loadAreas(readFileSync(new URL('tongzhou/areas.csv', programme), 'utf8'));
const outlines = readFeatures<{ type: string; coordinates: Position[][] }>(new URL('tongzhou/boundary.geojson', programme));
const centres = readFeatures<{ type: string; coordinates: Position }>(new URL('tongzhou/towns.geojson', programme));
const ring = outlines[0]?.geometry.coordinates[0] ?? [];

/** Even–odd rule. */
function isInside([x, y]: Position, polygon: readonly Position[]): boolean {
  return polygon.reduce((inside, [x1, y1], index) => {
    const [x2, y2] = polygon.at(index - 1) ?? [x1, y1];
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !inside : inside;
  }, false);
}

describe('the map of Tongzhou', () => {
  test('has one closed outline of the size of the district, 906 km²', () => {
    expect(outlines).toHaveLength(1);
    expect(outlines[0]?.properties.code).toBe(areas.county.code);
    expect(ring.length).toBeGreaterThan(1000);
    expect(ring.at(-1)).toEqual(ring[0]);
    const squareKilometres = Math.abs(
      ring.reduce((sum, [x, y], index) => {
        const [beforeX, beforeY] = ring.at(index - 1) ?? [x, y];
        const scale = Math.cos((39.8 * Math.PI) / 180) * 111.195 * 111.195;
        return sum + ((beforeX * y - x * beforeY) / 2) * scale;
      }, 0),
    );
    expect(squareKilometres).toBeGreaterThan(880);
    expect(squareKilometres).toBeLessThan(930);
  });

  test('shows 15 streets and towns by today’s codes, inside the outline; the seven newer streets have no point', () => {
    expect(centres).toHaveLength(15);
    for (const { properties, geometry } of centres) {
      expect(areas.findByCode(properties.code ?? '')).toMatchObject({ name: properties.name, level: 'town' });
      expect(isInside(geometry.coordinates, ring), properties.name).toBe(true);
    }
    const shown = new Set(centres.map((centre) => centre.properties.code));
    expect(areas.towns.filter((town) => !shown.has(town.code)).map((town) => town.name)).toEqual(
      '潞源街道 通运街道 文景街道 九棵树街道 临河里街道 杨庄街道 潞邑街道'.split(' '),
    );
  });

  test.skipIf(!hasSources)('is the source map moved from GCJ-02 to WGS-84, point by point', () => {
    const before =
      readFeatures<{ coordinates: Position[][] }>(new URL('tongzhou.geojson', sources))[0]?.geometry.coordinates[0] ?? [];
    expect(ring).toHaveLength(before.length);
    for (const [index, position] of ring.entries()) {
      expect(distance(wgs84ToGcj02(position), before[index] ?? [0, 0])).toBeLessThan(0.2);
    }
  });
});

describe('the classifications of occupations and industries', () => {
  test.each([
    ['occupations.csv', 'code,name,parent,level,tags', 2047],
    ['industries.csv', 'code,name,parent', 1958],
  ])('%s: every code once, every parent there', (file, header, count) => {
    const [first, ...rows] = readFileSync(new URL(file, programme), 'utf8').trimEnd().split('\n');
    expect(first).toBe(header);
    expect(rows).toHaveLength(count);
    const cells = rows.map((row) => row.split(','));
    const codes = new Set(cells.map(([code]) => code));
    expect(codes.size).toBe(count);
    for (const [code, name, parent] of cells) {
      expect(name, code).toBeTruthy();
      if (parent) expect(codes.has(parent), code).toBe(true);
    }
  });
});
