/**
 * Makes Tongzhou's map data from the source files, whose positions are GCJ-02, and its list of areas.
 *
 *   node scripts/data/tongzhou.ts SOURCE_FOLDER
 *
 * SOURCE_FOLDER holds tongzhou-divisions.csv, tongzhou.geojson and tongzhou-towns.geojson as programme/tongzhou/PROVENANCE.md
 * describes them. Written: areas.csv, boundary.geojson, towns.geojson beside that page. Positions become WGS-84.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAreas } from '../../server/kernel/place/areas.ts';
import { gcj02ToWgs84, type Position } from '../../server/kernel/place/coordinates.ts';

const [source] = process.argv.slice(2);
if (!source) {
  console.error('Usage: node scripts/data/tongzhou.ts SOURCE_FOLDER');
  process.exit(2);
}

const target = new URL('../../programme/tongzhou/', import.meta.url);
const divisions = readFileSync(join(source, 'tongzhou-divisions.csv'), 'utf8');
const areasText = divisions.replace(/^code,name,level,parent_code\n/, 'code,name,level,parent\n');
const areas = loadAreas(areasText);
writeFileSync(new URL('areas.csv', target), areasText);

type Outline = { features: { geometry: { coordinates: Position[][] } }[] };
const outline: Outline = JSON.parse(readFileSync(join(source, 'tongzhou.geojson'), 'utf8'));
const boundary = outline.features.map(({ geometry }) => ({
  type: 'Feature',
  properties: { code: areas.county.code, name: areas.county.name },
  geometry: { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(toWgs84)) },
}));
writeCollection('boundary.geojson', boundary);

type Centres = { features: { properties: { code: string; name: string }; geometry: { coordinates: Position } }[] };
const centres: Centres = JSON.parse(readFileSync(join(source, 'tongzhou-towns.geojson'), 'utf8'));
const points = centres.features.map(({ properties, geometry }) => {
  // By name, not by code: since 2016 two 地区办事处 have become towns and got other codes.
  const match = areas.findArea(properties.name, { level: 'town' });
  if (match.found !== 'one') throw new Error(`no single town is called ${properties.name}`);
  return {
    type: 'Feature',
    properties: { code: match.area.code, name: match.area.name, sourceCode: properties.code, sourceName: properties.name },
    geometry: { type: 'Point', coordinates: toWgs84(geometry.coordinates) },
  };
});
writeCollection('towns.geojson', points);
const placed = new Set(points.map((point) => point.properties.code));
const unplaced = areas.towns.filter((town) => !placed.has(town.code));
console.log(`${areas.all.length} areas, ${points.length} centres; without: ${unplaced.map((town) => town.name).join(' ')}`);

/** Six decimals are a tenth of a metre, as in the sources. */
function toWgs84(position: Position): Position {
  const [longitude, latitude] = gcj02ToWgs84(position);
  return [Number(longitude.toFixed(6)), Number(latitude.toFixed(6))];
}

/** One feature a line, so that a change shows as a line. */
function writeCollection(name: string, features: readonly object[]): void {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  writeFileSync(new URL(name, target), `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`);
}
