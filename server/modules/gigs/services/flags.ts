import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { decide } from '../../../kernel/actor/permission.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import type { FactKind } from '../../../kernel/fact/kind.ts';
import { type Said, said, say } from '../../../kernel/i18n/said.ts';
import type { Task } from '../../../kernel/module.ts';
import { listServing } from '../../people/module.ts';
import { residentNames } from '../../residents/module.ts';
import { listStations } from '../market/stations.ts';
import { mayReadFlags, maySettleFlags } from '../may.ts';
import {
  type FlaggedService,
  type SeriesTest,
  type Service,
  type ServiceFlag,
  type ServiceFlags,
  seriesTests,
  services,
} from './contract.ts';
import { flagsOf } from './series.ts';
import { seriesRulesOn } from './series-rules.ts';
import { IMPORTED, readSeries } from './series-store.ts';

type Row = {
  readonly id: string | null;
  readonly test: string;
  readonly subject: string;
  readonly day: string;
  readonly params: Readonly<Record<string, number | string>>;
  readonly outcome: 'sound' | 'reversed' | null;
  readonly reason: string | null;
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
  readonly services: readonly string[];
  readonly imported: readonly string[];
};

/** As many records of a flag as a page shows. */
const MOST_LISTED = 200;
const MOST_SETTLED = 100;

/** What looks otherwise than people do: today as it stands, what waits for somebody, and what was settled; each with its records. */
export const flagsQuery = query({
  name: 'gigs.list-flags',
  route: 'GET /api/gig-flags',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayReadFlags,
  run: async (_input, reading): Promise<ServiceFlags> => {
    const { transaction, actor } = reading;
    const { client, district } = transaction;
    const { rows } = await client.query<Row>(
      `(SELECT id, test, subject, day, params, outcome, reason, settled_by AS "settledBy", settled_at AS "settledAt", services, imported
          FROM gig_service_flag WHERE district = $1 AND outcome IS NULL ORDER BY day DESC, found_at, id)
       UNION ALL (SELECT id, test, subject, day, params, outcome, reason, settled_by, settled_at, services, imported
          FROM gig_service_flag WHERE district = $1 AND outcome IS NOT NULL ORDER BY settled_at DESC, id LIMIT ${MOST_SETTLED})`,
      [district],
    );
    const shown = await show(reading, [...(await seenToday(reading)), ...rows]);
    return {
      today: shown.filter(({ id }) => id === null),
      open: shown.filter(({ id, outcome }) => id !== null && outcome === null),
      settled: shown.filter(({ outcome }) => outcome !== null),
      may: { settle: decide(maySettleFlags, actor) === 'allowed' },
    };
  },
});

/** Today's services so far, looked at as the night will look at them. */
async function seenToday({ transaction, today }: Reading): Promise<Row[]> {
  const rules = seriesRulesOn(today);
  const { rows, history } = await readSeries(transaction, today, rules);
  const imported = new Set(rows.filter(({ origin }) => origin === 'import').map(({ id }) => id));
  return flagsOf(rows, history, rules).map((flag) => ({
    id: null,
    test: flag.test,
    subject: flag.subject,
    day: today,
    params: flag.params,
    outcome: null,
    reason: null,
    settledBy: null,
    settledAt: null,
    services: flag.rows.filter((id) => !imported.has(id)),
    imported: flag.rows.filter((id) => imported.has(id)),
  }));
}

async function show(reading: Reading, rows: readonly Row[]): Promise<ServiceFlag[]> {
  const known = await recordsBehind(reading, rows);
  const people = new Map((await listServing(reading.transaction)).map(({ id, name }) => [`staff:${id}`, name]));
  return rows.map((row) => {
    const behind = [...row.services, ...row.imported].flatMap((id) => known.get(id) ?? []);
    const { id, day, params, outcome, reason, settledBy, settledAt } = row;
    return {
      id,
      test: seriesTests.find((one): one is SeriesTest => one === row.test) ?? 'burst',
      day,
      subject: subjectOf(row, behind, people),
      params,
      outcome,
      reason,
      settledBy,
      settledAt: settledAt?.toISOString() ?? null,
      services: behind.slice(0, MOST_LISTED),
      total: row.services.length + row.imported.length,
      mayTakeBack: row.subject !== actorKey(reading.actor),
    };
  });
}

function subjectOf({ test, subject }: Row, behind: readonly FlaggedService[], people: ReadonlyMap<string, string>): Said {
  const [first] = behind;
  if (test === 'all-services')
    return first && first.from !== 'import' ? said(first.person, first.person) : said('某一位', 'One person');
  if (test === 'copied' || test === 'volume') return first?.station ?? said('—', '—');
  const name = people.get(subject);
  return name === undefined ? said('已不在任的人员', 'Somebody who no longer serves') : said(name, name);
}

type ServiceRow = {
  readonly id: string;
  readonly worker: string;
  readonly service: Service;
  readonly station: string;
  readonly note: string;
  readonly source: string;
  readonly recorded_at: Date;
  readonly reversed_at: Date | null;
};

async function recordsBehind(reading: Reading, rows: readonly Row[]): Promise<ReadonlyMap<string, FlaggedService>> {
  const { transaction, services: own } = reading;
  const { client, district } = transaction;
  const found = await client.query<ServiceRow>(
    `SELECT id, worker, service, station, note, source, recorded_at, reversed_at FROM gig_service WHERE district = $1 AND id = ANY ($2)`,
    [district, rows.flatMap((row) => row.services)],
  );
  const imported = await client.query<{ id: string; service: string; station: string; reversed_at: Date | null }>(
    `SELECT id, content ->> 'service' AS service, content ->> 'station' AS station, reversed_at FROM record
     WHERE district = $1 AND type = $2 AND id = ANY ($3)`,
    [district, IMPORTED, rows.flatMap((row) => row.imported)],
  );
  const stations = new Map((await listStations(transaction, '1900-01-01')).map(({ id, name }) => [id, name]));
  const names = await residentNames(
    transaction,
    own,
    found.rows.map(({ worker }) => worker),
  );
  return new Map([
    ...found.rows.map((row): [string, FlaggedService] => [
      row.id,
      {
        id: row.id,
        from: row.source === 'desk' ? 'desk' : 'work',
        service: row.service,
        at: row.recorded_at.toISOString(),
        station: stations.get(row.station) ?? said('—', '—'),
        person: names.get(row.worker)?.masked ?? '—',
        note: row.note,
        isTakenBack: row.reversed_at !== null,
      },
    ]),
    ...imported.rows.map((row): [string, FlaggedService] => [
      row.id,
      {
        id: row.id,
        from: 'import',
        service: services.find((one) => one === row.service) ?? 'aided',
        at: null,
        station: said(row.station, row.station),
        person: '—',
        note: '',
        isTakenBack: row.reversed_at !== null,
      },
    ]),
  ]);
}

/** The office looks into what was found; what waits for days comes first. */
export async function flagTasks({ transaction, actor, today }: Reading): Promise<Task[]> {
  if (decide(maySettleFlags, actor) !== 'allowed') return [];
  const { client, district } = transaction;
  const { rows } = await client.query<{ n: number; first: string | null }>(
    'SELECT count(*)::int AS n, min(day) AS first FROM gig_service_flag WHERE district = $1 AND outcome IS NULL',
    [district],
  );
  const [{ n, first } = { n: 0, first: null }] = rows;
  if (n === 0 || first === null) return [];
  return [{ code: 'gig-flags', params: { n, first }, link: '/gig-flags', urgency: first < today ? 1 : 2 }];
}

const doubts = {
  open: said(
    '{n} 组服务记录有疑点，正在核实，仍计在内。',
    '{n} series of services {n|looks|look} unusual and {n|is|are} being looked into; {n|it still counts|they still count}.',
  ),
  reversed: said(
    '此前查实并冲销 {n} 组可疑的服务记录。',
    '{n} unusual series of services {n|was|were} found wrong and taken back before.',
  ),
} as const;

/** What a figure on gig services has to say about series that were flagged. */
export async function flagDoubts({ transaction }: Reading, kinds: readonly FactKind['name'][], on: string): Promise<Said[]> {
  if (!kinds.includes('gig.served')) return [];
  const { client, district } = transaction;
  const { rows } = await client.query<{ open: number; reversed: number }>(
    `SELECT count(*) FILTER (WHERE outcome IS NULL)::int AS open, count(*) FILTER (WHERE outcome = 'reversed')::int AS reversed
     FROM gig_service_flag WHERE district = $1 AND day <= $2`,
    [district, on],
  );
  const counts = rows[0] ?? { open: 0, reversed: 0 };
  return (['open', 'reversed'] as const).flatMap((which) =>
    counts[which] > 0
      ? [said(say(doubts[which], 'zh', { n: counts[which] }), say(doubts[which], 'en', { n: counts[which] }))]
      : [],
  );
}
