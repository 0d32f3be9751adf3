import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Services } from '../../kernel/command/services.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import { type Areas, AreasError, loadAreas } from '../../kernel/place/areas.ts';
import { Problem } from '../../kernel/problem.ts';

/** What rows are checked against: the district's areas, units and warm-meal sites, and the classification of occupations. */
export type Reference = {
  readonly areas: Areas;
  readonly startsOn: string;
  /** The unit's code, by code or by name as people write it. */
  readonly findUnit: (text: string) => string | undefined;
  readonly unitName: (code: string) => string | undefined;
  /** The site's number, by number or by name. */
  readonly findSite: (text: string) => string | undefined;
  readonly siteNames: readonly string[];
  readonly unitNames: readonly string[];
  readonly loadedAt: number;
};

const FRESH_MS = 30_000;
const kept = new WeakMap<Services, Map<string, Reference>>();

/** The district's reference, at most 30 seconds old. `after`: read again if it was read before that moment. */
export async function referenceOf(
  transaction: Transaction,
  services: Services,
  after = Date.now() - FRESH_MS,
): Promise<Reference> {
  const districts = kept.get(services) ?? new Map<string, Reference>();
  kept.set(services, districts);
  const known = districts.get(transaction.district);
  if (known && known.loadedAt >= after) return known;
  const loaded = await loadReference(transaction);
  districts.set(transaction.district, loaded);
  return loaded;
}

async function loadReference({ client, district }: Transaction): Promise<Reference> {
  const areas = await client.query<{ code: string; name: string; level: string; parent: string | null }>(
    "SELECT code, name, level, parent FROM area WHERE district = $1 ORDER BY array_position(ARRAY['county', 'town', 'village'], level), code",
    [district],
  );
  const units = await client.query<{ code: string; name: string }>(
    'SELECT code, name FROM unit WHERE district = $1 ORDER BY code',
    [district],
  );
  const sites = await client.query<{ number: string; name: string }>(
    `SELECT content ->> 'number' AS number, content ->> 'name' AS name FROM record
     WHERE district = $1 AND type = 'meal-site' AND revised_by IS NULL AND reversed_at IS NULL ORDER BY 1`,
    [district],
  );
  const about = await client.query<{ starts_on: string; name_zh: string }>(
    'SELECT starts_on, name_zh FROM district WHERE code = $1',
    [district],
  );
  const tree = treeOf(areas.rows);
  const own = tree.county.name;
  const unitBy = new Map<string, string>();
  for (const { code, name } of units.rows)
    for (const written of [code, bare(name), bare(name).replace(/^区/, '')]) unitBy.set(written, code);
  const siteBy = new Map(
    sites.rows.flatMap(({ number, name }) => [[bare(number), number] as const, [bare(name), number] as const]),
  );
  const names = new Map(units.rows.map(({ code, name }) => [code, name]));
  return Object.freeze({
    areas: tree,
    startsOn: about.rows[0]?.starts_on ?? '2000-01-01',
    findUnit: (text: string) =>
      unitBy.get(text.trim()) ?? unitBy.get(bare(text)) ?? unitBy.get(bare(text).replace(new RegExp(`^(?:北京市)?${own}`), '')),
    unitName: (code: string) => names.get(code),
    findSite: (text: string) => siteBy.get(bare(text)),
    siteNames: sites.rows.map(({ number, name }) => `${number} ${name}`),
    unitNames: units.rows.map(({ name }) => name),
    loadedAt: Date.now(),
  });
}

function treeOf(rows: readonly { code: string; name: string; level: string; parent: string | null }[]): Areas {
  const lines = rows.map(({ code, name, level, parent }) => `${code},"${name.replaceAll('"', '""')}",${level},${parent ?? ''}`);
  try {
    return loadAreas(['code,name,level,parent', ...lines].join('\n'));
  } catch (error) {
    if (error instanceof AreasError) throw new Problem('conflict', error.code, error.params);
    throw error;
  }
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase();

type Occupations = { readonly byText: ReadonlyMap<string, string>; readonly names: readonly string[] };
let occupations: Occupations | undefined;

/** The classification of occupations (programme/occupations.csv), read once. */
export function readOccupations(): Occupations {
  if (occupations) return occupations;
  const file = readFileSync(new URL('../../../programme/occupations.csv', import.meta.url), 'utf8');
  const rows: { code: string; name: string }[] = parse(file, { columns: true, bom: true });
  const byText = new Map<string, string>();
  for (const { code, name } of rows) {
    byText.set(code, name);
    if (!byText.has(bare(name))) byText.set(bare(name), name);
  }
  occupations = Object.freeze({ byText, names: rows.map(({ name }) => name) });
  return occupations;
}

/** The occupation's name, by name or code. */
export const findOccupation = (text: string): string | undefined => readOccupations().byText.get(bare(text));

/** A few names that hold the text, for the remedy. */
export function similarOccupations(text: string): string[] {
  const wanted = bare(text);
  return wanted.length < 2
    ? []
    : readOccupations()
        .names.filter((name) => name.includes(wanted) || wanted.includes(name))
        .slice(0, 3);
}
