import type { Work } from '../../kernel/command/command.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import { findClaimedOf } from '../../kernel/fact/claim.ts';
import type { CheckedRow } from './check-row.ts';
import type { RowToKeep } from './keep.ts';
import type { Counted, RecordType } from './type.ts';

/**
 * A row may name somebody by a telephone number whom a service of the city knows by an ID number, or the other way round. Where residents
 * know that both are one person, the row's facts are counted under the key that has claimed them already, else under the best one; so the
 * same work from two sources counts once. The row's own words, and what makes it this record, stay as they were sent.
 */
export async function asOnePerson<Kept extends RowToKeep>(
  work: Work,
  type: RecordType,
  rows: readonly Kept[],
): Promise<readonly Kept[]> {
  if (type.subject || !type.person || type.person.length < 2) return rows;
  const keys = rows.flatMap(({ checked }) => checked.personIndex?.toString('hex') ?? []);
  const known = await keysBehind(work.transaction, [...new Set(keys)]);
  if (known.size === 0) return rows;
  const ways = rows.map(({ checked }) =>
    (known.get(checked.personIndex?.toString('hex') ?? '') ?? []).map((key) => underKey(type, checked, key)),
  );
  const chosen = await choose(work, ways);
  return rows.map((row, at) => ({ ...row, checked: chosen[at] ?? row.checked }));
}

const underKey = (type: RecordType, checked: CheckedRow, key: string): CheckedRow => {
  const row = { ...checked.row, person: key };
  return { ...checked, row, personIndex: Buffer.from(key, 'hex'), counted: type.facts(row) };
};

/** Each row under the key of which a fact is there already, else under the first. */
async function choose({ transaction }: Work, ways: readonly (readonly CheckedRow[])[]): Promise<(CheckedRow | undefined)[]> {
  const once = ways.map((of) => of.map(({ counted }) => counted.find(({ kind }) => kind.counts === 'once')));
  const byKind = Map.groupBy(ways.keys(), (at) => once[at]?.[0]?.kind);
  const chosen = ways.map(([first]) => first);
  for (const [kind, places] of byKind) {
    if (!kind) continue;
    const named = places.map((at) => (once[at] ?? []).map(claimOf));
    for (const [index, claimed] of (await findClaimedOf(transaction, kind, named)).entries()) {
      const at = places[index] ?? 0;
      if (claimed) chosen[at] = ways[at]?.[named[index]?.indexOf(claimed) ?? 0] ?? chosen[at];
    }
  }
  return chosen;
}

const claimOf = (counted: Counted | undefined): readonly string[] => counted?.of ?? [];

/**
 * Every key of whoever stands behind one of these, the best first: the ID number's, then the mobile number's. Asked of the table itself and
 * not of its module, because the thread that writes an import loads neither pages nor sign-in.
 */
async function keysBehind(
  { client, district }: Transaction,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (keys.length === 0) return new Map();
  const { rows } = await client.query<{ keys: string[] }>(
    `SELECT array_remove(ARRAY[encode(id_number_index, 'hex'), encode(mobile_index, 'hex')], NULL) AS keys FROM resident
     WHERE district = $1 AND (id_number_index = ANY ($2::bytea[]) OR mobile_index = ANY ($2::bytea[]))`,
    [district, keys.map((key) => Buffer.from(key, 'hex'))],
  );
  return new Map(rows.flatMap((row) => row.keys.map((key) => [key, row.keys])));
}
