import type { Transaction } from '../../../kernel/database/transaction.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { listStanding, type StandingRecord } from '../../records/module.ts';
import { personKeys } from '../../residents/module.ts';
import { type Service, services } from './contract.ts';
import type { SeriesHistory, SeriesRow } from './series.ts';
import type { SeriesRules } from './series-rules.ts';

/** The kind of record by which stations without Leye send their services. */
export const IMPORTED = 'gig-service';

type Row = {
  readonly id: string;
  readonly worker: string;
  readonly service: Service;
  readonly day: string;
  readonly station: string;
  readonly note: string;
  readonly source: string;
  readonly recorded_by: string;
  readonly recorded_at: Date;
  readonly was_there: boolean;
};

/** The services of a day, at stations and imported, and what the days before it were like. Taken-back ones are not among them. */
export async function readSeries(
  transaction: Transaction,
  day: string,
  rules: SeriesRules,
): Promise<{ readonly rows: readonly SeriesRow[]; readonly history: SeriesHistory }> {
  const span = { from: addDays(day, -rules.historyDays), to: day };
  const given = await readServices(transaction, span, day);
  const imported = await listStanding(transaction, IMPORTED, span);
  const canonical = await canonicalKeys(transaction, given);
  const served = given.map((row) => ({ day: row.day, row: ofStation(row, canonical.get(row.worker) ?? row.worker) }));
  const sent = imported.flatMap((record) => {
    const row = ofImport(record, canonical);
    return row ? [{ day: record.day, row }] : [];
  });
  const all = [...served, ...sent];
  const before = all.filter((one) => one.day < day && one.row.origin !== 'work');
  return {
    rows: all.filter((one) => one.day === day).map(({ row }) => row),
    history: { desks: desksOf(before, rules.burst.minutes), lists: listsOf(before) },
  };
}

/** Of earlier days only what desks wrote down: what came from work is no list that somebody could have made up. */
async function readServices(
  { client, district }: Transaction,
  { from, to }: { from: string; to: string },
  day: string,
): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `SELECT s.id, s.worker, s.service, s.day, s.station, s.note, s.source, s.recorded_by, s.recorded_at,
       s.day < $4::date OR EXISTS (SELECT FROM gig_check_in c WHERE c.district = s.district AND c.worker = s.worker AND c.day = s.day)
         OR EXISTS (SELECT FROM gig_placement p WHERE p.district = s.district AND p.worker = s.worker AND p.day = s.day AND p.state IN ('placed', 'started', 'finished'))
         AS was_there
     FROM gig_service s WHERE s.district = $1 AND s.day BETWEEN $2 AND $3 AND s.reversed_at IS NULL AND (s.day = $4::date OR s.source = 'desk')`,
    [district, from, to, day],
  );
  return rows;
}

/** Each worker, and each key of theirs, under one key. */
async function canonicalKeys(transaction: Transaction, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const keys = await personKeys(
    transaction,
    rows.map(({ worker }) => worker),
  );
  return new Map([...keys].flatMap(([worker, own]) => [worker, ...own].map((key): [string, string] => [key, own[0] ?? worker])));
}

const ofStation = (row: Row, person: string): SeriesRow => ({
  id: row.id,
  person,
  service: row.service,
  recordedBy: row.recorded_by,
  list: `${row.station} ${row.service}`,
  at: row.recorded_at,
  note: row.note,
  origin: row.source === 'desk' ? 'desk' : 'work',
  wasThere: row.was_there,
});

function ofImport(
  { id, person, content, recordedBy }: StandingRecord,
  canonical: ReadonlyMap<string, string>,
): SeriesRow | undefined {
  const service = services.find((one) => one === content.service);
  if (!service || person === null) return undefined;
  const list = `import:${String(content.station ?? '')} ${service}`;
  return {
    id,
    person: canonical.get(person) ?? person,
    service,
    recordedBy,
    list,
    at: null,
    note: '',
    origin: 'import',
    wasThere: true,
  };
}

type Dated = { readonly day: string; readonly row: SeriesRow };

function desksOf(before: readonly Dated[], minutes: number): SeriesHistory['desks'] {
  const byDesk = Map.groupBy(
    before.filter(({ row }) => row.origin === 'desk'),
    ({ row }) => row.recordedBy,
  );
  return new Map(
    [...byDesk].map(([desk, own]) => {
      const spells = new Set(own.map(({ row }) => Math.floor((row.at?.getTime() ?? 0) / (minutes * 60_000))));
      return [desk, { services: own.length, spells: spells.size }];
    }),
  );
}

const listsOf = (before: readonly Dated[]): SeriesHistory['lists'] =>
  new Map(
    [...Map.groupBy(before, ({ row }) => row.list)].map(([list, own]) => [
      list,
      new Map([...Map.groupBy(own, ({ day }) => day)].map(([day, rows]) => [day, new Set(rows.map(({ row }) => row.person))])),
    ]),
  );
