import { actorKey } from '../../kernel/actor/actor.ts';
import type { Work } from '../../kernel/command/command.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Counted, Grade, InspectionKind, Outcome, RecordsSay, RemedyState, Standard, StationState } from './contract.ts';

export type RoundRow = {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly standard: Standard;
  readonly selfDueOn: string;
  readonly crossDueOn: string;
  readonly peopleDraw: string;
  readonly itemsDraw: string | null;
  readonly openedByName: string;
  readonly openedAt: Date;
};

const roundColumns = `r.id, r.title, r.period_from AS "from", r.period_to AS "to", r.standard, r.self_due_on AS "selfDueOn", r.cross_due_on AS "crossDueOn",
  r.people_draw AS "peopleDraw", r.items_draw AS "itemsDraw", r.opened_by_name AS "openedByName", r.opened_at AS "openedAt"`;

export async function insertRound(
  { transaction: { client, district }, actor, now }: Work,
  round: Omit<RoundRow, 'openedByName' | 'openedAt'>,
): Promise<void> {
  await client.query(
    `INSERT INTO market_round (district, id, title, period_from, period_to, version, standard, self_due_on, cross_due_on, people_draw, items_draw,
       opened_by, opened_by_name, opened_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      district,
      round.id,
      round.title,
      round.from,
      round.to,
      round.standard.version,
      JSON.stringify(round.standard),
      round.selfDueOn,
      round.crossDueOn,
      round.peopleDraw,
      round.itemsDraw,
      actorKey(actor),
      'name' in actor ? actor.name : '',
      now,
    ],
  );
}

export async function listRounds({
  client,
  district,
}: Transaction): Promise<(RoundRow & { stations: number; settled: number })[]> {
  const { rows } = await client.query<RoundRow & { stations: number; settled: number }>(
    `SELECT ${roundColumns}, (SELECT count(*)::int FROM market_station s WHERE s.district = $1 AND s.round = r.id) AS stations,
       (SELECT count(*)::int FROM market_station s WHERE s.district = $1 AND s.round = r.id AND s.grade IS NOT NULL) AS settled
     FROM market_round r WHERE r.district = $1 ORDER BY r.opened_at DESC LIMIT 100`,
    [district],
  );
  return rows;
}

/** @throws Problem `no-market-round` */
export async function getRound({ client, district }: Transaction, id: string): Promise<RoundRow> {
  const { rows } = await client.query<RoundRow>(
    `SELECT ${roundColumns} FROM market_round r WHERE r.district = $1 AND r.id = $2`,
    [district, id],
  );
  const [row] = rows;
  if (!row) throw new Problem('not-found', 'no-market-round');
  return row;
}

export type StationRow = {
  readonly round: string;
  readonly station: string;
  readonly state: StationState;
  readonly records: Readonly<Record<string, RecordsSay>> | null;
  readonly findings: Readonly<Record<string, { readonly counts: Counted; readonly reason: string | null }>> | null;
  readonly points: number | null;
  readonly ofPoints: number | null;
  readonly grade: Grade | null;
  readonly settledByName: string | null;
  readonly settledAt: Date | null;
  readonly objectUntil: string | null;
  readonly objection: string | null;
  readonly objectedByName: string | null;
  readonly objectedAt: Date | null;
  readonly decision: 'kept' | 'changed' | null;
  readonly decisionReason: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
};

const stationColumns = `round, station, state, records, findings, points::float8 AS points, of_points::float8 AS "ofPoints", grade,
  settled_by_name AS "settledByName", settled_at AS "settledAt", object_until AS "objectUntil", objection, objected_by_name AS "objectedByName",
  objected_at AS "objectedAt", decision, decision_reason AS "decisionReason", decided_by_name AS "decidedByName", decided_at AS "decidedAt"`;

export async function listStationRows({ client, district }: Transaction, round?: string): Promise<StationRow[]> {
  const { rows } = await client.query<StationRow>(
    `SELECT ${stationColumns} FROM market_station WHERE district = $1 AND ($2::uuid IS NULL OR round = $2) ORDER BY round, station`,
    [district, round ?? null],
  );
  return rows;
}

/** Held until commit. @throws Problem `no-market-round` */
export async function holdStation({ client, district }: Transaction, round: string, station: string): Promise<StationRow> {
  const { rows } = await client.query<StationRow>(
    `SELECT ${stationColumns} FROM market_station WHERE district = $1 AND round = $2 AND station = $3 FOR UPDATE`,
    [district, round, station],
  );
  const [row] = rows;
  if (!row) throw new Problem('not-found', 'no-market-round');
  return row;
}

export async function insertStation({ client, district }: Transaction, round: string, station: string): Promise<void> {
  await client.query("INSERT INTO market_station (district, round, station, state) VALUES ($1, $2, $3, 'inspecting')", [
    district,
    round,
    station,
  ]);
}

/** Changes exactly these columns. */
export async function changeStation(
  { db, district }: Transaction,
  { round, station }: Pick<StationRow, 'round' | 'station'>,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  await db
    .updateTable('market_station')
    .set(change)
    .where('district', '=', district)
    .where('round', '=', round)
    .where('station', '=', station)
    .execute();
}

export type InspectionRow = {
  readonly id: string;
  readonly round: string;
  readonly station: string;
  readonly kind: InspectionKind;
  readonly inspector: string | null;
  readonly inspectorName: string | null;
  readonly dueOn: string;
  readonly state: 'open' | 'handed-in';
  readonly handedInByName: string | null;
  readonly handedInAt: Date | null;
};

const inspectionColumns = `id, round, station, kind, inspector, inspector_name AS "inspectorName", due_on AS "dueOn", state,
  handed_in_by_name AS "handedInByName", handed_in_at AS "handedInAt"`;

export async function insertInspection(
  { client, district }: Transaction,
  { id, round, station, kind, inspector, inspectorName, dueOn }: Omit<InspectionRow, 'state' | 'handedInByName' | 'handedInAt'>,
): Promise<void> {
  await client.query(
    `INSERT INTO market_inspection (district, id, round, station, kind, inspector, inspector_name, due_on, state)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open')`,
    [district, id, round, station, kind, inspector, inspectorName, dueOn],
  );
}

/** Of one round, or all that are still open. */
export async function listInspections({ client, district }: Transaction, round?: string): Promise<InspectionRow[]> {
  const { rows } = await client.query<InspectionRow>(
    `SELECT ${inspectionColumns} FROM market_inspection WHERE district = $1 AND (round = $2 OR ($2::uuid IS NULL AND state = 'open'))
     ORDER BY due_on, station, kind`,
    [district, round ?? null],
  );
  return rows;
}

/** @throws Problem `no-market-inspection` */
export async function getInspection(
  { client, district }: Transaction,
  id: string,
  { hold }: { hold: boolean },
): Promise<InspectionRow> {
  const { rows } = await client.query<InspectionRow>(
    `SELECT ${inspectionColumns} FROM market_inspection WHERE district = $1 AND id = $2 ${hold ? 'FOR UPDATE' : ''}`,
    [district, id],
  );
  const [row] = rows;
  if (!row) throw new Problem('not-found', 'no-market-inspection');
  return row;
}

export async function changeInspection(
  { db, district }: Transaction,
  id: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  await db.updateTable('market_inspection').set(change).where('district', '=', district).where('id', '=', id).execute();
}

export type AnswerRow = { readonly inspection: string; readonly item: string; readonly outcome: Outcome; readonly note: string };

export async function keepAnswer(
  { transaction: { client, district }, actor, now }: Work,
  { inspection, item, outcome, note }: AnswerRow,
): Promise<void> {
  await client.query(
    `INSERT INTO market_answer (district, inspection, item, outcome, note, answered_by, answered_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (district, inspection, item) DO UPDATE SET outcome = excluded.outcome, note = excluded.note,
       answered_by = excluded.answered_by, answered_at = excluded.answered_at`,
    [district, inspection, item, outcome, note, actorKey(actor), now],
  );
}

/** Of an inspection by somebody from elsewhere only what that person answered: who comes in their place begins anew. */
export async function listAnswers({ client, district }: Transaction, inspections: readonly string[]): Promise<AnswerRow[]> {
  const { rows } = await client.query<AnswerRow>(
    `SELECT a.inspection, a.item, a.outcome, a.note FROM market_answer a JOIN market_inspection i ON i.district = a.district AND i.id = a.inspection
     WHERE a.district = $1 AND a.inspection = ANY ($2) AND (i.inspector IS NULL OR a.answered_by = 'staff:' || i.inspector) ORDER BY a.item`,
    [district, inspections],
  );
  return rows;
}

export type RemedyRow = {
  readonly round: string;
  readonly station: string;
  readonly item: string;
  readonly dueOn: string;
  readonly state: RemedyState;
  readonly report: string | null;
  readonly reportedByName: string | null;
  readonly reportedAt: Date | null;
  readonly reason: string | null;
  readonly decidedByName: string | null;
};

const remedyColumns = `round, station, item, due_on AS "dueOn", state, report, reported_by_name AS "reportedByName", reported_at AS "reportedAt",
  reason, decided_by_name AS "decidedByName"`;

/** Of one round, or all that are still open. */
export async function listRemedies({ client, district }: Transaction, round?: string): Promise<RemedyRow[]> {
  const { rows } = await client.query<RemedyRow>(
    `SELECT ${remedyColumns} FROM market_remedy WHERE district = $1 AND (round = $2 OR ($2::uuid IS NULL AND state <> 'met')) ORDER BY due_on, item`,
    [district, round ?? null],
  );
  return rows;
}

/** @throws Problem `no-market-remedy` */
export async function holdRemedy(
  { client, district }: Transaction,
  { round, station, item }: Pick<RemedyRow, 'round' | 'station' | 'item'>,
): Promise<RemedyRow> {
  const { rows } = await client.query<RemedyRow>(
    `SELECT ${remedyColumns} FROM market_remedy WHERE district = $1 AND round = $2 AND station = $3 AND item = $4 FOR UPDATE`,
    [district, round, station, item],
  );
  const [row] = rows;
  if (!row) throw new Problem('not-found', 'no-market-remedy');
  return row;
}

export async function askRemedies(
  { client, district }: Transaction,
  { round, station }: Pick<RemedyRow, 'round' | 'station'>,
  items: readonly string[],
  dueOn: string,
): Promise<void> {
  await client.query(
    `INSERT INTO market_remedy (district, round, station, item, due_on, state) SELECT $1, $2, $3, unnest($4::text[]), $5, 'open'
     ON CONFLICT (district, round, station, item) DO NOTHING`,
    [district, round, station, items, dueOn],
  );
}

export async function changeRemedy(
  { db, district }: Transaction,
  { round, station, item }: Pick<RemedyRow, 'round' | 'station' | 'item'>,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  await db
    .updateTable('market_remedy')
    .set(change)
    .where('district', '=', district)
    .where('round', '=', round)
    .where('station', '=', station)
    .where('item', '=', item)
    .execute();
}

export type RewardRow = {
  readonly content: Readonly<Record<'excellent' | 'good' | 'qualified', number>>;
  readonly fromOn: string;
  readonly reason: string;
  readonly setByName: string;
};

/** What the office proposed last of what holds on a day. */
export async function findRewards({ client, district }: Transaction, on: string): Promise<RewardRow | undefined> {
  const { rows } = await client.query<RewardRow>(
    `SELECT content, from_on AS "fromOn", reason, set_by_name AS "setByName" FROM market_reward
     WHERE district = $1 AND from_on <= $2 ORDER BY from_on DESC, set_at DESC, id DESC LIMIT 1`,
    [district, on],
  );
  return rows[0];
}
