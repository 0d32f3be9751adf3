import type { Transaction } from '../../kernel/database/transaction.ts';
import { type Said, said } from '../../kernel/i18n/said.ts';
import { findProgramme } from './store.ts';

/** What each unit is called: as the programme says it in both languages, else as it is registered. */
export async function unitNames(transaction: Transaction): Promise<ReadonlyMap<string, Said>> {
  const { db, district } = transaction;
  const rows = await db.selectFrom('unit').select(['code', 'name']).where('district', '=', district).orderBy('name').execute();
  const programme = (await findProgramme(transaction))?.programme;
  const named = new Map(programme?.units.map(({ code, name }) => [code, name]) ?? []);
  return new Map(rows.map(({ code, name }) => [code, named.get(code) ?? said(name, name)]));
}

export const nameFrom =
  (names: ReadonlyMap<string, Said>) =>
  (unit: string): Said =>
    names.get(unit) ?? said(unit, unit);
