import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { parse } from 'yaml';
import { Bilingual } from '../../kernel/figure/definition.ts';

const Codes = Type.Array(Type.String({ pattern: '^\\d{1,2}[a-z]?$' }));

/** `programme/<city>/portal.yaml`: what the public pages say about a city besides its programme. */
const City = Type.Object(
  {
    district: Type.String({ pattern: '^\\d{6}$' }),
    home: Type.Optional(Codes),
    doors: Type.Optional(
      Type.Object(
        { jobs: Type.Optional(Codes), gigs: Type.Optional(Codes), services: Type.Optional(Codes), nearby: Type.Optional(Codes) },
        { additionalProperties: false },
      ),
    ),
    gigStation: Type.Optional(
      Type.Object({ area: Type.String({ pattern: '^\\d{12}$' }), name: Bilingual }, { additionalProperties: false }),
    ),
    matters: Type.Optional(
      Type.Array(Type.Object({ measure: Type.Integer({ minimum: 1 }), ask: Bilingual }, { additionalProperties: false })),
    ),
    told: Type.Optional(
      Type.Array(
        Type.Object(
          { measure: Type.Integer({ minimum: 1 }), zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
          { additionalProperties: false },
        ),
      ),
    ),
  },
  { additionalProperties: false },
);
export type City = Static<typeof City>;

const checked = Compile(City);

/**
 * Reads every city's `portal.yaml` below `folder`, by district. A city without one still has all its pages, with plainer words.
 * @throws Error naming the file and the place in it that is wrong
 */
export function readCities(folder: URL): ReadonlyMap<string, City> {
  const cities = new Map<string, City>();
  if (!existsSync(folder)) return cities;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = new URL(`${entry.name}/portal.yaml`, folder);
    if (!entry.isDirectory() || !existsSync(file)) continue;
    const city: unknown = parse(readFileSync(file, 'utf8'));
    if (!checked.Check(city)) {
      const places = [...checked.Errors(city)].map((error) => `${error.instancePath || '/'} ${error.message}`);
      throw new Error(`programme/${entry.name}/portal.yaml: ${places.join('; ')}`);
    }
    cities.set(city.district, city);
  }
  return cities;
}
