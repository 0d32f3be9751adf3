import { decide } from '../../kernel/actor/permission.ts';
import type { Reading } from '../../kernel/command/query.ts';
import { findDraw, type HeldDraw } from '../../kernel/draw/hold-draw.ts';
import { said } from '../../kernel/i18n/said.ts';
import type { EvidenceItem } from '../evidence/contract.ts';
import { listEvidence } from '../evidence/module.ts';
import { listStations, type Station } from '../gigs/module.ts';
import type {
  Answer,
  InspectionHead,
  ItemRow,
  RecordsSay,
  Remedy,
  RoundList,
  ShownDraw,
  Standard,
  StationInRound,
} from './contract.ts';
import { placeOf, remedyPlaceOf } from './evidence-place.ts';
import { isAccount, mayRun, worksAt } from './may.ts';
import { recordsSay } from './records.ts';
import { differs } from './rules.ts';
import {
  type AnswerRow,
  type InspectionRow,
  listAnswers,
  listInspections,
  listRemedies,
  listStationRows,
  type RemedyRow,
  type RoundRow,
  type StationRow,
} from './store.ts';

export const headOfRound = (
  row: RoundRow & { readonly stations: number; readonly settled: number },
): RoundList['rounds'][number] => ({
  id: row.id,
  title: row.title,
  from: row.from,
  to: row.to,
  version: row.standard.version,
  selfDueOn: row.selfDueOn,
  crossDueOn: row.crossDueOn,
  stations: row.stations,
  settled: row.settled,
  openedByName: row.openedByName,
  openedAt: row.openedAt.toISOString(),
});

export const headOf = (row: InspectionRow, answered: number): InspectionHead => ({
  id: row.id,
  kind: row.kind,
  inspectorName: row.inspectorName,
  dueOn: row.dueOn,
  state: row.state,
  handedInByName: row.handedInByName,
  handedInAt: row.handedInAt?.toISOString() ?? null,
  answered,
});

/** Stations by id, closed ones too: what was inspected keeps its name. */
export async function stationsById({ transaction }: Pick<Reading, 'transaction'>): Promise<ReadonlyMap<string, Station>> {
  return new Map((await listStations(transaction, '1900-01-01')).map((station) => [station.id, station]));
}

/** Whether somebody may read what an inspection holds: whoever holds it, the office, and everybody once both of a station are handed in. */
export const readsAnswers = (
  { actor }: Pick<Reading, 'actor'>,
  inspection: Pick<InspectionRow, 'kind' | 'inspector'>,
  station: Station | undefined,
  areBothIn: boolean,
): boolean =>
  areBothIn ||
  decide(mayRun, actor) === 'allowed' ||
  (inspection.kind === 'cross' ? isAccount(actor, inspection.inspector) : station !== undefined && worksAt(actor, station));

/** Every station of a round, with what both said, what the records say, and what became of it. */
export async function showStations(reading: Reading, round: RoundRow): Promise<StationInRound[]> {
  const { transaction, today } = reading;
  const rows = await listStationRows(transaction, round.id);
  const inspections = await listInspections(transaction, round.id);
  const answers = await listAnswers(
    transaction,
    inspections.map(({ id }) => id),
  );
  const remedies = await listRemedies(transaction, round.id);
  const evidence = await listEvidence(transaction, [
    ...answers.map(({ inspection, item }) => placeOf(inspection, item)),
    ...remedies.map(remedyPlaceOf),
  ]);
  const open = rows.filter(({ records }) => records === null).map(({ station }) => station);
  const live = open.length === 0 ? new Map() : await recordsSay(transaction, round.standard, open, round);
  const stations = await stationsById(reading);
  const since = await sinceGrade(reading, round, rows, remedies);
  return rows.map((row) => {
    const own = inspections.filter(({ station }) => station === row.station);
    return stationShown(reading, {
      round,
      row,
      station: stations.get(row.station),
      inspections: own,
      answers,
      evidence,
      records: row.records ?? live.get(row.station) ?? {},
      remedies: remedies
        .filter(({ station }) => station === row.station)
        .map((remedy) => shownRemedy(remedy, evidence, since.get(row.station)?.[remedy.item] ?? null)),
      today,
    });
  });
}

/** What the records say of the days since each station got its grade, where an item by records waits to be put right. */
async function sinceGrade(
  { transaction, today }: Reading,
  { standard }: RoundRow,
  rows: readonly StationRow[],
  remedies: readonly RemedyRow[],
): Promise<ReadonlyMap<string, Readonly<Record<string, RecordsSay>>>> {
  const byRecords = new Set(standard.items.filter(({ shown }) => shown === 'records').map(({ code }) => code));
  const said = new Map<string, Readonly<Record<string, RecordsSay>>>();
  for (const { station, settledAt } of rows) {
    const waits = remedies.some((one) => one.station === station && one.state !== 'met' && byRecords.has(one.item));
    if (!waits || settledAt === null) continue;
    const from = settledAt.toISOString().slice(0, 10);
    said.set(station, (await recordsSay(transaction, standard, [station], { from, to: today })).get(station) ?? {});
  }
  return said;
}

type Evidence = ReadonlyMap<string, readonly EvidenceItem[]>;

const shownRemedy = (row: RemedyRow, evidence: Evidence, records: RecordsSay | null): Remedy => ({
  item: row.item,
  dueOn: row.dueOn,
  state: row.state,
  report: row.report,
  reportedByName: row.reportedByName,
  evidence: evidence.get(remedyPlaceOf(row)) ?? [],
  reason: row.reason,
  decidedByName: row.decidedByName,
  records,
});

export const answerShown = (row: AnswerRow, evidence: Evidence): Answer => ({
  item: row.item,
  outcome: row.outcome,
  note: row.note,
  evidence: evidence.get(placeOf(row.inspection, row.item)) ?? [],
});

type Ground = {
  readonly round: RoundRow;
  readonly row: StationRow;
  readonly station: Station | undefined;
  readonly inspections: readonly InspectionRow[];
  readonly answers: readonly AnswerRow[];
  readonly evidence: Evidence;
  readonly records: Readonly<Record<string, RecordsSay>>;
  readonly remedies: readonly Remedy[];
  readonly today: string;
};

function stationShown(reading: Reading, ground: Ground): StationInRound {
  const { row, station, inspections, answers, remedies, today } = ground;
  const of = (kind: InspectionRow['kind']): InspectionRow => {
    const found = inspections.find((one) => one.kind === kind);
    if (!found) throw new TypeError('a station in a round has both inspections');
    return found;
  };
  const [self, cross] = [of('self'), of('cross')];
  const areBothIn = self.state === 'handed-in' && cross.state === 'handed-in';
  const count = ({ id }: InspectionRow) => answers.filter(({ inspection }) => inspection === id).length;
  const runs = decide(mayRun, reading.actor) === 'allowed';
  const isOwn = station !== undefined && worksAt(reading.actor, station);
  const seen = (one: InspectionRow): boolean => readsAnswers(reading, one, station, areBothIn || row.grade !== null);
  return {
    station: row.station,
    name: station?.name ?? said('—', '—'),
    state: row.state,
    grade: row.grade,
    points: row.points,
    ofPoints: row.ofPoints,
    self: headOf(self, count(self)),
    cross: headOf(cross, count(cross)),
    rows: rowsShown(ground, seen(self) ? self.id : '', seen(cross) ? cross.id : ''),
    settledByName: row.settledByName,
    settledAt: row.settledAt?.toISOString() ?? null,
    objectUntil: row.objectUntil,
    objection: row.objection
      ? { reason: row.objection, byName: row.objectedByName ?? '', at: row.objectedAt?.toISOString() ?? '' }
      : null,
    decision: row.decision
      ? {
          kept: row.decision === 'kept',
          reason: row.decisionReason ?? '',
          byName: row.decidedByName ?? '',
          at: row.decidedAt?.toISOString() ?? '',
        }
      : null,
    remedies,
    may: {
      settle:
        runs && row.state === 'inspecting' && cross.state === 'handed-in' && (self.state === 'handed-in' || self.dueOn < today),
      object: isOwn && row.state === 'graded' && row.objectUntil !== null && today <= row.objectUntil,
      decide: runs && row.state === 'objected',
      report: isOwn,
      replace: runs && cross.state === 'open',
    },
  };
}

function rowsShown({ round, row, answers, evidence, records }: Ground, self: string, cross: string): ItemRow[] {
  const answer = (inspection: string, item: string): Answer | null => {
    const found = answers.find((one) => one.inspection === inspection && one.item === item);
    return found ? answerShown(found, evidence) : null;
  };
  return round.standard.items.map(({ code }) => {
    const [own, other] = [answer(self, code), answer(cross, code)];
    return {
      item: code,
      self: own,
      cross: other,
      records: records[code] ?? null,
      differs: differs(own?.outcome, other?.outcome),
      counts: row.findings?.[code]?.counts ?? null,
      reason: row.findings?.[code]?.reason ?? null,
    };
  });
}

/** The draws of a round: who looks at which station, the items for the site, and whoever was drawn in somebody's place. */
export async function drawsOf(
  { transaction }: Pick<Reading, 'transaction'>,
  round: RoundRow,
): Promise<readonly { readonly purpose: ShownDraw['purpose']; readonly held: HeldDraw }[]> {
  const { client, district } = transaction;
  const { rows } = await client.query<{ id: string }>(
    `SELECT d.id FROM draw d JOIN market_inspection i ON i.district = d.district AND d.purpose LIKE 'market-inspection ' || i.id || ' %'
     WHERE d.district = $1 AND i.round = $2 ORDER BY d.drawn_at`,
    [district, round.id],
  );
  const named: (readonly [ShownDraw['purpose'], string | null])[] = [
    ['inspectors', round.peopleDraw],
    ['items', round.itemsDraw],
    ...rows.map(({ id }) => ['replacement', id] as const),
  ];
  const draws: { purpose: ShownDraw['purpose']; held: HeldDraw }[] = [];
  for (const [purpose, id] of named) {
    const held = id === null ? undefined : await findDraw(transaction, { id });
    if (held) draws.push({ purpose, held });
  }
  return draws;
}

export function shownDraw(
  purpose: ShownDraw['purpose'],
  { id, seed, inputHash, drawnAt, result }: HeldDraw,
  names: {
    readonly stations: ReadonlyMap<string, Station>;
    readonly people: ReadonlyMap<string, string>;
    readonly standard: Standard;
  },
): ShownDraw {
  return {
    id,
    purpose,
    seed,
    inputHash,
    drawnAt,
    result: result.map((one) =>
      typeof one === 'string'
        ? { what: names.standard.items.find(({ code }) => code === one)?.says ?? said('—', '—'), who: one }
        : { what: names.stations.get(one[0])?.name ?? said('—', '—'), who: names.people.get(one[1]) ?? one[1] },
    ),
  };
}
