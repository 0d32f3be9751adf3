import type { Transaction } from '../database/transaction.ts';
import type { FactKind } from './kind.ts';
import { type FactInput, type FactRow, factRow, isSeries, onceKey } from './row.ts';
import { moveEndRows, reverseRows, type StandingFact, succeed } from './settle.ts';
import { appendFacts, freeClaims, standingOfRecords, standingOfSeries } from './store.ts';

/**
 * The one spine of figures. What a command counts here is appended in the command's own transaction: either the work and its
 * facts are both there, or neither. Nothing is ever edited; a correction is a reversing fact, an ending an ending fact.
 */
export type FactLedger = {
  /** One piece of work. Written with the command's end, or by `flush`. */
  count(kind: FactKind, input: FactInput): void;
  /**
   * Whatever of these records began before `day` counts until then, and not from it on: an end set for later moves to it, an earlier
   * one stays. No correction: what counted until `day` was right. A part that begins on that day or after it is not touched.
   */
  end(records: readonly string[], day: string): Promise<void>;
  /** These records should never have counted. Returns how many facts were taken back. */
  reverse(records: readonly string[]): Promise<number>;
  /** Writes what was counted so far; long imports call it a chunk at a time. */
  flush(): Promise<void>;
};

/** `take` hands the rows still unwritten to the command's end, which writes them in its one round trip. */
export type FactBuffer = FactLedger & { take(): Promise<FactRow[]> };

export function factLedger(
  transaction: Transaction,
  kinds: ReadonlyMap<string, FactKind>,
  newId: () => string,
  now: () => Date,
): FactBuffer {
  let rows: FactRow[] = [];
  let levels: FactRow[] = [];
  const byPlace = (kind: string) => kinds.get(kind)?.byPlace ?? false;

  async function settleLevels(removed: ReadonlySet<string> = new Set(), touched: readonly StandingFact[] = []): Promise<void> {
    if (levels.length === 0 && touched.length === 0) return;
    const series = new Map<string, string>();
    for (const row of levels) if (row.once) series.set(row.once, row.kind);
    for (const fact of touched) if (fact.once) series.set(fact.once, fact.kind);
    const standing = await standingOfSeries(transaction, series, byPlace);
    const standingBy = Map.groupBy(standing, (fact) => fact.once ?? '');
    const addedBy = Map.groupBy(levels, (row) => row.once ?? '');
    for (const once of series.keys()) rows.push(...succeed(standingBy.get(once) ?? [], removed, addedBy.get(once) ?? [], newId));
    levels = [];
  }

  async function flush(): Promise<void> {
    await settleLevels();
    const written = rows;
    rows = [];
    await appendFacts(transaction, written, now());
  }

  return {
    count(kind, input) {
      if (kinds.get(kind.name) !== kind) throw new TypeError(`no module declares the fact kind ${kind.name}`);
      const row = factRow(newId(), kind, input);
      (isSeries(row.once) ? levels : rows).push(row);
    },

    async end(records, day) {
      await flush();
      const { counting } = await standingOfRecords(transaction, records, byPlace);
      for (const fact of counting)
        if (fact.day < day && (!fact.end || fact.end.day > day)) rows.push(...moveEndRows(fact, day, newId));
    },

    async reverse(records) {
      await flush();
      const leaving = new Set(records);
      const { counting, duplicates } = await standingOfRecords(transaction, records, byPlace);
      const inSeries = counting.filter((fact) => isSeries(fact.once));
      const plain = counting.filter((fact) => !isSeries(fact.once));
      for (const fact of plain) rows.push(...reverseRows(fact, newId));
      for (const fact of duplicates)
        rows.push(...reverseRows({ ...fact, quantity: 0 }, newId).map((row) => ({ ...row, facts: 0, duplicates: -1 })));
      await settleLevels(new Set(inSeries.map((fact) => fact.id)), inSeries);
      for (const duplicate of await freeClaims(transaction, plain, leaving, byPlace)) rows.push(promoted(duplicate, newId()));
      await flush();
      return counting.length + duplicates.length;
    },

    flush,
    async take() {
      await settleLevels();
      const left = rows;
      rows = [];
      return left;
    },
  };
}

/** A duplicate whose first record was taken back now counts itself, on its own day, and is a duplicate no more. */
const promoted = (duplicate: StandingFact, id: string): FactRow => ({
  id,
  kind: duplicate.kind,
  variant: duplicate.variant,
  day: duplicate.day,
  town: duplicate.town,
  place: duplicate.place,
  unit: duplicate.unit,
  quantity: duplicate.quantity,
  effect: 'count',
  facts: 1,
  duplicates: -1,
  settles: duplicate.id,
  once: duplicate.once,
  claims: true,
  record_type: duplicate.recordType,
  record: duplicate.record,
  by_place: duplicate.byPlace,
  span_of: duplicate.id,
  until: duplicate.day,
});

export { onceKey };
