import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { EstablishedDistrict } from '../../kernel/district/establish.ts';
import { loadAreas } from '../../kernel/place/areas.ts';
import type { Programme } from './contract.ts';

export const citiesFolder = fileURLToPath(new URL('../../../programme/', import.meta.url));

/** A city as it lies in a folder: programme.yaml, areas.csv and, if it has them, boundary.geojson and towns.geojson (WGS-84). */
export type City = { readonly folder: string; readonly programme: Programme; readonly district: EstablishedDistrict };

type PointFile = { features: { properties: { code: string }; geometry: { coordinates: [number, number] } }[] };

/** The folders below `programme/` that hold a programme.yaml. */
export async function listCities(): Promise<string[]> {
  const entries = await readdir(citiesFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(path.join(citiesFolder, entry.name, 'programme.yaml')))
    .map((entry) => path.join(citiesFolder, entry.name));
}

/** Reads a city's folder. Its programme.yaml is expected to have passed `leye programme check`. */
export async function readCity(folder: string): Promise<City> {
  const programme = parse(await readFile(path.join(folder, 'programme.yaml'), 'utf8')) as Programme; // reason: checked by checkProgramme before anything relies on it
  const areas = loadAreas(await readFile(path.join(folder, 'areas.csv'), 'utf8'));
  const json = async <T>(name: string): Promise<T | undefined> => {
    const file = path.join(folder, name);
    return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as T) : undefined; // reason: our own data files, in the shape their provenance page states
  };
  const points = new Map(
    (await json<PointFile>('towns.geojson'))?.features.map(({ properties, geometry }) => [properties.code, geometry.coordinates]),
  );
  return {
    folder,
    programme,
    district: {
      code: programme.district.code,
      name: programme.district.name,
      startsOn: programme.startsOn,
      boundary: await json<object>('boundary.geojson'),
      areas: areas.all.map(({ code, name, level, parent }) => {
        const [longitude, latitude] = points.get(code) ?? [];
        return { code, name, level, parent: parent ?? null, longitude, latitude };
      }),
    },
  };
}
