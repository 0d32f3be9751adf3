import type { Transaction } from '../../kernel/database/transaction.ts';
import type { Measure, Programme } from '../programme/contract.ts';

export type AnsweringUnit = { readonly code: string; readonly name: string; readonly isLead: boolean };

/** Who may answer for a milestone of a measure: its lead units, its cooperating units, and each street or town where the paper says all of them. */
export async function unitsOfMeasure(
  { client, district }: Transaction,
  programme: Programme,
  measure: Measure,
): Promise<AnsweringUnit[]> {
  const { rows } = await client.query<{ code: string; name: string; area: string | null }>(
    'SELECT code, name, area FROM unit WHERE district = $1 ORDER BY code',
    [district],
  );
  const known = new Map(rows.map((row) => [row.code, row]));
  const everyTown = new Set(programme.units.filter((unit) => unit.everyTown).map(({ code }) => code));
  const towns = rows.filter(({ area }) => area !== null);
  const answering = (codes: readonly string[], isLead: boolean): AnsweringUnit[] =>
    codes.flatMap((code) =>
      everyTown.has(code)
        ? towns
            .filter(({ name }) => means(programme, code, name.endsWith('街道办事处')))
            .map((town) => ({ code: town.code, name: town.name, isLead }))
        : [{ code, name: known.get(code)?.name ?? code, isLead }],
    );
  const all = [...answering(measure.lead, true), ...answering(measure.cooperating, false)];
  return all.filter(({ code }, at) => all.findIndex((other) => other.code === code) === at);
}

/** Whether a unit that stands for many means the streets (各街道办事处), the towns (乡镇政府), or both (各街道、乡镇). */
function means(programme: Programme, code: string, isStreet: boolean): boolean {
  const name = programme.units.find((unit) => unit.code === code)?.name.zh ?? '';
  return isStreet ? name.includes('街道') : /[乡镇]/.test(name);
}
