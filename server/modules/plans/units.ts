import type { Transaction } from '../../kernel/database/transaction.ts';
import type { Measure, Programme } from '../programme/contract.ts';
import type { UnitPart } from './contract.ts';

export type AnsweringUnit = { readonly code: string; readonly name: string; readonly isLead: boolean };

/** Who may answer for a milestone of a measure: its lead units, its cooperating units, and each street or town where the paper says all of them. */
export async function unitsOfMeasure(
  { client, district }: Transaction,
  programme: Programme,
  measure: Measure,
): Promise<AnsweringUnit[]> {
  return answeringFor(programme, measure, await readUnits({ client, district }));
}

type Kept = { readonly code: string; readonly name: string; readonly area: string | null };

const readUnits = async ({ client, district }: Pick<Transaction, 'client' | 'district'>): Promise<readonly Kept[]> =>
  (await client.query<Kept>('SELECT code, name, area FROM unit WHERE district = $1 ORDER BY code', [district])).rows;

function answeringFor(programme: Programme, measure: Measure, rows: readonly Kept[]): AnsweringUnit[] {
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

/** Every unit with a part in the programme: those that the paper names in its order, then each street and town that it means. */
export async function partsOfUnits(transaction: Transaction, programme: Programme): Promise<UnitPart[]> {
  const rows = await readUnits(transaction);
  const named = new Map(programme.units.map((unit) => [unit.code, unit.name]));
  const parts = new Map<string, { leads: number[]; cooperates: number[] }>();
  for (const measure of programme.measures)
    for (const { code, isLead } of answeringFor(programme, measure, rows)) {
      const part = parts.get(code) ?? { leads: [], cooperates: [] };
      parts.set(code, part);
      (isLead ? part.leads : part.cooperates).push(measure.no);
    }
  const order = [...named.keys(), ...rows.map(({ code }) => code)];
  return [...parts]
    .map(([code, part]) => {
      const kept = rows.find((row) => row.code === code);
      const name = kept?.name ?? code;
      return { code, name: named.get(code) ?? { zh: name, en: name }, isTown: (kept?.area ?? null) !== null, ...part };
    })
    .sort((one, other) => Number(one.isTown) - Number(other.isTown) || order.indexOf(one.code) - order.indexOf(other.code));
}

/** Whether a unit that stands for many means the streets (各街道办事处), the towns (乡镇政府), or both (各街道、乡镇). */
function means(programme: Programme, code: string, isStreet: boolean): boolean {
  const name = programme.units.find((unit) => unit.code === code)?.name.zh ?? '';
  return isStreet ? name.includes('街道') : /[乡镇]/.test(name);
}
