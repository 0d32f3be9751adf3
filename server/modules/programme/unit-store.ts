import type { Transaction } from '../../kernel/database/transaction.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Programme } from './contract.ts';

type UnitRow = { readonly code: string; readonly name: string; readonly area: string | null };

/**
 * Brings the district's units up to date with a programme: every unit it names, and one a street or town where it says 各街道办事处、
 * 乡镇政府. A unit that a new version no longer names stays, because records point at it.
 *
 * @throws Problem `unit-known-otherwise` where a known name gets another code: its records would be left behind
 */
export async function keepUnits(transaction: Transaction, programme: Programme): Promise<void> {
  const { client, district } = transaction;
  const wanted = await unitsOf(transaction, programme);
  const codes = new Map(wanted.map(({ code, name }) => [code, name]));
  const { rows: known } = await client.query<{ code: string; name: string }>('SELECT code, name FROM unit WHERE district = $1', [
    district,
  ]);
  for (const { code, name } of known) {
    const now = wanted.find((unit) => unit.name === name);
    if (now && now.code !== code && !codes.has(code))
      throw new Problem('conflict', 'unit-known-otherwise', { name, known: code, code: now.code });
  }
  // Two units may swap names, but never share one: those that change step aside first.
  const renamed = known.filter(({ code, name }) => codes.has(code) && codes.get(code) !== name).map(({ code }) => code);
  if (renamed.length > 0)
    await client.query("UPDATE unit SET name = '~' || code WHERE district = $1 AND code = ANY ($2)", [district, renamed]);
  await client.query(
    `INSERT INTO unit (district, code, name, area)
     SELECT $1, u.code, u.name, u.area FROM jsonb_to_recordset($2::jsonb) AS u (code text, name text, area text)
     ON CONFLICT (district, code) DO UPDATE SET name = excluded.name, area = excluded.area`,
    [district, JSON.stringify(wanted)],
  );
}

async function unitsOf({ client, district }: Transaction, programme: Programme): Promise<UnitRow[]> {
  const named = programme.units
    .filter((unit) => !unit.everyTown)
    .map((unit): UnitRow => ({ code: unit.code, name: unit.name.zh, area: null }));
  if (!programme.units.some((unit) => unit.everyTown)) return named;
  const { rows } = await client.query<{ code: string; name: string }>(
    "SELECT code, name FROM area WHERE district = $1 AND level = 'town'",
    [district],
  );
  const offices = rows.map(
    ({ code, name }): UnitRow => ({
      code: `town-${code}`,
      name: `${name}${name.endsWith('街道') ? '办事处' : '政府'}`,
      area: code,
    }),
  );
  // A town that the paper names by itself is that unit, not a second one.
  return [...named, ...offices.filter((office) => !named.some(({ name }) => name === office.name))];
}
